"""Questions to the content: one frozen picture for each page and for everything that leaves."""

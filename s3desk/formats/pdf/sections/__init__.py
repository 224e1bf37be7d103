"""The sections of the report, one module each: `parts(picture)` gives the pages of one section."""

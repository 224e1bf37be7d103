"""The parts of the page Support: requests in their guided forms, from the first draft to the answer."""

"""The parts of the page Evidence, some of them shared with the page of a criterion."""

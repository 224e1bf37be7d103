"""The parts of the page Actions, some of them shared with the page of a criterion."""

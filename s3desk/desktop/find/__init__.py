"""Find: the field in the top bar and the results below it."""

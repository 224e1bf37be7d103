"""Records and rules: what an assessment holds and what follows from it. Pure values, no files, no sentences."""

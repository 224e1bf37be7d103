"""One module for each sheet of the workbook; each has `add(book)`."""

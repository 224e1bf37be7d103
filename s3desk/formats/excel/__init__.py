"""Excel workbooks, written with openpyxl from one report picture."""

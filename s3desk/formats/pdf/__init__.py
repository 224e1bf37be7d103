"""The PDF report and Table 12 as PDF, written with reportlab: fonts, text, blocks, pages, and one module a section."""

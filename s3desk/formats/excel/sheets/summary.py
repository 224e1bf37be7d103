"""The sheet "Summary": official status, our own check, the seven criteria, and what the workbook is about."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from s3desk.formats.excel.book import Book, add_sheet
from s3desk.formats.excel.cells import put
from s3desk.formats.excel.heights import fix
from s3desk.formats.excel.page import about, book_title, freeze, paper, protect, standing
from s3desk.formats.excel.sheets import summary_facts, summary_table


def add(book: Book) -> None:
    """Add the sheet, which is one printed page wide and reads from top to bottom."""
    sheet = add_sheet(book, book.language.text("Summary"))
    columns = summary_table.columns(book)
    room = summary_facts.Room.of(columns)
    _head(book, sheet)
    row = summary_facts.write(book, sheet, 5, room, summary_facts.status(book))
    row = summary_table.write(book, sheet, row + 1, columns)
    row = summary_facts.write(book, sheet, row + 1, room, summary_facts.background(book))
    summary_facts.write(book, sheet, row + 1, room, summary_facts.open_points(book))
    freeze(sheet, 2)
    paper(book, sheet, room.last)
    protect(book, sheet)


def _head(book: Book, sheet: Worksheet) -> None:
    lines = ((book_title(book), "title"), (about(book), "lead"), (standing(book), "lead"))
    for row, (text, look) in enumerate(lines, start=1):
        put(book, sheet, row, 1, text, look)
    fix(sheet, 1, line=24)

"""The sheet "Changes": who changed what and when. (Excel keeps the title "History" for itself.)"""

from __future__ import annotations

from s3desk.formats.excel.book import Book, add_sheet
from s3desk.formats.excel.grid import Column, grid
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper, protect
from s3desk.queries.picture import HistoryLine


def add(book: Book) -> None:
    """Add the sheet; only internal workbooks have it."""
    language = book.language
    sheet = add_sheet(book, language.text("Changes"))
    heading(book, sheet, language.text("Changes"), language.text("Every recorded change, the newest first."))
    columns = _columns(book)
    grid(book, sheet, "Changes", HEAD_ROW, columns, book.picture.history, empty=language.text("No changes yet."))
    freeze(sheet, HEAD_ROW + 1)
    paper(book, sheet, len(columns), HEAD_ROW)
    protect(book, sheet)


def _columns(book: Book) -> list[Column[HistoryLine]]:
    text = book.language.text
    return [
        Column(text("When"), 18, lambda line: line.at, "moment"),
        Column(text("Who"), 18, lambda line: line.who),
        Column(text("Step"), 26, lambda line: line.step),
        Column(text("Where"), 20, lambda line: line.spot),
        Column(text("Field"), 18, lambda line: line.field),
        Column(text("Before"), 44, lambda line: line.before),
        Column(text("After"), 44, lambda line: line.after),
    ]

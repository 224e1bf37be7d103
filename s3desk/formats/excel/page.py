"""What all sheets have in common: heading lines, paper, frozen rows, protection."""

from __future__ import annotations

from typing import Any, cast

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.formats.excel.book import Book
from s3desk.formats.excel.cells import put
from s3desk.formats.excel.heights import fix

HEAD_ROW = 4
"""Where the head of the table stands on a sheet that is one table."""


def heading(book: Book, sheet: Worksheet, title: str, hint: str) -> None:
    """The three lines above a table: title, what it is about, what to do with it."""
    for row, (text, look) in enumerate(((title, "heading"), (about(book), "lead"), (hint, "lead")), start=1):
        put(book, sheet, row, 1, text, look)
    fix(sheet, 1, line=18)


def about(book: Book) -> str:
    """Territory, check, day, status and check code in one line."""
    head, language = book.picture.head, book.language
    code = language.text("Check code {code}", code=book.picture.check_code)
    example = language.text("Invented example") if head.example else ""
    parts = (place(book), example, head.check, language.date(head.made_at.date()), head.step_words, code)
    return " \u00b7 ".join(part for part in parts if part)


def place(book: Book) -> str:
    """The territory, or the authority where none is entered."""
    return book.picture.head.territory or book.picture.head.authority


def book_title(book: Book) -> str:
    """What the workbook is, in one line."""
    condition = book.picture.catalogue.condition
    return book.language.text(
        "{place}: self-assessment of enabling condition {condition}", place=place(book), condition=condition
    )


def standing(book: Book) -> str:
    """Where the workbook comes from and what it is not."""
    return book.language.text("Prepared with S3 Desk. Not an official form.")


def freeze(sheet: Worksheet, row: int, column: int = 1) -> None:
    """Keep what stands above this row and left of this column in sight."""
    sheet.freeze_panes = f"{get_column_letter(column)}{row}"


def paper(book: Book, sheet: Worksheet, last_column: int, head_row: int | None = None) -> None:
    """A4 landscape, one page wide, the head repeated, and a foot that says what it is."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, header=0.3, footer=0.35)
    sheet.print_area = f"A1:{get_column_letter(last_column)}{max(sheet.max_row, 1)}"
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"
    foot(book, sheet)


def foot(book: Book, sheet: Worksheet) -> None:
    """The printed foot: only words of ours, as "&" would be a command there."""
    language, picture = book.language, book.picture
    code = language.text("Check code {code}", code=picture.check_code)
    line = cast("Any", sheet.oddFooter)
    line.left.text = standing(book).replace("&", "&&")
    line.center.text = f"{picture.head.step_words.replace('&', '&&')} \u00b7 {code}"
    line.right.text = language.text("Page {page} of {pages}", page="&P", pages="&N")


def protect(book: Book, sheet: Worksheet) -> None:
    """Keep grey cells as they are, without a password; filtering, sorting and sizes stay free."""
    if not book.internal:
        return
    protection = sheet.protection
    protection.sheet = True
    for freed in ("autoFilter", "sort", "formatColumns", "formatRows", "formatCells"):
        setattr(protection, freed, False)

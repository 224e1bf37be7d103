"""The only place that puts values into cells: text is never taken for a formula, and never cut in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.basics.language import Language
from s3desk.formats.excel.book import Book, Result
from s3desk.formats.excel.styles import Ground, style
from s3desk.formats.xml_text import xml_text

LONGEST = 32_767
"""What a cell holds, counted in UTF-16 units as Excel does."""

_LONGEST_ADDRESS = 2_000
_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel and LibreOffice count days differently, and before 1900 Excel knows no dates."""

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a web page. Addresses that are not plain http(s) stay text."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A text that leads to cells of this workbook."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, written without "=" and with {row} for its own row.

    `result` is what it gives now; None stands for Excel's "not available".
    """

    formula: str
    result: Result


Value = str | int | float | date | Link | Jump | Formula | None


def put(
    book: Book, sheet: Worksheet, row: int, column: int, value: Value, look: str, ground: Ground = Ground.PAGE
) -> None:
    """Write a value into a cell in one of our looks."""
    cell: Any = sheet.cell(row, column)
    cell._style = style(book, look, ground)  # noqa: SLF001 - openpyxl's public way searches all styles for every cell
    match value:
        case None:
            return
        case str():
            _put_text(cell, value, book.language)
        case Formula():
            cell.value = "=" + value.formula.replace("{row}", str(row))
            book.results[sheet.title, cell.coordinate] = value.result
        case Link():
            _put_text(cell, value.text, book.language)
            if is_web_address(value.address):
                cell.hyperlink = value.address
        case Jump():
            _put_text(cell, value.text, book.language)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=value.target)
        case date() if _day(value) >= _FIRST_DAY:
            cell.value = value
        case date():
            _put_text(cell, book.language.short_date(value), book.language)
        case _:
            cell.value = value


def shown(value: Value) -> str:
    """About what a cell shows, to estimate how much room it needs."""
    match value:
        case Link() | Jump():
            return value.text
        case Formula():
            return str(value.result)
        case None:
            return ""
    return str(value)


def is_web_address(address: str) -> bool:
    """Whether Excel takes the address as a link without complaint."""
    if len(address) > _LONGEST_ADDRESS or not _WEB.fullmatch(address) or _PERCENT.search(address):
        return False
    return bool(urlsplit(address).hostname)


def safe(text: str, language: Language) -> str:
    """The text as a cell can hold it: what XML forbids replaced, and a note where it is too long."""
    whole = _ESCAPE.sub("_x005F_", xml_text(text))
    surplus = _units(whole) - LONGEST if 2 * len(whole) > LONGEST else 0
    return whole if surplus <= 0 else _with_note(whole, surplus, language)


def _with_note(text: str, surplus: int, language: Language) -> str:
    note = language.text(
        "[The cell is full. About {n} more characters stand in the data file.]", n=language.integer(surplus)
    )
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _units(note) - 1)].decode("utf-16-le", "ignore")
    return f"{kept}\n{note}"


def _put_text(cell: Cell, text: str, language: Language) -> None:
    if not text:
        return
    cell.value = safe(text, language)
    cell.data_type = "s"
    if text[0] in "=+-@\t":
        cell.quotePrefix = True


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment

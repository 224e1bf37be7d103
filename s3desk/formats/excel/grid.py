"""A list as an Excel table: columns as data, a row for each item, heights, filter and widths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.formats.excel.book import Book
from s3desk.formats.excel.cells import Formula, Value, put, shown
from s3desk.formats.excel.heights import fit
from s3desk.formats.excel.styles import LOOKS, Ground, from_top, style

Item = TypeVar("Item")

_FILTER_BUTTON = 3.0


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column: its head, width in digits, what it shows of an item, and how.

    `open` columns may be filled in by the reader; `hidden` ones carry ids for the way back.
    """

    head: str
    width: float
    value: Callable[[Item], Value]
    look: str | Callable[[Item], str] = "text"
    open: bool = False
    hidden: bool = False

    def look_of(self, item: Item) -> str:
        """The name of the look for one item."""
        return self.look if isinstance(self.look, str) else self.look(item)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a list stands: its first and last row of items, and the numbers of its columns by head."""

    sheet: Worksheet
    first: int
    last: int
    numbers: dict[str, int]

    def letter(self, head: str) -> str:
        """The letter of one column."""
        return get_column_letter(self.numbers[head])

    def cells(self, head: str) -> str:
        """The cells of one column, such as "$C$5:$C$77"."""
        letter = self.letter(head)
        return f"${letter}${self.first}:${letter}${self.last}"

    def top(self, head: str) -> str:
        """The first cell of one column with its column fixed, as rules for ranges need it: "$C5"."""
        return f"${self.letter(head)}{self.first}"


def grid(
    book: Book,
    sheet: Worksheet,
    name: str,
    head_row: int,
    columns: Sequence[Column[Item]],
    items: Sequence[Item],
    *,
    empty: str = "",
) -> Placed:
    """Write a list with its head; a list without items says so in words and is no Excel table."""
    _write_head(book, sheet, head_row, columns)
    grounds = _grounds(book, columns)
    for row, item in enumerate(items, start=head_row + 1):
        _write_item(book, sheet, row, columns, grounds, item)
    last = head_row + len(items)
    numbers = {column.head: number for number, column in enumerate(columns, start=1)}
    if items:
        sheet.add_table(Table(displayName=name, ref=f"A{head_row}:{get_column_letter(len(columns))}{last}"))
    else:
        put(book, sheet, head_row + 1, 1, empty, style(book, "lead"))
    return Placed(sheet, head_row + 1, last, numbers)


def visible(columns: Sequence[Column[Item]]) -> int:
    """How many columns are seen; hidden ones stand last."""
    return sum(not column.hidden for column in columns)


def _grounds(book: Book, columns: Sequence[Column[Item]]) -> list[Ground]:
    """Grey and white only where something may be filled in."""
    if not book.internal or not any(column.open for column in columns):
        return [Ground.PAGE] * len(columns)
    return [Ground.OPEN if column.open else Ground.GREY for column in columns]


def _write_head(book: Book, sheet: Worksheet, row: int, columns: Sequence[Column[Item]]) -> None:
    for number, column in enumerate(columns, start=1):
        centred = isinstance(column.look, str) and LOOKS[column.look].across != "left"
        put(book, sheet, row, number, column.head, style(book, "head centre" if centred else "head"))
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    fit(sheet, row, [(c.head, c.width - _FILTER_BUTTON) for c in columns if not c.hidden])


def _write_item(
    book: Book, sheet: Worksheet, row: int, columns: Sequence[Column[Item]], grounds: Sequence[Ground], item: Item
) -> None:
    sizes = []
    for number, (column, ground) in enumerate(zip(columns, grounds, strict=True), start=1):
        value = column.value(item)
        put(book, sheet, row, number, value, style(book, column.look_of(item), ground))
        if not column.hidden and not isinstance(value, Formula):
            sizes.append((shown(value), column.width))
    if not fit(sheet, row, sizes):
        for number in range(1, len(columns) + 1):
            from_top(sheet, row, number)

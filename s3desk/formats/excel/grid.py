"""A list as an Excel table: columns as data, a row for each item, heights, filter and widths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.formats.excel.book import Book
from s3desk.formats.excel.cells import Formula, Value, put, safe, shown
from s3desk.formats.excel.heights import fit
from s3desk.formats.excel.styles import LOOKS, Ground, from_top

Item = TypeVar("Item")

_FILTER_BUTTON = 3.0


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column: its head, width in digits, what it shows of an item, and how.

    What is filled in comes back by its `field`, such as "answer.comment"; those columns are open, hidden ones
    carry the ids ("answer.id").
    """

    head: str
    width: float
    value: Callable[[Item], Value]
    look: str | Callable[[Item], str] = "text"
    field: str = ""
    hidden: bool = False

    @property
    def open(self) -> bool:
        """Whether the reader may fill it in."""
        return bool(self.field) and not self.hidden

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
    _note_fields(book, sheet, columns)
    grounds = _grounds(book, columns)
    for row, item in enumerate(items, start=head_row + 1):
        _write_item(book, sheet, row, columns, grounds, item)
    last = head_row + len(items)
    numbers = {column.head: number for number, column in enumerate(columns, start=1)}
    if items:
        sheet.add_table(_table(book, name, f"A{head_row}:{get_column_letter(len(columns))}{last}", columns))
    else:
        put(book, sheet, head_row + 1, 1, empty, "lead")
    return Placed(sheet, head_row + 1, last, numbers)


def visible(columns: Sequence[Column[Item]]) -> int:
    """How many columns are seen; hidden ones stand last."""
    return sum(not column.hidden for column in columns)


def _note_fields(book: Book, sheet: Worksheet, columns: Sequence[Column[Item]]) -> None:
    if book.internal and any(column.field for column in columns):
        named = enumerate(columns, start=1)
        book.fields[sheet.title] = {get_column_letter(n): (column.head, column.field) for n, column in named}


def _grounds(book: Book, columns: Sequence[Column[Item]]) -> list[Ground]:
    """Grey and white only where something may be filled in."""
    if not book.internal or not any(column.open for column in columns):
        return [Ground.PAGE] * len(columns)
    return [Ground.OPEN if column.open else Ground.GREY for column in columns]


def _table(book: Book, name: str, cells: str, columns: Sequence[Column[Item]]) -> Table:
    heads = [TableColumn(number, name=safe(column.head, book.language)) for number, column in enumerate(columns, 1)]
    return Table(displayName=name, ref=cells, tableColumns=heads, autoFilter=AutoFilter(cells))


def _write_head(book: Book, sheet: Worksheet, row: int, columns: Sequence[Column[Item]]) -> None:
    for number, column in enumerate(columns, start=1):
        centred = isinstance(column.look, str) and LOOKS[column.look].across != "left"
        put(book, sheet, row, number, column.head, "head centre" if centred else "head")
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    fit(sheet, row, [(c.head, c.width - _FILTER_BUTTON) for c in columns if not c.hidden])


def _write_item(
    book: Book, sheet: Worksheet, row: int, columns: Sequence[Column[Item]], grounds: Sequence[Ground], item: Item
) -> None:
    sizes = []
    for number, (column, ground) in enumerate(zip(columns, grounds, strict=True), start=1):
        value = column.value(item)
        put(book, sheet, row, number, value, column.look_of(item), ground)
        if not column.hidden and not isinstance(value, Formula):
            sizes.append((shown(value), column.width))
    if not fit(sheet, row, sizes):
        for number in range(1, len(columns) + 1):
            from_top(sheet, row, number)

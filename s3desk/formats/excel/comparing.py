"""Compares the cells of a sheet with the prints that were taken when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

from s3desk.formats.excel.prints import print_of
from s3desk.formats.excel.reading import Cell, Sheet
from s3desk.queries.filled import Trouble, Value, WrittenCell

Columns = Mapping[str, tuple[str, str]]
"""By the letter that a column had when it was written: its head, and the field that comes back from it."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_NOTHING = Cell(None)
_ID = ".id"


@dataclass
class Comparison:
    """Collects, sheet by sheet, what differs; `digest` is that of the data from which the workbook was written."""

    digest: str
    cells: list[WrittenCell] = field(default_factory=list)
    grey: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    prints: dict[tuple[str, str], str] = field(default_factory=dict)

    def compare(self, sheet: Sheet, columns: Columns, written: Mapping[str, Mapping[str, str]]) -> None:
        """Compare one sheet with the prints of its rows, by key and column."""
        head, places = _heads(sheet, columns)
        self.missing += [f"{sheet.title}: {columns[one][0]}" for one in columns if one not in places]
        ids = next((places[one] for one in places if columns[one][1].endswith(_ID)), "")
        seen: set[str] = set()
        for number, cells in sorted(sheet.rows.items()):
            named = as_text(cells.get(ids)) if number > head else ""
            key = named if named in written else f"#{number}"
            for letter, field_name, before in _spots(cells, columns, places, written.get(key, {})):
                spot = _Spot(sheet, letter, number, cells.get(letter, _NOTHING), before)
                if field_name and not key.startswith("#"):
                    self._compare_white(spot, field_name, plain_text(key), twice=key in seen)
                elif not spot.is_as_written(self.digest):
                    self.grey.append(spot.place)
            seen.add(key)
        for key in [key for key in written if key not in seen]:
            self._miss(sheet.title, key, written[key])

    def _compare_white(self, spot: _Spot, field_name: str, key: str, *, twice: bool) -> None:
        if twice:
            if spot.cell.value is not None:
                self.cells.append(WrittenCell(field_name, key, spot.place, spot.value, Trouble.TWICE))
            return
        self.prints[field_name, key] = spot.before
        if not spot.is_as_written(self.digest):
            self.cells.append(WrittenCell(field_name, key, spot.place, spot.value, spot.trouble))

    def _miss(self, title: str, key: str, written: Mapping[str, str]) -> None:
        """A row that is gone: one with an id was deleted, any other was emptied."""
        if key.startswith("#"):
            self.grey += [f"{title}, {letter}{key[1:]}" for letter in written]
        else:
            self.missing.append(f"{title}: {plain_text(key)}")


@dataclass(frozen=True, slots=True)
class _Spot:
    """One cell of a sheet, with its print from when the workbook was written."""

    sheet: Sheet
    letter: str
    number: int
    cell: Cell
    before: str

    @property
    def place(self) -> str:
        return f"{self.sheet.title}, {self.letter}{self.number}"

    @property
    def value(self) -> Value:
        found = self.cell.value
        return plain_text(found) if isinstance(found, str) else found

    @property
    def trouble(self) -> Trouble | None:
        if self.cell.formula:
            return Trouble.FORMULA
        if self.cell.error:
            return Trouble.ERROR
        column, row = column_index_from_string(self.letter), self.number
        covered = any(
            left <= column <= right and top <= row <= bottom and (column, row) != (left, top)
            for left, top, right, bottom in self.sheet.merged
        )
        return Trouble.MERGED if covered else None

    def is_as_written(self, digest: str) -> bool:
        """Whether nothing changed; of several equal formulas a program may write only the first."""
        if self.cell.formula and self.cell.value == "=":
            return bool(self.before)
        return print_of(self.cell.value, digest, formula=self.cell.formula) == self.before


def _heads(sheet: Sheet, columns: Columns) -> tuple[int, dict[str, str]]:
    """The row of the heads, and where each column stands now; 0 where no heads are known or found."""
    heads = {head: letter for letter, (head, _) in columns.items()}
    found: tuple[int, dict[str, str]] = (0, {})
    for number, row in sorted(sheet.rows.items()):
        here = {heads[text]: letter for letter, cell in row.items() if (text := as_text(cell)) in heads}
        if len(here) > len(found[1]):
            found = number, here
        if len(here) == len(heads):
            break
    return found


def _spots(
    cells: Mapping[str, Cell], columns: Columns, places: Mapping[str, str], written: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Each column that holds or held something: its letter now, the field that comes back from it, its print."""
    placed = {now: letter for letter, now in places.items()} if columns else {one: one for one in {**cells, **written}}
    for now in {**placed, **cells}:
        letter = placed.get(now, "")
        field_name = columns.get(letter, ("", ""))[1]
        yield now, "" if field_name.endswith(_ID) else field_name, written.get(letter, "")


def as_text(cell: Cell | None) -> str:
    """What a cell holds, as a text."""
    return "" if cell is None or cell.value is None else str(cell.value)


def plain_text(text: str) -> str:
    """A text as people wrote it: programs write some characters as their number."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)

"""Prints: a short digest of each cell as it was written, by which a workbook that comes back tells what was changed.

A print is made from the value in the one form that Excel and LibreOffice both keep, together with the digest of the
data, so that cells and check code belong together. It is no protection: whoever can write a cell can write a print.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_DAY = len("2026-11-16")
_BETWEEN = "\t"
_FORMULA_DRESS = re.compile(r"\s+|_xlfn\.|^\{|\}$")
_REFERENCE = re.compile(r"\$?\b[A-Z]{1,3}\$?[0-9]+\b")
"""Cells that a formula names: they move with it when a list is sorted."""


def print_of(value: object, digest: str, *, formula: bool = False) -> str:
    """The print of a value; "" for an empty cell."""
    plain = _plain_formula(str(value)) if formula else _plain(value)
    return hashlib.blake2s(f"{digest}\0{plain}".encode("utf-8", "replace"), digest_size=4).hexdigest() if plain else ""


def lines(sheet: Worksheet, fields: Mapping[str, tuple[str, str]], digest: str) -> Iterator[str]:
    """One line for each row that holds something: the prints by column, and by what the row is found again.

    Rows with an id are found by it, so that a list may be sorted; all others by their number.
    """
    ids = [letter for letter, (_, field) in fields.items() if field.endswith(".id")]
    for number, row in _rows(sheet).items():
        found = {letter: print_of(value, digest, formula=formula) for letter, (value, formula) in row.items()}
        named = [str(row[letter][0]) for letter in ids if letter in row]
        is_head = named == [head for head, field in fields.values() if field.endswith(".id")]
        key = named[0] if named and not is_head else f"#{number}"
        yield " ".join(f"{letter}:{one}" for letter, one in found.items() if one) + _BETWEEN + key


def read_line(line: str) -> tuple[str, dict[str, str]]:
    """The key of a row and its prints by column."""
    found, _, key = line.partition(_BETWEEN)
    return key, dict(part.split(":", 1) for part in found.split(" ") if ":" in part)


def _rows(sheet: Worksheet) -> dict[int, dict[str, tuple[object, bool]]]:
    rows: dict[int, dict[str, tuple[object, bool]]] = {}
    for (number, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001 - the public way makes missing cells
        if cell.value is not None:
            rows.setdefault(number, {})[get_column_letter(column)] = (cell.value, cell.data_type == "f")
    return rows


def _plain(value: object) -> str:
    """The value in the form that survives being saved by another program."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", one_form(value)).strip()
    if value is None:
        return ""
    match value:
        case bool():
            return str(value)
        case int() | float():
            return f"{value:.12g}"
        case datetime() if value.time() != time():
            return value.isoformat(timespec="minutes")
    return value.isoformat()[:_DAY] if isinstance(value, date) else str(value)


def one_form(text: str) -> str:
    """A text of a cell with one kind of line end, and without the escapes that programs put before odd characters."""
    return text.replace("x005F_", "").replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _plain_formula(formula: str) -> str:
    return "=" + _FORMULA_DRESS.sub("", _REFERENCE.sub("#", formula)).lstrip("=").casefold()

"""Heights of rows from their wrapped text, for programs that do not measure it themselves."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

LINE = 15.0
"""Points of one line of Calibri 11."""

_LOWEST = 24.0
_HIGHEST = 409.0
"""Excel's limit; the text beyond it stays in the cell and is read in the formula bar."""

_PADDING = 3.0
_SIDES = 2.2
"""Digits of width that the indent and the margins of a cell take."""

_WIDEST = 2.1
"""Digits of width that an East Asian letter takes."""

_WIDTHS = {
    letter: width
    for letters, width in ((" .,:;'|!()[]ijlI", 0.47), ('frt-/"', 0.67), ("acksvxyz", 0.89), ("mwMW@%", 1.57))
    for letter in letters
} | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 1.15)
"""Widths of Calibri's letters in digits; all others are about as wide as a digit."""


class GrowingRow(RowDimension):
    """A row whose height is a first proposal: programs that measure text may make it higher or lower."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name openpyxl reads
        """Whether the height was chosen by a person."""
        return False


def fit(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> bool:
    """Make a row high enough for each text in a column of that width; it grows when somebody writes more.

    Gives whether all of it can be seen.
    """
    needed = max((lines(text, width) for text, width in texts), default=1) * LINE + _PADDING
    height = min(_HIGHEST, max(_LOWEST, needed))
    sheet.row_dimensions[row] = GrowingRow(sheet, index=row, ht=height)
    return needed <= _HIGHEST


def fix(sheet: Worksheet, row: int, count: int = 1, line: float = LINE) -> None:
    """Give a row the height of so many lines for good, where cells are merged and nothing measures them."""
    sheet.row_dimensions[row].height = min(_HIGHEST, count * line + _PADDING)


def lines(text: str, width: float) -> int:
    """How many lines a text needs in a column of that width."""
    room = max(1.0, width - _SIDES)
    if len(text) * _WIDEST < room and "\n" not in text:
        return 1
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    count, used = 1, 0.0
    for word in paragraph.split(" "):
        long = _width(word)
        if used and used + long > room:
            count, used = count + 1, 0.0
        if long > room:
            count += math.ceil(long / room) - 1
            long %= room
        used += long + _WIDTHS[" "]
    return count


@lru_cache(maxsize=8192)
def _width(word: str) -> float:
    if word.isascii():
        return sum(_WIDTHS.get(letter, 1.03) for letter in word)
    return sum(
        _WIDEST if unicodedata.east_asian_width(letter) in "WF" else _WIDTHS.get(letter, 1.05) for letter in word
    )

"""How cells look: named styles made from the theme's tokens, each added to the workbook on its first use."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.figures.palette import tokens
from s3desk.formats.excel.book import Book

FONT = "Calibri"
SIZE = 11
PLACE = "\x00"
DATE = "d mmm yyyy"
MOMENT = "d mmm yyyy hh:mm"


class Ground(StrEnum):
    """What a cell stands on: the page, grey (not to be changed), or white (to be filled in)."""

    PAGE = ""
    GREY = " grey"
    OPEN = " open"


@dataclass(frozen=True, slots=True)
class Look:
    """One look; colours are names of tokens."""

    color: str = "text"
    fill: str = ""
    size: int = SIZE
    bold: bool = False
    underline: bool = False
    across: str = "left"
    up: str = "center"
    wrap: bool = True
    border: bool = True
    number_format: str = "General"


_TEXT = Look()
_BARE = Look(border=False, wrap=False)
_CENTRE = Look(across="center")
_FIGURE = Look(across="right", wrap=False)
_MARK = Look(bold=True)

LOOKS = {
    "title": replace(_BARE, size=18, bold=True, color="accent"),
    "heading": replace(_BARE, size=13, bold=True, color="accent"),
    "lead": replace(_BARE, color="muted"),
    "label": replace(_BARE, color="muted", up="top"),
    "fact": replace(_BARE, wrap=True, up="top"),
    "fact yes": replace(_BARE, bold=True, color="ok", wrap=True, up="top"),
    "fact no": replace(_BARE, bold=True, color="bad", wrap=True, up="top"),
    "fact open": replace(_BARE, bold=True, wrap=True, up="top"),
    "head": Look(color="on_accent", fill="accent", bold=True),
    "head centre": Look(color="on_accent", fill="accent", bold=True, across="center"),
    "text": _TEXT,
    "mark": replace(_MARK, across="center", number_format="@"),
    "strong": _MARK,
    "muted": replace(_TEXT, color="muted"),
    "warn": replace(_TEXT, color="warn"),
    "text over": replace(_TEXT, fill="bad_tint"),
    "over": replace(_FIGURE, color="bad", fill="bad_tint", bold=True),
    "link": replace(_TEXT, color="accent", underline=True),
    "choice": replace(_CENTRE, bold=True),
    "choice yes": replace(_CENTRE, bold=True, color="ok"),
    "choice no": replace(_CENTRE, bold=True, color="bad"),
    "centre": _CENTRE,
    "centre muted": replace(_CENTRE, color="muted"),
    "number": _FIGURE,
    "average": replace(_FIGURE, bold=True, number_format="0.0"),
    "average before": replace(_FIGURE, color="muted", number_format="0.0"),
    "date": replace(_TEXT, number_format=DATE),
    "moment": replace(_TEXT, number_format=MOMENT),
    "yes": replace(_MARK, color="ok"),
    "no": replace(_MARK, color="bad"),
    "undecided": replace(_MARK, color="muted"),
    "list": _BARE,
    "total": _MARK,
    "total number": replace(_FIGURE, bold=True),
    "legend": _CENTRE,
}
"""All looks by name; a caller adds nothing to them but a ground."""


def style(book: Book, look: str, ground: Ground = Ground.PAGE) -> StyleArray:
    """The workbook's named style for a look on a ground, as a cell carries it."""
    found = book.styles.get((look, ground))
    if found is None:
        named = _named(f"S3 {look}{ground}", LOOKS[look], ground)
        book.workbook.add_named_style(named)
        found = book.styles[look, ground] = named.as_tuple()
    return StyleArray(found)


def counted(words: str) -> str:
    """A number format that shows a number inside words, at `PLACE`: 8 as "8 of 10 rated"."""
    before, _, after = words.partition(PLACE)
    return f"{_quoted(before)}0{_quoted(after)}"


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', "\u201d")) if words else ""


def _named(name: str, look: Look, ground: Ground) -> NamedStyle:
    fill = look.fill or {Ground.GREY: "window"}.get(ground, "")
    return NamedStyle(
        name=name,
        font=font(look.color, size=look.size, bold=look.bold, underline=look.underline),
        fill=solid(tokens().color(fill)) if fill else PatternFill(),
        border=_border() if look.border else Border(),
        alignment=_alignment(look),
        number_format=look.number_format,
        protection=Protection(locked=ground is not Ground.OPEN),
    )


@cache
def _alignment(look: Look) -> Alignment:
    indent = 1 if look.border and look.across != "center" else 0
    return Alignment(horizontal=look.across, vertical=look.up, wrap_text=look.wrap, indent=indent)


@cache
def font(color: str, *, size: int = SIZE, bold: bool = False, underline: bool = False) -> Font:
    """Calibri in a token's colour."""
    line: Literal["single"] | None = "single" if underline else None
    return Font(name=FONT, size=size, bold=bold, underline=line, color=argb(tokens().color(color)))


@cache
def solid(color: str) -> PatternFill:
    """One plain colour; conditional formats read the background, cells the foreground."""
    return PatternFill("solid", start_color=argb(color), end_color=argb(color))


def argb(color: str) -> str:
    """A colour such as "#1D4E94" as Excel writes it."""
    return "FF" + color.lstrip("#")


@cache
def _border() -> Border:
    side = Side("thin", color=argb(tokens().color("border")))
    return Border(left=side, right=side, top=side, bottom=side)


def from_top(sheet: Worksheet, row: int, column: int) -> None:
    """Show where a text begins, in a row that would have to be higher than Excel allows."""
    cell = sheet.cell(row, column)
    alignment: Any = copy(cell.alignment)
    alignment.vertical = "top"
    cell.alignment = alignment

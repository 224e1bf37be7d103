"""How a report looks: sheet, margins, type scale and colours, all in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from s3desk.figures.figure import hex_color
from s3desk.figures.palette import tokens

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)
MARGIN = 19 * mm
NARROW_MARGIN = 12 * mm
"""Left and right of landscape sheets: Table 12 needs the width."""

HEAD_SPACE, FOOT_SPACE = 62.0, 56.0
"""From the edge of the sheet to where the content begins and ends."""

BODY_WIDTH = PORTRAIT[0] - 2 * MARGIN
PORTRAIT_HEIGHT = PORTRAIT[1] - HEAD_SPACE - FOOT_SPACE
LANDSCAPE_HEIGHT = LANDSCAPE[1] - HEAD_SPACE - FOOT_SPACE


@cache
def color(name: str) -> Color:
    """The colour of a token, as paper shows it (the light theme)."""
    return HexColor(hex_color(name, tokens()))


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size and line height, colour by its token, weight, alignment, space around."""

    size: float
    leading: float
    ink: str = "text"
    strong: bool = False
    align: Literal["left", "center", "right"] = "left"
    before: float = 0
    after: float = 0


TITLE = Style(29, 35, strong=True, before=10, after=12)
TITLE_LONG = Style(20, 25, strong=True, before=10, after=12)
TITLE_VERY_LONG = Style(13, 17, strong=True, before=10, after=12)
SUBTITLE = Style(10.8, 16.5)
KICKER = Style(9, 12, "accent", strong=True, before=30)
COVER_KICKER = Style(11.3, 15, "accent", strong=True)
SENDER = Style(9.6, 13, "accent", strong=True)

H1 = Style(18, 23, strong=True, after=8)
H1_NEXT = Style(18, 23, strong=True, before=30, after=8)
"""Of a part that follows another one on the same sheet."""

H1_LONG = Style(15, 20, strong=True, after=6)
H2 = Style(11, 15, strong=True, before=13, after=4)
H3 = Style(9, 12.5, strong=True, before=8, after=2)

LEAD = Style(9.6, 15, after=6)
BODY = Style(9, 12.8, after=5)
BODY_STRONG = Style(9, 12.8, strong=True)
BODY_MUTED = Style(9, 12.8, "muted", after=5)
ITEM = Style(9, 12.8)
LABEL = Style(8, 11, "muted")
VALUE = Style(11, 15, strong=True)
NUMBER = Style(14.5, 19, "accent", strong=True)
NOTE = Style(8, 11, "muted", after=4)

CELL = Style(8, 11.2)
CELL_MUTED = Style(8, 11.2, "muted")
CELL_STRONG = Style(8, 11.2, strong=True)
CELL_RIGHT = Style(8, 11.2, "muted", align="right")
CELL_CENTER = Style(8, 11.2, "muted", align="center")
CELL_HEAD = Style(7.6, 10.2, "muted", strong=True)
CELL_HEAD_RIGHT = Style(7.6, 10.2, "muted", strong=True, align="right")
CELL_HEAD_CENTER = Style(7.6, 10.2, "muted", strong=True, align="center")

T12_HEAD = Style(7.4, 9.6, strong=True)
T12_HEAD_CENTER = Style(7.4, 9.6, strong=True, align="center")
T12_CELL = Style(7.3, 9.5)
T12_STRONG = Style(7.3, 9.5, strong=True)
T12_CENTER = Style(7.3, 9.5, strong=True, align="center")

RUNNING_SIZE = 7.4
"""Size of head and foot."""

"""How a report looks: sheet, margins, type scale and colours, all in points."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from s3desk.figures.figure import hex_color
from s3desk.figures.palette import tokens
from s3desk.formats.pdf import fonts

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


def _style(size: float, leading: float, ink: str = "text", **more: object) -> ParagraphStyle:
    strong = bool(more.pop("strong", False))
    return ParagraphStyle(
        f"{size}/{leading}",
        fontName=fonts.STRONG if strong else fonts.REGULAR,
        fontSize=size,
        leading=leading,
        textColor=color(ink),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )


TITLE = _style(29, 35, strong=True, spaceBefore=10, spaceAfter=12)
TITLE_LONG = _style(20, 25, strong=True, spaceBefore=10, spaceAfter=12)
TITLE_VERY_LONG = _style(13, 17, strong=True, spaceBefore=10, spaceAfter=12)
SUBTITLE = _style(10.8, 16.5)
KICKER = _style(9, 12, "accent", strong=True)
COVER_KICKER = _style(11.3, 15, "accent", strong=True)
SENDER = _style(9.6, 13, "accent", strong=True)

H1 = _style(18, 23, strong=True, spaceAfter=8)
H1_LONG = _style(15, 20, strong=True, spaceAfter=6)
H2 = _style(11, 15, strong=True, spaceBefore=13, spaceAfter=4)
H3 = _style(9, 12.5, strong=True, spaceBefore=8, spaceAfter=2)

LEAD = _style(9.6, 15, spaceAfter=6)
BODY = _style(9, 12.8, spaceAfter=5)
BODY_STRONG = _style(9, 12.8, strong=True)
BODY_MUTED = _style(9, 12.8, "muted", spaceAfter=5)
ITEM = _style(9, 12.8)
LABEL = _style(8, 11, "muted")
VALUE = _style(11, 15, strong=True)
NUMBER = _style(14.5, 19, "accent", strong=True)
NOTE = _style(8, 11, "muted", spaceAfter=4)
WARNING = _style(8, 11, "warn", strong=True, spaceAfter=4)

CELL = _style(8, 11.2)
CELL_MUTED = _style(8, 11.2, "muted")
CELL_STRONG = _style(8, 11.2, strong=True)
CELL_RIGHT = _style(8, 11.2, "muted", alignment=TA_RIGHT)
CELL_STRONG_RIGHT = _style(8, 11.2, strong=True, alignment=TA_RIGHT)
CELL_CENTER = _style(8, 11.2, "muted", alignment=TA_CENTER)
CELL_HEAD = _style(7.6, 10.2, "muted", strong=True)
CELL_HEAD_RIGHT = _style(7.6, 10.2, "muted", strong=True, alignment=TA_RIGHT)
CELL_HEAD_CENTER = _style(7.6, 10.2, "muted", strong=True, alignment=TA_CENTER)

T12_HEAD = _style(7.4, 9.6, strong=True)
T12_HEAD_CENTER = _style(7.4, 9.6, strong=True, alignment=TA_CENTER)
T12_CELL = _style(7.3, 9.5)
T12_STRONG = _style(7.3, 9.5, strong=True)
T12_CENTER = _style(7.3, 9.5, strong=True, alignment=TA_CENTER)
T12_OPEN = _style(7.3, 9.5, "warn")

RUNNING_SIZE = 7.4
"""Size of head and foot."""

"""Wrapped text for widgets that paint themselves.

Broken by hand, not by QTextLayout, whose calls crashed Python with PySide6 6.12.0.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from s3desk.desktop import theme

if TYPE_CHECKING:
    from s3desk.queries.marking import Runs


@lru_cache(maxsize=512)
def wrapped(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """The text broken at spaces into lines of at most `width` pixels; a layout asks for the same many times."""
    metrics = QFontMetrics(font)
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line)


def paint_lines(painter: QPainter, rect: QRect, lines: tuple[str, ...], step: str, ink: str) -> None:
    """Draw lines below each other in the line height of a type step, centred in the height of a rectangle."""
    shown = theme.current()
    height = shown.line(step)
    top = rect.top() + (rect.height() - height * len(lines)) // 2
    painter.setFont(shown.font(step))
    painter.setPen(shown.color(ink))
    for place, line in enumerate(lines):
        room = QRect(rect.left(), top + place * height, rect.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


def paint_runs(painter: QPainter, rect: QRect, runs: Runs, step: str, ink: str, *, strong: bool = False) -> int:
    """Draw one line of runs, the marked ones on a tint; what has no room ends in an ellipsis. Returns its end.

    A text that is also read from right to left is drawn as a whole, because its runs would change places.
    """
    shown = theme.current()
    fonts = (shown.font("strong" if strong else step), shown.font("strong"))
    fonts[0].setPointSizeF(shown.font(step).pointSizeF())
    fonts[1].setPointSizeF(shown.font(step).pointSizeF())
    whole = "".join(text for text, _ in runs)
    left, side = rect.left(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    for text, marked in ((whole, False),) if _turns(whole) else runs:
        metrics, room = QFontMetrics(fonts[marked]), rect.right() - left
        part = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(part)
        if marked:
            painter.fillRect(QRect(left, rect.center().y() - metrics.height() // 2, width, metrics.height()),
                             shown.color("warn_tint"))  # fmt: skip
        painter.setFont(fonts[marked])
        painter.setPen(shown.color("text" if marked else ink))
        painter.drawText(QRect(left, rect.top(), width + 1, rect.height()), side, part)
        left += width
        if part != text:
            break
    return left


def _turns(text: str) -> bool:
    """Whether a text holds letters that are read from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)

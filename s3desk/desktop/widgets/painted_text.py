"""Wrapped text for widgets that paint themselves.

Broken by hand, not by QTextLayout, whose calls crashed Python with PySide6 6.12.0.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from s3desk.desktop import theme


def wrapped(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """The text broken at spaces into lines of at most `width` pixels."""
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

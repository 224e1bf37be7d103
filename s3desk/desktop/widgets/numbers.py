"""Numbers in boxes: criteria in the navigation and at the head of their page, steps of an explanation."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from s3desk.desktop import theme


def paint_box(painter: QPainter, rect: QRect, fill: QColor, pen: QPen) -> None:
    """Draw a box with the round corners of a control."""
    radius = theme.current().measure("radius", "control")
    painter.setBrush(fill)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_number(painter: QPainter, rect: QRect, number: int, *, chosen: bool = False) -> None:
    """Draw the number of a criterion in its square box; filled when it is the chosen one."""
    shown = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = shown.color("accent" if chosen else "surface")
    paint_box(painter, rect, fill, QPen(shown.color("accent" if chosen else "control"), 1))
    ink = shown.color("on_accent" if chosen else "text")
    font = shown.font("caption")
    font.setWeight(shown.font("strong").weight())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def paint_step(painter: QPainter, rect: QRect, number: int) -> None:
    """Draw the number of a step in a box with an accent border."""
    shown = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, rect, shown.color("surface"), QPen(shown.color("accent"), 1))
    font = shown.font("caption")
    font.setWeight(shown.font("strong").weight())
    painter.setFont(font)
    painter.setPen(shown.color("accent"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))

"""Bars: how much of something is done, and a rating on its scale of five."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from s3desk.desktop import theme

_TICK = 2


def paint_bar(painter: QPainter, rect: QRectF, share: float, color: str = "accent") -> None:
    """Draw a rounded track filled to `share` (0 to 1) with a colour of the theme."""
    shown = theme.current()
    radius = rect.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.color("sunken"))
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        filled = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * min(1.0, share)), rect.height())
        painter.setBrush(shown.color(color))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def paint_score_bar(
    painter: QPainter, rect: QRectF, value: float | None, color: str, target: float | None = None
) -> None:
    """Draw a value from 0 to 5 in five steps; `color` is "#RRGGBB", a target stands as a dark tick."""
    shown = theme.current()
    painter.fillRect(rect, shown.color("sunken"))
    if value is not None:
        filled = QRectF(rect.left(), rect.top(), rect.width() * value / 5, rect.height())
        painter.fillRect(filled, QColor(color))
    for step in range(1, 5):
        left = rect.left() + rect.width() * step / 5
        painter.fillRect(QRectF(left, rect.top(), 1, rect.height()), shown.color("surface"))
    if target is not None:
        left = rect.left() + rect.width() * target / 5
        overhang = shown.px(3)
        tick = QRectF(left - _TICK / 2, rect.top() - overhang, _TICK, rect.height() + 2 * overhang)
        painter.fillRect(tick, shown.color("text"))


class Bar(QWidget):
    """A thin bar that shows a share. The number stands beside it in words, so it is not read out."""

    def __init__(self, *, width: int = 80, height: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(theme.current().px(width), theme.current().px(height))
        self._share = 0.0
        self._color = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, color: str = "accent") -> None:
        self._share, self._color = share, color
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_bar(QPainter(self), QRectF(self.rect()), self._share, self._color)


class ScoreBar(QWidget):
    """A rating on the scale of five, with an optional target."""

    def __init__(self, *, width: int = 88, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = theme.current()
        self._size = QSize(shown.px(width), shown.px(14))
        self._value: float | None = None
        self._target: float | None = None
        self._color = shown.tokens.color("accent")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float | None, *, level: int | None = None, target: float | None = None) -> None:
        """Show a value; `level` is the nearest level of the scale, whose colour it gets (else the accent)."""
        tokens = theme.current().tokens
        self._value, self._target = value, target
        self._color = tokens.color("accent") if level is None else tokens.scores[level].line
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        height = theme.current().px(8)
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        paint_score_bar(QPainter(self), rect, self._value, self._color, self._target)

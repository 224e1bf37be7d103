"""A large button of the start page: icon, what it does, one line about it, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryCard(QAbstractButton):
    """One entry; filled where it is the next step."""

    def __init__(self, symbol: str, title: str, about: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol, self._about, self._keys = symbol, about, keys
        self._filled = False
        self.setText(title)
        self.setAccessibleName(f"{title}. {about}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: bool) -> None:
        """Show it as the primary step."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        shown = theme.current()
        return QSize(shown.px(280), shown.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        shown = theme.current()
        side = shown.px(20)
        symbol = QRect(shown.px(16), (self.height() - side) // 2, side, side)
        paint_icon(painter, symbol, self._symbol, "on_accent" if self._filled else "accent")
        keys_width = self._paint_keys(painter)
        words = self.rect().adjusted(shown.px(53), 0, -keys_width - shown.px(24), 0)
        self._paint_words(painter, words)

    def _paint_ground(self, painter: QPainter) -> None:
        shown = theme.current()
        hovered = self.underMouse()
        if self._filled:
            ground, edge = ("accent_hover" if hovered else "accent"), "accent"
        else:
            ground, edge = ("sunken" if hovered else "surface"), "border"
        painter.setBrush(shown.color(ground))
        painter.setPen(QPen(shown.color(edge), 1))
        radius = shown.measure("radius", "rating")
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_keys(self, painter: QPainter) -> int:
        shown = theme.current()
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("on_accent" if self._filled else "muted"))
        painter.drawText(self.rect().adjusted(0, 0, -shown.px(16), 0), _RIGHT, self._keys)
        return painter.fontMetrics().horizontalAdvance(self._keys)

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        shown = theme.current()
        middle = rect.center().y() + 1
        upper, lower = QRect(rect), QRect(rect)
        upper.setTop(middle - shown.line("strong"))
        upper.setBottom(middle - shown.px(1))
        lower.setTop(middle)
        lower.setBottom(middle + shown.line("caption"))
        for line, text, step, ink in (
            (upper, self.text(), "strong", "text"),
            (lower, self._about, "caption", "muted"),
        ):
            painter.setFont(shown.font(step))
            painter.setPen(shown.color("on_accent" if self._filled else ink))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(line, _LEFT, fitting)

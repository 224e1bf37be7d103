"""A large button of the start page: icon, what it does, one line about it, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_filled(self, filled: bool) -> None:
        """Show it as the primary step."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        shown = theme.current()
        return QSize(shown.px(280), shown.px(64))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = theme.current()
        room = QRect(0, 0, width - self._keys_width() - shown.px(77), 1000)
        about = QFontMetrics(shown.font("caption")).boundingRect(room, _WRAP, self._about)
        return max(shown.px(64), about.height() + shown.line("strong") + shown.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        shown = theme.current()
        side = shown.px(20)
        symbol = QRect(shown.px(16), (self.height() - side) // 2, side, side)
        paint_icon(painter, symbol, self._symbol, "on_accent" if self._filled else "accent")
        self._paint_keys(painter)
        words = self.rect().adjusted(shown.px(53), 0, -self._keys_width() - shown.px(24), 0)
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

    def _keys_width(self) -> int:
        return QFontMetrics(theme.current().font("caption")).horizontalAdvance(self._keys)

    def _paint_keys(self, painter: QPainter) -> None:
        shown = theme.current()
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("on_accent" if self._filled else "muted"))
        painter.drawText(self.rect().adjusted(0, 0, -shown.px(16), 0), _RIGHT, self._keys)

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        shown = theme.current()
        about_height = QFontMetrics(shown.font("caption")).boundingRect(rect, _WRAP, self._about).height()
        top = rect.top() + (rect.height() - shown.line("strong") - about_height) // 2
        title = QRect(rect.left(), top, rect.width(), shown.line("strong"))
        about = QRect(rect.left(), title.bottom() + 1, rect.width(), about_height)
        painter.setFont(shown.font("strong"))
        painter.setPen(shown.color("on_accent" if self._filled else "text"))
        painter.drawText(title, _LEFT, self.text())
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("on_accent" if self._filled else "muted"))
        painter.drawText(about, _WRAP, self._about)

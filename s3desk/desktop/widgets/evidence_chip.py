"""A document as a small button: icon, its mark in bold, short title and pages."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.queries.criterion_picture import EvidenceChip

_ICONS = {"data": "table", "website": "globe"}


class EvidenceButton(QAbstractButton):
    """One document used for a question; a click opens it. A long title is shortened and stands in the tooltip."""

    def __init__(self, chip: EvidenceChip, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setAccessibleName(name)
        self.setToolTip(f"{chip.mark} {chip.text}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        shown = theme.current()
        text = QFontMetrics(shown.font("caption"), self).horizontalAdvance(self.chip.text)
        return QSize(self._text_left() + text + shown.px(11), shown.measure("height", "chip"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + theme.current().px(40), self.sizeHint().height())

    def _text_left(self) -> int:
        shown = theme.current()
        return shown.px(30 + 7) + QFontMetrics(shown.font("caption_strong"), self).horizontalAdvance(self.chip.mark)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.color("border"), 1))
        painter.setBrush(shown.color("sunken" if self.underMouse() else "window"))
        radius = shown.measure("radius", "control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = shown.px(14)
        icon = QRect(shown.px(9), (self.height() - side) // 2, side, side)
        paint_icon(painter, icon, _ICONS.get(self.chip.kind, "document"), "text")
        painter.setPen(shown.color("text"))
        painter.setFont(shown.font("caption_strong"))
        painter.drawText(self.rect().adjusted(shown.px(30), 0, 0, 0), _LEFT, self.chip.mark)
        painter.setFont(shown.font("caption"))
        room = self.rect().adjusted(self._text_left(), 0, -shown.px(8), 0)
        text = painter.fontMetrics().elidedText(self.chip.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, text)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

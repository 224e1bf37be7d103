"""The answers that a document is used for, as rows that lead to their question."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.queries.evidence import UseRow

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class UseButton(QAbstractButton):
    """One answer: number, short question, pages and rating; `question_requested(criterion_id, question_id)`."""

    question_requested = Signal(str, str)

    def __init__(self, use: UseRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use = use
        self.setAccessibleName(use.spoken)
        self.setAccessibleDescription(use.pages)
        self.setToolTip(f"{use.number} {use.label}, {use.pages}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.question_requested.emit(self._use.criterion_id, self._use.question_id)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(200), theme.current().px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), shown.color("border"))
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), shown.color("sunken"))
        side = shown.measure("height", "score_chip")
        chip = QRect(self.width() - side, (self.height() - side) // 2 + 1, side, side)
        paint_chip(painter, chip, self._use.answer.state, self._use.answer.rating)
        words = self.rect().adjusted(0, 1, -side - shown.px(8), 0)
        pages = self._write(painter, words, self._use.pages, "caption", "muted", _RIGHT, words.width() // 3)
        self._write(painter, words, self._use.number, "body", "muted", _LEFT, words.width())
        left = shown.px(36)
        room = words.adjusted(left, 0, -pages - shown.px(8), 0)
        self._write(painter, room, self._use.label, "body", "text", _LEFT, room.width())

    def _write(
        self, painter: QPainter, rect: QRect, text: str, step: str, ink: str, side: Qt.AlignmentFlag, most: int
    ) -> int:
        """Write a text of at most so many pixels; how wide it became."""
        font = theme.current().font(step)
        metrics = QFontMetrics(font, self)
        shortened = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        painter.setFont(font)
        painter.setPen(theme.current().color(ink))
        painter.drawText(rect, side, shortened)
        return metrics.horizontalAdvance(shortened)

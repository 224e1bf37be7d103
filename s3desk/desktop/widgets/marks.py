"""The marks of an answer, the same everywhere: the rating chip, and icon and colour of a fulfilment."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.numbers import paint_box
from s3desk.domain.records import AnswerState, Decision

# How a fulfilment looks: icon, colour. The word beside it comes from the picture, in its language.
FULFILMENT_LOOKS = {
    Decision.YES: ("yes", "ok"),
    Decision.NO: ("no", "bad"),
    Decision.NOT_DECIDED: ("undecided", "muted"),
    Decision.NOT_RELEVANT: ("not-relevant", "muted"),
}
_SIGNS = {
    AnswerState.OPEN: "–",
    AnswerState.NOT_APPLICABLE: "n/a",
    AnswerState.NOT_KNOWN: "?",
    AnswerState.ELSEWHERE: "\u2192",
}


def paint_chip(painter: QPainter, rect: QRect, state: AnswerState, rating: int | None) -> None:
    """Draw the chip of an answer: figure on the level's colour, or a sign of its own for each other state."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is AnswerState.RATED and rating is not None:
        score = theme.current().score(rating)
        paint_box(painter, rect, QColor(score.fill), QPen(QColor(score.line), 1))
        _sign(painter, rect, str(rating), QColor(score.text), "strong")
    else:
        _paint_unrated(painter, rect, state)
    painter.restore()


def _paint_unrated(painter: QPainter, rect: QRect, state: AnswerState) -> None:
    shown = theme.current()
    is_open = state is AnswerState.OPEN
    style = Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine
    fill = "surface" if is_open else "sunken"
    paint_box(painter, rect, shown.color(fill), QPen(shown.color("control"), 1, style))
    _sign(painter, rect, _SIGNS.get(state, ""), shown.color("muted"), "caption")


def _sign(painter: QPainter, rect: QRect, text: str, color: QColor, step: str) -> None:
    painter.setFont(theme.current().font(step))
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class ScoreChip(QWidget):
    """The chip of one answer as a widget; `name` is read out, for example "Rating 2 of 5, To be improved"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = AnswerState.OPEN
        self._rating: int | None = None
        side = theme.current().measure("height", "score_chip")
        self.setFixedSize(side, side)

    def show_answer(self, state: AnswerState, rating: int | None, name: str) -> None:
        self._state, self._rating = state, rating
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._state, self._rating)

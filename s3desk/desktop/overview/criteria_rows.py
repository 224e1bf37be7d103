"""How the seven criteria look in rows: number and name, answered, rating, fulfilment, evidence, actions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.overview.rows import RIGHT, write
from s3desk.desktop.painting import paint
from s3desk.desktop.widgets.bars import paint_bar
from s3desk.desktop.widgets.marks import FULFILMENT_LOOKS
from s3desk.desktop.widgets.numbers import paint_number
from s3desk.desktop.widgets.painted_text import paint_lines, wrapped
from s3desk.domain.records import Decision
from s3desk.figures.bars import rating_bar
from s3desk.queries.overview_picture import CriterionLine

_TITLE_LEFT = 51
_BAR_WIDTH, _BAR_HEIGHT = 66, 6
_BAR_SCALE = 4 / 3
"""The bar is 88 by 8 px at 100 %."""
_ANSWERED, _RATING, _CHANGE, _FULFILLED, _COUNT = 68, 128, 36, 93, 55
"""Widths of the columns at 100 %; the title has what they leave."""
_TITLE_LEAST = 132
_BAR_ROOM = 44
"""What a rating needs less without its bar."""
_PAD = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin (for the counts: where they end) in pixels; 0 where there is no room for one."""

    title_end: int
    answered: int
    rating: int
    bar: bool
    change: int
    fulfilled: int
    uses: int
    actions: int


def columns(width: int) -> Columns:
    """The columns of a list of that width.

    First evidence and actions go, then the change, then the answered, at last the bar of the rating.
    """
    px = theme.current().px
    room = width / theme.current().factor - _TITLE_LEFT - _TITLE_LEAST - _RATING - _FULFILLED - 20
    bar, answered = room >= 0, room >= _ANSWERED
    change = room >= _ANSWERED + _CHANGE
    counts = room >= _ANSWERED + _CHANGE + 2 * _COUNT
    end = width - px(16)
    actions, uses = (end, end - px(_COUNT)) if counts else (0, 0)
    fulfilled = end - px(2 * _COUNT * counts) - px(_FULFILLED)
    rating = fulfilled - px(_RATING + _CHANGE * change - _BAR_ROOM * (not bar))
    answered_left = rating - px(_ANSWERED) if answered else 0
    return Columns(
        title_end=(answered_left or rating) - px(6),
        answered=answered_left,
        rating=rating,
        bar=bar,
        change=fulfilled - px(14) if change else 0,
        fulfilled=fulfilled,
        uses=uses,
        actions=actions,
    )


class CriteriaHead(QWidget):
    """The names of the columns; long ones take two lines."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._title, self._answered = text("Criterion"), text("Answered")
        self._rating, self._changed = text("Rating"), text("Rating, target, change")
        self._fulfilled, self._uses, self._actions = text("Fulfilled"), text("Evidence uses"), text("Open actions")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, lines, side in self._cells():
            self._paint_cell(painter, rect, lines, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = theme.current()
        lines = max(len(lines) for _, lines, _ in self._cells())
        height = max(shown.measure("row", "table_header"), shown.line("caption") * lines + shown.px(10))
        self.setFixedHeight(height)

    def _cells(self) -> list[tuple[QRect, tuple[str, ...], Qt.AlignmentFlag]]:
        places, px = columns(self.width()), theme.current().px
        left = Qt.AlignmentFlag.AlignLeft
        cells = [
            (px(16), places.title_end, self._title, left),
            (places.answered, places.rating - px(8), self._answered, left),
            (places.rating, places.fulfilled - px(8), self._changed if places.change else self._rating, left),
            (places.fulfilled, places.fulfilled + px(_FULFILLED - 8), self._fulfilled, left),
            (places.uses - px(_COUNT - 4), places.uses, self._uses, Qt.AlignmentFlag.AlignRight),
            (places.actions - px(_COUNT - 4), places.actions, self._actions, Qt.AlignmentFlag.AlignRight),
        ]
        shown = [cell for cell in cells if cell[0] > 0]
        font = _head_font()
        return [
            (QRect(start, 0, end - start, self.height()), wrapped(name, font, end - start), side)
            for start, end, name, side in shown
        ]

    def _paint_cell(self, painter: QPainter, rect: QRect, lines: tuple[str, ...], side: Qt.AlignmentFlag) -> None:
        shown = theme.current()
        painter.setFont(_head_font())
        painter.setPen(shown.color("muted"))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


def _head_font() -> QFont:
    font = theme.current().font("caption")
    font.setWeight(theme.current().font("strong").weight())
    return font


class CriteriaLook:
    """Draws one criterion."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def height(self, row: CriterionLine, width: int) -> int:
        shown, places = theme.current(), columns(width)
        title, state = self._words(row, places)
        lines = len(title) * shown.line("strong") + len(state) * shown.line("caption")
        mark = len(_mark_lines(row)) * shown.line("body")
        return max(shown.measure("row", "table_two_lines"), lines + shown.px(_PAD), mark + shown.px(_PAD)) + 1

    def paint_row(self, painter: QPainter, rect: QRect, row: CriterionLine) -> None:
        places = columns(rect.width())
        self._paint_name(painter, rect, row, places)
        if places.answered and row.relevant:
            self._paint_answered(painter, rect, row, places)
        if row.relevant:
            self._paint_rating(painter, rect, row, places)
        self._paint_mark(painter, rect, row, places)
        self._paint_counts(painter, rect, row, places)

    def _words(self, row: CriterionLine, places: Columns) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = theme.current()
        room = places.title_end - shown.px(_TITLE_LEFT)
        return wrapped(row.title, shown.font("strong"), room), wrapped(row.state, shown.font("caption"), room)

    def _paint_name(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown = theme.current()
        side = shown.px(24)
        box = QRect(rect.left() + shown.px(15), rect.center().y() - side // 2, side, side)
        paint_number(painter, box, row.number)
        title, state = self._words(row, places)
        upper, lower = len(title) * shown.line("strong"), len(state) * shown.line("caption")
        top = rect.top() + (rect.height() - upper - lower) // 2
        left = rect.left() + shown.px(_TITLE_LEFT)
        width = places.title_end - shown.px(_TITLE_LEFT)
        paint_lines(painter, QRect(left, top, width, upper), title, "strong", "text")
        paint_lines(painter, QRect(left, top + upper, width, lower), state, "caption", "muted")

    def _paint_answered(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        px = theme.current().px
        upper, lower = _two_lines(rect)
        left, width = rect.left() + places.answered, px(_ANSWERED - 8)
        write(painter, QRect(left, upper.top(), width, upper.height()), row.answered, "body", "text")
        paint_bar(painter, QRectF(left, lower.center().y() - px(3), px(56), px(6)), row.share)

    def _paint_rating(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown, rating = theme.current(), row.rating
        upper, lower = _two_lines(rect)
        left = rect.left() + places.rating
        if not rating.words:
            words = self._language.text("Not rated")
            write(painter, QRect(left, rect.top(), shown.px(_RATING), rect.height()), words, "body", "muted")
            return
        below = QRect(left, lower.top(), places.fulfilled - places.rating - shown.px(8), lower.height())
        write(painter, below, rating.rated, "caption", "muted")
        if not places.bar:
            write(painter, upper.adjusted(places.rating, 0, 0, 0), rating.words, "strong", "text")
            return
        bar = rating_bar(rating.average, rating.target, self._language, _BAR_WIDTH, _BAR_HEIGHT)
        scale = _BAR_SCALE * shown.factor
        top = upper.center().y() - bar.height * scale / 2
        paint(painter, bar, QPointF(left, top), scale)
        figure = QRect(left + shown.px(88), upper.top(), shown.px(28), upper.height())
        write(painter, figure, rating.words, "strong", "text", RIGHT)
        if places.change:
            changed = QRect(figure.right() + shown.px(4), upper.top(), shown.px(_CHANGE - 6), upper.height())
            write(painter, changed, rating.change, "caption", "muted", RIGHT)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown = theme.current()
        symbol, color = FULFILMENT_LOOKS[row.decision]
        side, left = shown.px(16), rect.left() + places.fulfilled
        paint_icon(painter, QRect(left, rect.center().y() - side // 2, side, side), symbol, color)
        step = "strong" if row.decision in (Decision.YES, Decision.NO) else "body"
        words = QRect(left + side + shown.px(6), rect.top(), shown.px(_FULFILLED), rect.height() - 1)
        paint_lines(painter, words, _mark_lines(row), step, color)

    def _paint_counts(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        for end, count in ((places.uses, row.uses), (places.actions, row.actions)):
            if end:
                start = end - theme.current().px(_COUNT)
                room = QRect(rect.left() + start, rect.top(), end - start, rect.height())
                write(painter, room, str(count), "body", "text" if count else "muted", RIGHT)


def _two_lines(rect: QRect) -> tuple[QRect, QRect]:
    """The rooms of an upper and a lower line, together in the middle of a row."""
    shown = theme.current()
    upper, lower = shown.line("strong"), shown.line("caption")
    top = rect.top() + (rect.height() - upper - lower) // 2
    return QRect(rect.left(), top, rect.width(), upper), QRect(rect.left(), top + upper, rect.width(), lower)


def _mark_lines(row: CriterionLine) -> tuple[str, ...]:
    shown = theme.current()
    return wrapped(row.decision_words, shown.font("body"), shown.px(_FULFILLED - 22))

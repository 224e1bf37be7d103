"""How the seven criteria look in rows: number and name, answered, rating, fulfilment, evidence, actions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.overview.criteria_columns import TITLE_LEFT, Columns, Heads, columns, head_font
from s3desk.desktop.overview.rows import RIGHT, write
from s3desk.desktop.painting import paint
from s3desk.desktop.widgets.bars import paint_bar
from s3desk.desktop.widgets.marks import FULFILMENT_LOOKS
from s3desk.desktop.widgets.numbers import paint_number
from s3desk.desktop.widgets.painted_text import paint_lines, wrapped
from s3desk.domain.records import Decision
from s3desk.figures.bars import rating_bar
from s3desk.queries.overview_picture import CriterionLine

_BAR_WIDTH, _BAR_HEIGHT = 66, 6
_BAR_SCALE = 4 / 3
"""The bar is 88 by 8 px at 100 %."""
_PAD = 6


class CriteriaHead(QWidget):
    """The names of the columns; long ones take two lines."""

    def __init__(self, heads: Heads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = heads

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
        """Where each name stands, in its lines; a column without room has none."""
        heads, px, font = self._heads, theme.current().px, head_font()
        places = columns(self.width(), heads)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        rating = heads.rating_and_change if places.change else heads.rating
        cells = [
            (px(16), places.title_end, heads.title, left),
            (places.answered, places.rating - px(8), heads.answered, left),
            (places.rating, places.fulfilled - px(8), rating, left),
            (places.fulfilled, places.fulfilled_end, heads.fulfilled, left),
        ]
        if places.uses:
            cells.append((places.fulfilled_end, places.uses, heads.uses, right))
            cells.append((places.uses + px(5), places.actions, heads.actions, right))
        return [
            (QRect(start, 0, end - start, self.height()), wrapped(name, font, end - start), side)
            for start, end, name, side in cells
            if start
        ]

    def _paint_cell(self, painter: QPainter, rect: QRect, lines: tuple[str, ...], side: Qt.AlignmentFlag) -> None:
        shown = theme.current()
        painter.setFont(head_font())
        painter.setPen(shown.color("muted"))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


class CriteriaLook:
    """Draws one criterion."""

    def __init__(self, language: Language, heads: Heads) -> None:
        self._language = language
        self._heads = heads

    def height(self, row: CriterionLine, width: int) -> int:
        shown, places = theme.current(), columns(width, self._heads)
        title, state = self._words(row, places)
        lines = len(title) * shown.line("strong") + len(state) * shown.line("caption")
        mark = len(_mark_lines(row, places)) * shown.line("body")
        return max(shown.measure("row", "table_two_lines"), lines + shown.px(_PAD), mark + shown.px(_PAD)) + 1

    def paint_row(self, painter: QPainter, rect: QRect, row: CriterionLine) -> None:
        places = columns(rect.width(), self._heads)
        self._paint_name(painter, rect, row, places)
        if places.answered and row.relevant:
            self._paint_answered(painter, rect, row, places)
        if row.relevant:
            self._paint_rating(painter, rect, row, places)
        self._paint_mark(painter, rect, row, places)
        self._paint_counts(painter, rect, row, places)

    def _words(self, row: CriterionLine, places: Columns) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = theme.current()
        room = places.title_end - shown.px(TITLE_LEFT)
        state = row.state if places.bar or not row.rating.words else f"{row.state}, {row.rating.rated}"
        return wrapped(row.title, shown.font("strong"), room), wrapped(state, shown.font("caption"), room)

    def _paint_name(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown = theme.current()
        side = shown.px(24)
        box = QRect(rect.left() + shown.px(15), rect.center().y() - side // 2, side, side)
        paint_number(painter, box, row.number)
        title, state = self._words(row, places)
        upper, lower = len(title) * shown.line("strong"), len(state) * shown.line("caption")
        top = rect.top() + (rect.height() - upper - lower) // 2
        left = rect.left() + shown.px(TITLE_LEFT)
        width = places.title_end - shown.px(TITLE_LEFT)
        paint_lines(painter, QRect(left, top, width, upper), title, "strong", "text")
        paint_lines(painter, QRect(left, top + upper, width, lower), state, "caption", "muted")

    def _paint_answered(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        px = theme.current().px
        upper, lower = _two_lines(rect)
        left, width = rect.left() + places.answered, places.rating - places.answered - px(4)
        write(painter, QRect(left, upper.top(), width, upper.height()), row.answered, "body", "text")
        paint_bar(painter, QRectF(left, lower.center().y() - px(3), px(56), px(6)), row.share)

    def _paint_rating(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown, rating = theme.current(), row.rating
        upper, lower = _two_lines(rect)
        left = rect.left() + places.rating
        if not (rating.words and places.bar):
            words, step = (rating.words, "strong") if rating.words else (self._language.text("Not rated"), "body")
            room = QRect(left, rect.top(), places.fulfilled - places.rating, rect.height())
            write(painter, room, words, step, "text" if rating.words else "muted")
            return
        below = QRect(left, lower.top(), places.fulfilled - places.rating - shown.px(8), lower.height())
        write(painter, below, rating.rated, "caption", "muted")
        bar = rating_bar(rating.average, rating.target, self._language, _BAR_WIDTH, _BAR_HEIGHT)
        scale = _BAR_SCALE * shown.factor
        top = upper.center().y() - bar.height * scale / 2
        paint(painter, bar, QPointF(left, top), scale)
        figure = QRect(left + shown.px(88), upper.top(), shown.px(28), upper.height())
        write(painter, figure, rating.words, "strong", "text", RIGHT)
        if places.change:
            changed = QRect(
                figure.right() + 1, upper.top(), places.change - places.rating - shown.px(116), upper.height()
            )
            write(painter, changed, rating.change, "caption", "muted", RIGHT)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        shown = theme.current()
        symbol, color = FULFILMENT_LOOKS[row.decision]
        side, left = shown.px(16), rect.left() + places.fulfilled
        paint_icon(painter, QRect(left, rect.center().y() - side // 2, side, side), symbol, color)
        step = "strong" if row.decision in (Decision.YES, Decision.NO) else "body"
        words = QRect(left + side + shown.px(6), rect.top(), places.fulfilled_end - places.fulfilled, rect.height() - 1)
        paint_lines(painter, words, _mark_lines(row, places), step, color)

    def _paint_counts(self, painter: QPainter, rect: QRect, row: CriterionLine, places: Columns) -> None:
        if not places.uses:
            return
        for start, end, count in (
            (places.fulfilled_end, places.uses, row.uses),
            (places.uses, places.actions, row.actions),
        ):
            room = QRect(rect.left() + start, rect.top(), end - start, rect.height())
            write(painter, room, str(count), "body", "text" if count else "muted", RIGHT)


def _two_lines(rect: QRect) -> tuple[QRect, QRect]:
    """The rooms of an upper and a lower line, together in the middle of a row."""
    shown = theme.current()
    upper, lower = shown.line("strong"), shown.line("caption")
    top = rect.top() + (rect.height() - upper - lower) // 2
    return QRect(rect.left(), top, rect.width(), upper), QRect(rect.left(), top + upper, rect.width(), lower)


def _mark_lines(row: CriterionLine, places: Columns) -> tuple[str, ...]:
    shown = theme.current()
    step = "strong" if row.decision in (Decision.YES, Decision.NO) else "body"
    return wrapped(row.decision_words, shown.font(step), places.fulfilled_end - places.fulfilled - shown.px(22))

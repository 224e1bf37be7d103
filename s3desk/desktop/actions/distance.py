"""Where a question stands and where it should be: two chips with an arrow between them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.domain.records import Answer, AnswerState
from s3desk.queries.criterion_picture import ActionRow


def distance_size() -> QSize:
    """The room that both chips take."""
    side = theme.current().measure("height", "score_chip")
    return QSize(side * 2 + theme.current().px(20), side)


def paint_distance(painter: QPainter, rect: QRect, answer: Answer, target: int) -> None:
    """Draw the chips of an answer and of its target into a rectangle of their size."""
    side, small = rect.height(), theme.current().px(12)
    paint_chip(painter, QRect(rect.left(), rect.top(), side, side), answer.state, answer.rating)
    left = rect.left() + side + (rect.width() - 2 * side - small) // 2
    paint_icon(painter, QRect(left, rect.top() + (side - small) // 2, small, small), "chevron-right", "muted")
    paint_chip(painter, QRect(rect.right() - side + 1, rect.top(), side, side), AnswerState.RATED, target)


class Distance(QWidget):
    """Both chips as a widget; `name` is read out."""

    def __init__(self, rating: int, target: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer, self._target = Answer("", AnswerState.RATED, rating), target
        self.setFixedSize(distance_size())
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_distance(QPainter(self), self.rect(), self._answer, self._target)


class DistancePainter(QStyledItemDelegate):
    """Draws the chips in a column of a table of actions."""

    def __init__(self, table: RecordTable[ActionRow]) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return distance_size() + QSize(theme.current().px(22), 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = self._table.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, bare, painter, self._table.view)
        row = self._table.model.rows[index.row()]
        if row.answer is not None:
            rect, size = option.rect, distance_size()
            top = rect.top() + (rect.height() - size.height()) // 2
            room = QRect(rect.left() + theme.current().px(11), top, size.width(), size.height())
            paint_distance(painter, room, row.answer, row.target)

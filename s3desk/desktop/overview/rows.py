"""Lists on the overview: as high as their rows, so that the page scrolls and not the list; a row leads somewhere."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.surfaces import bring_into_view

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Spoken(Protocol):
    """A row that says in words everything it shows."""

    @property
    def spoken(self) -> str: ...


R_contra = TypeVar("R_contra", bound=Spoken, contravariant=True)


class RowLook(Protocol[R_contra]):
    """How rows of one kind look."""

    def height(self, row: R_contra, width: int) -> int:
        """How high a row is in a list of this width."""

    def paint_row(self, painter: QPainter, rect: QRect, row: R_contra) -> None:
        """Draw a row; its ground is there already."""


def write(painter: QPainter, rect: QRect, text: str, step: str, ink: str, side: Qt.AlignmentFlag = LEFT) -> None:
    """Draw one line of text; what has no room ends in an ellipsis."""
    painter.setFont(theme.current().font(step))
    painter.setPen(theme.current().color(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side, shown)


class _Rows(QAbstractListModel):
    """Rows as a Qt model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Spoken, ...] = ()

    def show_rows(self, rows: tuple[Spoken, ...]) -> None:
        """Show these rows; the chosen place stays while their number does."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return self.rows[index.row()] if role == _ROW else None


class _Painter(QStyledItemDelegate):
    """Draws what all rows have in common: ground, line below, focus."""

    def __init__(self, look: RowLook[Any], parent: QListView) -> None:
        super().__init__(parent)
        self._look = look
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.height(index.data(_ROW), self._list.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, rect, state, last=index.row() == index.model().rowCount() - 1)
        self._look.paint_row(painter, rect, index.data(_ROW))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, last: bool) -> None:
        shown = theme.current()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shown.color("tint" if focused else "sunken"))
        if not last:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.color("border"))
        if focused:
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class RowList(QListView):
    """A list in which a click, Enter or Space opens a row: `opened(row)`."""

    opened = Signal(object)

    def __init__(self, name: str, look: RowLook[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(look, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_rows(self, rows: tuple[Spoken, ...]) -> None:
        """Show these rows, and be as high as they are; without rows the list is away."""
        self._model.show_rows(rows)
        self.setVisible(bool(rows))
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self._fit()

    def rows(self) -> tuple[Spoken, ...]:
        """The rows that are shown."""
        return self._model.rows

    def _fit(self) -> None:
        width = self.viewport().width()
        self.setFixedHeight(sum(self._look.height(row, width) for row in self._model.rows))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._show_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_current()

    def _show_current(self) -> None:
        """The page scrolls with the keyboard, as the list itself has nothing to scroll."""
        if self.hasFocus() and self.currentIndex().isValid():
            bring_into_view(self, self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

"""A scrolling list of painted rows under headings; the keyboard goes from row to row and skips the headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.desktop import theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole
_HEADING = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the rows below it."""

    text: str


class Spoken(Protocol):
    """A row that says in words everything it shows."""

    @property
    def spoken(self) -> str: ...


Row: TypeAlias = Heading | Spoken
R_contra = TypeVar("R_contra", bound=Spoken, contravariant=True)


class RowPainter(Protocol[R_contra]):
    """How rows of one kind look; all are of the same height."""

    def height(self) -> int:
        """The height of a row in pixels."""

    def paint_row(self, painter: QPainter, rect: QRect, row: R_contra) -> None:
        """Draw a row; its ground is there already."""


class _Rows(QAbstractListModel):
    """Headings and rows as a Qt model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginInsertRows(_ROOT, len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, Heading) else row.spoken
        return row if role == _ROW else None


class _Painter(QStyledItemDelegate):
    """Draws headings, and of rows what all have in common: ground, line below, focus."""

    def __init__(self, look: RowPainter[Any], parent: QListView, *, uniform: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._uniform = uniform

    def height_of(self, row: Row) -> int:
        is_low = isinstance(row, Heading) and not self._uniform
        return theme.current().px(_HEADING) if is_low else self._look.height()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height_of(index.data(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: Row = index.data(_ROW)
        painter.save()
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row)
        else:
            _paint_ground(painter, rect, state)
            self._look.paint_row(painter, rect, row)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    shown = theme.current()
    font = shown.font("caption")
    font.setWeight(shown.font("strong").weight())
    painter.setFont(font)
    painter.setPen(shown.color("muted"))
    room = rect.adjusted(shown.px(16), 0, -shown.px(12), -shown.px(6))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, heading.text)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.color("border"))


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    shown = theme.current()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, shown.color("tint"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, shown.color("sunken"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.color("border"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(shown.color("accent"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


class GroupedList(QListView):
    """`chosen(row)` when another row is chosen, `opened(row)` by Enter, F2 and a click or a double click.

    `near_end()` while scrolling. Lists of thousands are `uniform`: their headings are as high as rows.
    """

    chosen = Signal(object)
    opened = Signal(object)
    near_end = Signal()

    def __init__(
        self, name: str, look: RowPainter[Any], parent: QWidget | None = None, *, by_click: bool, uniform: bool
    ) -> None:
        super().__init__(parent)
        self._model = _Rows(self)
        self._painter = _Painter(look, self, uniform=uniform)
        self._showing = False
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(uniform)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        if by_click:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._open)
        else:
            self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)

    def show_rows(self, rows: tuple[Row, ...], chosen: Spoken | None = None) -> None:
        """Show these rows; the chosen one stays chosen, else the first is."""
        self._showing = True
        self._model.show_rows(rows)
        places = (place for place, row in enumerate(rows) if not isinstance(row, Heading))
        first = next((place for place, row in enumerate(rows) if chosen is not None and row == chosen), -1)
        place = first if first >= 0 else next(places, -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))
        self._showing = False

    def choose(self, row: Spoken) -> None:
        """Choose a row without telling it back."""
        self._showing = True
        self.setCurrentIndex(self._model.index(self._model.rows.index(row)))
        self._showing = False

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        """Show more rows below."""
        if rows:
            self._model.add_rows(rows)

    def rows(self) -> tuple[Row, ...]:
        """Headings and rows that are shown."""
        return tuple(self._model.rows)

    def show_top(self) -> None:
        """Scroll to the first heading."""
        self.executeDelayedItemsLayout()
        self.scrollToTop()

    def row(self) -> Any:
        """The chosen row; None without any."""
        index = self.currentIndex()
        return index.data(_ROW) if index.isValid() else None

    def content_height(self) -> int:
        """How high the list is that shows all rows at once."""
        return sum(self._painter.height_of(row) for row in self._model.rows)

    def is_first(self) -> bool:
        """Whether no row is above the chosen one."""
        above = self._model.rows[: self.currentIndex().row()]
        return all(isinstance(row, Heading) for row in above)

    def step(self, by: int) -> None:
        """Choose the row below (1) or above (-1)."""
        rows, place = self._model.rows, self.currentIndex().row() + by
        while 0 <= place < len(rows) and isinstance(rows[place], Heading):
            place += by
        if 0 <= place < len(rows):
            self.setCurrentIndex(self._model.index(place))
            if self.is_first():
                self.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(index.data(_ROW))

    def _open(self, index: QModelIndex) -> None:
        if not isinstance(index.data(_ROW), Heading):
            self.opened.emit(index.data(_ROW))

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() + 2 * bar.pageStep() >= bar.maximum():
            self.near_end.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in keys and not event.modifiers() and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() in steps and not event.modifiers():
            self.step(steps[Qt.Key(event.key())])
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_PageUp) and self.currentIndex() == before:
                self._go_to_first()

    def _go_to_first(self) -> None:
        """The heading above the first row cannot be chosen, so Qt stays where it is."""
        places = (place for place, row in enumerate(self._model.rows) if not isinstance(row, Heading))
        if (first := next(places, -1)) >= 0:
            self.setCurrentIndex(self._model.index(first))
            self.scrollToTop()

"""A table of records in a card, with keys to edit and delete."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from s3desk.desktop import theme
from s3desk.desktop.models.records_model import Column, RecordsModel
from s3desk.desktop.widgets.surfaces import card, column, line

T = TypeVar("T")
_LOOKED_AT = 50
"""So many rows decide how wide a column is; looking at all of a long table would keep people waiting."""

_NO_LIMIT = 16_777_215
"""Qt's own largest height."""


class _Rows(QTableView):
    """A table that asks for no more height than it needs at least; what is left over it gets from its layout."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class RecordTable(QWidget, Generic[T]):
    """A table of records in a card. `opened(place)` by Enter, F2 or double click, `removed(place)` by Delete.

    `chosen(place)` when the user moves to another row.
    """

    chosen = Signal(int)
    opened = Signal(int)
    removed = Signal(int)

    def __init__(
        self, name: str, columns: tuple[Column[T], ...], parent: QWidget | None = None, *, framed: bool = True
    ) -> None:
        super().__init__(parent)
        self.model: RecordsModel[T] = RecordsModel(columns, self)
        self.view: QTableView = _Rows(self)
        self._showing = False
        self._lay_out(name, columns, framed=framed)
        self.view.doubleClicked.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.installEventFilter(self)

    def show_rows(self, rows: tuple[T, ...], place: int = -1) -> None:
        """Show these rows and choose the one at a place; without one the chosen place stays."""
        kept = place if place >= 0 else max(0, self.view.currentIndex().row())
        self._showing = True
        self.model.show_rows(rows)
        if rows and self.view.currentIndex().row() != min(kept, len(rows) - 1):
            self.view.selectRow(min(kept, len(rows) - 1))
        self._showing = False

    def set_foot(self, foot: QWidget) -> None:
        """Put something below the rows, in the same card."""
        self._inside.addWidget(line(parent=self))
        self._inside.addWidget(foot)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as all rows, where the page scrolls, or as high as there is room."""
        rows, head = self.view.verticalHeader().length(), self.view.horizontalHeader().height()
        self.view.setMinimumHeight(head + rows + 2 if whole else theme.current().px(146))
        self.view.setMaximumHeight(head + rows + 2 if whole else _NO_LIMIT)
        self.view.updateGeometry()

    def place(self) -> int:
        """The chosen row; -1 for none."""
        return self.view.currentIndex().row()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(index.row())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _lay_out(self, name: str, columns: tuple[Column[T], ...], *, framed: bool) -> None:
        shown, view = theme.current(), self.view
        view.setModel(self.model)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setIconSize(QSize(shown.px(14), shown.px(14)))
        view.setTabKeyNavigation(False)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(shown.measure("row", "table"))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setResizeContentsPrecision(_LOOKED_AT)
        head.setFixedHeight(shown.measure("row", "table_header"))
        for place, one in enumerate(columns):
            head.setSectionResizeMode(place, _mode(one))
            if one.width:
                head.resizeSection(place, shown.px(one.width))
        frame = card(self) if framed else QWidget(self)
        self._inside = column(frame, margins=(1, 1, 1, 1))
        self._inside.addWidget(view, 1)
        outer = column(self)
        outer.addWidget(frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and F2 open the chosen row, Delete removes it."""
        place = self.place()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and place >= 0:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
                self.opened.emit(place)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.removed.emit(place)
                return True
        return super().eventFilter(watched, event)


def _mode(one: Column[T]) -> QHeaderView.ResizeMode:
    modes = QHeaderView.ResizeMode
    if one.stretch:
        return modes.Stretch
    return modes.Fixed if one.width else modes.ResizeToContents

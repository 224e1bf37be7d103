"""The lists under the tabs Evidence and Actions: a table with its buttons, an empty face, keys to edit and delete."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from s3desk.desktop import theme
from s3desk.desktop.models.records_model import Column, RecordsModel
from s3desk.desktop.widgets.surfaces import card, column

T = TypeVar("T")


class RecordTable(QWidget, Generic[T]):
    """A table of records in a card. `opened(place)` by Enter, F2 or double click, `removed(place)` by Delete."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, name: str, columns: tuple[Column[T], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RecordsModel[T] = RecordsModel(columns, self)
        self.view = QTableView(self)
        self._lay_out(name, columns)
        self.view.doubleClicked.connect(self._open)
        self.view.installEventFilter(self)

    def show_rows(self, rows: tuple[T, ...]) -> None:
        """Show these rows; the chosen place stays."""
        place = max(0, self.view.currentIndex().row())
        self.model.show_rows(rows)
        if rows and not self.view.currentIndex().isValid():
            self.view.selectRow(min(place, len(rows) - 1))

    def place(self) -> int:
        """The chosen row; -1 for none."""
        return self.view.currentIndex().row()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _lay_out(self, name: str, columns: tuple[Column[T], ...]) -> None:
        shown, view = theme.current(), self.view
        view.setModel(self.model)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(shown.measure("row", "table"))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(shown.measure("row", "table_header"))
        for place, one in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if one.stretch else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(place, mode)
        frame = card(self)
        inside = column(frame, margins=(1, 1, 1, 1))
        inside.addWidget(view)
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

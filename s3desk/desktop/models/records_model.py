"""The one table model: frozen rows, and for each column how a row is shown in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from s3desk.desktop import theme

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_FONT, _INK, _ICON = Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.DecorationRole
"""Named once: a table asks thousands of times when it is first shown, and naming costs more than the answer."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its head, the text of a row in it, and how that looks.

    `stretch` takes the room that is left; a `width` in px at 100 % is kept, and longer texts wrap.
    """

    head: str
    text: Callable[[T], str]
    strong: bool = False
    muted: bool = False
    stretch: bool = False
    width: int = 0
    icon: Callable[[T], QIcon | None] | None = None


class RecordsModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind in columns."""

    def __init__(self, columns: tuple[Column[T], ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: tuple[T, ...] = ()

    def show_rows(self, rows: tuple[T, ...]) -> None:
        """Show these rows; a selection survives when their number stays."""
        if rows == self.rows:
            return
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def name_columns(self, columns: tuple[Column[T], ...]) -> None:
        """Give the columns other heads; their number stays."""
        self.columns = columns
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in _TEXTS:
            return column.text(row)
        if role == _FONT and column.strong:
            return theme.current().font("strong")
        if role == _INK and column.muted:
            return theme.current().color("muted")
        if role == _ICON and column.icon is not None:
            return column.icon(row)
        return None

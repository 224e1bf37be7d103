"""The list of recent files: what each is, how much is answered, when it changed, where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.basics.language import Language, message
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.settings import RecentFile
from s3desk.desktop.widgets.bars import paint_bar

if TYPE_CHECKING:
    from datetime import date

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ANSWERED, _CHANGED, _FOLDER = 150, 112, 215
_FOLDER_FROM, _CHANGED_FROM = 700, 480
_HEADS = (message("File"), message("Answered"), message("Last changed"), message("Folder"))


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One file in words."""

    path: str
    name: str
    about: str
    answered: str
    share: float
    changed: str
    folder: str
    symbol: str
    there: bool


def row_of(file: RecentFile, language: Language, today: date, *, missing: bool, opening: bool) -> RecentRow:
    """What the list says about a file; a missing one says how it is found again."""
    about = file.about
    if missing:
        about = language.text("Not found. Choose Locate to show where it is now.")
    if opening:
        about = language.text("Opening ...")
    counts = language.text("{n} of {total}", n=file.answered, total=file.questions)
    return RecentRow(
        path=file.path,
        name=file.name,
        about=about,
        answered=counts if file.questions else "",
        share=file.answered / file.questions if file.questions else 0,
        changed=_when(file.changed_at, language, today),
        folder=str(PurePath(file.path).parent),
        symbol="lock" if file.read_only else "document",
        there=not missing,
    )


def _when(changed_at: str, language: Language, today: date) -> str:
    """When a file changed: "Today, 15:42", "28 Nov 2025"."""
    from datetime import datetime, timedelta

    try:
        moment = datetime.fromisoformat(changed_at)
    except ValueError:
        return ""
    day, time = moment.date(), f"{moment:%H:%M}"
    if day == today:
        return language.text("Today, {time}", time=time)
    if day == today - timedelta(days=1):
        return language.text("Yesterday, {time}", time=time)
    return language.short_date(day)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, and which there is room for; 0 means no room."""

    file: int
    file_end: int
    answered: int
    changed: int
    folder: int
    end: int


def columns(width: int) -> Columns:
    """The columns of a row of that width: first the folder goes, then the date."""
    px = theme.current().px
    room = width / theme.current().factor
    end = width - px(16)
    folder = width - px(_FOLDER) if room >= _FOLDER_FROM else 0
    changed = (folder or width) - px(_CHANGED) if room >= _CHANGED_FROM else 0
    answered = (changed or width) - px(_ANSWERED)
    return Columns(px(52), answered - px(12), answered, changed, folder, end)


class RecentHead(QWidget):
    """The names of the columns."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(map(language.text, _HEADS))
        self.setFixedHeight(theme.current().measure("row", "table_header"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        font = shown.font("caption")
        font.setWeight(shown.font("strong").weight())
        painter.setFont(font)
        painter.setPen(shown.color("muted"))
        places = columns(self.width())
        starts = (places.file, places.answered, places.changed, places.folder)
        for start, name in zip(starts, self._names, strict=True):
            if start:
                painter.drawText(QRect(start, 0, self.width(), self.height()), _LEFT, name)


class RecentModel(QAbstractListModel):
    """The rows as a Qt model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[RecentRow, ...] = ()

    def show(self, rows: tuple[RecentRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (shown.name, shown.about, shown.answered, shown.changed) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown.path
        return shown if role == ROW else None


class RecentPainter(QStyledItemDelegate):
    """Draws one file. It asks the list for the state of a row: Qt's flags for it would cost the first paint 5 ms."""

    def __init__(self, list_: QListView) -> None:
        super().__init__(list_)
        self._list = list_

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme.current().px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row: RecentRow = index.data(ROW)
        painter.save()
        self._paint_ground(painter, rect, chosen=index == self._list.currentIndex())
        if index.row() < index.model().rowCount() - 1:
            below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(below, theme.current().color("border"))
        places = columns(self._list.width())
        self._paint_file(painter, rect, row, places)
        self._paint_numbers(painter, rect, row, places)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        shown = theme.current()
        if chosen:
            painter.fillRect(rect, shown.color("tint"))
        elif self._list.underMouse() and rect.contains(self._list.viewport().mapFromGlobal(QCursor.pos())):
            painter.fillRect(rect, shown.color("sunken"))
        if chosen and self._list.hasFocus():
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_file(self, painter: QPainter, rect: QRect, row: RecentRow, places: Columns) -> None:
        px = theme.current().px
        side = px(18)
        symbol = QRect(rect.left() + px(17), rect.center().y() - side // 2, side, side)
        paint_icon(painter, symbol, row.symbol, "accent" if row.there else "muted")
        room = QRect(rect.left() + places.file, 0, places.file_end - places.file, 0)
        middle = rect.center().y()
        upper = QRect(room.left(), middle - px(18), room.width(), px(20))
        lower = QRect(room.left(), middle + px(1), room.width(), px(17))
        self._write(painter, upper, row.name, "strong", "text" if row.there else "muted")
        self._write(painter, lower, row.about, "caption", "muted")

    def _paint_numbers(self, painter: QPainter, rect: QRect, row: RecentRow, places: Columns) -> None:
        px = theme.current().px
        answered = QRect(rect.left() + places.answered, rect.top(), px(66), rect.height())
        self._write(painter, answered, row.answered, "body", "text" if row.there else "muted")
        if row.answered:
            top = rect.center().y() - px(2)
            bar = QRectF(rect.left() + places.answered + px(72), top, px(56), px(6))
            paint_bar(painter, bar, row.share, "accent" if row.there else "muted")
        if places.changed:
            end = places.folder or places.end
            changed = QRect(rect.left() + places.changed, rect.top(), end - places.changed - px(8), rect.height())
            self._write(painter, changed, row.changed, "body", "text" if row.there else "muted")
        if places.folder:
            folder = QRect(
                rect.left() + places.folder, rect.top(), rect.width() - places.folder - px(12), rect.height()
            )
            self._write(painter, folder, row.folder, "caption", "muted", Qt.TextElideMode.ElideMiddle)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        step: str,
        ink: str,
        where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        painter.setFont(theme.current().font(step))
        painter.setPen(theme.current().color(ink))
        painter.drawText(rect, _LEFT, painter.fontMetrics().elidedText(text, where, rect.width()))

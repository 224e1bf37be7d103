"""The rows of the navigation: which there are, and how each is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES, PageEntry
from s3desk.desktop.widgets.numbers import paint_number

if TYPE_CHECKING:
    from s3desk.queries.navigation import NavigationPicture

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_TIGHT = {"page": 28, "criterion": 28, "heading": 28, "line": 13}
"""Heights of rows in px at 100 % where the usual ones do not fit; pointer targets keep 24."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a page, a criterion, a heading or a line."""

    kind: Literal["page", "criterion", "heading", "line"]
    text: str = ""
    place: Place | None = None
    icon: str = ""
    number: int = 0
    count: str = ""
    spoken: str = ""


def rows_of(picture: NavigationPicture, language: Language, pages: tuple[PageEntry, ...]) -> tuple[Row, ...]:
    """The rows for pages; a page for criteria becomes seven rows under a heading."""
    rows: list[Row] = []
    for entry in pages:
        if entry.for_criteria:
            rows += _criterion_rows(entry, picture, language)
        else:
            rows.append(_page_row(entry, picture, language))
    return tuple(rows)


def _page_row(entry: PageEntry, picture: NavigationPicture, language: Language) -> Row:
    text, count = language.text(entry.text), picture.counts.get(entry.id)
    figure, spoken = (count.figure, f"{text}, {count.spoken}") if count else ("", text)
    return Row("page", text, Place(entry.id), entry.icon, count=figure, spoken=spoken)


def _criterion_rows(entry: PageEntry, picture: NavigationPicture, language: Language) -> list[Row]:
    criteria = [
        Row("criterion", one.name, Place(entry.id, one.id), number=one.number, count=one.count, spoken=one.spoken)
        for one in picture.criteria
    ]
    last = entry is PAGES[-1]
    return [Row("heading", language.text("Criteria")), *criteria, *([] if last else [Row("line")])]


class RowsModel(QAbstractListModel):
    """The rows as a Qt model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown.spoken or shown.text
        return shown if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self.rows[index.row()].place else Qt.ItemFlag.NoItemFlags


class RowPainter(QStyledItemDelegate):
    """Draws the rows; in a rail only their icon or number, in a low window nearer to each other."""

    rail = False
    tight = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        kind = index.data(ROW).kind
        if self.rail and kind in ("heading", "line"):
            return QSize(0, theme.current().px(18 if index.row() else 8))
        return QSize(0, self.height_of(kind, tight=self.tight))

    def height_of(self, kind: str, *, tight: bool) -> int:
        """How high a row of the whole column is, in pixels."""
        shown = theme.current()
        if tight:
            return shown.px(_TIGHT[kind])
        heights = {"page": "nav", "criterion": "nav_criterion"}
        return shown.measure("row", heights[kind]) if kind in heights else shown.px(38 if kind == "heading" else 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        data: Row = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if data.kind == "line" or (data.kind == "heading" and self.rail):
            if index.row():
                self._paint_line(painter, rect)
        elif data.kind == "heading":
            self._write(
                painter,
                rect.adjusted(theme.current().px(8), theme.current().px(6), 0, 0),
                data.text,
                "caption",
                "muted",
                bold=True,
            )
        else:
            self._paint_entry(painter, rect, state, data)
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, data: Row) -> None:
        shown = theme.current()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shown.color("tint" if chosen else "sunken"))
        if chosen:
            painter.fillRect(
                QRect(rect.left(), rect.top() + shown.px(7), shown.px(3), rect.height() - shown.px(14)),
                shown.color("accent"),
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self._paint_symbol(painter, rect, data, chosen=chosen)
        if not self.rail:
            self._paint_words(painter, rect, data, chosen=chosen)

    def _paint_symbol(self, painter: QPainter, rect: QRect, data: Row, *, chosen: bool) -> None:
        shown = theme.current()
        side = shown.px(20 if data.number else 16)
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        if not self.rail:
            box.moveLeft(rect.left() + shown.px(8))
        if data.number:
            paint_number(painter, box, data.number, chosen=chosen)
        else:
            paint_icon(painter, box, data.icon, "accent" if chosen else "text")

    def _paint_words(self, painter: QPainter, rect: QRect, data: Row, *, chosen: bool) -> None:
        shown = theme.current()
        inner = rect.adjusted(shown.px(36), 0, -shown.px(8), 0)
        ink = "accent" if chosen else "text"
        painter.setFont(shown.font("caption"))
        room = painter.fontMetrics().horizontalAdvance(data.count) + shown.px(8) if data.count else 0
        self._write(painter, inner, data.count, "caption", ink if chosen else "muted", right=True)
        self._write(painter, inner.adjusted(0, 0, -room, 0), data.text, "body", ink, bold=chosen)

    def _write(
        self, painter: QPainter, rect: QRect, text: str, step: str, ink: str, *, bold: bool = False, right: bool = False
    ) -> None:
        shown = theme.current()
        font = shown.font(step)
        if bold:
            font.setWeight(shown.font("strong").weight())
        painter.setFont(font)
        painter.setPen(shown.color(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shortened = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shortened)

    def _paint_line(self, painter: QPainter, rect: QRect) -> None:
        shown = theme.current()
        middle = rect.center().y()
        painter.fillRect(
            QRect(rect.left() + shown.px(8), middle, rect.width() - shown.px(16), 1), shown.color("border")
        )

"""The navigation at the left: whose assessment it is, the pages and the seven criteria; a rail when narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.navigation_rows import ROW, RowPainter, RowsModel, rows_of
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES, PageEntry
from s3desk.desktop.widgets.surfaces import column, ground, row
from s3desk.desktop.widgets.texts import Elided, Paragraph, label

if TYPE_CHECKING:
    from s3desk.queries.navigation import NavigationPicture


class Navigation(QWidget):
    """The column with its head, the list and a foot; `chosen(Place)` on a picked row, `entered` on Enter."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__(parent)
        self._language = language
        self._pages = pages
        self._rail: bool | None = None
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Paragraph("", "h3", parent=self)
        self._subtitle = Paragraph("", "caption", "muted", parent=self)
        self._head = ground("window", self)
        self._foot = ground("window", self)
        self._list = QListView(self)
        self._model = RowsModel(self)
        self._painter = RowPainter(self)
        self._lay_out()
        self.set_rail(rail=False)
        self._list.activated.connect(self.entered)
        self._list.selectionModel().currentChanged.connect(self._pick)

    def show_picture(self, picture: NavigationPicture) -> None:
        """Show names and counts; the chosen row stays."""
        self._title.say(picture.title)
        self._subtitle.say(picture.subtitle)
        self._foot.setVisible(picture.example and not self._rail)
        self._example = picture.example
        self._model.show(rows_of(picture, self._language, self._pages))
        self._fit_rows()

    def choose(self, place: Place) -> None:
        """Mark the row of a place without telling it back."""
        for number, shown in enumerate(self._model.rows):
            if shown.place and (shown.place.page, shown.place.criterion_id) == (place.page, place.criterion_id):
                blocked = self._list.selectionModel().blockSignals(True)
                self._list.setCurrentIndex(self._model.index(number))
                self._list.selectionModel().blockSignals(blocked)
                self._list.viewport().update()

    def set_rail(self, *, rail: bool) -> None:
        """Show icons and numbers only, or the whole column."""
        if rail == self._rail:
            return
        self._rail = rail
        self._painter.rail = rail
        shown = theme.current()
        self.setFixedWidth(shown.measure("width", "nav_rail" if rail else "nav"))
        self._head.setVisible(not rail)
        self._foot.setVisible(not rail and self._example)
        self._list.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Put the rows nearer to each other where not all of them would be seen."""
        usual = sum(self._painter.height_of(one.kind, tight=False) for one in self._model.rows)
        tight = usual > self._list.viewport().height()
        if tight != self._painter.tight:
            self._painter.tight = tight
            self._list.scheduleDelayedItemsLayout()

    def focus_target(self) -> QWidget:
        """The list, for F6."""
        return self._list

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid() and (place := index.data(ROW).place):
            self.chosen.emit(place)

    _example = False

    def _lay_out(self) -> None:
        shown = theme.current()
        head = column(self._head, margins=(16, 12, 12, 12))
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        foot = row(self._foot, space=8, margins=(16, 0, 8, 12))
        symbol = label("", parent=self._foot)
        symbol.setPixmap(pixmap("info", "muted"))
        foot.addWidget(symbol)
        foot.addWidget(Elided(self._language.text("Example with invented data"), "caption", "muted"), 1)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._painter)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self._language.text("Navigation"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        outer = column(self)
        outer.addWidget(self._head)
        middle = row(margins=(8, 0, 8, 0))
        middle.addWidget(self._list)
        outer.addLayout(middle, 1)
        outer.addWidget(self._foot)
        outer.setContentsMargins(0, 0, 0, shown.px(8))

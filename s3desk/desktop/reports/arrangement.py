"""How the parts of the page Reports stand: beside each other, or one at a time under tabs where there is less room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.reports.creating import Creating
from s3desk.desktop.reports.fields import PortalFields
from s3desk.desktop.reports.options import OptionsCard
from s3desk.desktop.reports.outputs import OutputList
from s3desk.desktop.reports.points import PointsCard
from s3desk.desktop.reports.preview import Preview
from s3desk.desktop.widgets.page_parts import is_narrow
from s3desk.desktop.widgets.page_tabs import PageTabs
from s3desk.desktop.widgets.surfaces import card, column, line, scrolling
from s3desk.queries.criterion_picture import Tab

FILES, PREVIEW, FIELDS = "files", "preview", "fields"
_OUTPUTS_WIDTH = 260
_STACKED_BELOW = 760
_BESIDE_LEAST = 300
_NO_LIMIT = 16_777_215


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands on the page."""

    head: QWidget
    outputs: OutputList
    options: OptionsCard
    points: PointsCard
    preview: Preview
    fields: PortalFields
    creating: Creating


class Arrangement(QWidget):
    """Shows `tab`: FILES, PREVIEW or FIELDS; where there is room, the files stand beside one of the others.

    `turned` when another one is shown.
    """

    turned = Signal()

    def __init__(self, parts: Parts, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self.tab = FILES
        self._parts = parts
        names = ((FILES, text("Files and options")), (PREVIEW, text("Preview")), (FIELDS, text("Fields for SFC2021")))
        self._names = tuple(Tab(key, name, "", name) for key, name in names)
        self.tabs = PageTabs(text("Parts of this page"), self)
        self.beside_tabs = PageTabs(text("Preview and fields"), self)
        self._beside: QFrame = card(self)
        self._edge = line(parent=self._beside)
        self._files = QWidget(self)
        self._chooser = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._files)
        self._below = QWidget(self)
        self._foot = column(self._below, margins=(24, 16, 24, 24))
        content = QWidget(self)
        self._page = column(content, space=16)
        self._lay_out()
        outer = column(self)
        outer.addWidget(scrolling(content, self), 1)
        outer.addWidget(self._below)
        for bar in (self.tabs, self.beside_tabs):
            bar.tab_chosen.connect(self.show_tab)

    def show_tab(self, tab: str) -> None:
        """Show one of the parts."""
        self.tab = tab
        self.turned.emit()
        self.fit()

    def next_tab(self) -> None:
        """Show the next part."""
        bar = self.tabs if self.tabs.isVisible() else self.beside_tabs
        bar.setCurrentIndex((bar.currentIndex() + 1) % bar.count())

    def fit(self) -> None:
        """Everything beside each other, or one part under each tab."""
        narrow, parts = is_narrow(self), self._parts
        fields = self.tab == FIELDS
        self.tabs.show_tabs(self._names, self.tab)
        self.beside_tabs.show_tabs(self._names[1:], FIELDS if fields else PREVIEW)
        self.tabs.setVisible(narrow)
        self.beside_tabs.setVisible(not narrow)
        self._edge.setVisible(not narrow)
        self._files.setVisible(not narrow or self.tab == FILES)
        self._beside.setVisible(not narrow or self.tab != FILES)
        self._beside.setMinimumHeight(theme.current().px(_BESIDE_LEAST) if narrow else 0)
        parts.preview.setVisible(not fields)
        parts.fields.setVisible(fields)
        parts.creating.setVisible(not narrow or self.tab == FILES)
        parts.points.show_whole(whole=narrow)
        self._place_foot(narrow=narrow)
        self._fit_files()

    def _place_foot(self, *, narrow: bool) -> None:
        """The foot always stays in sight, but where there is little room it scrolls with the page."""
        px = theme.current().px
        (self._page if narrow else self._foot).addWidget(self._parts.creating)
        self._below.setVisible(not narrow)
        self._page.setContentsMargins(px(24), px(16), px(24), px(24 if narrow else 0))

    def _fit_files(self) -> None:
        shown, outputs = theme.current(), self._parts.outputs
        stacked = self.width() / shown.factor < _STACKED_BELOW
        directions = QBoxLayout.Direction
        self._chooser.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        outputs.setMinimumWidth(0 if stacked else shown.px(_OUTPUTS_WIDTH))
        outputs.setMaximumWidth(_NO_LIMIT if stacked else shown.px(_OUTPUTS_WIDTH))

    def _lay_out(self) -> None:
        space, parts = theme.current().px(16), self._parts
        middle = column(space=16)
        middle.addWidget(parts.options)
        middle.addWidget(parts.points, 1)
        self._chooser.setContentsMargins(0, 0, 0, 0)
        self._chooser.setSpacing(space)
        self._chooser.addWidget(parts.outputs)
        self._chooser.addLayout(middle, 1)
        within = column(self._beside, margins=(1, 1, 1, 1))
        within.addWidget(self.beside_tabs)
        within.addWidget(self._edge)
        within.addWidget(parts.preview, 1)
        within.addWidget(parts.fields, 1)
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setSpacing(space)
        beside.addWidget(self._files, 9)
        beside.addWidget(self._beside, 5)
        self._page.addWidget(parts.head)
        self._page.addWidget(self.tabs)
        self._page.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

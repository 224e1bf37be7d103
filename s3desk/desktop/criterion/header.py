"""The head of the page: number, official text, tabs, and the way to the criteria before and after."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.page_tabs import PageTabs
from s3desk.desktop.widgets.surfaces import column, line, row
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.queries.criterion_picture import CriterionPicture


class _NumberBox(QWidget):
    """The number of the criterion on a tinted square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = ""
        self.set_side(36)

    def show_number(self, number: int) -> None:
        self._number = str(number)
        self.update()

    def set_side(self, side: int) -> None:
        self.setFixedSize(QSize(theme.current().px(side), theme.current().px(side)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.color("tint"))
        radius = shown.measure("radius", "control")
        painter.drawRoundedRect(QRect(0, 0, self.width(), self.height()), radius, radius)
        painter.setFont(shown.font("h2" if self.width() > shown.px(30) else "h3"))
        painter.setPen(shown.color("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


class Header(QWidget):
    """`tab_chosen(id)`, `criterion_requested(id)`. In its compact form it is one line of 44 px."""

    tab_chosen = Signal(str)
    criterion_requested = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._form: tuple[bool, bool] | None = None
        self._ids = ("", "")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number = _NumberBox(self)
        self._place = label("", "caption", "muted", self)
        self._official = Paragraph("", "h3", parent=self)
        self._note = Paragraph("", "caption", "muted", parent=self)
        self._title = Elided("", "h3", parent=self)
        self.info = buttons.symbol_button("info", text("Show the official text"), parent=self)
        self.tabs = PageTabs(text("Parts of the criterion"), self)
        self.previous = buttons.symbol_button("chevron-left", text("Previous criterion"), bordered=True, parent=self)
        self.next = buttons.symbol_button("chevron-right", text("Next criterion"), bordered=True, parent=self)
        self._grid = QGridLayout()
        self._lay_out()
        self.set_form(compact=False, narrow=False)
        self.tabs.tab_chosen.connect(self.tab_chosen)
        self.info.clicked.connect(self._toggle_official)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)

    def show_picture(self, picture: CriterionPicture, tab: str) -> None:
        """Show the criterion and which tab is chosen."""
        self._ids = (picture.previous_id, picture.next_id)
        self._number.show_number(picture.number)
        self._place.setText(picture.place)
        self._official.say(picture.official)
        self._note.say(picture.language_note)
        self._title.setText(picture.title)
        self.previous.setEnabled(bool(picture.previous_id))
        self.next.setEnabled(bool(picture.next_id))
        self.tabs.show_tabs(picture.tabs, tab)
        self._show_texts()

    def set_form(self, *, compact: bool, narrow: bool) -> None:
        """Compact: our short title in place of the official text, in one line with the tabs or, narrow, above."""
        if (compact, narrow) == self._form:
            return
        self._form = (compact, narrow)
        self._number.set_side(28 if compact else 36)
        self._arrange(compact=compact, narrow=narrow)
        self._show_texts()

    def _show_texts(self) -> None:
        compact = self._form is not None and self._form[0]
        self._title.setVisible(compact)
        self.info.setVisible(compact)
        self._place.setVisible(not compact)
        self._official.setVisible(not compact)
        self._note.setVisible(not compact and bool(self._note.text()))

    def _toggle_official(self) -> None:
        unfolded = self._official.isHidden()
        self._official.setVisible(unfolded)
        self._note.setVisible(unfolded and bool(self._note.text()))

    def _go_back(self) -> None:
        self.criterion_requested.emit(self._ids[0])

    def _go_on(self) -> None:
        self.criterion_requested.emit(self._ids[1])

    def _lay_out(self) -> None:
        shown = theme.current()
        self._grid.setHorizontalSpacing(shown.px(12))
        self._grid.setVerticalSpacing(0)
        self._words = QWidget(self)
        words = column(self._words)
        words.addWidget(self._place)
        words.addWidget(self._official)
        words.addWidget(self._note)
        self._short = QWidget(self)
        short = row(self._short, space=4)
        short.addWidget(self._title, 1)
        short.addWidget(self.info)
        self._moves = QWidget(self)
        moves = row(self._moves, space=4)
        moves.addWidget(self.previous)
        moves.addWidget(self.next)
        outer = column(self)
        outer.addLayout(self._grid)
        outer.addWidget(line(parent=self))

    def _arrange(self, *, compact: bool, narrow: bool) -> None:
        """Put the same widgets into one line or into two."""
        shown, grid = theme.current(), self._grid
        for widget in (self._number, self._words, self._short, self._moves, self.tabs):
            grid.removeWidget(widget)
        middle, low = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom
        if not compact:
            self._place_full()
        elif narrow:
            grid.addWidget(self._number, 0, 0, 2, 1, middle)
            grid.addWidget(self._short, 0, 1, low)
            grid.addWidget(self.tabs, 1, 1, low | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self._moves, 0, 3, 2, 1, middle)
            grid.addWidget(self._words, 2, 1, 1, 3)
        else:
            grid.addWidget(self._number, 0, 0, middle)
            grid.addWidget(self._short, 0, 1, middle)
            grid.addWidget(self.tabs, 0, 2, low)
            grid.addWidget(self._moves, 0, 3, middle)
            grid.addWidget(self._words, 1, 1, 1, 3)
        above = (4 if narrow else 0) if compact else 12
        grid.setContentsMargins(shown.px(16), shown.px(above), shown.px(16), 0)
        grid.setColumnStretch(1, 1)
        grid.setRowMinimumHeight(0, shown.px((28 if narrow else 44) if compact else 48))

    def _place_full(self) -> None:
        middle, grid = Qt.AlignmentFlag.AlignVCenter, self._grid
        grid.addWidget(self._number, 0, 0, middle)
        grid.addWidget(self._words, 0, 1, 1, 2, middle)
        grid.addWidget(self._moves, 0, 3, middle)
        grid.addWidget(self.tabs, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)

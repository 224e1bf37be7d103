"""What stands under the menu bar: navigation, messages above and below, and between them the page shown."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.navigation import Navigation
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, line, row


class Frame(QWidget):
    """The room for pages. `banner` lasts while it is true, `trouble` tells errors, `notice` what was done."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigation = Navigation(language, self)
        self._edge = line(vertical=True, parent=self)
        self.banner = MessageStrip(language, self)
        self.trouble = MessageStrip(language, self)
        self.notice = MessageStrip(language, self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self.show_navigation(shown=False)

    def show_navigation(self, *, shown: bool) -> None:
        """With an open file the navigation stands at the left; the start page has the whole width."""
        self.navigation.setVisible(shown)
        self._edge.setVisible(shown)

    def strips(self) -> tuple[MessageStrip, MessageStrip, MessageStrip]:
        """All three places for messages."""
        return self.banner, self.trouble, self.notice

    def _lay_out(self) -> None:
        middle = column()
        above = column(space=8, margins=(16, 0, 16, 0))
        above.addWidget(self.banner)
        above.addWidget(self.trouble)
        below = column(margins=(16, 0, 16, 0))
        below.addWidget(self.notice)
        middle.addLayout(above)
        middle.addWidget(self.pages, 1)
        middle.addLayout(below)
        whole = row(self)
        whole.addWidget(self.navigation)
        whole.addWidget(self._edge)
        whole.addLayout(middle, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = theme.current()
        rail_below = shown.tokens.measure("breakpoint", "rail_below_width")
        self.navigation.set_rail(rail=event.size().width() / shown.factor < rail_below)

"""What stands under the menu bar: navigation, messages above and below, and between them the page shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.pages.registry import PAGES, PageEntry
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, line, row

if TYPE_CHECKING:
    from s3desk.desktop.navigation import Navigation
    from s3desk.workspace.lock import Holder

_ABOVE, _BELOW = (16, 8, 16, 0), (16, 0, 16, 8)


class Frame(QWidget):
    """The room for pages. `banner` lasts while it is true, `trouble` tells errors, `notice` what was done."""

    place_chosen = Signal(object)
    page_entered = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__(parent)
        self._language = language
        self._entries = pages
        self._navigation: Navigation | None = None
        self._edge = line(vertical=True, parent=self)
        self.banner = MessageStrip(language, self, room=_ABOVE)
        self.trouble = MessageStrip(language, self, room=_ABOVE)
        self.notice = MessageStrip(language, self, room=_BELOW)
        self.pages = QStackedWidget(self)
        self._whole = row(self)
        self._lay_out()

    @property
    def navigation(self) -> Navigation:
        """The navigation; made with the first file that is opened, the start page needs none."""
        if self._navigation is None:
            from s3desk.desktop.navigation import Navigation

            self._navigation = Navigation(self._language, self, self._entries)
            self._whole.insertWidget(0, self._navigation)
            self._navigation.chosen.connect(self.place_chosen)
            self._navigation.entered.connect(self.page_entered)
            self._fit_navigation(self.width())
        return self._navigation

    def show_navigation(self, *, shown: bool) -> None:
        """With an open file the navigation stands at the left; the start page has the whole width."""
        if shown or self._navigation is not None:
            self.navigation.setVisible(shown)
        self._edge.setVisible(shown)

    def areas(self) -> tuple[QWidget, ...]:
        """The parts around the page that F6 reaches."""
        return () if self._navigation is None else (self._navigation.focus_target(),)

    def show_read_only(self, holder: Holder | None, open_copy: Callable[[], None]) -> None:
        """Say who writes the file, and offer to work in a copy."""
        text = self._language.text
        who = (
            text("{name} opened this file at {time}.", name=holder.name, time=f"{holder.since:%H:%M}")
            if holder
            else text("You may not write to this file or its folder.")
        )
        button = text("Open a copy")
        self.banner.say("warn", text("Read-only."), who, symbol="lock", button=button, do=open_copy, lasting=True)

    def strips(self) -> tuple[MessageStrip, MessageStrip, MessageStrip]:
        """All three places for messages."""
        return self.banner, self.trouble, self.notice

    def _lay_out(self) -> None:
        middle = column()
        middle.addWidget(self.banner)
        middle.addWidget(self.trouble)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.notice)
        self._edge.hide()
        self._whole.addWidget(self._edge)
        self._whole.addLayout(middle, 1)

    def _fit_navigation(self, width: int) -> None:
        shown = theme.current()
        rail_below = shown.tokens.measure("breakpoint", "rail_below_width")
        self.navigation.set_rail(rail=width / shown.factor < rail_below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._navigation is not None:
            self._fit_navigation(event.size().width())


def dropped_path(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The file that is dragged over the window; None for anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None

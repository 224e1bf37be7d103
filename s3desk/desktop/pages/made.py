"""The pages that a window has made, the one that is shown, and those that are out of date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from s3desk.desktop.pages.page import Page


class MadePages:
    """A page is made when it is first shown and refreshed when it is shown out of date."""

    def __init__(self, room: QStackedWidget, make: Callable[[str], Page]) -> None:
        self._room = room
        self._make = make
        self._made: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.shown_id = ""

    @property
    def shown(self) -> Page:
        """The page shown now."""
        return self._made[self.shown_id]

    def get(self, page_id: str) -> Page:
        """A page that was made."""
        return self._made[page_id]

    def show(self, page_id: str) -> None:
        """Bring a page to the front."""
        if page_id not in self._made:
            self._made[page_id] = self._make(page_id)
            self._room.addWidget(self._made[page_id].widget())
            self._stale.add(page_id)
        self.shown_id = page_id
        if page_id in self._stale:
            self._stale.discard(page_id)
            self.shown.refresh()
        self._room.setCurrentWidget(self.shown.widget())

    def spoil(self) -> None:
        """All pages are out of date."""
        self._stale.update(self._made)

    def drop_all_but(self, kept: str) -> None:
        """Forget the other pages."""
        for page_id in [known for known in self._made if known != kept]:
            page = self._made.pop(page_id)
            self._room.removeWidget(page.widget())
            for timer in page.widget().findChildren(QTimer):
                timer.stop()  # it may be due before the page is really gone
            page.widget().deleteLater()

"""A window of its own in which a saved version is looked at: the pages as they were then, for reading only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from s3desk.basics.errors import KnownError
from s3desk.catalogue.model import Catalogue
from s3desk.desktop import areas, icons, opening
from s3desk.desktop.frame import Frame
from s3desk.desktop.pages.made import MadePages
from s3desk.desktop.pages.page import Page, Place, Surroundings
from s3desk.desktop.pages.registry import LOOKED_AT, entry
from s3desk.domain.records import SavedVersion
from s3desk.workspace.workspace import Workspace


class LookWindow(QMainWindow):
    """The `Surroundings` of pages over a workspace that is a saved version. Escape or "Return" closes it."""

    def __init__(self, view: Workspace, version: SavedVersion, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        language = around.language
        self.preferences = around.preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.workspace = view
        self.language = language
        text, when = language.text, language.date(version.saved_at.date())
        self.setWindowTitle(f"{version.name} – S3 Desk")
        self.setWindowIcon(icons.icon("logo", "accent", size=32))
        self.frame = Frame(language, self, LOOKED_AT)
        self.pages = MadePages(self.frame.pages, self._make)
        self.setCentralWidget(self.frame)
        self.frame.banner.say(
            "warn",
            text("You look at the version {name}, saved on {date}.", name=version.name, date=when),
            text("Nothing can be changed here."),
            symbol="lock",
            button=text("Return"),
            do=self.close,
            lasting=True,
        )
        self.frame.show_navigation(shown=True)
        self.frame.navigation.show_picture(opening.navigation(view.catalogue, view.content, language))
        self.frame.place_chosen.connect(self.go_to)
        self.frame.page_entered.connect(self._enter_page)
        for keys, work in (("Esc", self.close), ("F6", self._next_area)):
            QShortcut(QKeySequence(keys), self).activated.connect(work)
        self.enter(Place(LOOKED_AT[0].id))

    # What pages expect of what surrounds them

    @property
    def catalogue(self) -> Catalogue:
        """All questions are shown."""
        return self.workspace.catalogue

    @property
    def page(self) -> Page:
        """The page shown now."""
        return self.pages.shown

    def go_to(self, place: Place) -> None:
        """Show another place of the version."""
        if place.page not in {one.id for one in LOOKED_AT}:
            return
        self.pages.show(place.page)
        self.page.go_to(place)
        self.frame.navigation.choose(self.page.place())

    def enter(self, place: Place) -> None:
        """Show another place and put the keyboard there."""
        self.go_to(place)
        self._enter_page()

    def say(self, sentence: str, *, undo: bool = False) -> None:  # noqa: ARG002 - nothing is undone here
        """Show a short message below."""
        self.frame.notice.say("ok", "", sentence)

    def report(self, error: KnownError) -> None:
        """Show a known error above the page."""
        self.frame.trouble.say("bad", self.language.error(error), self.language.hint(error))

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may meet a `KnownError`; it is reported. Whether it was done."""
        try:
            work()
        except KnownError as error:
            self.report(error)
            return False
        return True

    def run(self, command: str) -> None:  # noqa: ARG002 - no command works here
        """Commands belong to the open file, not to a version."""
        self.say(self.language.text("This is done in the assessment itself. Return to it first."))

    def _make(self, page_id: str) -> Page:
        return entry(page_id).make(self, self.frame.pages)

    def _enter_page(self) -> None:
        areas.enter(self.page)

    def _next_area(self) -> None:
        """Move between the button above, the navigation and the parts of the page."""
        areas.move((self.frame.banner.button(), *self.frame.areas(), *self.page.areas()), 1)

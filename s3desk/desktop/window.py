"""The window: the pages of the open assessment, the messages about it, and what has to be told to whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages
from s3desk.desktop import areas, icons, opening, qt_words, theme
from s3desk.desktop.frame import Frame, dropped_path
from s3desk.desktop.handlers import Handlers
from s3desk.desktop.open_file import OpenFile
from s3desk.desktop.pages.made import MadePages
from s3desk.desktop.pages.page import Page, Place
from s3desk.desktop.pages.registry import entry, has_place
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.qt_commands import QtCommands
from s3desk.desktop.settings import Preferences
from s3desk.desktop.top_bar import TopBar
from s3desk.desktop.widgets.surfaces import bring_into_view
from s3desk.desktop.widgets.typing_state import typing
from s3desk.workspace.on_disk import ChangedOnDiskError

if TYPE_CHECKING:
    from s3desk.catalogue.model import Catalogue
    from s3desk.desktop.find.find import Find
    from s3desk.workspace.workspace import Workspace

START, OVERVIEW = "start", "overview"


class MainWindow(QMainWindow):
    """The one window. It is the `Surroundings` of every page."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.file = OpenFile(self)
        self.handlers = Handlers(self)
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.icon("logo", "accent", size=32))
        self._is_painted = False
        self.build()
        self._find_place()
        self.page.focus_target().setFocus()
        QGuiApplication.instance().applicationStateChanged.connect(self._application_changed)  # type: ignore[union-attr]

    def build(self) -> None:
        """Make everything in the window anew, in the language, size and colours of the settings."""
        self.language = Language(self.preferences.now.language)
        qt_words.speak(self.language.code)
        self.commands = QtCommands(self)
        size = self.preferences.now.text_size
        self.top_bar = TopBar(self.language, available_languages(), self.commands.actions, size, self)
        self.frame = Frame(self.language, self)
        self.pages = MadePages(self.frame.pages, self._make)
        self.setMenuWidget(self.top_bar)
        self.setCentralWidget(self.frame)
        self._find: Find | None = None
        self.frame.place_chosen.connect(self.go_to)
        self.frame.page_entered.connect(self._enter_page)
        typing.changed.connect(self._show_saving)
        self.show_page(START)
        self.show_file_state()

    def rebuild(self) -> None:
        """Build anew and return to the place that was shown."""
        self.save_typing()
        place = self.page.place()
        self.commands.end()
        self.build()
        self._fill_menus()
        if self.has_file:
            self.go_to(place)
        self._enter_page()

    def look_anew(self) -> None:
        """Give the application the look that settings and system ask for now, and build the window anew in it."""
        self.save_typing()
        before, now, app = theme.current(), self.preferences.now, QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, dark=theme.is_dark(now.theme), text_size=now.text_size)
        if theme.current() != before:
            self.rebuild()
        else:
            self.commands.update()

    # The open file

    @property
    def workspace(self) -> Workspace:
        """The open assessment; pages exist only while there is one."""
        return self.file.workspace

    @property
    def catalogue(self) -> Catalogue:
        """The questions asked on the pages: all, or in a quick check the core ones."""
        whole = self.workspace.catalogue
        return whole.quick_check if self.preferences.now.core_only else whole

    @property
    def has_file(self) -> bool:
        """Whether an assessment is open."""
        return self.file.is_open

    def open_path(self, path: Path) -> bool:
        """Open a file in place of the present one; whether it is open then."""
        return self.file.open(path)

    def close_file(self) -> bool:
        """Close the file and return to the start page; whether it was closed."""
        return self.file.close()

    def save_typing(self) -> bool:
        """Store what is being typed on the page shown; whether nothing remains to be stored."""
        return not self.file.is_writable or self.attempt(self.page.save_typing)

    def file_opened(self, place: Place) -> None:
        """Show the assessment that is open now, at the place where it was left."""
        self.show_file_state()
        self.enter(place if has_place(self.catalogue, place) else Place(OVERVIEW))

    def file_closed(self) -> None:
        """Return to the start page; the pages of the file that was open are of no use any more."""
        self.finding.close()
        self.pages.spoil()
        self.show_page(START)
        self.pages.drop_all_but(START)
        self.show_file_state()
        self._enter_page()

    # Pages

    def _enter_page(self) -> None:
        areas.enter(self.page)

    @property
    def page(self) -> Page:
        """The page shown now."""
        return self.pages.shown

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front, up to date."""
        self.pages.show(page_id)
        self.frame.show_navigation(shown=page_id != START)
        self.commands.update()

    def go_to(self, place: Place) -> None:
        """Show another place; the typing of the present page is saved first."""
        self.save_typing()
        self.frame.trouble.hide()
        self.frame.notice.hide()
        if place.page == START:
            self.show_page(START)
            return
        if place.question_id and not self.catalogue.knows(place.question_id):
            self.run("view.all")
            self.say(self.language.text("This is not a core question: all questions are shown again."))
        self.show_page(place.page)
        self.page.go_to(place)
        self.frame.navigation.choose(self.page.place())
        self._show_title()

    def enter(self, place: Place) -> None:
        """Show another place and put the keyboard there; on its way it passes no other part, least of all Find."""
        self.frame.pages.setFocus()
        self.go_to(place)
        self._enter_page()

    def _make(self, page_id: str) -> Page:
        room = self.frame.pages
        return StartPage(self, room) if page_id == START else entry(page_id).make(self, room)

    # Messages

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a short message below, with "Undo" where the last step can be taken back."""
        button = self.language.text("Undo") if undo else ""
        self.frame.notice.say("ok", "", sentence, button=button, do=self.handlers.undo if undo else None)

    def report(self, error: KnownError) -> None:
        """Show a known error above the page, with the way out where there is one."""
        if isinstance(error, ChangedOnDiskError):
            self.file.tell_lost(error)
            return
        button: tuple[str, Callable[[], object] | None] = ("", None)
        if isinstance(error, opening.BackedUpError):
            button = (self.language.text("Show the backups"), partial(self.handlers.show_backups_of, error.path))
        what, hint = self.language.error(error), self.language.hint(error)
        self.frame.trouble.say("bad", what, hint, button=button[0], do=button[1])

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may meet a `KnownError`; it is reported. Whether it was done."""
        try:
            work()
        except KnownError as error:
            self.report(error)
            return False
        return True

    def run(self, command: str) -> None:
        """Run a command of the menus by its id."""
        self.commands.actions[command].trigger()

    # What follows from a change

    def content_changed(self) -> None:
        """Bring what is shown up to date; other pages follow when they are shown."""
        self.pages.spoil()
        self.pages.show(self.pages.shown_id)
        self._show_navigation()
        self.commands.update()

    def questions_changed(self) -> None:
        """Other questions are asked than before: all pages show them when they are next seen."""
        self.pages.spoil()
        if self.has_file:
            self.show_page(self.pages.shown_id)
            self._show_navigation()
        self.commands.update()

    def show_file_state(self) -> None:
        """Show whose file is open and whether it may be written; older messages go."""
        read_only = self.has_file and not self.file.is_writable
        self.top_bar.show_file(open_file=self.has_file, read_only=read_only)
        for strip in self.frame.strips():
            strip.hide()
        if self.has_file:
            self.finding.close()
            self._show_navigation()
        if read_only:
            self.frame.show_read_only(self.workspace.holder, self.handlers.open_copy)
        self._show_title()
        self.commands.update()

    @property
    def finding(self) -> Find:
        """Find; made with the first file that is opened."""
        if self._find is None:
            from s3desk.desktop.find.find import Find

            self._find = Find(self, self.top_bar.file_corner.find_field)
        return self._find

    def _show_saving(self, saving: bool) -> None:
        self.top_bar.file_corner.show_saving(saving)

    def _show_navigation(self) -> None:
        self.frame.navigation.show_picture(opening.navigation(self.catalogue, self.workspace.content, self.language))

    def _show_title(self) -> None:
        name = f"{self.workspace.path.name} – S3 Desk" if self.has_file else "S3 Desk"
        self.setWindowTitle(name)

    # The window itself

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            QTimer.singleShot(0, self, self.first_paint_done)

    def first_paint_done(self) -> None:
        """Do, once, what the first sight of the window need not wait for; opening a file is prepared in a thread."""
        if self._is_painted:
            return
        self._is_painted = True
        from s3desk.desktop.jobs import Job
        from s3desk.desktop.widgets.focus import FocusRing

        self._focus_ring = FocusRing(self)
        self._fill_menus()
        bring_into_view(self.page.focus_target())
        if isinstance(start := self.pages.get(START), StartPage):
            start.look_for_files()
        job = Job(lambda _progress: opening.preload())
        job.finished.connect(self._tell_news)
        job.start()

    def _fill_menus(self) -> None:
        self.top_bar.fill_menus(self.commands.show_icons)

    def _tell_news(self) -> None:
        from s3desk.desktop import news

        news.tell_of_start(self)

    def _find_place(self) -> None:
        shown = theme.current()
        breakpoints = shown.tokens.measures["breakpoint"]
        self.setMinimumSize(breakpoints["minimum_width"], breakpoints["minimum_height"])
        geometry = QByteArray.fromBase64(self.preferences.now.geometry.encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1366, 720)

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.save_typing()
        else:
            self.file.look_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        closed = self.close_file()
        self.preferences.change(geometry=geometry)
        event.setAccepted(closed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_path(event)) is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.open_path(path))

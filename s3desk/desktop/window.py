"""The window: one open assessment at most, its pages, the messages about it, and what has to be told to whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages
from s3desk.desktop import icons, incoming, opening, qt_words, theme
from s3desk.desktop.bridge import Bridge
from s3desk.desktop.frame import Frame, dropped_path
from s3desk.desktop.handlers import Handlers
from s3desk.desktop.pages.page import Page, Place
from s3desk.desktop.pages.registry import entry
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.settings import Preferences
from s3desk.desktop.top_bar import TopBar
from s3desk.desktop.widgets.focus import FocusRing
from s3desk.desktop.widgets.surfaces import bring_into_view
from s3desk.desktop.widgets.typing_state import typing

if TYPE_CHECKING:
    from s3desk.workspace.workspace import Changed, Workspace

START, OVERVIEW = "start", "overview"


class MainWindow(QMainWindow):
    """The one window. It is the `Surroundings` of every page."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self._workspace: Workspace | None = None
        self._bridge: Bridge | None = None
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.icon("logo", "accent", size=32))
        self._focus_ring = FocusRing(self)
        self.build()
        self._find_place()
        self._enter_page()
        QGuiApplication.instance().applicationStateChanged.connect(self._application_changed)  # type: ignore[union-attr]

    def build(self) -> None:
        """Make everything in the window anew, in the language, size and colours of the settings."""
        self.language = Language(self.preferences.now.language)
        qt_words.speak(self.language.code)
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.handlers = Handlers(self)
        size = self.preferences.now.text_size
        self.top_bar = TopBar(self.language, available_languages(), self.handlers.actions, size, self)
        self.frame = Frame(self.language, self)
        self.setMenuWidget(self.top_bar)
        self.setCentralWidget(self.frame)
        self.frame.place_chosen.connect(self.go_to)
        self.frame.page_entered.connect(self._enter_page)
        typing.changed.connect(self.top_bar.show_saving)
        self._shown = START
        self.show_page(START)
        self.show_file_state()

    def rebuild(self) -> None:
        """Build anew and return to the place that was shown."""
        self.save_typing()
        place = self.page.place()
        self.handlers.deleteLater()
        self.build()
        self.handlers.show_icons()
        if self._workspace is not None:
            self.go_to(place)
        self._enter_page()

    # The open file

    @property
    def workspace(self) -> Workspace:
        """The open assessment; pages exist only while there is one."""
        if self._workspace is None:
            raise LookupError("no assessment is open")
        return self._workspace

    @property
    def has_file(self) -> bool:
        """Whether an assessment is open."""
        return self._workspace is not None

    def open_path(self, path: Path) -> bool:
        """Open a file in place of the present one; whether it is open then. A report is first read beside."""
        if path.suffix.lower() in incoming.SUFFIXES:
            incoming.open_again(self, path)
            return False
        if self._workspace is not None and path.exists() and path.samefile(self._workspace.path):
            return True
        return self.take(lambda: opening.open_file(path, self.preferences.now.author))

    def take(self, make: Callable[[], Workspace]) -> bool:
        """Show the assessment that `make` opens; when it cannot, the present one stays."""
        made: list[Workspace] = []
        if not self.attempt(lambda: made.append(make())):
            return False
        if not self.close_file():
            made[0].close()
            return False
        self._workspace = made[0]
        self._bridge = Bridge(self._workspace, self)
        self._bridge.changed.connect(self._changed)
        self._remember()
        opening.back_up(self._workspace)
        self.show_file_state()
        self.enter(Place(OVERVIEW))
        return True

    def close_file(self) -> bool:
        """Store what is typed, close the file and return to the start page; whether it was closed."""
        if self._workspace is None:
            return True
        if not self.save_typing() and not self._close_without_last_words():
            return False
        self._remember()
        self._workspace.close()
        self._workspace = None
        if self._bridge is not None:
            self._bridge.deleteLater()
            self._bridge = None
        self._drop_pages()
        self.show_page(START)
        self.show_file_state()
        self._enter_page()
        return True

    def save_typing(self) -> bool:
        """Store what is being typed on the page shown; whether nothing remains to be stored."""
        if self._workspace is None or self._workspace.read_only:
            return True
        return self.attempt(self.page.save_typing)

    def _close_without_last_words(self) -> bool:
        from s3desk.desktop.dialogs.ask import asked

        text = self.language.text
        return asked(
            self,
            self.language,
            text("The last words are not saved."),
            text("Everything before them is safe in the file."),
            text("Close without them"),
        )

    # Pages

    def _enter_page(self) -> None:
        target = self.page.focus_target()
        target.setFocus()
        bring_into_view(target)

    @property
    def page(self) -> Page:
        """The page shown now."""
        return self._pages[self._shown]

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front; it is made when it is first shown and refreshed when it is stale."""
        if page_id not in self._pages:
            self._pages[page_id] = self._make(page_id)
            self.frame.pages.addWidget(self._pages[page_id].widget())
            self._stale.add(page_id)
        self._shown = page_id
        if page_id in self._stale:
            self._stale.discard(page_id)
            self.page.refresh()
        self.frame.pages.setCurrentWidget(self.page.widget())
        self.frame.show_navigation(shown=page_id != START)
        self.handlers.update()

    def go_to(self, place: Place) -> None:
        """Show another place; the typing of the present page is saved first."""
        self.save_typing()
        self.frame.trouble.hide()
        self.frame.notice.hide()
        if place.page == START:
            self.show_page(START)
            return
        self.show_page(place.page)
        self.page.go_to(place)
        self.frame.navigation.choose(self.page.place())
        self._show_title()

    def enter(self, place: Place) -> None:
        """Show another place and put the keyboard there."""
        self.go_to(place)
        self._enter_page()

    def _make(self, page_id: str) -> Page:
        return StartPage(self, self.frame) if page_id == START else entry(page_id).make(self, self.frame)

    def _drop_pages(self) -> None:
        for page_id in [known for known in self._pages if known != START]:
            page = self._pages.pop(page_id)
            self.frame.pages.removeWidget(page.widget())
            page.widget().deleteLater()
        self._stale.add(START)

    # Messages

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a short message below, with "Undo" where the last step can be taken back."""
        button = self.language.text("Undo") if undo else ""
        self.frame.notice.say("ok", "", sentence, button=button, do=self.handlers.undo if undo else None)

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

    def run(self, command: str) -> None:
        """Run a command of the menus by its id."""
        self.handlers.actions[command].trigger()

    # What follows from a change

    def _changed(self, changed: Changed) -> None:
        for page_id in self._pages:
            if self._pages[page_id] is not changed.origin and page_id != self._shown:
                self._stale.add(page_id)
        if self._pages[self._shown] is not changed.origin:
            self.page.refresh()
        self._show_navigation()
        self.handlers.update()

    def show_file_state(self) -> None:
        """Show whose file is open and whether it may be written; older messages go."""
        workspace = self._workspace
        self.top_bar.show_file(open_file=workspace is not None, read_only=workspace is not None and workspace.read_only)
        for strip in self.frame.strips():
            strip.hide()
        if workspace is not None:
            self._show_navigation()
            if workspace.read_only:
                self.frame.show_read_only(workspace.holder, self.handlers.open_copy)
        self._show_title()
        self.handlers.update()

    def _show_navigation(self) -> None:
        self.frame.navigation.show_picture(opening.navigation(self.workspace, self.language))

    def _show_title(self) -> None:
        name = f"{self._workspace.path.name} – S3 Desk" if self._workspace else "S3 Desk"
        self.setWindowTitle(name)

    def _remember(self) -> None:
        self.preferences.remember(opening.recent_of(self.workspace, self.language))

    # The window itself

    def first_paint_done(self) -> None:
        """Import in the background what opening needs, and look which recent files are there."""
        self.handlers.show_icons()
        from s3desk.desktop.jobs import Job

        job = Job(lambda _progress: opening.preload())
        job.finished.connect(self._pages_start().look_for_files)
        job.start()

    def _pages_start(self) -> StartPage:
        page = self._pages[START]
        assert isinstance(page, StartPage)
        return page

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

"""The one assessment that may be open in the window: how it is opened, remembered and closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.paths import is_same
from s3desk.desktop import incoming, opening, workbooks
from s3desk.desktop.pages.page import Place

if TYPE_CHECKING:
    from s3desk.desktop.bridge import Bridge
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.on_disk import ChangedOnDiskError
    from s3desk.workspace.workspace import Workspace


class OpenFile:
    """Holds the open assessment and tells the window when there is another one, none, or a change in it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace: Workspace | None = None
        self._bridge: Bridge | None = None
        self._told_lost = False

    @property
    def workspace(self) -> Workspace:
        """The open assessment; pages exist only while there is one."""
        if self._workspace is None:
            raise LookupError("no assessment is open")
        return self._workspace

    @property
    def is_open(self) -> bool:
        """Whether an assessment is open."""
        return self._workspace is not None

    @property
    def is_writable(self) -> bool:
        """Whether an assessment is open that may be changed."""
        return self._workspace is not None and not self._workspace.read_only

    def open(self, path: Path) -> bool:
        """Open a file in place of the present one; whether it is open then. A report is first read beside."""
        if path.suffix.lower() in incoming.SUFFIXES:
            incoming.open_again(self._window, path)
            return False
        if path.suffix.lower() in workbooks.SUFFIXES:
            workbooks.take_in(self._window, path)
            return False
        if self._workspace is not None and is_same(path, self._workspace.path):
            return True
        return self.take(lambda: opening.open_file(path, self._window.preferences.now.author))

    def take(self, make: Callable[[], Workspace]) -> bool:
        """Show the assessment that `make` opens; when it cannot, the present one stays."""
        made: list[Workspace] = []
        if not self._window.attempt(lambda: made.append(make())):
            return False
        if not self.close():
            made[0].close()
            return False
        self._listen_to(made[0])
        place = self._last_place()
        self._remember(place)
        self._window.file_opened(Place.remembered(place))
        opening.back_up(self.workspace)
        self._tell_news()
        return True

    def move_to(self, path: Path) -> bool:
        """Go on in a copy of the open file, also with the words that the file itself no longer takes."""
        made: list[Workspace] = []
        who = self._window.preferences.now.author
        if not self._window.attempt(lambda: made.append(opening.open_file(path, who))):
            return False
        place, left = self._window.page.place(), self.workspace
        self._forget()
        self._listen_to(made[0])
        self._window.save_typing()
        self._window.attempt(left.close)
        self._remember(str(place))
        opening.back_up(self.workspace)
        self._window.file_closed()
        self._window.file_opened(place)
        return True

    def is_lost(self) -> bool:
        """Whether the file on the disk is gone or no longer what was opened; that is told then."""
        return self.is_writable and not self._window.attempt(self.workspace.check_on_disk)

    def tell_lost(self, error: ChangedOnDiskError) -> None:
        """Say, until it is solved, that nothing can be written, and offer to go on in a copy."""
        self._told_lost = True
        language, window = self._window.language, self._window
        what, hint, button = language.error(error), language.hint(error), language.text("Save a copy")
        window.frame.banner.say("bad", what, hint, button=button, do=window.handlers.save_copy, lasting=True)
        window.top_bar.file_corner.show_lost()

    def look_again(self) -> None:
        """Look at the file when people come back to the window; what was told before may be solved."""
        if self._workspace is not None and self._workspace.holder is not None:
            from s3desk.desktop import news

            news.tell_of_writer(self._window, self._read_again)
        elif not self.is_lost() and self._told_lost:
            self._told_lost = False
            self._window.show_file_state()

    def close(self) -> bool:
        """Store what is typed and close the file; whether it was closed."""
        if self._workspace is None:
            return True
        if not self._window.save_typing() and not self._close_without_last_words():
            return False
        self._remember(str(self._window.page.place()))
        self._window.attempt(self._workspace.close)
        self._forget()
        self._window.file_closed()
        return True

    def _read_again(self) -> None:
        path, who = self.workspace.path, self._window.preferences.now.author
        self.take(lambda: opening.open_file(path, who))

    def _forget(self) -> None:
        self._told_lost = False
        self._workspace = None
        if self._bridge is not None:
            self._bridge.deleteLater()
            self._bridge = None

    def _tell_news(self) -> None:
        from s3desk.desktop import news

        news.tell_of_opened(self._window)

    def _listen_to(self, workspace: Workspace) -> None:
        from s3desk.desktop.bridge import Bridge

        self._workspace = workspace
        self._bridge = Bridge(workspace, self._window)
        self._bridge.changed.connect(self._window.content_changed)

    def _last_place(self) -> str:
        """Where the file was left when it was last open."""
        known = {file.path: file.place for file in self._window.preferences.now.recent}
        return known.get(str(self.workspace.path), "")

    def _remember(self, place: str) -> None:
        self._window.preferences.remember(opening.recent_of(self.workspace, self._window.language, place))

    def _close_without_last_words(self) -> bool:
        from s3desk.desktop.dialogs.ask import asked

        text = self._window.language.text
        return asked(
            self._window,
            self._window.language,
            text("The last words are not saved."),
            text("Everything before them is safe in the file."),
            text("Close without them"),
        )

"""The start page: begin, open, look at the example, or go on with a recent file in one click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Place
from s3desk.desktop.widgets.entry_card import EntryCard
from s3desk.desktop.widgets.steps import StepsCard
from s3desk.desktop.widgets.recent_list import RecentFiles
from s3desk.desktop.widgets.surfaces import column, ground, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow

_TWO_COLUMNS_FROM = 1000


class StartPage(QWidget):
    """Left the purpose and the entries, right the recent files; one column where the window is narrow."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = "start"
        self.title = "S3 Desk"
        self._window = window
        self._language = window.language
        self.entries = self._make_entries()
        self.recent = RecentFiles(self._language, self)
        self._left = self._make_left()
        self._right = self._make_right()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.recent.open_requested.connect(self._open)
        self.recent.remove_requested.connect(self._forget)
        self.recent.locate_requested.connect(self._locate)

    # The page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        files = self._window.preferences.now.recent
        self.recent.show_files(files)
        self.entries[0].set_filled(not files)
        self.look_for_files()

    def save_typing(self) -> None:
        """Nothing is typed here that is kept."""

    def go_to(self, place: Place) -> None:
        """The page has one spot."""

    def place(self) -> Place:
        return Place("start")

    def focus_target(self) -> QWidget:
        return self.recent.focus_target() if self._window.preferences.now.recent else self.entries[0]

    def areas(self) -> tuple[QWidget, ...]:
        return self.entries[0], self.recent.focus_target()

    def look_for_files(self) -> None:
        """See in a thread which files are where they were: a drive that sleeps must not hold the window."""
        paths = tuple(file.path for file in self._window.preferences.now.recent)
        job = Job(lambda _progress: frozenset(path for path in paths if not Path(path).is_file()))
        job.finished.connect(self.recent.show_missing)
        job.start()

"""The start page: begin, open, look at the example, or go on with a recent file in one click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from s3desk.basics.paths import is_file
from s3desk.desktop import opening, theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.pages.page import Place
from s3desk.desktop.qt_words import keys
from s3desk.desktop.widgets.entry_card import EntryCard
from s3desk.desktop.widgets.recent_files import RecentFiles
from s3desk.desktop.widgets.steps import StepsCard, how_it_works
from s3desk.desktop.widgets.surfaces import column, ground, line, row, scrolled
from s3desk.desktop.widgets.texts import Paragraph, label

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow

# Widths of the window at 100 %: from the first the left column is full, from the second it is narrower.
_ROOMY_FROM, _TWO_COLUMNS_FROM = 1100, 840
_NO_LIMIT = 16_777_215
"""Qt's own largest width."""


class StartPage(QWidget):
    """Left the purpose and the entries, right the recent files; one column where the window is narrow."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = "start"
        self.title = "S3 Desk"
        self._window = window
        self._language = window.language
        content = scrolled("window", self)
        self._left, self._right = ground("surface", content), ground("window", content)
        self.entries = self._make_entries()
        self.recent = RecentFiles(self._language, self._right)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._lay_out(content)
        self.recent.open_requested.connect(self._open)
        self.recent.remove_requested.connect(self._forget)
        self.recent.locate_requested.connect(self._locate)
        self.recent.folder_requested.connect(self._show_folder)
        self.recent.backups_requested.connect(self._show_backups)

    # The page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        files = self._window.preferences.now.recent
        self.recent.show_files(files)
        self.entries[0].set_filled(not files)
        if self._window.isVisible():  # else it is done after the first paint
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
        from s3desk.desktop.jobs import Job

        paths = tuple(file.path for file in self._window.preferences.now.recent)
        job = Job(lambda _progress: frozenset(path for path in paths if not is_file(Path(path))))
        job.finished.connect(self.recent.show_missing)
        job.start()

    # What is asked of the window

    def _open(self, path: str) -> None:
        if not opening.is_ready():
            self.recent.show_opening(path)
        if not self._window.open_path(Path(path)):
            self.refresh()

    def _forget(self, path: str) -> None:
        self._window.preferences.forget(path)
        self.refresh()

    def _locate(self, path: str) -> None:
        self._window.handlers.locate(path)

    def _show_backups(self, path: str) -> None:
        self._window.handlers.show_backups_of(Path(path))

    def _show_folder(self, path: str) -> None:
        from s3desk.desktop.going_out import show_folder

        show_folder(Path(path).parent)

    # How it is built

    def _make_entries(self) -> tuple[EntryCard, ...]:
        text = self._language.text
        entries = (
            ("file.new", "document-plus", text("New assessment"), text("Choose region, strategy and period")),
            ("file.open", "folder-open", text("Open a file"), text("An assessment of yours or a copy")),
            ("file.example", "book", text("Look at the example"), text("Valdoria, an invented region")),
        )
        made = []
        for command, symbol, title, about in entries:
            action = self._window.commands.actions[command]
            card = EntryCard(symbol, title, about, keys(action.shortcut()), self._left)
            card.clicked.connect(action.trigger)
            made.append(card)
        return tuple(made)

    def _fill_left(self) -> None:
        text, left = self._language.text, self._left
        inside = column(left, margins=(40, 40, 40, 24))
        inside.addLayout(self._brand(left))
        inside.addSpacing(theme.current().px(24))
        purpose = text(
            "Check how your region meets the seven criteria of the EU enabling condition “Good governance "
            "of national or regional smart specialisation strategy”."
        )
        inside.addWidget(Paragraph(purpose, "lead", parent=left))
        inside.addSpacing(theme.current().px(24))
        for card in self.entries:
            inside.addWidget(card)
            inside.addSpacing(theme.current().px(8))
        inside.addStretch(1)
        inside.addWidget(line(parent=left))
        inside.addSpacing(theme.current().px(16))
        inside.addLayout(self._promise(left))

    def _brand(self, parent: QWidget) -> QBoxLayout:
        logo = label("", parent=parent)
        logo.setPixmap(pixmap("logo", "accent", size=44))
        names = column()
        names.addWidget(label("S3 Desk", "h1", parent=parent))
        names.addWidget(
            Paragraph(self._language.text("Smart specialisation self-assessment"), "body", "muted", parent=parent)
        )
        brand = row(space=16)
        brand.addWidget(logo)
        brand.addLayout(names, 1)
        return brand

    def _promise(self, parent: QWidget) -> QBoxLayout:
        text = self._language.text
        symbol = label("", parent=parent)
        symbol.setPixmap(pixmap("lock", "muted"))
        safe = text("Your answers and evidence stay in the file that you choose. S3 Desk sends nothing.")
        promise = row(space=12)
        promise.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        promise.addWidget(Paragraph(safe, "caption", "muted", lead=text("Works without internet."), parent=parent), 1)
        return promise

    def _fill_right(self) -> None:
        inside = column(self._right, margins=(40, 40, 40, 24))
        inside.addWidget(self.recent, 1)
        inside.addSpacing(theme.current().px(24))
        inside.addWidget(StepsCard(self._language.text("How it works"), how_it_works(self._language), self._right))

    def _lay_out(self, content: QWidget) -> None:
        self._fill_left()
        self._fill_right()
        self._columns.setSpacing(0)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self._left)
        self._columns.addWidget(line(vertical=True, parent=content))
        self._columns.addWidget(self._right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = theme.current()
        width = event.size().width() / shown.factor
        wide = width >= _TWO_COLUMNS_FROM
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        left = shown.px(439 if width >= _ROOMY_FROM else 380)
        self._left.setMinimumWidth(left if wide else 0)
        self._left.setMaximumWidth(left if wide else _NO_LIMIT)
        margin = shown.px(40 if width >= _ROOMY_FROM else 24)
        for side in (self._left, self._right):
            if inside := side.layout():
                inside.setContentsMargins(margin, margin, margin, shown.px(24))

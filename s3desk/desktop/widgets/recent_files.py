"""Recent files as one part of the start page: search, list, and what can be done with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QSizePolicy, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.settings import RecentFile
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.recent_list import ROW, RecentHead, RecentModel, RecentPainter, RecentRow, row_of
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import FlowLayout, card, column, line, row
from s3desk.desktop.widgets.texts import Paragraph, label


class RecentFiles(QWidget):
    """The recent files of this user."""

    open_requested = Signal(str)
    folder_requested = Signal(str)
    locate_requested = Signal(str)
    remove_requested = Signal(str)
    backups_requested = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._files: tuple[RecentFile, ...] = ()
        self._missing: frozenset[str] = frozenset()
        self._opening = ""
        self._model = RecentModel(self)
        self.search = QLineEdit(self)
        self._card = card(self)
        self.list = QListView(self._card)
        self._head = RecentHead(language, self._card)
        self._empty_room = QWidget(self._card)
        self._empty = Paragraph("", "body", "muted", parent=self._empty_room)
        self.go_on = buttons.primary("", then="chevron-right", parent=self)
        self.folder = buttons.secondary(language.text("Show in folder"), parent=self)
        self.backups = buttons.link(language.text("Backups"), parent=self)
        self.remove = buttons.link(language.text("Remove from list"), parent=self)
        self._lay_out()
        self.search.textChanged.connect(self._show)
        self.list.activated.connect(self._open)
        self.list.doubleClicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._show_choice)
        self.list.installEventFilter(self)
        self.go_on.clicked.connect(self._continue)
        self.folder.clicked.connect(self._show_folder)
        self.backups.clicked.connect(self._ask_backups)
        self.remove.clicked.connect(self._remove)

    def show_files(self, files: tuple[RecentFile, ...]) -> None:
        """Show these files. The chosen one stays chosen, unless another file came to the top."""
        came = bool(self._files) and files[:1] != self._files[:1]
        self._files, self._opening = files, ""
        self._show()
        if came and self._model.rows:
            self.list.setCurrentIndex(self._model.index(0))

    def show_missing(self, missing: frozenset[str]) -> None:
        """Grey the files that are not where they were."""
        if missing != self._missing:
            self._missing = missing
            self._show()

    def show_opening(self, path: str) -> None:
        """Say in the row that the file is being opened."""
        self._opening = path
        self._show()
        self.list.viewport().repaint()

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        return self.list

    def chosen(self) -> RecentRow | None:
        """The row that is chosen now."""
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, RecentRow) else None

    def _show(self) -> None:
        from datetime import date

        chosen = self.chosen()
        today = date.today()  # noqa: DTZ011 - the user's own day
        sought = self.search.text().casefold().strip()
        rows = [
            row_of(file, self._language, today, missing=file.path in self._missing, opening=file.path == self._opening)
            for file in self._files
        ]
        rows = [row for row in rows if sought in f"{row.name} {row.about} {row.folder}".casefold()]
        self._model.show(tuple(rows))
        self._choose(chosen.path if chosen else "")
        self._fit(len(rows))
        self._show_choice()

    def _choose(self, path: str) -> None:
        paths = [row.path for row in self._model.rows]
        if paths:
            self.list.setCurrentIndex(self._model.index(paths.index(path) if path in paths else 0))

    def _fit(self, count: int) -> None:
        """Make the card as high as its rows; where the window is low, the list scrolls."""
        height = theme.current().px(56)
        self.list.setMinimumHeight(height * min(count, 3))
        self._card.setMaximumHeight(self._head.height() + height * count + 6 if count else height * 2)
        for widget in (self._head, self.list):
            widget.setVisible(count > 0)
        self._line.setVisible(count > 0)
        self._empty_room.setVisible(count == 0)
        self._empty.say(self._nothing_here())
        for button in (self.go_on, self.folder, self.backups, self.remove):
            button.setVisible(count > 0)

    def _nothing_here(self) -> str:
        if self._files:
            return self._language.text("No recent file matches. Change the search, or open a file.")
        return self._language.text("No files yet. Start with the example or a new assessment.")

    def _show_choice(self, *_indexes: QModelIndex) -> None:
        row = self.chosen()
        if row is None:
            return
        text = self._language.text("Continue {name}", name=row.name) if row.there else self._language.text("Locate")
        metrics = self.go_on.fontMetrics()
        self.go_on.setText(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.current().px(320)).replace("&", "&&")
        )
        self.go_on.setAccessibleName(text)
        self.folder.setEnabled(row.there)

    def _open(self, _index: QModelIndex) -> None:
        self._continue()

    def _continue(self) -> None:
        if row := self.chosen():
            (self.open_requested if row.there else self.locate_requested).emit(row.path)

    def _show_folder(self) -> None:
        if row := self.chosen():
            self.folder_requested.emit(row.path)

    def _ask_backups(self) -> None:
        if row := self.chosen():
            self.backups_requested.emit(row.path)

    def _remove(self) -> None:
        if row := self.chosen():
            self.remove_requested.emit(row.path)

    def _lay_out(self) -> None:
        text = self._language.text
        self.search.setPlaceholderText(text("Search recent files"))
        self.search.setAccessibleName(text("Search recent files"))
        show_search_sign(self.search)
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.current().px(220))
        self._prepare_list()
        head = row(space=16)
        head.addWidget(label(text("Recent files"), "h2", parent=self), 1)
        head.addWidget(self.search)
        foot = FlowLayout(space=8)
        for button in (self.go_on, self.folder, self.backups, self.remove):
            foot.addWidget(button)
        outer = column(self, space=16)
        outer.addLayout(head)
        outer.addWidget(self._card, 100)
        outer.addLayout(foot)
        outer.addStretch(1)

    def _prepare_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(RecentPainter(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self._language.text("Recent files"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._line = line(parent=self._card)
        inside = column(self._card, margins=(1, 1, 1, 1))
        inside.addWidget(self._head)
        inside.addWidget(self._line)
        inside.addWidget(self.list)
        padded = column(self._empty_room, margins=(24, 24, 24, 24))
        padded.addWidget(self._empty)
        inside.addWidget(self._empty_room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._remove()
            return True
        return super().eventFilter(watched, event)

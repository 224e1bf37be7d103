"""The page Saved versions: what was frozen when and why, what each held, and what has changed since."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.spots import go_to_spot
from s3desk.desktop.versions.changes import Changes
from s3desk.desktop.versions.detail import Detail
from s3desk.desktop.versions.look import LookWindow
from s3desk.desktop.versions.reading import Reading
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead, is_narrow
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import card, column
from s3desk.domain.records import SavedVersion
from s3desk.queries import versions as query
from s3desk.queries.versions import ChangeRow, VersionRow, VersionsPicture

ID = "versions"
_DROPPED = (2, 3)
_ALL_FROM = 640
_MOST_ROWS = 5


class VersionsPage(QWidget):
    """All versions with their numbers; of the chosen one everything that changed since."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, text = surroundings.language, surroundings.language.text
        self.id = ID
        self.title = text("Saved versions")
        self._surroundings = surroundings
        self._chosen_id = ""
        self._picture: VersionsPicture | None = None
        self.look: LookWindow | None = None
        self.reading = Reading(surroundings.workspace, self)
        self.save = buttons.primary(text("Save a version..."), parent=self)
        self.first = buttons.primary(text("Save a version..."), parent=self)
        self.head = PageHead(self.title, (self.save,), self)
        self.table: RecordTable[VersionRow] = RecordTable(self.title, _columns(language), self)
        self.changes = Changes(language, self)
        self.detail = Detail(language, self)
        self._empty = card(self)
        self._lay_out()
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        self.reading.read_new()
        self._show()

    def save_typing(self) -> None:
        """Nothing is typed on this page."""

    def go_to(self, place: Place) -> None:
        """Show a version."""
        if place.record_id not in ("", self._chosen_id):
            self._chosen_id = place.record_id
            self._show()

    def place(self) -> Place:
        return Place(ID, record_id=self._chosen_id)

    def focus_target(self) -> QWidget:
        return self.table.view if self._picture is not None and self._picture.rows else self.first

    def areas(self) -> tuple[QWidget, ...]:
        return self.focus_target(), self.changes.list, self.detail.look

    # What is shown and done

    def _show(self) -> None:
        workspace = self._surroundings.workspace
        self._picture = picture = query.picture(
            workspace.catalogue,
            workspace.content,
            self.reading.contents,
            self._surroundings.language,
            chosen_id=self._chosen_id,
        )
        chosen = picture.chosen
        self._chosen_id = chosen.id if chosen else ""
        self.head.sentence.say(picture.sentence)
        ids = [row.id for row in picture.rows]
        self.table.show_rows(picture.rows, ids.index(chosen.id) if chosen else -1)
        if chosen is not None:
            self.changes.show_detail(chosen)
            self.detail.show_detail(chosen)
        for widget in (self.table, self.changes, self.detail):
            widget.setVisible(chosen is not None)
        self._empty.setVisible(chosen is None)
        self.save.setVisible(chosen is not None and not workspace.read_only)
        self.first.setVisible(not workspace.read_only)
        self._fit()

    def _show_read(self) -> None:
        """Versions were read: shown now, or when the page is seen again."""
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._picture is not None:
            self._show()

    def _choose(self, place: int) -> None:
        if self._picture is not None and place < len(self._picture.rows):
            self._surroundings.go_to(Place(ID, record_id=self._picture.rows[place].id))

    def _look(self) -> None:
        workspace = self._surroundings.workspace
        version = workspace.content.get(SavedVersion, self._chosen_id)
        held = self.reading.contents.get(self._chosen_id)
        if version is None or held is None:
            return
        if self.look is not None:
            self.look.close()
            self.look.deleteLater()
        self.look = LookWindow(workspace.as_it_was(version, held.content), version, self._surroundings, self)
        self.look.resize(self.window().size())
        self.look.show()
        self.look.activateWindow()

    def _open(self, row: ChangeRow) -> None:
        go_to_spot(row.spot, self._surroundings)

    # How it is built

    def _connect(self) -> None:
        for button in (self.save, self.first):
            button.clicked.connect(partial(self._surroundings.run, "file.version"))
        self.reading.read.connect(self._show_read)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._look)
        self.changes.opened.connect(self._open)
        self.detail.look_requested.connect(self._look)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        about = text(
            "A saved version keeps everything as it is now. Later you see what changed since, and can look back."
        )
        nothing = EmptyState("layers", text("No saved versions yet"), about, self.first, self._empty)
        column(self._empty).addWidget(nothing)
        main = QWidget(self)
        inside = column(main, space=16)
        inside.addWidget(self.table)
        inside.addWidget(self.changes, 1)
        inside.addWidget(self._empty, 1)
        self._parts = MainAndSide(self.head, main, self.detail, theme.current().tokens.measure("width", "detail"))
        column(self).addWidget(self._parts)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        self._parts.set_narrow(narrow=narrow)
        self.changes.fit(narrow=narrow)
        shown = self.table.view
        rows = shown.verticalHeader().length()
        row = theme.current().measure("row", "table")
        height = shown.horizontalHeader().height() + (rows if narrow else min(rows, _MOST_ROWS * row)) + 2
        shown.setFixedHeight(height)
        room = self.table.width() / theme.current().factor
        for place in _DROPPED:
            shown.setColumnHidden(place, room < _ALL_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _columns(language: Language) -> tuple[Column[VersionRow], ...]:
    text = language.text
    return (
        Column(text("Name"), _name, strong=True, stretch=True),
        Column(text("Saved"), _saved),
        Column(text("By"), _by),
        Column(text("Remark"), _remark, muted=True, stretch=True),
        Column(text("Answered"), _answered),
        Column(text("Fulfilment"), _fulfilment, stretch=True),
    )


def _name(row: VersionRow) -> str:
    return row.name


def _saved(row: VersionRow) -> str:
    return row.saved


def _by(row: VersionRow) -> str:
    return row.by


def _remark(row: VersionRow) -> str:
    return row.remark


def _answered(row: VersionRow) -> str:
    return row.answered


def _fulfilment(row: VersionRow) -> str:
    return row.fulfilment

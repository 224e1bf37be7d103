"""The list of documents: what is looked for, the rows found, and a row below on which things can be dropped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.evidence.table import TYPE, evidence_columns
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.filters import FilterButtons
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import FlowLayout, card, column, row
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.criterion_picture import EvidenceRow
from s3desk.queries.evidence import EvidencePicture, Wanted

_TYPE_FROM = 640


class Listing(QWidget):
    """`asked()` when something else is looked for; `chosen(evidence_id)`, `opened()` and `removed()` of a row."""

    asked = Signal()
    chosen = Signal(str)
    opened = Signal()
    removed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._picture: EvidencePicture | None = None
        self.wanted = Wanted()
        self.search = QLineEdit(self)
        self.filters = FilterButtons(text("Which documents are shown"), self)
        self.criterion = QComboBox(self)
        columns = evidence_columns(language, text("Criteria"), _criteria)
        self.table: RecordTable[EvidenceRow] = RecordTable(text("Evidence"), columns, self)
        self.first = buttons.primary(text("Add evidence"), parent=self)
        self.show_all = buttons.secondary(text("Show all documents"), parent=self)
        self._controls = QWidget(self)
        self._drop = self._drop_row()
        self._lists: tuple[QWidget, ...] = (self.table, self._nothing_found(), self._nothing_yet())
        self._lay_out()
        self.search.textChanged.connect(self._want_words)
        self.filters.chosen.connect(self._want_group)
        self.criterion.activated.connect(self._want_criterion)
        self.show_all.clicked.connect(self._show_all)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.opened)
        self.table.removed.connect(self.removed)

    def show_picture(self, picture: EvidencePicture, *, read_only: bool) -> None:
        """Show what was found."""
        self._picture = picture
        groups = ((one.id, one.text, one.count) for one in picture.groups)
        self.filters.show_filters(groups, self.wanted.group)
        for criterion_id, words in picture.criteria if not self.criterion.count() else ():
            self.criterion.addItem(words, criterion_id)
        self.criterion.setCurrentIndex(self.criterion.findData(self.wanted.criterion_id))
        ids = [row.line.id for row in picture.rows]
        self.table.show_rows(picture.rows, ids.index(picture.chosen.id) if picture.chosen else -1)
        shown = 0 if picture.rows else 1 if picture.total else 2
        for place, one in enumerate(self._lists):
            one.setVisible(place == shown)
        self._controls.setVisible(picture.total > 0)
        self.first.setVisible(not read_only)
        self._drop.setVisible(not read_only)

    def fit(self, *, narrow: bool) -> None:
        """In a narrow window show all rows, and leave the type out where there is no room for it."""
        self.table.show_whole(whole=narrow)
        room = self.width() / theme.current().factor
        self.table.view.setColumnHidden(TYPE, narrow and room < _TYPE_FROM)

    def focus_target(self) -> QWidget:
        """The rows; without any the field that looks for them, or the button that begins."""
        if self._picture is None or not self._picture.total:
            return self.first
        return self.table.view if self._picture.rows else self.search

    def want_all(self) -> None:
        """Look for nothing in particular."""
        self._want(Wanted())
        self.search.clear()

    def _show_all(self) -> None:
        self.want_all()
        self.table.view.setFocus()

    def _want(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self.asked.emit()

    def _want_words(self, words: str) -> None:
        self._want(replace(self.wanted, words=words))

    def _want_group(self, group: str) -> None:
        self._want(replace(self.wanted, group=group))

    def _want_criterion(self, place: int) -> None:
        self._want(replace(self.wanted, criterion_id=self.criterion.itemData(place)))

    def _choose(self, place: int) -> None:
        if self._picture is not None and place < len(self._picture.rows):
            self.chosen.emit(self._picture.rows[place].line.id)

    def _lay_out(self) -> None:
        text = self._language.text
        self.search.setPlaceholderText(text("Search in evidence"))
        self.search.setAccessibleName(text("Search in evidence"))
        self.search.setFixedWidth(theme.current().px(216))
        show_search_sign(self.search)
        self.criterion.setAccessibleName(text("Criterion"))
        self.criterion.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        line = FlowLayout(self._controls, space=8)
        for widget in (self.search, self.filters, self.criterion):
            line.addWidget(widget)
        self.table.set_foot(self._drop)
        inside = column(self, space=12)
        inside.addWidget(self._controls)
        for one in self._lists:
            inside.addWidget(one, 1)

    def _drop_row(self) -> QWidget:
        made = QWidget(self)
        inside = row(made, space=8, margins=(16, 12, 16, 12))
        symbol = QLabel(made)
        symbol.setPixmap(pixmap("plus", "muted"))
        inside.addWidget(symbol)
        words = self._language.text(
            "Drop files or links here, or paste a picture. PDF, Word, Excel and images suit SFC2021 as they are."
        )
        inside.addWidget(Paragraph(words, "body", "muted", parent=made), 1)
        return made

    def _nothing_found(self) -> QWidget:
        text = self._language.text
        about = text("Try other words, or show all documents.")
        return self._empty("search", text("No document found"), about, self.show_all)

    def _nothing_yet(self) -> QWidget:
        text = self._language.text
        about = text("Drop files or links here, paste a picture, or begin with the button.")
        return self._empty("paperclip", text("No evidence yet"), about, self.first)

    def _empty(self, symbol: str, title: str, about: str, button: QPushButton) -> QWidget:
        made = card(self)
        column(made).addWidget(EmptyState(symbol, title, about, button, made))
        return made


def _criteria(row: EvidenceRow) -> str:
    return ", ".join(str(number) for number in row.line.criteria)

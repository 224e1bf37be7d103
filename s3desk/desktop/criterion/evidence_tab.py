"""The tab Evidence: the documents of one criterion, used for its questions or named in its texts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from s3desk.desktop import theme
from s3desk.desktop.evidence.table import evidence_columns
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.page_parts import PageHead
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import card, column, scrolling
from s3desk.operations import evidencing
from s3desk.queries.criterion_picture import CriterionPicture, EvidenceRow

_WHOLE_BELOW = 900
"""Where the tab is narrower, all rows are shown and the tab scrolls."""


class EvidenceTab(QWidget):
    """`add_requested()`, `opened(evidence_id)`."""

    add_requested = Signal()
    opened = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        text = surroundings.language.text
        self._rows: tuple[EvidenceRow, ...] = ()
        self.add = buttons.secondary(text("Add evidence"), symbol="plus", parent=self)
        self.edit = buttons.secondary(text("Edit"), symbol="pencil", parent=self)
        self.remove = buttons.secondary(text("Delete"), symbol="trash", parent=self)
        self.table: RecordTable[EvidenceRow] = RecordTable(
            text("Evidence"), evidence_columns(surroundings.language, text("Questions"), _questions), self
        )
        self.first = buttons.primary(text("Add evidence"), parent=self)
        self._empty = card(self)
        self._stack = QStackedLayout()
        self._lay_out()
        for button in (self.add, self.first):
            button.clicked.connect(self.add_requested)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove_at)

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show the documents."""
        self._rows = picture.evidence
        self.table.show_rows(picture.evidence)
        self._stack.setCurrentIndex(0 if picture.evidence else 1)
        for button in (self.edit, self.remove, self.add):
            button.setVisible(bool(picture.evidence) and not read_only)
        self.first.setVisible(not read_only)
        self._read_only = read_only

    def field(self, _name: str) -> QWidget | None:
        """A list has no fields of its own."""
        return None

    def focus_target(self) -> QWidget:
        """The list, or the button that begins it."""
        return self.table.view if self._rows else self.first

    def _edit(self) -> None:
        self._open(self.table.place())

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.opened.emit(self._rows[place].line.id)

    def _remove(self) -> None:
        self._remove_at(self.table.place())

    def _remove_at(self, place: int) -> None:
        if not 0 <= place < len(self._rows) or self._read_only:
            return
        line, workspace = self._rows[place].line, self._surroundings.workspace
        if self._surroundings.attempt(lambda: evidencing.remove(workspace, line.id)):
            said = self._surroundings.language.text("{mark} deleted.", mark=line.mark)
            self._surroundings.say(said, undo=True)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        self._read_only = False
        content = QWidget(self)
        does = (self.remove, self.edit, self.add)
        head = PageHead(text("Evidence for this criterion"), does, content, step="h2")
        head.sentence.say(text("Documents used for questions of this criterion, or named in its texts."))
        sentence = text("Link a public page, or store a copy of a document in the file.")
        inside = column(self._empty)
        inside.addWidget(EmptyState("paperclip", text("No evidence yet"), sentence, self.first, self._empty))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside = column(content, space=16, margins=(24, 14, 24, 24))
        inside.addWidget(head)
        inside.addLayout(self._stack, 1)
        column(self).addWidget(scrolling(content, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.show_whole(whole=event.size().width() < theme.current().px(_WHOLE_BELOW))


def _questions(row: EvidenceRow) -> str:
    return row.questions

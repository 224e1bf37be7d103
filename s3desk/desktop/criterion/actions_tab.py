"""The tab Actions: gaps of one criterion without an action, and the actions planned for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from s3desk.desktop import theme
from s3desk.desktop.actions.gaps import GapList
from s3desk.desktop.actions.table import action_columns
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import card, column
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.operations import acting
from s3desk.queries.criterion_picture import ActionRow, CriterionPicture

_GAPS_WIDTH = 296
_BELOW = 900
"""Where the tab is narrower, the gaps stand below the actions."""


class ActionsTab(QWidget):
    """`add_requested(question_id)` ("" for none), `opened(action_id)`."""

    add_requested = Signal(str)
    opened = Signal(str)
    support_requested = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        text = surroundings.language.text
        self._rows: tuple[ActionRow, ...] = ()
        self._read_only = False
        self.gaps = GapList(surroundings, self)
        self.add = buttons.secondary(text("Add action"), symbol="plus", parent=self)
        self.support = buttons.secondary(text("Find support"), symbol="globe", parent=self)
        self.edit = buttons.secondary(text("Edit"), symbol="pencil", parent=self)
        self.remove = buttons.secondary(text("Delete"), symbol="trash", parent=self)
        self.table: RecordTable[ActionRow] = RecordTable(text("Actions"), action_columns(surroundings.language), self)
        self.first = buttons.primary(text("Add action"), parent=self)
        self._empty = card(self)
        self._stack = QStackedLayout()
        self._lay_out()
        for button in (self.add, self.first):
            button.clicked.connect(partial(self.add_requested.emit, ""))
        self.gaps.plan_requested.connect(self.add_requested)
        self.gaps.accepted.connect(self._accept)
        self.support.clicked.connect(self.support_requested)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove_at)

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show gaps and actions."""
        self._rows, self._read_only = picture.actions, read_only
        self.gaps.show_gaps(picture.gaps, read_only=read_only)
        self.table.show_rows(picture.actions)
        self._stack.setCurrentIndex(0 if picture.actions else 1)
        for button in (self.edit, self.remove, self.add):
            button.setVisible(bool(picture.actions) and not read_only)
        self.first.setVisible(not read_only)
        self.support.setVisible(not read_only)
        in_tab_order(self.support, self.remove, self.edit, self.add, *self.gaps.stops(), self.table.view, self.first)

    def field(self, _name: str) -> QWidget | None:
        """A list has no fields of its own."""
        return None

    def focus_target(self) -> QWidget:
        """The list, or the button that begins it."""
        return self.table.view if self._rows else self.first

    def _accept(self, question_id: str, reason: str) -> None:
        workspace = self._surroundings.workspace
        self._surroundings.attempt(lambda: acting.mark_no_action_needed(workspace, question_id, reason))

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
        action, workspace = self._rows[place].line, self._surroundings.workspace
        if self._surroundings.attempt(lambda: acting.remove(workspace, action.id)):
            said = self._surroundings.language.text("Action {mark} deleted.", mark=action.mark)
            self._surroundings.say(said, undo=True)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        does = (self.support, self.remove, self.edit, self.add)
        head = PageHead(text("Actions for this criterion"), does, self, step="h2")
        head.sentence.hide()
        sentence = text("An action says who does what until when, and how you know that it is done.")
        inside = column(self._empty)
        inside.addWidget(EmptyState("list", text("No actions yet"), sentence, self.first, self._empty))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        main = QWidget(self)
        main.setLayout(self._stack)
        self._parts = MainAndSide(head, main, self.gaps, _GAPS_WIDTH, side_first=True)
        column(self).addWidget(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = event.size().width() < theme.current().px(_BELOW)
        self._parts.set_narrow(narrow=below)
        self.table.show_whole(whole=below)
        self.gaps.show_whole(whole=below)

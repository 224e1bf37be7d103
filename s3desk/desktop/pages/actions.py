"""The page Actions: gaps first, then all actions of the file, one of them changed in place below the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from s3desk.basics.places import documents_folder
from s3desk.desktop import theme
from s3desk.desktop.actions.distance import DistancePainter
from s3desk.desktop.actions.form import ActionForm
from s3desk.desktop.actions.gaps import GapList
from s3desk.desktop.actions.table import DROPPED, RATING, action_columns
from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.opening import with_ending
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.fields import LineField, TextArea
from s3desk.desktop.widgets.filters import FilterButtons
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead, is_narrow
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import card, column, row
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action
from s3desk.operations import acting
from s3desk.queries import actions as query
from s3desk.queries.actions import ActionsPicture
from s3desk.queries.criterion_picture import ActionRow

ID = "actions"
_GAPS_WIDTH = 296
_ALL_FROM = 640


class ActionsPage(QWidget):
    """What is to be done: gaps without an action at the left, the actions and one of them at the right."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = surroundings.language
        text = language.text
        self.id = ID
        self.title = text("Actions")
        self._surroundings = surroundings
        self._storing = Storing(surroundings)
        self._chosen_id = ""
        self._field = ""
        self._group = query.ALL
        self._picture: ActionsPicture | None = None
        self.calendar = buttons.secondary(text("Save deadlines (.ics)"), parent=self)
        self.add = buttons.primary(text("New action"), parent=self)
        self.head = PageHead(self.title, (self.calendar, self.add), self)
        self.gaps = GapList(surroundings, self)
        self.filters = FilterButtons(text("Which actions are shown"), self)
        columns = action_columns(language, with_rating=True)
        self.table: RecordTable[ActionRow] = RecordTable(self.title, columns, self)
        self.table.view.setItemDelegateForColumn(RATING, DistancePainter(self.table))
        self.form = ActionForm(surroundings.workspace.catalogue, language, self)
        self.first = buttons.primary(text("New action"), parent=self)
        self._empty = card(self)
        self._lay_out()
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        workspace = self._surroundings.workspace
        self._picture = picture = query.picture(
            workspace.catalogue,
            workspace.content,
            self._surroundings.language,
            workspace.today(),
            group=self._group,
            chosen_id=self._chosen_id,
        )
        self._chosen_id = picture.chosen.record.id if picture.chosen else ""
        read_only = workspace.read_only
        self.head.sentence.say(picture.sentence)
        self.filters.show_filters(picture.groups, self._group)
        ids = [row.line.id for row in picture.rows]
        self.table.show_rows(picture.rows, ids.index(self._chosen_id) if picture.chosen else -1)
        self.gaps.show_gaps(picture.gaps, read_only=read_only, nothing=picture.nothing)
        if picture.chosen is not None:
            self.form.show_action(picture.chosen, read_only=read_only)
        self._show_what_fits(picture, read_only=read_only)

    def save_typing(self) -> None:
        """Store what is typed. Raises `KnownError` when the file refuses it; the words stay in their field."""
        self._storing.flush(self)

    def go_to(self, place: Place) -> None:
        """Show an action, whatever was filtered before, and remember which of its fields is wanted."""
        self._field = place.field
        if place.record_id in ("", self._chosen_id):
            return
        if self._surroundings.attempt(self.save_typing):
            self._chosen_id = place.record_id
            self._group = query.ALL if self._is_hidden(place.record_id) else self._group
        self.refresh()

    def _is_hidden(self, action_id: str) -> bool:
        """Whether the filter leaves an action out."""
        rows = self._picture.rows if self._picture is not None else ()
        return action_id not in {row.line.id for row in rows}

    def place(self) -> Place:
        return Place(ID, record_id=self._chosen_id)

    def focus_target(self) -> QWidget:
        if self._field in self.form.fields and self.form.isVisibleTo(self):
            return self.form.fields[self._field]
        return self._rows_or_first()

    def areas(self) -> tuple[QWidget, ...]:
        gaps = self.gaps.stops()
        return (*gaps[:1], self._rows_or_first(), self.form.lines["title"])

    def _rows_or_first(self) -> QWidget:
        """The actions, or the button that begins them."""
        return self.table.view if self._picture is not None and self._picture.rows else self.first

    # What is done

    def _choose(self, place: int) -> None:
        if self._picture is not None and place < len(self._picture.rows):
            self._surroundings.go_to(Place(ID, record_id=self._picture.rows[place].line.id))

    def _edit(self) -> None:
        self.form.lines["title"].setFocus()
        self.form.lines["title"].selectAll()

    def _want(self, group: str) -> None:
        if self._surroundings.attempt(self.save_typing):
            self._group = group
        self.refresh()

    def _chosen(self) -> Action | None:
        return self._surroundings.workspace.content.get(Action, self._chosen_id)

    def _change(self, field: QWidget, values: Mapping[str, object], typing_in: str) -> None:
        action, workspace = self._chosen(), self._surroundings.workspace
        if action is None or workspace.read_only:
            return
        changed = replace(action, **values)  # type: ignore[arg-type]
        work = partial(acting.change, workspace, changed, typing_in=typing_in)
        if isinstance(field, LineField | TextArea):
            self._storing.store(field, work)
        else:
            self._surroundings.attempt(work)

    def _accept(self, question_id: str, reason: str) -> None:
        work = partial(acting.mark_no_action_needed, self._surroundings.workspace, question_id, reason)
        if self.gaps.asks_for(question_id):
            self._storing.store(self.gaps.reason_of(question_id), work)
        else:  # the gap is gone, and its field told the last words on leaving
            self._surroundings.attempt(work)

    def _plan(self, question_id: str) -> None:
        question = self._surroundings.workspace.catalogue.question(question_id)
        self._ask(Action("", 0, "", question.criterion_id, question_id))

    def _new(self) -> None:
        self._ask(Action("", 0, "", ""))

    def _ask(self, draft: Action) -> None:
        dialog = ActionDialog(self._surroundings.workspace, self._surroundings.language, draft, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._show_last)
        dialog.open()

    def _show_last(self) -> None:
        newest = max(self._surroundings.workspace.content.all(Action), key=lambda action: action.number)
        self._surroundings.go_to(Place(ID, record_id=newest.id))

    def _remove(self) -> None:
        action, workspace = self._chosen(), self._surroundings.workspace
        if action is None or workspace.read_only:
            return
        if self._surroundings.attempt(lambda: acting.remove(workspace, action.id)):
            said = self._surroundings.language.text("Action {mark} deleted.", mark=action_number(action))
            self._surroundings.say(said, undo=True)

    def find_support(self) -> None:
        """Propose services that help to carry out the action chosen."""
        from s3desk.desktop.support import finding

        if (action := self._chosen()) is not None:
            finding.for_action(self._surroundings, action, self)

    def _open_question(self) -> None:
        if (action := self._chosen()) is None:
            return
        known = self._surroundings.workspace.catalogue.knows(action.question_id)
        tab, question_id = ("questions", action.question_id) if known else ("actions", "")
        self._surroundings.enter(Place("criterion", action.criterion_id, tab, question_id))

    def _ask_calendar(self) -> None:
        text, workspace = self._surroundings.language.text, self._surroundings.workspace
        proposed = documents_folder() / f"{workspace.path.stem}.ics"
        name, _ = QFileDialog.getSaveFileName(
            self, text("Save deadlines"), str(proposed), text("Calendar") + " (*.ics)"
        )
        if name:
            self.save_calendar(with_ending(name, ".ics"))

    def save_calendar(self, path: Path) -> None:
        """Write the deadlines of all actions that are not done."""
        from s3desk.formats.ics import write_deadlines

        workspace, language = self._surroundings.workspace, self._surroundings.language
        if not self._surroundings.attempt(self.save_typing):
            return
        if self._surroundings.attempt(lambda: write_deadlines(workspace.content, workspace.now(), path)):
            self._surroundings.say(language.text("The deadlines are saved as {name}.", name=path.name))

    # How it is built

    def _show_what_fits(self, picture: ActionsPicture, *, read_only: bool) -> None:
        self.table.setVisible(picture.total > 0)
        self._empty.setVisible(picture.total == 0)
        self.filters.setVisible(picture.total > 0)
        self.form.setVisible(picture.chosen is not None)
        self.calendar.setVisible(picture.dated > 0)
        self.add.setVisible(picture.total > 0 and not read_only)
        self.first.setVisible(not read_only)
        self._fit()

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        sentence = text("An action says who does what until when, and how you know that it is done.")
        nothing = EmptyState("list", text("No actions yet"), sentence, self.first, self._empty)
        column(self._empty).addWidget(nothing)
        shown = row()
        shown.addWidget(self.filters)
        shown.addStretch(1)
        main = QWidget(self)
        inside = column(main, space=12)
        inside.addLayout(shown)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._empty, 1)
        inside.addWidget(self.form)
        self._parts = MainAndSide(self.head, main, self.gaps, _GAPS_WIDTH, side_first=True)
        column(self).addWidget(self._parts)

    def _connect(self) -> None:
        self.add.clicked.connect(self._new)
        self.first.clicked.connect(self._new)
        self.calendar.clicked.connect(self._ask_calendar)
        self.filters.chosen.connect(self._want)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._edit)
        self.table.removed.connect(self._remove)
        self.gaps.plan_requested.connect(self._plan)
        self.gaps.accepted.connect(self._accept)
        self.form.changed.connect(self._change)
        self.form.remove_requested.connect(self._remove)
        self.form.question_requested.connect(self._open_question)
        self.form.support_requested.connect(self.find_support)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        self._parts.set_narrow(narrow=narrow)
        self.table.show_whole(whole=narrow)
        self.gaps.show_whole(whole=narrow)
        room = self.table.width() / theme.current().factor
        for place in DROPPED:
            self.table.view.setColumnHidden(place, narrow and room < _ALL_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

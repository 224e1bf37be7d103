"""The dialog for one action: who does what until when, and how one knows that it is done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput, date_input
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action, ActionStatus
from s3desk.operations import acting
from s3desk.queries import words
from s3desk.queries.actions import question_choices, spot_key, spot_of
from s3desk.workspace.workspace import Workspace


class ActionDialog(StoringDialog):
    """Adds an action, or changes the one given; a new one has no id yet."""

    def __init__(self, workspace: Workspace, language: Language, action: Action, parent: QWidget | None) -> None:
        text = language.text
        title = text("Action {mark}", mark=action_number(action)) if action.id else text("Add action")
        done = text("Save changes") if action.id else text("Add action")
        super().__init__(language, title, "", done, parent)
        self._workspace, self._action = workspace, action
        self._make_fields()
        self._show(action)
        self.does(self.check, self._store)
        self.title_field.line.setFocus()

    def draft(self) -> Action:
        """The action as it stands in the form."""
        criterion_id, question_id = spot_of(str(self.question.value()))
        return replace(
            self._action,
            title=self.title_field.text(),
            criterion_id=criterion_id,
            question_id=question_id,
            responsible=self.responsible.text(),
            due=self.due.value(),
            status=ActionStatus(str(self.status.value())),
            next_step=self.next_step.toPlainText().strip(),
            done_when=self.done_when.toPlainText().strip(),
            money=self.money.text(),
            support=self.support.text(),
            outgoing=self.outgoing.isChecked(),
        )

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        missing = "" if self.title_field.text() else self.language.text("Say in a few words what will be done.")
        self.title_field.show_error(missing)
        return all([not missing, self.due.check()])

    def _store(self) -> None:
        store = acting.change if self._action.id else acting.add
        store(self._workspace, self.draft())

    def _show(self, action: Action) -> None:
        self.title_field.show_text(action.title)
        if action.criterion_id:
            self.question.choose(spot_key(action.criterion_id, action.question_id))
        self.responsible.show_text(action.responsible)
        self.due.show_text(self.language.date(action.due) if action.due else "")
        self.status.choose(action.status)
        self.next_step.setPlainText(action.next_step)
        self.done_when.setPlainText(action.done_when)
        self.money.show_text(action.money)
        self.support.show_text(action.support)
        self.outgoing.setChecked(action.outgoing)

    def _make_fields(self) -> None:
        text, form = self.language.text, self.form
        choices = question_choices(self._workspace.catalogue, self.language, self._action.criterion_id)
        states = [(status, words.action_status(status, self.language)) for status in ActionStatus]
        self.title_field = TextInput(text("Action"), form, example=text("What will be done"))
        self.question = ChoiceInput(text("Question"), choices, form)
        self.responsible = TextInput(text("Responsible"), form)
        self.due = date_input(text("Due"), self.language, form)
        self.status = ChoiceInput(text("Status"), states, form)
        self.next_step = self._text()
        self.done_when = self._text()
        self.money = TextInput(text("Money"), form)
        self.support = TextInput(text("Support"), form)
        self.outgoing = QCheckBox(text("Show it in the outgoing report (title and date only)"), form)
        rows = (
            self.title_field,
            SideBySide(self.question, self.responsible),
            SideBySide(self.due, self.status),
            Labelled(text("Next step"), self.next_step, parent=form),
            Labelled(text("We know it is done when"), self.done_when, parent=form),
            SideBySide(self.money, self.support),
            self.outgoing,
        )
        for widget in rows:
            self.room.addWidget(widget)
        self.room.addStretch(1)

    def _text(self) -> QPlainTextEdit:
        made = QPlainTextEdit(self.form)
        made.setTabChangesFocus(True)
        made.setFixedHeight(theme.current().px(60))
        return made

"""The dialog that records a step of the status chain: who took it, when, to whom, under which reference."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.days import has_day
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.choices import ChoiceCards
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import SideBySide, TextInput, date_input
from s3desk.domain.records import Step
from s3desk.operations import versioning
from s3desk.queries import words
from s3desk.workspace.workspace import Workspace


class StatusDialog(StoringDialog):
    """Asks for one step; the one that follows the present status, and today, are proposed."""

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        text = language.text
        about = text("A version is saved with it, so that you can show later what was checked, approved or sent.")
        super().__init__(language, text("Record the status"), about, text("Record the status"), parent)
        self._workspace = workspace
        self._make_fields()
        self.step.choose(_next(workspace.content.step()))
        self.taken_on.show_text(language.date(workspace.today()))
        self.does(self.check, self._store)
        self.name_field.line.setFocus()

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        nameless = "" if self.name_field.text() else self.language.text("Write the name.")
        self.name_field.show_error(nameless)
        day = has_day(self.taken_on, self.language, self._workspace.today())
        return all([day, self._check_addressee(), not nameless])

    def _check_addressee(self) -> bool:
        missing = self.step.value() is Step.SENT and not self.addressee.text()
        self.addressee.show_error(self.language.text("Write to whom it was sent.") if missing else "")
        return not missing

    def _store(self) -> None:
        day = self.taken_on.value()
        assert day is not None, "the form was checked before it is stored"
        versioning.take_step(
            self._workspace,
            Step(str(self.step.value())),
            self.name_field.text(),
            day,
            function=self.function.text(),
            addressee=self.addressee.text(),
            reference=self.reference.text(),
        )

    def _make_fields(self) -> None:
        text, form = self.language.text, self.form
        self.step = _step_cards(self.language, form)
        self.name_field = TextInput(text("Name"), form, hint=text("In internal reports only"))
        self.function = TextInput(text("Function"), form, example=text("For example head of unit"))
        self.taken_on = date_input(text("Date"), self.language, form)
        self.addressee = TextInput(text("Addressee"), form)
        self.reference = TextInput(text("Reference"), form, example=text("Number of the letter or the register"))
        rows = (
            Labelled(text("Step"), self.step, parent=form),
            SideBySide(self.name_field, self.function),
            SideBySide(self.taken_on, self.addressee),
            SideBySide(self.reference),
        )
        for widget in rows:
            self.room.addWidget(widget)
        self.room.addStretch(1)


def _step_cards(language: Language, parent: QWidget) -> ChoiceCards:
    """The steps that can be taken, each with what it means."""
    about = {
        Step.CHECKED: language.text("The managing authority has read it and agrees."),
        Step.APPROVED: language.text("The person responsible in your office has signed it."),
        Step.SENT: language.text("It has left your office."),
    }
    choices = [(step, words.step(step, language), said) for step, said in about.items()]
    return ChoiceCards(language.text("Step"), choices, parent)


def _next(step: Step) -> Step:
    """The step that follows; after the last one it may be sent again."""
    steps = tuple(Step)
    return steps[min(steps.index(step) + 1, len(steps) - 1)]

"""The dialog for one day to keep in mind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput, date_input, link_input
from s3desk.domain.requests import Appointment, Occasion
from s3desk.operations import dating
from s3desk.queries import words
from s3desk.workspace.workspace import Workspace


class AppointmentDialog(StoringDialog):
    """Adds a day, or changes the one given."""

    def __init__(
        self, workspace: Workspace, language: Language, appointment: Appointment | None, parent: QWidget | None = None
    ) -> None:
        text = language.text
        title = text("Date") if appointment else text("New date")
        done = text("Save changes") if appointment else text("Add the date")
        about = text("Deadlines of actions and requests stand in the list by themselves.")
        super().__init__(language, title, about, done, parent)
        self._workspace, self._appointment = workspace, appointment
        self.title_field = TextInput(text("What happens"), self.form)
        self.day = date_input(text("Day"), language, self.form)
        occasions = [(one, words.occasion(one, language)) for one in Occasion]
        self.occasion = ChoiceInput(text("Kind"), occasions, self.form)
        self.link = link_input(text("Public link"), language, self.form)
        self.is_done = QCheckBox(text("It is done: leave it out of the list"), self.form)
        self.is_done.setVisible(appointment is not None)
        for widget in (self.title_field, SideBySide(self.day, self.occasion), self.link, self.is_done):
            self.room.addWidget(widget)
        self.room.addStretch(1)
        if appointment is not None:
            self._show(appointment)
        self.does(self.check, self._store)
        self.title_field.line.setFocus()

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        text = self.language.text
        missing = "" if self.title_field.text() else text("Say in a few words what happens on that day.")
        self.title_field.show_error(missing)
        readable = self.day.check()
        if readable and self.day.value() is None:
            self.day.show_error(text("Write the date."))
            readable = False
        return all([readable, self.link.check(), not missing])

    def _show(self, appointment: Appointment) -> None:
        self.title_field.show_text(appointment.title)
        self.day.show_text(self.language.date(appointment.day))
        self.occasion.choose(appointment.occasion)
        self.link.show_text(appointment.link)
        self.is_done.setChecked(appointment.done)

    def _store(self) -> None:
        day = self.day.value()
        assert day is not None, "the form was checked before it is stored"
        draft = replace(
            self._appointment or Appointment("", "", date.min),
            title=self.title_field.text(),
            day=day,
            occasion=Occasion(str(self.occasion.value())),
            link=self.link.value(),
            done=self.is_done.isChecked(),
        )
        if self._appointment is None:
            dating.add(self._workspace, draft)
        else:
            dating.change(self._workspace, draft)

"""The page Dates: every day of the assessment in one list, from actions, requests, services, documents and own ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QWidget

from s3desk.basics.places import documents_folder
from s3desk.catalogue.own_services import usable_services
from s3desk.desktop.dialogs.appointment import AppointmentDialog
from s3desk.desktop.icons import icon
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.opening import with_ending
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.support import finding
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.page_parts import PageHead
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import card, column
from s3desk.domain.requests import Appointment
from s3desk.operations import dating
from s3desk.queries import dates as query
from s3desk.queries.dates import DateLine
from s3desk.queries.library import SERVICES, anchor

ID = "dates"


class DatesPage(QWidget):
    """One row a day, the earliest first; Enter leads to where it comes from."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = surroundings.language.text
        self.id = ID
        self.title = text("Dates")
        self._surroundings = surroundings
        self._rows: tuple[DateLine, ...] = ()
        self.calendar = buttons.secondary(text("Save as calendar (.ics)"), parent=self)
        self.add = buttons.primary(text("New date"), parent=self)
        self.head = PageHead(self.title, (self.calendar, self.add), self)
        self.table: RecordTable[DateLine] = RecordTable(self.title, self._columns(), self)
        self.first = buttons.primary(text("New date"), parent=self)
        self._empty = card(self)
        self._lay_out()
        for button in (self.add, self.first):
            button.clicked.connect(partial(self._ask, None))
        self.calendar.clicked.connect(self._ask_calendar)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove)

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        services = usable_services()[0]
        workspace, language = self._surroundings.workspace, self._surroundings.language
        self._rows = query.dates(services, workspace.catalogue, workspace.content, workspace.today(), language)
        self.head.sentence.say(query.sentence(self._rows, language))
        self.table.show_rows(self._rows)
        some, read_only = bool(self._rows), workspace.read_only
        self.table.setVisible(some)
        self._empty.setVisible(not some)
        self.calendar.setVisible(some)
        self.add.setVisible(some and not read_only)
        self.first.setVisible(not read_only)

    def save_typing(self) -> None:
        """Nothing is typed on this page itself."""

    def go_to(self, place: Place) -> None:
        """Choose an own day in the list; "" keeps what is chosen."""
        if place.record_id:
            self.refresh()
            ids = [line.appointment_id for line in self._rows]
            if place.record_id in ids:
                self.table.view.selectRow(ids.index(place.record_id))

    def place(self) -> Place:
        return Place(ID)

    def focus_target(self) -> QWidget:
        return self.table.view if self._rows else self.first

    def areas(self) -> tuple[QWidget, ...]:
        return (self.focus_target(),)

    # What is done

    def _ask(self, appointment: Appointment | None) -> None:
        dialog = AppointmentDialog(self._surroundings.workspace, self._surroundings.language, appointment, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self, place: int) -> None:
        """Lead to where a day comes from; an own one opens in its form."""
        line, workspace = self._rows[place], self._surroundings.workspace
        appointment = workspace.content.get(Appointment, line.appointment_id)
        if appointment is not None and not workspace.read_only:
            self._ask(appointment)
        elif target := self._target(line):
            self._surroundings.enter(target)

    def _target(self, line: DateLine) -> Place | None:
        if line.question_id:
            criterion = self._surroundings.workspace.catalogue.question(line.question_id).criterion_id
            return Place("criterion", criterion, "questions", line.question_id)
        records = {"actions": line.action_id, finding.PAGE: line.request_id, "evidence": line.evidence_id}
        records["library"] = anchor(SERVICES, line.service_id) if line.service_id else ""
        return next((Place(page, record_id=key) for page, key in records.items() if key), None)

    def _remove(self, place: int) -> None:
        """Own days are deleted here; the others where they come from."""
        line, workspace = self._rows[place], self._surroundings.workspace
        if line.appointment_id and not workspace.read_only:
            if self._surroundings.attempt(lambda: dating.remove(workspace, line.appointment_id)):
                said = self._surroundings.language.text("{title} deleted.", title=line.title)
                self._surroundings.say(said, undo=True)
        elif target := self._target(line):
            self._surroundings.enter(target)

    def _ask_calendar(self) -> None:
        text, workspace = self._surroundings.language.text, self._surroundings.workspace
        proposed = documents_folder() / f"{workspace.path.stem}.ics"
        name, _ = QFileDialog.getSaveFileName(self, text("Save dates"), str(proposed), text("Calendar") + " (*.ics)")
        if name:
            self.save_calendar(with_ending(name, ".ics"))

    def save_calendar(self, path: Path) -> None:
        """Write all days into a calendar file."""
        from s3desk.formats.ics import write_dates

        now, language = self._surroundings.workspace.now(), self._surroundings.language
        if self._surroundings.attempt(lambda: write_dates(self._rows, now, path)):
            self._surroundings.say(language.text("The dates are saved as {name}.", name=path.name))

    # How it is built

    def _columns(self) -> tuple[Column[DateLine], ...]:
        language = self._surroundings.language
        text = language.text
        return (
            Column(text("Day"), lambda line: language.short_date(line.day), strong=True),
            Column(text("Kind"), lambda line: line.about, muted=True),
            Column(text("What happens"), lambda line: line.title, stretch=True),
            Column(text("State"), lambda line: text("Overdue") if line.overdue else "", icon=_state_icon),
        )

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        sentence = text("Days of actions, requests and documents appear by themselves. Add committees and events.")
        column(self._empty).addWidget(EmptyState("clock", text("No dates yet"), sentence, self.first, self._empty))
        outer = column(self, space=16, margins=(24, 16, 24, 24))
        outer.addWidget(self.head)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty, 1)


def _state_icon(line: DateLine) -> QIcon | None:
    return icon("clock", "bad", size=14) if line.overdue else None

"""The people of an assessment, which of them is the contact, and to whom its report is addressed."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.frame import framed
from s3desk.desktop.dialogs.record_cards import RecordCards
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.domain.records import Assessment, Person


class PersonForm(QWidget):
    """One person. A new one has its id from the start, so that it can be chosen as contact before it is stored."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._record = Person(uuid4().hex, "")
        self.title = TextInput(text("Name"), self)
        self.role = TextInput(text("Role"), self, example=text("For example criterion owner"))
        self.function = TextInput(text("Function"), self, example=text("For example head of unit"))
        self.email = TextInput(text("E-mail"), self)
        self.phone = TextInput(text("Telephone"), self)
        outer = column(self, space=12)
        outer.addWidget(SideBySide(self.title, self.role))
        outer.addWidget(self.function)
        outer.addWidget(SideBySide(self.email, self.phone))

    def widget(self) -> QWidget:
        return self

    def show_record(self, record: Person) -> None:
        self._record = record
        self.title.show_text(record.name)
        self.role.show_text(record.role)
        self.function.show_text(record.function)
        self.email.show_text(record.email)
        self.phone.show_text(record.phone)

    def record(self) -> Person:
        return replace(
            self._record,
            name=self.title.text(),
            role=self.role.text(),
            function=self.function.text(),
            email=self.email.text(),
            phone=self.phone.text(),
        )

    def check(self) -> bool:
        return True


class PeopleForm(QWidget):
    """All people as cards; below them the contact, one of them or none, and the addressee."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.cards = RecordCards(
            language, text("Person"), text("Add another person"), PersonForm, self, untitled=text("Write the name.")
        )
        leaving = QWidget(self)
        self.contact = ChoiceInput(text("Contact in outgoing files"), (), leaving)
        about = Paragraph("", "caption", "muted", parent=leaving)
        about.say(text("Only the name, function, e-mail and telephone of the contact leave in outgoing files."))
        self.addressee = TextInput(
            text("Addressee of the report"), leaving, example=text("For example the monitoring committee")
        )
        inside = column(leaving, space=12)
        inside.addWidget(self.contact)
        inside.addWidget(about)
        inside.addWidget(self.addressee)
        outer = column(self, space=16)
        outer.addWidget(self.cards)
        outer.addWidget(framed(leaving))
        self._offer_contacts()
        self.cards.listed.connect(self._offer_contacts)

    def show_records(self, assessment: Assessment, people: tuple[Person, ...]) -> None:
        self.cards.show_records(people)
        if assessment.contact_id in {person.id for person in people}:
            self.contact.choose(assessment.contact_id)
        self.addressee.show_text(assessment.addressee)

    def applied_to(self, record: Assessment) -> Assessment:
        """The record with contact and addressee as they stand in the form."""
        return replace(record, contact_id=str(self.contact.value()), addressee=self.addressee.text())

    def _offer_contacts(self) -> None:
        people = [(person.id, person.name) for person in self.cards.records() if person.name]
        self.contact.show_choices([("", self._language.text("None")), *people])

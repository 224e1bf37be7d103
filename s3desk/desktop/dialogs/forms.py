"""The forms about an assessment, the same when it is begun and when it is changed later."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import EU_LANGUAGES, Language
from s3desk.catalogue.regions import countries
from s3desk.desktop.commands import own_name
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.choices import ChoiceCards, DateField, choose, drop_down
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.surfaces import card, column, row
from s3desk.desktop.widgets.texts import label
from s3desk.domain import typed
from s3desk.domain.records import (
    Assessment,
    OfficialStatus,
    Programme,
    Purpose,
    Strategy,
    StrategyLevel,
)
from s3desk.queries import words

OBJECTIVES = ("RSO1.1", "RSO1.4")


def line(name: str, parent: QWidget, *, hint: str = "", example: str = "") -> Labelled:
    """One line of text under its label."""
    edit = QLineEdit()
    edit.setPlaceholderText(example)
    return Labelled(name, edit, hint=hint, parent=parent)


def text_of(field: Labelled) -> str:
    """What stands in a line."""
    return field.field.text().strip() if isinstance(field.field, QLineEdit) else ""


def show_text(field: Labelled, text: str) -> None:
    """Put a text into a line."""
    if isinstance(field.field, QLineEdit):
        field.field.setText(text)


def side_by_side(*widgets: QWidget) -> QWidget:
    """Several fields in one row, of equal width."""
    holder = QWidget(widgets[0].parentWidget())
    inside = row(holder, space=16)
    for widget in widgets:
        inside.addWidget(widget, 1)
    return holder


class LinkField(Labelled):
    """A web address; a sentence below says what is wrong with it."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        self._line = QLineEdit()
        super().__init__(language.text("Public link"), self._line, parent=parent)
        self._language = language
        self._line.setPlaceholderText("https://")
        self._line.editingFinished.connect(self.check)

    def value(self) -> str:
        return typed.link(self._line.text())

    def show_link(self, link: str) -> None:
        self._line.setText(link)
        self.check()

    def check(self) -> bool:
        try:
            self.value()
        except KnownError as error:
            self.show_error(f"{self._language.error(error)} {self._language.hint(error)}")
            return False
        self.show_error("")
        return True


class AuthorityForm(QWidget):
    """Whose assessment it is, and in which languages its texts are written."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self.authority = line(text("Authority"), self, example=text("Who is responsible for the strategy"))
        self.unit = line(text("Unit"), self, hint=text("Optional"))
        codes = [(code, own_name(code)) for code in EU_LANGUAGES]
        self.language = _labelled_box(text("Language of your texts"), codes, self)
        none = ("", text("No second language"))
        self.second = _labelled_box(text("Second language"), [none, *codes], self)
        outer = column(self, space=12)
        outer.addWidget(side_by_side(self.authority, self.unit))
        outer.addWidget(side_by_side(self.language, self.second))

    def show_assessment(self, assessment: Assessment) -> None:
        show_text(self.authority, assessment.authority)
        show_text(self.unit, assessment.unit)
        choose(_box(self.language), assessment.language)
        choose(_box(self.second), assessment.second_language)

    def applied_to(self, assessment: Assessment) -> Assessment:
        """The assessment with what stands in the form."""
        return replace(
            assessment,
            authority=text_of(self.authority),
            unit=text_of(self.unit),
            language=str(_box(self.language).currentData()),
            second_language=str(_box(self.second).currentData()),
        )


def purpose_cards(language: Language, parent: QWidget) -> ChoiceCards:
    """The four purposes of a check, each with what it leads to."""
    about = {
        Purpose.PROGRAMME: language.text("You prepare or change a programme and need the table of conditions."),
        Purpose.FULFILMENT: language.text("The programme is approved, and you report that the condition is met."),
        Purpose.CONTINUED: language.text("You check each year that everything is still in place."),
        Purpose.PREPARATION: language.text("You look for yourselves where you stand, or what help you need."),
    }
    choices = [(purpose, words.purpose(purpose, language), about[purpose]) for purpose in Purpose]
    return ChoiceCards(language.text("Purpose of this check"), choices, parent)


class StrategyForm(QWidget):
    """One strategy."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._record = Strategy("", "")
        self.title = line(text("Title of the strategy"), self)
        levels = [(level, words.strategy_level(level, language)) for level in StrategyLevel]
        self.level = _labelled_box(text("Level"), levels, self)
        self.period = line(text("Period"), self, example="2021-2027")
        self.act = line(text("Adopting act"), self, example=text("For example Decision 512/2021"))
        self.adopted_on = DateField(text("Adopted on"), language, self)
        self.link = LinkField(language, self)
        outer = column(self, space=12)
        outer.addWidget(self.title)
        outer.addWidget(side_by_side(self.level, self.period))
        outer.addWidget(side_by_side(self.act, self.adopted_on))
        outer.addWidget(self.link)

    def show_record(self, record: Strategy) -> None:
        self._record = record
        show_text(self.title, record.title)
        choose(_box(self.level), record.level)
        show_text(self.period, record.period)
        show_text(self.act, record.adopting_act)
        self.adopted_on.show_date(record.adopted_on)
        self.link.show_link(record.link)

    def record(self) -> Strategy:
        return replace(
            self._record,
            title=text_of(self.title),
            level=StrategyLevel(_box(self.level).currentData()),
            period=text_of(self.period),
            adopting_act=text_of(self.act),
            adopted_on=self.adopted_on.value(),
            link=self.link.value(),
        )

    def check(self) -> bool:
        return all([self.adopted_on.check(), self.link.check()])


class ProgrammeForm(QWidget):
    """One programme with its official status."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._record = Programme("", "")
        self.title = line(text("Title of the programme"), self)
        self.cci = line(text("CCI number"), self, example="2021IT16RFPR017")
        states = [("", text("Choose a Member State")), *((one.code, one.name) for one in countries())]
        self.state = _labelled_box(text("Member State"), states, self)
        self.authority = line(text("Managing authority"), self)
        self.objectives = tuple(QCheckBox(code, self) for code in OBJECTIVES)
        statuses = [(status, words.official_status(status, language)) for status in OfficialStatus]
        self.status = _labelled_box(text("Official status of the condition"), statuses, self)
        self.status_date = DateField(text("Date of the decision or letter"), language, self)
        self.reference = line(text("Number of the decision or letter"), self)
        self.notified_by = line(text("Notified by"), self)
        self._lay_out(language)

    def _lay_out(self, language: Language) -> None:
        objectives = QWidget(self)
        inside = row(objectives, space=16)
        inside.addWidget(label(language.text("Specific objectives"), "strong", parent=objectives))
        for box in self.objectives:
            box.setAccessibleName(language.text("Specific objective {code}", code=box.text()))
            inside.addWidget(box)
        inside.addStretch(1)
        outer = column(self, space=12)
        outer.addWidget(self.title)
        outer.addWidget(side_by_side(self.cci, self.state))
        outer.addWidget(self.authority)
        outer.addWidget(objectives)
        outer.addWidget(side_by_side(self.status, self.status_date))
        outer.addWidget(side_by_side(self.reference, self.notified_by))

    def show_record(self, record: Programme) -> None:
        self._record = record
        for field, value in (
            (self.title, record.title),
            (self.cci, record.cci),
            (self.authority, record.managing_authority),
            (self.reference, record.status_reference),
            (self.notified_by, record.notified_by),
        ):
            show_text(field, value)
        choose(_box(self.state), record.member_state)
        choose(_box(self.status), record.official_status)
        self.status_date.show_date(record.status_date)
        for box in self.objectives:
            box.setChecked(box.text() in record.objectives)

    def record(self) -> Programme:
        known = [objective for objective in self._record.objectives if objective not in OBJECTIVES]
        return replace(
            self._record,
            title=text_of(self.title),
            cci=text_of(self.cci),
            member_state=str(_box(self.state).currentData()),
            managing_authority=text_of(self.authority),
            objectives=(*(box.text() for box in self.objectives if box.isChecked()), *known),
            official_status=OfficialStatus(_box(self.status).currentData()),
            status_date=self.status_date.value(),
            status_reference=text_of(self.reference),
            notified_by=text_of(self.notified_by),
        )

    def check(self) -> bool:
        return self.status_date.check()


R = TypeVar("R", Strategy, Programme)


class RecordForm(Protocol[R]):
    """A form for one record of a list."""

    def show_record(self, record: R) -> None: ...
    def record(self) -> R: ...
    def check(self) -> bool: ...

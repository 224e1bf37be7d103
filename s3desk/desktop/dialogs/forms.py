"""The forms about an assessment, the same when it is begun and when it is changed later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from s3desk.basics.language import EU_LANGUAGES, Language
from s3desk.catalogue.regions import countries
from s3desk.desktop.commands import own_name
from s3desk.desktop.widgets.choices import ChoiceCards
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput, date_input, link_input
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import label
from s3desk.domain.records import Assessment, OfficialStatus, Programme, Purpose, Strategy, StrategyLevel
from s3desk.queries import words

OBJECTIVES = ("RSO1.1", "RSO1.4")


def purpose_cards(language: Language, parent: QWidget) -> ChoiceCards:
    """The four purposes of a check, each with what it is for."""
    about = {
        Purpose.PROGRAMME: language.text("You prepare or change a programme and need its table of conditions."),
        Purpose.FULFILMENT: language.text("The programme is approved, and you report that the condition is met."),
        Purpose.CONTINUED: language.text("You look each year whether everything is still in place."),
        Purpose.PREPARATION: language.text("You look where you stand, or what help you need."),
    }
    choices = [(purpose, words.purpose(purpose, language), about[purpose]) for purpose in Purpose]
    return ChoiceCards(language.text("Purpose of this check"), choices, parent)


class AuthorityForm(QWidget):
    """Whose assessment it is, and in which languages its texts are written."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        example = text("Who is responsible for the strategy")
        self._language = language
        self.authority = TextInput(text("Authority"), self, example=example)
        self.unit = TextInput(text("Unit"), self, hint=text("Optional"))
        codes = [(code, own_name(code)) for code in EU_LANGUAGES]
        self.working = ChoiceInput(text("Language of your texts"), codes, self)
        self.second = ChoiceInput(text("Second language"), [("", text("None")), *codes], self)
        self.working.choose(language.code)
        outer = column(self, space=12)
        outer.addWidget(SideBySide(self.authority, self.unit))
        outer.addWidget(SideBySide(self.working, self.second))

    def show_record(self, record: Assessment) -> None:
        self.authority.show_text(record.authority)
        self.unit.show_text(record.unit)
        self.working.choose(record.language)
        self.second.choose(record.second_language)

    def applied_to(self, record: Assessment) -> Assessment:
        """The record with what stands in the form."""
        return replace(
            record,
            authority=self.authority.text(),
            unit=self.unit.text(),
            language=str(self.working.value()),
            second_language=str(self.second.value()),
        )

    def check(self) -> bool:
        """Show what is missing; whether nothing is."""
        missing = "" if self.authority.text() else self._language.text("Write the name of your authority.")
        self.authority.show_error(missing)
        return not missing


class StrategyForm(QWidget):
    """One strategy."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._record = Strategy("", "")
        self.title = TextInput(text("Title of the strategy"), self)
        levels = [(level, words.strategy_level(level, language)) for level in StrategyLevel]
        self.level = ChoiceInput(text("Level of the strategy"), levels, self)
        self.period = TextInput(text("Period"), self, example="2021-2027")
        self.act = TextInput(text("Adopting act"), self, example=text("For example Decision 512/2021"))
        self.adopted_on = date_input(text("Adopted on"), language, self)
        self.link = link_input(text("Public link"), language, self)
        outer = column(self, space=12)
        outer.addWidget(self.title)
        outer.addWidget(SideBySide(self.level, self.period))
        outer.addWidget(SideBySide(self.act, self.adopted_on))
        outer.addWidget(self.link)

    def widget(self) -> QWidget:
        return self

    def show_record(self, record: Strategy) -> None:
        self._record = record
        self.title.show_text(record.title)
        self.level.choose(record.level)
        self.period.show_text(record.period)
        self.act.show_text(record.adopting_act)
        self.adopted_on.show_text(self._language.date(record.adopted_on) if record.adopted_on else "")
        self.link.show_text(record.link)

    def record(self) -> Strategy:
        return replace(
            self._record,
            title=self.title.text(),
            level=StrategyLevel(str(self.level.value())),
            period=self.period.text(),
            adopting_act=self.act.text(),
            adopted_on=self.adopted_on.value(),
            link=self.link.value(),
        )

    def check(self) -> bool:
        return all([self.adopted_on.check(), self.link.check()])


class ProgrammeForm(QWidget):
    """One programme with its official status, which is recorded and never inferred."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._record = Programme("", "")
        self.title = TextInput(text("Title of the programme"), self)
        self.cci = TextInput(text("CCI number"), self, example=text("For example 2021IT16RFPR017"))
        states = [("", text("Choose a Member State")), *((one.code, one.name) for one in countries())]
        self.state = ChoiceInput(text("Member State"), states, self)
        self.authority = TextInput(text("Managing authority"), self)
        self.objectives = tuple(QCheckBox(code, self) for code in OBJECTIVES)
        statuses = [(status, words.official_status(status, language)) for status in reversed(OfficialStatus)]
        self.status = ChoiceInput(text("Official status of the condition"), statuses, self)
        self.status_date = date_input(text("Date of the decision or letter"), language, self)
        self.reference = TextInput(text("Number of the decision or letter"), self)
        self.notified_by = TextInput(text("Notified by"), self)
        self._lay_out()

    def widget(self) -> QWidget:
        return self

    def show_record(self, record: Programme) -> None:
        self._record = record
        self.title.show_text(record.title)
        self.cci.show_text(record.cci)
        self.state.choose(record.member_state)
        self.authority.show_text(record.managing_authority)
        for box in self.objectives:
            box.setChecked(box.text() in record.objectives)
        self.status.choose(record.official_status)
        self.status_date.show_text(self._language.date(record.status_date) if record.status_date else "")
        self.reference.show_text(record.status_reference)
        self.notified_by.show_text(record.notified_by)

    def record(self) -> Programme:
        others = (code for code in self._record.objectives if code not in OBJECTIVES)
        return replace(
            self._record,
            title=self.title.text(),
            cci=self.cci.text(),
            member_state=str(self.state.value()),
            managing_authority=self.authority.text(),
            objectives=(*(box.text() for box in self.objectives if box.isChecked()), *others),
            official_status=OfficialStatus(str(self.status.value())),
            status_date=self.status_date.value(),
            status_reference=self.reference.text(),
            notified_by=self.notified_by.text(),
        )

    def check(self) -> bool:
        return self.status_date.check()

    def _lay_out(self) -> None:
        text = self._language.text
        objectives = QWidget(self)
        inside = row(objectives, space=16)
        inside.addWidget(label(text("Specific objectives"), "strong", parent=objectives))
        for box in self.objectives:
            box.setAccessibleName(text("Specific objective {code}", code=box.text()))
            inside.addWidget(box)
        inside.addStretch(1)
        outer = column(self, space=12)
        outer.addWidget(self.title)
        outer.addWidget(SideBySide(self.cci, self.state))
        outer.addWidget(self.authority)
        outer.addWidget(objectives)
        outer.addWidget(SideBySide(self.status, self.status_date))
        outer.addWidget(SideBySide(self.reference, self.notified_by))

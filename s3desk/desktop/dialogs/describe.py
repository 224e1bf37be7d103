"""The dialog behind Assessment: authority, check, region, strategies, programmes, people, changed at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.dialogs.forms import AuthorityForm, ProgrammeForm, StrategyForm, purpose_cards
from s3desk.desktop.dialogs.frame import FramedDialog, framed, part
from s3desk.desktop.dialogs.leaving import Typed
from s3desk.desktop.dialogs.people import PeopleForm
from s3desk.desktop.dialogs.record_cards import RecordCards
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import TextInput
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.territories import TerritoriesField
from s3desk.domain.records import Person, Programme, Purpose, Strategy, Territory
from s3desk.operations import describing

if TYPE_CHECKING:
    from s3desk.workspace.workspace import Workspace

R = TypeVar("R", bound=Territory | Strategy | Programme | Person)


class DescribeDialog(FramedDialog):
    """Shows what the assessment is about; "Save the changes" stores it, each part one step that can be undone."""

    def __init__(
        self, workspace: Workspace, language: Language, parent: QWidget | None = None, *, part: int = 0
    ) -> None:
        super().__init__(language.text("Region, programme and strategy"), parent)
        self._workspace, self._language = workspace, language
        self._typed = Typed(self)
        text = language.text
        self._tabs = QButtonGroup(self)
        names = (text("Authority and check"), text("Region and strategy"), text("Programmes"), text("People"))
        for number, name in enumerate(names):
            self._tabs.addButton(buttons.tab(name, parent=self), number)
        self.authority = AuthorityForm(language, self)
        self.check_name = TextInput(text("Name of this check"), self)
        self.purpose = purpose_cards(language, self)
        self.territories = TerritoriesField(language, self)
        self.strategies = RecordCards(language, text("Strategy"), text("Add another strategy"), StrategyForm, self)
        self.programmes = RecordCards(language, text("Programme"), text("Add another programme"), ProgrammeForm, self)
        self.people = PeopleForm(language, self)
        self.trouble = MessageStrip(language, self)
        self._parts = QStackedWidget(self)
        self.cancel = buttons.secondary(text("Cancel"), parent=self)
        self.save = buttons.primary(text("Save the changes"), parent=self)
        self._show()
        self._fill()
        self._show_part(part)
        if part == 0:
            self.authority.authority.line.setFocus()
        self._tabs.idToggled.connect(self._change_part)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self._typed.remember()

    def reject(self) -> None:
        """Close without storing; after a question where something was typed."""
        if self._typed.may_leave(self._language):
            super().reject()

    def _show(self) -> None:
        content = self._workspace.content
        self.about.say(self._language.text("Where these words are used: in the head of reports and in Table 12."))
        self.authority.show_record(content.assessment())
        self.territories.show_territories(content.all(Territory))
        self.strategies.show_records(content.all(Strategy))
        self.programmes.show_records(content.all(Programme))
        self.people.show_records(content.assessment(), content.all(Person))
        check = content.check()
        for widget in (self.check_name, self.purpose):
            widget.setEnabled(check is not None)
        if check is not None:
            self.check_name.show_text(check.name)
            self.purpose.choose(check.purpose)
        self.save.setEnabled(not self._workspace.read_only)

    def _save(self) -> None:
        checks = (self.authority.check, self.strategies.check, self.programmes.check, self.people.cards.check)
        for tab, check in enumerate(checks):
            if not check():
                self._show_part(tab)
                self.go_to_first_error()
                return
        try:
            self._store()
        except KnownError as error:
            self.trouble.say("bad", self._language.error(error), self._language.hint(error))
        else:
            self.accept()

    def _store(self) -> None:
        workspace = self._workspace
        describing.replace_all(workspace, Person, self.people.cards.records())
        after = self.people.applied_to(self.authority.applied_to(workspace.content.assessment()))
        describing.describe(
            workspace,
            authority=after.authority,
            unit=after.unit,
            language=after.language,
            second_language=after.second_language,
            contact_id=after.contact_id,
            addressee=after.addressee,
        )
        if workspace.content.check() is not None:
            describing.describe_check(workspace, self.check_name.text(), Purpose(str(self.purpose.value())))
        describing.replace_all(workspace, Territory, self._with_ids(self.territories.territories()))
        describing.replace_all(workspace, Strategy, self._with_ids(self.strategies.records()))
        describing.replace_all(workspace, Programme, self._with_ids(self.programmes.records()))

    def _with_ids(self, records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record if record.id else replace(record, id=self._workspace.new_id()) for record in records)

    def _show_part(self, number: int) -> None:
        self._tabs.button(number).setChecked(True)
        self._parts.setCurrentIndex(number)

    def _change_part(self, number: int, chosen: bool) -> None:
        if chosen:
            self._parts.setCurrentIndex(number)

    def _fill(self) -> None:
        text = self._language.text
        purpose = Labelled(text("Purpose of this check"), self.purpose, parent=self)
        search = Labelled(text("Territories"), self.territories, parent=self)
        self.territories.search.setAccessibleName(text("Territories"))
        tabs = row(space=4, margins=(24, 0, 24, 12))
        for widgets in (
            (framed(self.authority), self.check_name, purpose),
            (framed(search), self.strategies),
            (self.programmes,),
            (self.people,),
        ):
            self._parts.addWidget(part(*widgets))
        for tab in self._tabs.buttons():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        strips = column(margins=(24, 0, 24, 0))
        strips.addWidget(self.trouble)
        self.middle.addLayout(tabs)
        self.middle.addLayout(strips)
        self.middle.addWidget(self._parts, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.save)
        self.save.setDefault(True)

"""The dialog that begins an assessment: purpose, region and strategy, programme and file, in three short steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from s3desk.basics.language import Language
from s3desk.basics.paths import exists
from s3desk.basics.places import documents_folder
from s3desk.desktop.dialogs.forms import AuthorityForm, ProgrammeForm, StrategyForm, purpose_cards
from s3desk.desktop.dialogs.frame import FramedDialog, framed, part
from s3desk.desktop.dialogs.leaving import Typed
from s3desk.desktop.dialogs.record_cards import RecordCards
from s3desk.desktop.opening import SUFFIX
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import TextInput
from s3desk.desktop.widgets.surfaces import card, column, row
from s3desk.desktop.widgets.territories import TerritoriesField
from s3desk.domain.records import (
    ASSESSMENT,
    Assessment,
    Check,
    Programme,
    Purpose,
    Record,
    Strategy,
    Territory,
)


class NewCheckDialog(FramedDialog):
    """Asks what is needed to begin; all of it can be changed later. Accepted, it has `path()` and `records()`."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.text("New assessment"), parent)
        self._language = language
        self._typed = Typed(self)
        text = language.text
        self.authority = AuthorityForm(language, self)
        self.purpose = purpose_cards(language, self)
        self.check_name = TextInput(text("Name of this check"), self)
        self.territories = TerritoriesField(language, self)
        self.strategies = RecordCards(language, text("Strategy"), text("Add another strategy"), StrategyForm, self)
        self.programmes = RecordCards(language, text("Programme"), text("Add another programme"), ProgrammeForm, self)
        self.place = TextInput(text("File"), self)
        self.browse = buttons.secondary(text("Choose place..."), symbol="folder-open", parent=self)
        self._steps = QStackedWidget(self)
        self.back = buttons.secondary(text("Back"), parent=self)
        self.cancel = buttons.secondary(text("Cancel"), parent=self)
        self.forward = buttons.primary(text("Next"), parent=self)
        self._fill()
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)
        self.forward.clicked.connect(self._go_on)
        self.browse.clicked.connect(self._browse)
        self._show_step(0)
        self._typed.remember()

    def reject(self) -> None:
        """Close without storing; after a question where something was typed."""
        if self._typed.may_leave(self._language):
            super().reject()

    def path(self) -> Path:
        """Where the file will lie."""
        path = Path(self.place.text()).expanduser()
        path = path if path.is_absolute() else documents_folder() / path
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def records(self) -> tuple[Record, ...]:
        """What the new file begins with."""
        today = date.today()  # noqa: DTZ011 - the user's own day
        purpose = Purpose(str(self.purpose.value()))
        name = self.check_name.text() or self._language.month(today)
        listed: tuple[Territory | Strategy | Programme, ...] = (
            *self.territories.territories(),
            *self.strategies.records(),
            *self.programmes.records(),
        )
        return (
            self.authority.applied_to(Assessment(ASSESSMENT, "")),
            Check(uuid4().hex, name, purpose, today),
            *(replace(record, id=uuid4().hex) for record in listed),
        )

    def step(self) -> int:
        """The number of the step shown, from 0."""
        return self._steps.currentIndex()

    def _go_back(self) -> None:
        self._show_step(self.step() - 1)

    def _go_on(self) -> None:
        checks = (self.authority.check, self.strategies.check, self._check_last)
        if not checks[self.step()]():
            self.go_to_first_error()
            return
        if self.step() == len(checks) - 1:
            self.accept()
        else:
            self._show_step(self.step() + 1)

    def _check_last(self) -> bool:
        return all([self.programmes.check(), self._check_place()])

    def _check_place(self) -> bool:
        wrong = ""
        if not self.place.text():
            wrong = self._language.text("Write a name for the file.")
        elif exists(self.path()):
            wrong = self._language.text("A file of this name exists already. Choose another name.")
        self.place.show_error(wrong)
        return not wrong

    def _show_step(self, step: int) -> None:
        text = self._language.text
        titles = (text("Who, and why"), text("Region and strategy"), text("Programme and file"))
        self.title.setText(titles[step])
        counted = text("Step {n} of {total}.", n=step + 1, total=len(titles))
        self.about.say(f"{counted} {text('You can change everything later under Assessment.')}")
        self._steps.setCurrentIndex(step)
        self.back.setVisible(step > 0)
        last = step == len(titles) - 1
        self.forward.setText(text("Create the assessment") if last else text("Next"))
        self.forward.setAccessibleName(self.forward.text())
        if last and not self.place.text():
            self.place.show_text(str(documents_folder() / self._proposed_name()))
        first = (self.authority.authority.line, self.territories.search, self.programmes.forms()[0].title.line)
        first[step].setFocus()

    def _proposed_name(self) -> str:
        territories = self.territories.territories()
        whose = territories[0].name if territories else self.authority.authority.text()
        safe = "".join(letter for letter in whose if letter.isalnum() or letter in " -").strip()[:60]
        return f"{safe or self._language.text('Assessment')} S3 {date.today().year}{SUFFIX}"  # noqa: DTZ011

    def _browse(self) -> None:
        text = self._language.text
        name, _ = QFileDialog.getSaveFileName(
            self, text("Place of the file"), str(self.path()), f"{text('S3 Desk files')} (*{SUFFIX})"
        )
        if name:
            self.place.show_text(name)

    # How it is built

    def _fill(self) -> None:
        today = date.today()  # noqa: DTZ011 - the user's own day
        self.check_name.show_text(self._language.month(today))
        self.purpose.choose(Purpose.CONTINUED)
        purpose = Labelled(self._language.text("Purpose of this check"), self.purpose, parent=self)
        search = Labelled(self._language.text("Territories"), self.territories, parent=self)
        self.territories.search.setAccessibleName(self._language.text("Territories"))
        for widgets in (
            (framed(self.authority), purpose, self.check_name),
            (framed(search), self.strategies),
            (self.programmes, self._file_row()),
        ):
            self._steps.addWidget(part(*widgets))
        self._lay_out()

    def _file_row(self) -> QWidget:
        frame = card(self)
        inside = column(frame, space=8, margins=(16, 10, 16, 16))
        inside.addWidget(self.place)
        beside = row()
        beside.addWidget(self.browse)
        beside.addStretch(1)
        inside.addLayout(beside)
        return frame

    def _lay_out(self) -> None:
        self.middle.addWidget(self._steps)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.forward)
        self.forward.setDefault(True)

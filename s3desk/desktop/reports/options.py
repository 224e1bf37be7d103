"""What the files tell: for whom they are, in which languages, compared with what, and what the report carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QFrame, QRadioButton, QWidget

from s3desk.basics.language import Language, available_languages
from s3desk.desktop import theme
from s3desk.desktop.commands import own_name
from s3desk.desktop.reporting import NOTE_WORD, REPORT, Output
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import ChoiceInput
from s3desk.desktop.widgets.surfaces import FlowLayout, column, row
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.domain.profile import Profile
from s3desk.queries import words
from s3desk.queries.report import Options
from s3desk.queries.reports import ReportsPicture

_NONE = ""


class OptionsCard(QFrame):
    """`changed` when something else is chosen."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._language = language
        self._template: Path | None = None
        text = language.text
        self.profile = {profile: QRadioButton(words.profile(profile, language), self) for profile in Profile}
        self._whom = QButtonGroup(self)
        self._left_out = Paragraph("", "caption", "muted", parent=self)
        names = [(code, own_name(code)) for code in available_languages()]
        self.speech = ChoiceInput(text("Language"), names, self)
        self.second = ChoiceInput(text("Second language"), [(_NONE, text("None")), *names], self)
        self.compare = ChoiceInput(text("Compare with"), [], self)
        self.notes = _box(text("Private notes"), self)
        self.data = _box(text("Workbook and data inside the PDF"), self)
        self.evidence = _box(text("Evidence files inside the PDF"), self)
        self._carried: Mapping[Profile, str] = {}
        self._copies = Paragraph("", "caption", "muted", parent=self)
        self.template = buttons.small(text("Choose a Word template..."), parent=self)
        self.no_template = buttons.symbol_button("cross", text("Use no template"), parent=self)
        self._template_name = Elided("", "caption", "muted", parent=self)
        self._template_row = QWidget(self)
        self._lay_out()
        self._begin()
        self._connect()

    def options(self) -> Options:
        """What is chosen now."""
        second = str(self.second.value())
        return Options(
            profile=self._profile(),
            language=Language(str(self.speech.value())),
            second_language=Language(second) if second and second != self.speech.value() else None,
            compare_with=str(self.compare.value()),
            with_notes=self.notes.isChecked() and self.notes.isEnabled(),
            carries_data=self.data.isChecked(),
            carries_evidence=self.evidence.isChecked(),
        )

    def house_template(self) -> Path | None:
        """The house template for the Word note."""
        return self._template

    def use_template(self, path: Path | None) -> None:
        """Take this template, or none."""
        self._template = path
        self._template_name.setText(path.name if path else self._language.text("The program's own look"))
        self.no_template.setVisible(path is not None)

    def show_picture(self, picture: ReportsPicture) -> None:
        """Offer the saved versions for the comparison, and say what copies there are; what is chosen stays."""
        choices = picture.versions
        self._carried = picture.carried
        self._say_what_is_told()
        blocked = self.compare.box.blockSignals(True)
        self.compare.show_choices(choices)
        self.compare.box.blockSignals(blocked)
        names = self.compare.box.view()
        names.setMinimumWidth(names.sizeHintForColumn(0) + theme.current().px(40))
        self.compare.box.setEnabled(len(choices) > 1)

    def fit_outputs(self, outputs: Iterable[Output]) -> None:
        """Show only what matters for these outputs."""
        wanted = set(outputs)
        self.data.setEnabled(REPORT in wanted)
        self.evidence.setEnabled(REPORT in wanted)
        self._template_row.setVisible(NOTE_WORD in wanted)
        self._say_what_is_told()

    def choose_profile(self, profile: Profile) -> None:
        """Choose for whom the files are."""
        self.profile[profile].setChecked(True)

    def _profile(self) -> Profile:
        return next(profile for profile, button in self.profile.items() if button.isChecked())

    def _say_what_is_told(self) -> None:
        text = self._language.text
        internal = self._profile() is Profile.INTERNAL
        self.notes.setEnabled(internal)
        if not internal:
            said = text(
                "For the Commission and the public. Leaves out ratings, comments, notes, advice, history, "
                "and people's names but the contact."
            )
        elif self.notes.isChecked():
            said = text("For your own office only. Leaves out nothing: your private notes are in it, too.")
        else:
            said = text("For your own office only. Leaves out private notes.")
        self._left_out.say(said)
        self._copies.say(self._carried.get(self._profile(), ""))
        self._copies.setVisible(self.evidence.isChecked() and self.evidence.isEnabled())

    def _ask_template(self) -> None:
        text = self._language.text
        start = str(self._template.parent) if self._template else ""
        kinds = text("Word documents and templates") + " (*.docx *.dotx)"
        name, _ = QFileDialog.getOpenFileName(self, text("Choose a Word template"), start, kinds)
        if name:
            self.use_template(Path(name))
            self.changed.emit()

    def _take_no_template(self) -> None:
        self.use_template(None)
        self.template.setFocus()
        self.changed.emit()

    # How it is built

    def _begin(self) -> None:
        self.choose_profile(Profile.OUTGOING)
        self.speech.choose(self._language.code)
        self.data.setChecked(True)
        self.use_template(None)
        self._say_what_is_told()

    def _connect(self) -> None:
        self._whom.buttonToggled.connect(self._change)
        for box in (self.notes, self.data, self.evidence):
            box.toggled.connect(self._change)
        for choice in (self.speech, self.second, self.compare):
            choice.box.currentIndexChanged.connect(self._change)
        self.template.clicked.connect(self._ask_template)
        self.no_template.clicked.connect(self._take_no_template)

    def _change(self) -> None:
        self._say_what_is_told()
        self.changed.emit()

    def _lay_out(self) -> None:
        whom = row(space=16)
        whom.addWidget(label(self._language.text("For whom"), "strong", parent=self))
        for button in self.profile.values():
            button.setAccessibleName(f"{self._language.text('For whom')}: {button.text()}")
            self._whom.addButton(button)
            whom.addWidget(button)
        whom.addStretch(1)
        choices = row(space=8)
        for choice, share in ((self.speech, 5), (self.second, 5), (self.compare, 7)):
            choices.addWidget(choice, share, Qt.AlignmentFlag.AlignBottom)
        ticks = FlowLayout(space=8)
        for box in (self.data, self.evidence, self.notes):
            ticks.addWidget(box)
        template = row(self._template_row, space=8)
        template.addWidget(self.template)
        template.addWidget(self._template_name, 1)
        template.addWidget(self.no_template)
        inside = column(self, space=10, margins=(16, 10, 16, 12))
        above = column(space=2)
        above.addLayout(whom)
        above.addWidget(self._left_out)
        inside.addLayout(above)
        inside.addLayout(choices)
        inside.addLayout(ticks)
        inside.addWidget(self._copies)
        inside.addWidget(self._template_row)


def _box(text: str, parent: QWidget) -> QCheckBox:
    made = QCheckBox(text, parent)
    made.setAccessibleName(text)
    return made

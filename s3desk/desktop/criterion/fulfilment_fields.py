"""The small fields of a fulfilment: who agreed, at which level it is met, who holds the proof, owner, target."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import LEVELS
from s3desk.desktop import theme
from s3desk.desktop.widgets.fields import Labelled, LineField
from s3desk.desktop.widgets.surfaces import row
from s3desk.domain import typed
from s3desk.queries.criterion_picture import FulfilmentPart


class AgreementFields(QWidget):
    """Who at the Commission's desk agreed that the criterion is not relevant, and when."""

    agreed = Signal(str, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.who = LineField(text("Agreed with, at the Commission"), self)
        self.when = LineField(text("Agreed on"), self)
        self.when.setPlaceholderText(text("day.month.year"))
        self._when_room = Labelled(text("Agreed on"), self.when, hint=text("Needed"), parent=self)
        inside = row(self, space=16)
        inside.addWidget(
            Labelled(text("Agreed with, at the Commission"), self.who, hint=text("Needed"), parent=self), 2
        )
        inside.addWidget(self._when_room, 1)
        self.who.typed.connect(self._read)
        self.when.typed.connect(self._read)

    def show_part(self, part: FulfilmentPart, *, read_only: bool) -> None:
        """Show who and when; a date that cannot be read yet stays with its sentence."""
        self.who.show_text(part.agreed_with)
        if not self._when_room.error():
            self.when.show_text(part.agreed_on)
        for field in (self.who, self.when):
            field.setReadOnly(read_only)

    def _read(self) -> None:
        try:
            day: date | None = typed.day(self.when.text(), self._language)
        except KnownError as error:
            self._when_room.show_error(f"{self._language.error(error)} {self._language.hint(error)}")
            return
        self._when_room.show_error("")
        self.agreed.emit(self.who.text(), day)


class ProofFields(QWidget):
    """Level, holder of the proof, owner and target in one or two rows."""

    met_at_chosen = Signal(object)
    holder_typed = Signal(str)
    owner_chosen = Signal(str)
    target_chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.met_at = QComboBox(self)
        self.holder = LineField(text("Who holds the proof"), self)
        self.owner = QComboBox(self)
        self.target = QComboBox(self)
        for box in (self.met_at, self.owner, self.target):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._rooms = (
            Labelled(text("Met at"), self.met_at, parent=self),
            Labelled(text("Who holds the proof"), self.holder, parent=self),
            Labelled(text("Owner of the criterion"), self.owner, parent=self),
            Labelled(text("Target for the ratings"), self.target, hint=text("Optional"), parent=self),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px(12))
        self.set_columns(4)
        self.target.addItem(text("No target"), None)
        for level in LEVELS[1:]:
            self.target.addItem(str(level), level)
        self.met_at.activated.connect(self._tell_met_at)
        self.holder.typed.connect(self.holder_typed)
        self.owner.activated.connect(self._tell_owner)
        self.target.activated.connect(self._tell_target)

    def show_part(self, part: FulfilmentPart, *, read_only: bool) -> None:
        """Show what was said."""
        not_said = self._language.text("Not said")
        _fill(self.met_at, ((None, not_said), *part.met_at_choices), part.met_at)
        _fill(self.owner, (("", not_said), *part.owners), part.owner_id)
        self.target.setCurrentIndex(self.target.findData(part.target) if part.target else 0)
        self.holder.show_text(part.proof_holder)
        self.holder.setReadOnly(read_only)
        for box in (self.met_at, self.owner, self.target):
            box.setEnabled(not read_only)
        self._rooms[2].setVisible(bool(part.owners))

    def set_columns(self, columns: int) -> None:
        """How many fields stand beside each other."""
        for place, room in enumerate(self._rooms):
            self._grid.removeWidget(room)
            self._grid.addWidget(room, place // columns, place % columns)
        for place in range(4):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _tell_met_at(self, place: int) -> None:
        self.met_at_chosen.emit(self.met_at.itemData(place))

    def _tell_owner(self, place: int) -> None:
        self.owner_chosen.emit(self.owner.itemData(place))

    def _tell_target(self, place: int) -> None:
        self.target_chosen.emit(self.target.itemData(place))


def _fill(box: QComboBox, choices: tuple[tuple[object, str], ...], chosen: object) -> None:
    """Give a list its rows and choose one; the list is made anew only when its rows differ."""
    if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] != list(choices):
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
    values = [value for value, _ in choices]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)

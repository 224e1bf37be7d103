"""Ways to choose: cards of which one is chosen, drop-down lists with values, a date that is typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLineEdit, QRadioButton, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.domain import typed


class ChoiceCard(QFrame):
    """A radio button with a line below it that says what choosing it means; the whole card can be clicked."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("choice", "true")
        self.button = QRadioButton(title.replace("&", "&&"), self)
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(about)
        words = Paragraph(about, "caption", "muted", parent=self)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = column(self, margins=(12, 6, 12, 8))
        inside.addWidget(self.button)
        below = column(margins=(24, 0, 0, 0))
        below.addWidget(words)
        inside.addLayout(below)
        self.button.toggled.connect(self._show_chosen)

    def _show_chosen(self, chosen: bool) -> None:
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()
        event.accept()


class ChoiceCards(QWidget):
    """Several cards of which one is chosen; arrows move the choice."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Iterable[tuple[object, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        inside = column(self, space=8)
        for value, title, about in choices:
            card = ChoiceCard(title, about, self)
            self._group.addButton(card.button, len(self._values))
            self._values.append(value)
            inside.addWidget(card)
        self._group.idToggled.connect(self._tell)

    def value(self) -> object:
        """The value of the chosen card, None when none is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def choose(self, value: object) -> None:
        """Choose a card by its value."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _tell(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(self._values[number])


def drop_down(name: str, choices: Iterable[tuple[object, str]], parent: QWidget | None = None) -> QComboBox:
    """A drop-down list of values with their words; `currentData()` is the value."""
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in choices:
        made.addItem(words, value)
    return made


def choose(box: QComboBox, value: object) -> None:
    """Choose a value; one that is not in the list is added, because a file may come from elsewhere."""
    place = box.findData(value)
    if place < 0:
        box.addItem(str(value), value)
        place = box.count() - 1
    box.setCurrentIndex(place)


class DateField(Labelled):
    """A date as people type it; a sentence below says what is wrong with it."""

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(name, self._line, parent=parent)
        self._language = language
        self._line.setPlaceholderText(language.text("day.month.year"))
        self._line.editingFinished.connect(self.check)

    def show_date(self, day: date | None) -> None:
        self._line.setText(self._language.date(day) if day else "")
        self.check()

    def value(self) -> date | None:
        """The date, None when the field is empty. Raises `KnownError` when it is not a date."""
        return typed.day(self._line.text(), self._language)

    def check(self) -> bool:
        """Show or take away the sentence; whether the field can be read."""
        try:
            self.value()
        except KnownError as error:
            self.show_error(f"{self._language.error(error)} {self._language.hint(error)}")
            return False
        self.show_error("")
        return True

"""Fields of forms, each under its label: a line of text, a line that is read as something, a drop-down list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets.fields import Labelled
from s3desk.domain import typed

T = TypeVar("T")
_BESIDE_FROM = 480
_NARROWEST = 136


class TextInput(Labelled):
    """A line of text."""

    def __init__(self, name: str, parent: QWidget, *, hint: str = "", example: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(name, self.line, hint=hint, parent=parent)
        self.line.setPlaceholderText(example)

    def text(self) -> str:
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)


class CheckedInput(TextInput, Generic[T]):
    """A line whose text is read as something; when it cannot be, a sentence below says why."""

    def __init__(
        self, name: str, read: Callable[[str], T], language: Language, parent: QWidget, *, example: str = ""
    ) -> None:
        super().__init__(name, parent, example=example)
        self._read = read
        self._language = language
        self.line.editingFinished.connect(self.check)

    def value(self) -> T:
        """What was typed. Raises `KnownError` when it cannot be read."""
        return self._read(self.text())

    def check(self) -> bool:
        """Show or take away the sentence; whether the text can be read."""
        try:
            self.value()
        except KnownError as error:
            self.show_error(f"{self._language.error(error)} {self._language.hint(error)}")
            return False
        self.show_error("")
        return True

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self.check()


def date_input(name: str, language: Language, parent: QWidget) -> CheckedInput[date | None]:
    """A date as people type it."""
    read = partial(typed.day, language=language)
    return CheckedInput(name, read, language, parent, example=language.text("day.month.year"))


def link_input(name: str, language: Language, parent: QWidget) -> CheckedInput[str]:
    """A public web address."""
    return CheckedInput(name, typed.link, language, parent, example="https://")


class ChoiceInput(Labelled):
    """A drop-down list of values with their words."""

    def __init__(self, name: str, choices: Iterable[tuple[object, str]], parent: QWidget) -> None:
        self.box = QComboBox()
        super().__init__(name, self.box, parent=parent)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_choices(choices)

    def show_choices(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer these choices; the chosen one stays chosen, or the first is when it is no longer offered."""
        chosen = self.value()
        self.box.clear()
        for value, words in choices:
            self.box.addItem(words, value)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def value(self) -> object:
        return self.box.currentData()

    def choose(self, value: object) -> None:
        """Choose a value; one that is not in the list is added, because a file may come from elsewhere."""
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)


class SideBySide(QWidget):
    """Several fields in one row of equal widths; below each other where there is no room."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(fields[0].parentWidget())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(16))
        for field in fields:
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = max(_BESIDE_FROM, _NARROWEST * self._row.count())
        wide = event.size().width() / theme.current().factor >= needed
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

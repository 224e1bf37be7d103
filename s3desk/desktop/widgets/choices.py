"""Cards of which one is chosen, each with a line that says what choosing it means."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph


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

    def __init__(self, name: str, choices: Iterable[tuple[object, str, str]], parent: QWidget | None = None) -> None:
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

"""A name that nothing else of its kind has: for a new check, for a saved version."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets.inputs import TextInput


class NameInput(TextInput):
    """Begins with a proposal that is not taken; `is_taken` is what is said of one that is."""

    def __init__(
        self, name: str, proposed: str, taken: set[str], is_taken: str, language: Language, parent: QWidget
    ) -> None:
        super().__init__(name, parent)
        self._taken, self._is_taken = taken, is_taken
        self._missing = language.text("Write a name.")
        self.show_text(unused_name(proposed, taken))

    def check(self) -> bool:
        """Show what is wrong with the name; whether nothing is."""
        name = self.text()
        wrong = self._is_taken if name in self._taken else "" if name else self._missing
        self.show_error(wrong)
        return not wrong


def unused_name(wanted: str, taken: set[str]) -> str:
    """The wanted name, with a number behind it where it is taken."""
    name, count = wanted, 2
    while name in taken:
        name, count = f"{wanted} ({count})", count + 1
    return name

"""Buttons that say which rows of a list are shown, each with its count."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import row


class FilterButtons(QWidget):
    """One button for each filter, of which one is chosen; `chosen(id)` when the user picks another."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._row = row(self, space=8)
        self._buttons: dict[str, QPushButton] = {}
        self._showing = False

    def show_filters(self, filters: Iterable[tuple[str, str, int]], chosen: str) -> None:
        """Show filters as (id, words, count), and which one is chosen."""
        self._showing = True
        for key, words, count in filters:
            text = f"{words} {count}"
            if key not in self._buttons:
                self._add(key, text)
            buttons.show(self._buttons[key], text)
            self._buttons[key].setChecked(key == chosen)
        self._showing = False

    def button(self, key: str) -> QPushButton:
        """The button of one filter."""
        return self._buttons[key]

    def _tell(self, key: str, checked: bool) -> None:
        if checked and not self._showing:
            self.chosen.emit(key)

    def _add(self, key: str, text: str) -> None:
        made = buttons.filter_button(text, parent=self)
        made.toggled.connect(partial(self._tell, key))
        self._group.addButton(made)
        self._row.addWidget(made)
        self._buttons[key] = made

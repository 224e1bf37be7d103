"""A process that types into the real window without a pause, says what it typed and when, and ends only by a kill."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from s3desk.desktop.app import make_window
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.widgets.fields import TextArea
from s3desk.desktop.window import MainWindow

CRITERION, QUESTION = "monitoring", "monitoring.indicators"
TEXT = " ".join(str(number) for number in range(20_000))
"""Both fields hold a beginning of this text at any time: what is missing or torn shows."""

_BETWEEN_KEYS = 15
_LEVELS = tuple(Qt.Key(Qt.Key.Key_0 + level) for level in range(6))


class Typist:
    """Rates, types a comment, types a justification, and begins again; each turn ends at a random key."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window, self._chance = window, chance
        self._keys_left = 0
        self._tab = "fulfilment"
        self._ratings = window.workspace.content.answer(QUESTION).rating or 0
        self._field = self._turn()

    def press_a_key(self) -> None:
        """Press the next key and say what the field holds then."""
        if not self._keys_left:
            self._field = self._turn()
        self._keys_left -= 1
        typed = len(self._field.toPlainText())
        QTest.keyClicks(self._field, TEXT[typed])
        tell(self._field.accessibleName(), typed + 1)

    def _turn(self) -> TextArea:
        """Go to the other tab; before a comment the question is rated."""
        self._keys_left = self._chance.randint(40, 160)
        self._tab = "questions" if self._tab == "fulfilment" else "fulfilment"
        self._window.go_to(Place("criterion", CRITERION, self._tab, QUESTION))
        page = self._window.page
        assert isinstance(page, CriterionPage)
        if self._tab == "questions":
            self._ratings += 1
            QTest.keyClick(page.questions.editor.rating.focus_row(), _LEVELS[self._ratings % 6])
            tell("Rating", self._ratings)
        field = (
            page.questions.editor.comment if self._tab == "questions" else page.fulfilment.texts["justification"].field
        )
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return field


def tell(what: str, number: int) -> None:
    """One line for the parent: what was done, and when."""
    os.write(1, f"{what} {number} {time.monotonic()}\n".encode())


def main() -> None:
    """Open the file named first with the chance seeded by the second argument, and type until the end."""
    app = QApplication([])
    window = make_window(app)
    window.show()
    window.activateWindow()
    assert window.open_path(Path(sys.argv[1]))
    typist = Typist(window, random.Random(sys.argv[2]))
    rhythm = QTimer(window)
    rhythm.timeout.connect(typist.press_a_key)
    rhythm.start(_BETWEEN_KEYS)
    app.exec()


if __name__ == "__main__":
    main()

"""The hands of an officer: typing, clicking and choosing in a real window, and dialogs that wait for an answer."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from tests.desktop.criterion_page import press
from tests.desktop.looking import type_into

D = TypeVar("D", bound=QDialog)
_RUNS = re.compile(r"[ -~]+|[^ -~]+")
"""What has keys of its own, and what an input method sends."""


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Scroll to a widget and click on it, in its middle if not said otherwise; nothing may lie over that spot."""
    reach(widget)
    place = at or widget.rect().center()
    hit = widget.window().childAt(widget.mapTo(widget.window(), place))
    assert hit is not None, f"{widget!r} lies outside its window"
    assert hit is widget or widget.isAncestorOf(hit), f"{hit!r} lies over {widget!r}"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def reach(widget: QWidget) -> None:
    """Scroll until a widget can be seen."""
    QApplication.processEvents()
    assert widget.isVisible(), f"{widget!r} is not visible"
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()


def write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Click into a field and type a text at its end."""
    _enter(field)
    press(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_text(field, text)


def rewrite(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type a text in place of what stands in a field."""
    _enter(field)
    press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(field, text)


def _enter(field: QLineEdit | QPlainTextEdit) -> None:
    click(field.viewport() if isinstance(field, QPlainTextEdit) else field)
    assert field.hasFocus(), f"{field!r} does not take the keyboard"


def type_text(field: QWidget, text: str) -> None:
    """Type a text into the field that has the keyboard."""
    for run in _RUNS.findall(text):
        type_into(field, run)


def pick(box: QComboBox, words: str) -> None:
    """Open a drop-down list by its key, go to the row that reads so, and take it."""
    click(box)
    rows = box.view()
    assert rows.isVisible(), "the list did not open"
    place = box.findText(words)
    assert place >= 0, f"{words!r} is not in the list"
    while (here := rows.currentIndex().row()) != place:
        press(rows, Qt.Key.Key_Down if here < place else Qt.Key.Key_Up)
    press(rows, Qt.Key.Key_Return)
    box.window().activateWindow()  # without a screen nothing gives the window its keyboard back


def shortcut(window: QWidget, key: Qt.Key) -> None:
    """Press Ctrl and a key in a window that has the keyboard again after a dialog."""
    window.activateWindow()
    wait_until(lambda: QApplication.focusWindow() is window.windowHandle())
    press(window, key, Qt.KeyboardModifier.ControlModifier)


def tick(box: QCheckBox) -> None:
    """Click on the square of a box."""
    before = box.isChecked()
    click(box, at=QPoint(8, box.height() // 2))
    assert box.isChecked() is not before


def choose(cards: QWidget, words: str) -> None:
    """Click on the one of several cards that reads so."""
    card = next(button for button in cards.findChildren(QRadioButton) if button.text() == words)
    click(card, at=QPoint(8, card.height() // 2))
    assert card.isChecked()


def in_dialog(kind: type[D], cause: Callable[[], object], drive: Callable[[D], object]) -> None:
    """Do something that opens a dialog and waits for it; drive the dialog until it closes."""
    broken: list[Exception] = []
    poll = QTimer()
    poll.setInterval(10)

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        poll.stop()
        try:
            assert isinstance(dialog, kind), f"{dialog!r} is open"
            drive(dialog)
            assert not dialog.isVisible(), "the dialog is still open"
        except Exception as error:  # noqa: BLE001 - told below, when the dialog no longer waits
            broken.append(error)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)

    poll.timeout.connect(begin)
    poll.start()
    cause()
    assert not poll.isActive(), "no dialog opened"
    for error in broken:
        raise error


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Let the program work until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true in time"
        QTest.qWait(1)
        time.sleep(0.01)  # qWait leaves hardly any time to other threads

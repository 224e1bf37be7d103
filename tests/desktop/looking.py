"""What tests of the window look at: every widget that the keyboard reaches, and what a screen reader says."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

D = TypeVar("D", bound=QDialog)


def type_into(field: QWidget, text: str) -> None:
    """Type a text. What has no key of its own comes as an input method sends it: QTest dies of such keys."""
    if text.isascii() and text.isprintable():
        QTest.keyClicks(field, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def focusable(root: QWidget) -> list[QWidget]:
    """The visible widgets below `root` that take the keyboard focus."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def find_dialog(kind: type[D]) -> D:
    """The dialog that is open in front of the window."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), f"{found!r} is open"
    return found


def spoken_name(widget: QWidget) -> str:
    """The name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def nameless(root: QWidget) -> list[str]:
    """The focusable widgets without a name, for a readable failure."""
    return [repr(widget) for widget in focusable(root) if not spoken_name(widget).strip()]

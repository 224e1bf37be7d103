"""The page of a criterion in a real window, and how tests reach into it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow

D = TypeVar("D", bound=QDialog)


def opened(window: MainWindow, path: Path, criterion: str, tab: str = "questions", question: str = "") -> CriterionPage:
    """Open a file at a spot of its criterion page."""
    assert window.open_path(path)
    window.go_to(Place("criterion", criterion, tab, question))
    window.activateWindow()
    page = window.page
    assert isinstance(page, CriterionPage)
    page.focus_target().setFocus()
    return page


def click(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    assert widget.isVisible(), f"{widget!r} is not visible"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(widget, key, modifier)


def dialog_of(page: QWidget, kind: type[D]) -> D:
    """The dialog that is open."""
    return next(dialog for dialog in page.findChildren(kind) if dialog.isVisible())


def chain_from(widget: QWidget) -> list[QWidget]:
    """The widgets of a window in the order of the Tab key, beginning with this one."""
    found = [widget]
    here = widget.nextInFocusChain()
    while here is not None and here is not widget:
        found.append(here)
        here = here.nextInFocusChain()
    return found

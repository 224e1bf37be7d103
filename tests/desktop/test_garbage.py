"""Python's search for garbage: not by itself while there is a window, and all the same it happens."""

from __future__ import annotations

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from s3desk.desktop.window import MainWindow


class Knot:
    """Something that only the search for cycles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("window")
def test_python_does_not_search_by_itself() -> None:
    assert not gc.isenabled()


def test_the_window_searches_between_events(window: MainWindow, qtbot: QtBot) -> None:
    assert window.isVisible()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    knot = weakref.ref(Knot())
    assert knot() is not None
    kept: list[list[int]] = [[] for _ in range(2_000)]
    qtbot.waitUntil(lambda: knot() is None)
    assert kept

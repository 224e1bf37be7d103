"""A file that is closed leaves nothing behind, although the search for garbage no longer looks at the program."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from s3desk.desktop import opening
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.workspace.workspace import Workspace

_PAGES = ("overview", "criterion", "evidence", "actions", "dates", "library", "versions", "history")


def _visit_and_close(window: MainWindow, path: Path) -> weakref.ref[Workspace]:
    assert window.open_path(path)
    for page in _PAGES:
        window.go_to(Place(page))
    opened = weakref.ref(window.workspace)
    assert window.close_file()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return opened


def test_a_file_opened_again_and_again_leaves_nothing_behind(window: MainWindow, full_file: Path) -> None:
    opening.preload()
    assert gc.get_freeze_count(), "what was loaded is no longer looked at"
    _visit_and_close(window, full_file)
    widgets = len(QApplication.allWidgets())
    opened = [_visit_and_close(window, full_file) for _ in range(4)]
    gc.collect()
    assert [one for one in opened if one() is not None] == []
    assert len(QApplication.allWidgets()) <= widgets

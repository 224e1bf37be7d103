"""An office of its own for each story: a home and a window as at the first start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from s3desk.desktop.app import make_window
from s3desk.desktop.window import MainWindow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for settings, backups, log and whatever the officer writes."""
    return tmp_path_factory.mktemp("officer")


@pytest.fixture(scope="module")
def office(qapp: QApplication, home: Path) -> Iterator[MainWindow]:
    """The window in which the story happens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("S3DESK_HOME", str(home))
        window = make_window(qapp)
        window.resize(1366, 720)
        window.show()
        window.first_paint_done()
        yield window
        window.close()
        window.deleteLater()

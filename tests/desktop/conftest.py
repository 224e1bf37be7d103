"""A window of the real application, in the folders of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.desktop import garbage, theme
from s3desk.desktop.app import make_window
from s3desk.desktop.settings import Settings, write
from s3desk.desktop.window import MainWindow
from tests.builders import empty_records, workspace_of
from tests.valdoria import full_records, stored_bytes


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Each test begins in the light theme at 100 %; what earlier tests closed is really gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyle("Fusion")
    theme.apply(qapp)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    garbage.look()


@pytest.fixture(autouse=True)
def forms_may_be_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that is open at the end of a test is closed: nobody would answer whether to leave it."""
    monkeypatch.setattr("s3desk.desktop.dialogs.leaving.asked", lambda *_said: True)


MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[MakeWindow]:
    """Makes a window with the settings given by name, as after a start of the program."""
    windows: list[MainWindow] = []

    def made(**settings: object) -> MainWindow:
        if settings:
            write(Settings(**settings))  # type: ignore[arg-type]
        window = make_window(qapp)
        qtbot.addWidget(window)
        window.resize(1366, 688)
        window.show()
        windows.append(window)
        return window

    yield made
    for window in windows:
        window.close_file()


@pytest.fixture
def window(make: MakeWindow) -> MainWindow:
    """A window at its first start."""
    return make()


@pytest.fixture
def full_file(tmp_path: Path) -> Path:
    """The complete assessment of Valdoria as a closed file."""
    workspace = workspace_of(tmp_path, full_records(), stored_bytes())
    workspace.close()
    return workspace.path


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """An assessment in which nothing is answered."""
    workspace = workspace_of(tmp_path, empty_records())
    workspace.close()
    return workspace.path


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened with other programs: paths and addresses. Nothing is really opened."""
    addresses: list[str] = []

    def remember(url: QUrl) -> bool:
        addresses.append(url.toLocalFile() or url.toString())
        return True

    monkeypatch.setattr("s3desk.desktop.going_out.QDesktopServices.openUrl", remember)
    return addresses

"""Backups through the window: one is made when a file is opened, and named when the file is broken."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from s3desk.basics.errors import KnownError
from s3desk.basics.places import backup_folder
from s3desk.desktop import opening
from s3desk.desktop.window import MainWindow
from s3desk.operations.beginning import begin
from s3desk.workspace.backup import backups_of


def test_opening_a_file_makes_a_backup(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    begin(path, who="x").close()
    window.open_path(path)
    qtbot.waitUntil(lambda: len(backups_of(path, backup_folder())) == 1)


def test_a_damaged_file_names_its_backup(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    begin(path, who="x").close()
    window.open_path(path)
    qtbot.waitUntil(lambda: len(backups_of(path, backup_folder())) == 1)
    window.close_file()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(KnownError) as caught:
        opening.open_file(path, "x")
    assert str(backup_folder()) in caught.value.hint.format(**caught.value.values)


def test_a_damaged_file_without_backup_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    path.write_bytes(b"")
    with pytest.raises(KnownError, match="is empty"):
        opening.open_file(path, "x")

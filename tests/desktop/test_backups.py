"""Backups through the window: one is made when a file is opened, and named when the file is broken."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.places import backup_folder
from s3desk.desktop import opening
from s3desk.desktop.dialogs.backups import BackupsDialog
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.window import MainWindow
from s3desk.operations.beginning import begin
from s3desk.workspace.backup import backups_of
from tests.desktop.looking import find_dialog, nameless


@pytest.fixture
def path(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    """A file that is open in the window; opening it has made a backup."""
    path = tmp_path / "a.s3desk"
    begin(path, who="x").close()
    window.open_path(path)
    qtbot.waitUntil(lambda: len(backups_of(path, backup_folder())) == 1)
    return path


def test_a_copy_of_its_backup_opens_in_place_of_a_damaged_file(
    window: MainWindow, path: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.close_file()
    path.write_bytes(path.read_bytes()[:5000])
    window.open_path(path)
    assert "A backup of " in window.frame.trouble.text()
    window.frame.trouble.button().click()
    dialog = find_dialog(BackupsDialog)
    assert len(dialog.backups) == 1
    target = tmp_path / "from the backup.s3desk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.open_button.click()
    qtbot.waitUntil(lambda: window.has_file)
    assert window.workspace.path == target
    assert not window.workspace.read_only
    assert len(backups_of(path, backup_folder())) == 1, "a backup stays as it is"


def test_backups_are_offered_on_the_start_page_also_of_a_file_that_is_gone(window: MainWindow, path: Path) -> None:
    window.close_file()
    path.unlink()
    start = window.page
    assert isinstance(start, StartPage)
    start.recent.backups.click()
    dialog = find_dialog(BackupsDialog)
    assert dialog.open_button.isEnabled()
    assert nameless(dialog) == []
    dialog.reject()


def test_a_file_without_backup_says_so_in_the_list(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BackupsDialog(tmp_path / "new.s3desk", Language(), print, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert not dialog.open_button.isEnabled()


def test_a_damaged_file_without_backup_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    path.write_bytes(b"")
    with pytest.raises(KnownError, match="is empty"):
        opening.open_file(path, "x")


def test_a_name_without_ending_gets_one_and_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan v1.s3desk").touch()
    (tmp_path / "taken.s3desk").touch()
    chosen = ("plan v1.s3desk", "plan v1.2", "taken", "New.S3DESK")
    given = [opening.with_ending(str(tmp_path / name), ".s3desk").name for name in chosen]
    assert given == ["plan v1.s3desk", "plan v1.2.s3desk", "taken 2.s3desk", "New.S3DESK"]

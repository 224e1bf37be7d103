"""Reports and data files in the window: dropped or opened, they become a new assessment; others leave a strip."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from s3desk.desktop import opening
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile
from s3desk.domain.records import Answer
from s3desk.formats import registry
from tests.builders import full_workspace, picture_of


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report and a data file."""
    folder = tmp_path_factory.mktemp("sent")
    workspace = full_workspace(folder)
    for what, name in (("report", "valdoria.pdf"), ("data", "valdoria.json")):
        registry.export(picture_of(workspace, Profile.INTERNAL), what, folder / name)
    workspace.close()
    return folder


@pytest.mark.parametrize("name", ["valdoria.pdf", "valdoria.json"])
def test_what_was_sent_is_kept_as_a_new_assessment_and_opened(
    qtbot: QtBot, window: MainWindow, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    proposals: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _filters: str) -> tuple[str, str]:
        proposals.append(proposed)
        return str(tmp_path / "kept"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert not window.open_path(sent / name)
    assert f"Reading {name}" in window.frame.notice.text()
    qtbot.waitUntil(lambda: window.has_file, timeout=20_000)
    assert proposals == [str(sent / "valdoria.s3desk")]
    assert window.workspace.path == tmp_path / "kept.s3desk"
    assert len(window.workspace.content.all(Answer)) == 73
    assert window.frame.trouble.isHidden()


def test_without_a_place_nothing_is_made(
    qtbot: QtBot, window: MainWindow, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def refuse(*_: object) -> tuple[str, str]:
        asked.append(1)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    before = sorted(sent.iterdir())
    window.open_path(sent / "valdoria.json")
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert not window.has_file
    assert window.frame.notice.isHidden()
    assert sorted(sent.iterdir()) == before


def test_reading_can_be_stopped(qtbot: QtBot, window: MainWindow, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing was read"))
    window.open_path(sent / "valdoria.pdf")
    window.frame.notice.button().click()
    qtbot.wait(1_500)
    assert not window.has_file
    assert window.frame.trouble.isHidden()


def test_what_is_no_report_leaves_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "photo.pdf").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    window.open_path(tmp_path / "photo.pdf")
    qtbot.waitUntil(lambda: "photo.pdf is a picture, not a report." in window.frame.trouble.text())
    assert window.frame.notice.isHidden()
    assert not window.has_file


def test_a_report_is_verified_from_the_menu(
    qtbot: QtBot, window: MainWindow, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sent / "valdoria.pdf"), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    window.run("help.verify")
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert "Report, workbook and data name the same check code." in shown[0]
    assert "This is not a signature." in shown[0]


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.s3desk"
    for expected in ("a", "a 2", "a 3"):
        found = opening.free_name(path)
        assert found.stem == expected
        found.touch()

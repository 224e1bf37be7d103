"""Settings of the window: they come back, and a damaged settings file costs nothing else."""

import json
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from s3desk.desktop.settings import Preferences, RecentFile, Settings, read, write
from tests.desktop.conftest import MakeWindow


def settings_file(home: Path) -> Path:
    return home / "config" / "settings.json"


def test_settings_come_back_as_they_were() -> None:
    written = Settings(
        language="de",
        text_size=150,
        theme="dark",
        core_only=True,
        author="Łucja Żak",
        report_folder="/b/Ü",
        geometry="AAEC",
        folders_told=("/a", "/b"),
        recent=(RecentFile("/a/Ü.s3desk", "Sachsen", 3, 73, "2026", True, "criterion/monitoring"),),
    )
    write(written)
    assert read() == written


def test_the_first_start_has_the_usual_settings(own_folders: Path) -> None:
    assert read() == Settings()
    assert not settings_file(own_folders).exists()


@pytest.mark.parametrize(
    "content",
    [
        '{"text_size": "large", "recent": {"path": 1}, "theme": 1, "core_only": 1}',
        '{"recent": [1, null], "folders_told": "/a"}',
        '{"folders_told": [1, null, {}]}',
        '{"text_size": 0}',
        '{"recent": [{"path": ""}]}',
        '{"text_size": -100}',
        '{"text_size": 1000000000}',
    ],
)
def test_a_strange_value_counts_as_not_written(own_folders: Path, content: str) -> None:
    settings_file(own_folders).parent.mkdir(parents=True)
    settings_file(own_folders).write_text(content)
    assert read() == Settings()


@pytest.mark.parametrize(("answered", "questions"), [(-1, 73), (74, 73), (10**400, 1)])
def test_numbers_of_a_recent_file_that_cannot_be_count_as_not_written(
    own_folders: Path, answered: int, questions: int
) -> None:
    row = {"path": "/a.s3desk", "answered": answered, "questions": questions}
    settings_file(own_folders).parent.mkdir(parents=True)
    settings_file(own_folders).write_text(json.dumps({"recent": [row]}))
    assert read().recent == (RecentFile("/a.s3desk"),)


def test_a_folder_for_reports_whose_name_cannot_be_is_not_there(own_folders: Path) -> None:
    write(Settings(report_folder="/" + "x" * 5_000))
    assert Preferences().folder_for_reports(own_folders / "a.s3desk") == own_folders


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"\0" * 300, b"[" * 100_000, b'{"author": "\\ud800"}'],
    ids=range(9),
)
def test_a_damaged_file_is_put_aside_and_the_usual_settings_hold(own_folders: Path, content: bytes) -> None:
    settings_file(own_folders).parent.mkdir(parents=True)
    settings_file(own_folders).write_bytes(content)
    preferences = Preferences()
    assert preferences.now == Settings()
    assert preferences.damaged is not None
    assert preferences.damaged.read_bytes() == content
    preferences.change(author="Łucja")
    assert Preferences().now == Settings(author="Łucja")
    assert Preferences().damaged is None


def test_one_strange_row_does_not_cost_the_others(own_folders: Path) -> None:
    settings_file(own_folders).parent.mkdir(parents=True)
    rows = [{"path": "/a.s3desk", "answered": "many"}, {"about": "no path"}, {"path": "/b.s3desk", "answered": 4}]
    settings_file(own_folders).write_text(json.dumps({"language": "de", "recent": rows}))
    assert read() == Settings("de", recent=(RecentFile("/a.s3desk"), RecentFile("/b.s3desk", answered=4)))


def test_the_last_file_is_first_and_the_list_has_an_end() -> None:
    preferences = Preferences()
    for number in range(40):
        preferences.remember(RecentFile(f"/{number}.s3desk"))
    preferences.remember(RecentFile("/20.s3desk", answered=5))
    paths = [file.path for file in read().recent]
    assert paths[:2] == ["/20.s3desk", "/39.s3desk"]
    assert len(paths) == len(set(paths)) == 30


def test_damaged_settings_are_told_in_the_window(own_folders: Path, make: MakeWindow, qtbot: QtBot) -> None:
    settings_file(own_folders).parent.mkdir(parents=True)
    settings_file(own_folders).write_text("{broken")
    window = make()
    window.first_paint_done()
    qtbot.waitUntil(window.frame.trouble.isVisible)
    assert window.frame.trouble.text() == (
        "Your settings could not be read. The usual ones are used now, and your files are safe. "
        "The damaged file is kept as settings (damaged).json."
    )


def test_the_folder_for_reports_is_the_chosen_one_while_it_is_there(tmp_path: Path) -> None:
    preferences = Preferences()
    file = tmp_path / "S3" / "a.s3desk"
    assert preferences.folder_for_reports(file) == file.parent
    preferences.change(report_folder=str(tmp_path))
    assert preferences.folder_for_reports(file) == tmp_path
    preferences.change(report_folder=str(tmp_path / "gone"))
    assert preferences.folder_for_reports(file) == file.parent


@pytest.mark.skipif(os.name != "posix", reason="a file in place of the folder stands for one that cannot be made")
def test_a_folder_that_cannot_be_written_does_not_stop_the_work(own_folders: Path) -> None:
    (own_folders / "config").write_text("a file where the folder should be")
    preferences = Preferences()
    preferences.change(text_size=125)
    assert preferences.now.text_size == 125

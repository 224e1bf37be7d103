"""The start page: recent files, their search, and what is said about files that are gone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.settings import RecentFile
from s3desk.desktop.widgets.recent_list import columns, row_of
from s3desk.desktop.window import MainWindow
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import nameless


def start_page(window: MainWindow) -> StartPage:
    assert isinstance(window.page, StartPage)
    return window.page


@pytest.fixture
def recent(tmp_path: Path) -> tuple[RecentFile, ...]:
    """Three recent files: one that is there, one that is not, one that was read-only."""
    there = tmp_path / "Valdoria S3 2026.s3desk"
    there.touch()
    return (
        RecentFile(str(there), "Valdoria · autumn 2026", 67, 73, "2026-11-16T15:42:00"),
        RecentFile(str(tmp_path / "gone" / "Übersicht & <b>.s3desk"), "Sachsen", 3, 73, "2025-06-12T10:00:00"),
        RecentFile("/archive/old.s3desk", "Old", 73, 73, "", read_only=True),
    )


def test_without_files_the_way_in_is_shown(window: MainWindow) -> None:
    page = start_page(window)
    assert page.recent.list.isHidden()
    assert page.recent._empty.words().startswith("No files yet.")
    assert not page.recent._empty_room.isHidden()
    assert page.focus_target() is page.entries[0]


def test_recent_files_say_what_they_are() -> None:
    file = RecentFile("/home/r/S3/Valdoria.s3desk", "Valdoria", 67, 73, "2026-11-16T15:42:00")
    row = row_of(file, Language(), date(2026, 11, 16), missing=False, opening=False)
    assert (row.name, row.answered, row.changed, row.there) == ("Valdoria", "67 of 73", "Today, 15:42", True)
    later = row_of(file, Language(), date(2026, 12, 1), missing=False, opening=False)
    assert later.changed == "16 Nov 2026"
    assert row_of(file, Language("de"), date(2026, 12, 1), missing=False, opening=False).changed


def test_a_recent_file_with_strange_numbers_is_still_a_row() -> None:
    row = row_of(RecentFile("x.s3desk", changed_at="yesterday"), Language(), date.today(), missing=False, opening=False)  # noqa: DTZ011
    assert (row.answered, row.changed, row.share) == ("", "", 0)


def test_a_missing_file_is_grey_and_can_be_located(
    qtbot: QtBot, make: MakeWindow, recent: tuple[RecentFile, ...]
) -> None:
    page = start_page(make(recent=recent))
    qtbot.waitUntil(lambda: not page.recent._model.rows[1].there)
    assert page.recent._model.rows[0].there
    assert "Not found" in page.recent._model.rows[1].about
    page.recent.list.setCurrentIndex(page.recent._model.index(1))
    assert page.recent.go_on.text() == "Locate"
    page.recent.locate_requested.disconnect()
    with qtbot.waitSignal(page.recent.locate_requested):
        page.recent.go_on.click()


def test_the_chosen_file_goes_on_with_one_click(qtbot: QtBot, make: MakeWindow, recent: tuple[RecentFile, ...]) -> None:
    page = start_page(make(recent=recent))
    assert page.recent.go_on.text() == "Continue Valdoria S3 2026"
    page.recent.open_requested.disconnect()
    with qtbot.waitSignal(page.recent.open_requested) as told:
        QTest.keyClick(page.recent.list, Qt.Key.Key_Return)
    assert told.args == [recent[0].path]


def test_the_file_that_was_open_last_is_chosen(make: MakeWindow, recent: tuple[RecentFile, ...]) -> None:
    window = make(recent=recent)
    window.preferences.remember(recent[2])
    start_page(window).refresh()
    assert start_page(window).recent.go_on.accessibleName().startswith(("Continue old", "Locate"))
    chosen = start_page(window).recent.chosen()
    assert chosen is not None
    assert chosen.path == recent[2].path


def test_searching_keeps_what_matches(make: MakeWindow, recent: tuple[RecentFile, ...]) -> None:
    page = start_page(make(recent=recent))
    QTest.keyClicks(page.recent.search, "SACHSEN")
    assert [row.name for row in page.recent._model.rows] == ["Übersicht & <b>"]
    QTest.keyClicks(page.recent.search, "x")
    assert page.recent._model.rows == ()
    assert page.recent.go_on.isHidden()


def test_delete_takes_a_file_from_the_list_but_not_from_the_disk(
    make: MakeWindow, recent: tuple[RecentFile, ...]
) -> None:
    window = make(recent=recent)
    QTest.keyClick(start_page(window).recent.list, Qt.Key.Key_Delete)
    assert [file.path for file in window.preferences.now.recent] == [file.path for file in recent[1:]]
    assert Path(recent[0].path).exists()


def test_opening_something_else_says_so_and_stays(make: MakeWindow, recent: tuple[RecentFile, ...]) -> None:
    window = make(recent=recent)
    start_page(window).recent.go_on.click()
    assert window.page is start_page(window)
    assert "is empty" in window.frame.trouble.text()
    assert not window.has_file


def test_a_file_dropped_on_the_window_is_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "notes.s3desk"
    path.write_text("not ours")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: "not an S3 Desk file" in window.frame.trouble.text())


@pytest.mark.usefixtures("window")
def test_columns_give_way_in_a_narrow_window() -> None:
    wide, narrow, narrowest = columns(846), columns(600), columns(420)
    assert wide.folder
    assert wide.changed
    assert (narrow.folder, bool(narrow.changed)) == (0, True)
    assert (narrowest.folder, narrowest.changed) == (0, 0)
    assert narrowest.file < narrowest.file_end < narrowest.answered


@pytest.mark.parametrize("size", [100, 200])
def test_everything_on_the_page_has_a_name(make: MakeWindow, recent: tuple[RecentFile, ...], size: int) -> None:
    assert nameless(make(recent=recent, text_size=size)) == []


@pytest.mark.parametrize(("size", "width"), [(100, 960), (125, 1093), (200, 1366)])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, make: MakeWindow, recent: tuple[RecentFile, ...], size: int, width: int
) -> None:
    window = make(recent=recent, text_size=size)
    window.resize(width, 688)
    page = start_page(window)
    for widget in (page.recent.go_on, page.recent.search, *page.entries):
        qtbot.waitUntil(lambda: widget.mapTo(window, widget.rect().topRight()).x() <= window.width())  # noqa: B023

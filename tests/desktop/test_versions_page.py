"""The page Saved versions in a real window: numbers, changes since, and looking at a version as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.version import VersionDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.versions import VersionsPage
from s3desk.desktop.versions.look import LookWindow
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import SavedVersion
from s3desk.operations import answering, versioning
from s3desk.queries.versions import ChangeRow
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, dialog_of, press
from tests.desktop.looking import nameless, type_into

REPORT = "monitoring.public-report"


def versions(window: MainWindow, qtbot: QtBot) -> VersionsPage:
    """Go to the page and wait until the versions are read."""
    window.run("go.versions")
    window.activateWindow()
    page = window.page
    assert isinstance(page, VersionsPage)
    page.focus_target().setFocus()
    count = len(window.workspace.content.all(SavedVersion))
    qtbot.waitUntil(lambda: len(page.reading.contents) == count)
    return page


def look(page: VersionsPage, qtbot: QtBot) -> LookWindow:
    click(page.detail.look)
    assert page.look is not None
    qtbot.waitUntil(page.look.isActiveWindow)
    return page.look


def test_every_version_with_its_numbers(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    versioning.save_version(window.workspace, "Before the summer", "For the committee")
    page = versions(window, qtbot)
    assert nameless(page) == []
    assert [(row.name, row.answered, row.fulfilment) for row in page.table.model.rows] == [
        ("Before the summer", "66 of 73", "5 Yes, 1 No, 1 not decided"),
        ("November 2025", "66 of 73", "1 Yes, 6 not decided"),
    ]
    assert page.place().record_id == page.table.model.rows[0].id
    press(page.table.view, Qt.Key.Key_Down)
    assert page.place().record_id == "v-2025"
    assert page.changes.list.rows()


def test_saving_one_here_asks_for_name_and_remark(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    window.open_path(empty_file)
    page = versions(window, qtbot)
    assert page.focus_target() is page.first
    assert not page.table.isVisible()
    click(page.first)
    dialog = dialog_of(window, VersionDialog)
    dialog.name_field.line.selectAll()
    type_into(dialog.name_field.line, "First state")
    type_into(dialog.remark.line, "Nothing is answered yet")
    click(dialog.done_button)
    (version,) = window.workspace.content.all(SavedVersion)
    assert (version.name, version.remark) == ("First state", "Nothing is answered yet")
    qtbot.waitUntil(lambda: [row.answered for row in page.table.model.rows] == ["0 of 73"])
    assert page.changes.isVisible()


def test_a_change_since_leads_to_its_spot(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    versioning.save_version(window.workspace, "Now")
    page = versions(window, qtbot)
    assert page.changes.list.rows() == ()
    answering.rate(window.workspace, REPORT, 1)
    (change,) = page.changes.list.rows()
    assert isinstance(change, ChangeRow)
    assert change.spoken == "3.6 Regular public report, Rating: 4 \u2192 1"
    page.changes.list.setFocus()
    press(page.changes.list, Qt.Key.Key_Return)
    assert window.page.place() == Place("criterion", "monitoring", "questions", REPORT)


def test_a_version_is_looked_at_as_it_was(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    versioning.save_version(window.workspace, "Now")
    answering.rate(window.workspace, REPORT, 1)
    before = window.workspace.content
    looked = look(versions(window, qtbot), qtbot)
    assert nameless(looked) == []
    assert "You look at the version Now" in looked.frame.banner.text()
    assert looked.page.place() == Place("overview")
    looked.enter(Place("criterion", "monitoring", "questions", REPORT))
    criterion = looked.page.widget()
    assert isinstance(criterion, CriterionPage)
    chosen = [row for row in criterion.questions.editor.rating.rows if row.isChecked()]
    assert "4" in chosen[0].accessibleName()
    press(chosen[0], Qt.Key.Key_2)
    type_into(criterion.questions.editor.comment, "Not to be stored")
    criterion.save_typing()
    assert window.workspace.content == before
    for page in ("evidence", "actions"):
        looked.enter(Place(page))
        assert looked.page.place().page == page
        assert not looked.grab().isNull()
    looked.run("report.create")
    assert "Return to it first" in looked.frame.notice.text()
    looked.enter(Place("history"))
    assert looked.page.place().page == "actions"
    press(looked, Qt.Key.Key_Escape)
    assert not looked.isVisible()


def test_looking_with_the_keyboard_only(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    page = versions(window, qtbot)
    press(page.table.view, Qt.Key.Key_Return)
    looked = page.look
    assert looked is not None
    qtbot.waitUntil(looked.isActiveWindow)
    stops = set()
    for _ in range(12):
        press(looked, Qt.Key.Key_F6)
        stops.add(QApplication.focusWidget())
    assert looked.frame.banner.button() in stops
    assert looked.frame.navigation.focus_target() in stops
    looked.frame.banner.button().setFocus()
    press(looked.frame.banner.button(), Qt.Key.Key_Space)
    assert not looked.isVisible()


def test_closing_the_file_closes_what_is_looked_at(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    looked = look(versions(window, qtbot), qtbot)
    gone: list[bool] = []
    looked.destroyed.connect(lambda: gone.append(True))
    window.close_file()
    qtbot.waitUntil(lambda: bool(gone))


def test_a_version_that_cannot_be_read_says_so(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    with closing(sqlite3.connect(full_file)) as raw:
        sha256 = raw.execute("SELECT sha256 FROM saved_version").fetchone()[0]
        raw.execute("UPDATE attachment SET bytes = ? WHERE sha256 = ?", (b"{}", sha256))
        raw.commit()
    window.open_path(full_file)
    window.enter(Place("versions"))
    page = window.page
    assert isinstance(page, VersionsPage)
    qtbot.waitUntil(lambda: bool(page.reading.contents))
    assert page.detail.trouble.isVisible()
    assert not page.detail.look.isEnabled()
    assert page.table.model.rows[0].answered == "Cannot be read"


def test_for_reading_only_none_is_saved(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    with closing(open_workspace(full_file, who="L. Bianchi")):
        window.open_path(full_file)
        page = versions(window, qtbot)
        assert not page.save.isVisible()
        assert page.detail.look.isEnabled()
        look(page, qtbot).close()

"""The window around the pages: commands, menus, opening and closing files."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from s3desk.basics.errors import KnownError
from s3desk.desktop.commands import COMMANDS, Menu, language_commands, menus
from s3desk.desktop.handlers import Handlers
from s3desk.desktop.pages.evidence import EvidencePage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.desktop.window import MainWindow
from s3desk.operations import answering
from s3desk.workspace.files import open_workspace
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import nameless

LANGUAGES = ("en", "de")
EVERY_COMMAND = (*COMMANDS, *language_commands(LANGUAGES))


def items_of(menu: Menu) -> list[str]:
    found: list[str] = []
    for item in menu.items:
        if isinstance(item, Menu):
            found += items_of(item)
        elif item is not None:
            found.append(item)
    return found


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from s3desk.desktop.app import make_window
window = make_window(app)
assert not window.grab().isNull()
heavy = ("sqlalchemy", "sqlite3", "babel", "openpyxl", "reportlab", "PIL", "yaml", "alembic")
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_every_command_has_its_own_id_and_keys() -> None:
    assert not [key for key, count in Counter(one.id for one in EVERY_COMMAND).items() if count > 1]
    keys = Counter(key for one in EVERY_COMMAND for key in one.keys)
    assert not [key for key, count in keys.items() if count > 1]


def test_every_command_can_be_found_in_a_menu() -> None:
    listed = [item for menu in menus(LANGUAGES) for item in items_of(menu)]
    assert sorted(listed) == sorted(one.id for one in EVERY_COMMAND)


def test_every_command_has_a_method() -> None:
    for command in EVERY_COMMAND:
        if command.needs != "page":
            assert callable(getattr(Handlers, command.handler)), command.id


def test_without_a_file_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    enabled = {key for key, action in window.commands.actions.items() if action.isEnabled()}
    assert {"file.new", "file.open", "file.example", "file.quit", "view.200"} <= enabled
    assert not enabled & {"edit.undo", "file.close", "report.create", "criterion.3", "go.next"}


def test_an_opened_file_is_shown_and_remembered(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    assert window.windowTitle() == "assessment.s3desk – S3 Desk"
    assert window.page.id == "overview"
    (recent,) = window.preferences.now.recent
    assert (recent.path, recent.answered, recent.questions) == (str(full_file), 66, 73)
    rows = window.frame.navigation._model.rows
    assert [row.count for row in rows if row.number] == ["10/10", "11/11", "8/11", "11/11", "10/10", "6/10", "10/10"]
    assert nameless(window) == []


def test_the_example_opens_as_a_file_of_ones_own(window: MainWindow, own_folders: Path) -> None:
    window.run("file.example")
    assert window.workspace.path.parent == own_folders / "documents"
    assert not window.workspace.read_only
    assert window.workspace.content.assessment().example
    question = window.workspace.catalogue.questions[0]
    answering.rate(window.workspace, question.id, 0)
    window.close_file()
    window.run("file.example")
    assert window.workspace.content.answer(question.id).rating == 0, "what one tried in the example is kept"


def test_opening_the_open_file_again_changes_nothing(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    workspace = window.workspace
    assert window.open_path(full_file)
    assert window.workspace is workspace
    assert not workspace.read_only


def test_undo_and_redo_are_of_the_file(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    undo, redo = window.commands.actions["edit.undo"], window.commands.actions["edit.redo"]
    assert not undo.isEnabled()
    question = window.workspace.catalogue.questions[0]
    before = window.workspace.content.answer(question.id)
    answering.rate(window.workspace, question.id, 0)
    assert undo.isEnabled()
    assert undo.text() == f"Undo: Rate question {question.number}"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.content.answer(question.id) == before
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    redo.trigger()
    assert window.workspace.content.answer(question.id).rating == 0


def test_the_navigation_follows_what_is_answered(window: MainWindow, empty_file: Path) -> None:
    window.open_path(empty_file)
    criterion = window.workspace.catalogue.criteria[0]
    answering.rate(window.workspace, criterion.questions[0].id, 3)
    first = next(row for row in window.frame.navigation._model.rows if row.number == 1)
    assert first.count == f"1/{len(criterion.questions)}"
    assert f"1 of {len(criterion.questions)} questions answered" in first.spoken


def test_who_comes_second_reads_only_and_is_told_who_writes(window: MainWindow, full_file: Path) -> None:
    first = open_workspace(full_file, who="Lucia Bianchi")
    window.open_path(full_file)
    assert window.workspace.read_only
    assert window.frame.banner.text().startswith("Read-only. Lucia Bianchi opened this file at ")
    assert window.frame.banner.button().text() == "Open a copy"
    assert not window.commands.actions["edit.undo"].isEnabled()
    first.close()


def test_a_copy_of_a_read_only_file_can_be_written(
    window: MainWindow, qtbot: QtBot, full_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_workspace(full_file, who="Lucia Bianchi")
    window.open_path(full_file)
    target = tmp_path / "mine.s3desk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.frame.banner.button().click()
    qtbot.waitUntil(lambda: window.workspace.path == target)
    assert not window.workspace.read_only
    assert window.frame.banner.isHidden()
    first.close()


@pytest.mark.parametrize("command", ["view.200", "view.dark", "language.en"])
def test_a_new_look_keeps_file_and_place(make: MakeWindow, full_file: Path, command: str) -> None:
    window = make()
    window.open_path(full_file)
    window.run("criterion.6")
    place = window.page.place()
    window.run(command)
    assert window.page.place() == place
    assert nameless(window) == []


def test_text_size_goes_up_and_down_within_its_steps(window: MainWindow) -> None:
    sizes = []
    for command in ("view.larger",) * 5 + ("view.smaller",) * 5:
        window.run(command)
        sizes.append(window.preferences.now.text_size)
    assert sizes == [125, 150, 200, 200, 200, 150, 125, 100, 100, 100]


def test_a_narrow_window_has_a_rail(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    wide = window.frame.navigation.width()
    window.resize(1093, 640)
    assert window.frame.navigation.width() < wide / 2


def test_an_error_is_told_above_the_page(window: MainWindow) -> None:
    def refuse() -> None:
        raise KnownError("{name} is damaged.", "Open a backup.", name="a & <b>.s3desk")

    assert not window.attempt(refuse)
    assert window.frame.trouble.text() == "a & <b>.s3desk is damaged. Open a backup."
    assert window.attempt(lambda: None)


def test_a_message_offers_undo_where_it_is_possible(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    question = window.workspace.catalogue.questions[0]
    answering.rate(window.workspace, question.id, 0)
    window.say("Rating changed.", undo=True)
    window.frame.notice.button().click()
    assert window.workspace.content.answer(question.id).rating != 0
    assert window.frame.notice.isHidden()


def test_the_areas_are_reached_with_one_key(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    qtbot.waitActive(window)
    areas = (window.frame.navigation.focus_target(), *window.page.areas())
    seen = []
    for _ in areas:
        window.run("view.area")
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len([area for area in areas if area.isVisible()])


def test_closing_stores_where_the_window_was(make: MakeWindow, full_file: Path) -> None:
    window = make()
    window.open_path(full_file)
    window.resize(1111, 666)
    window.close()
    assert not window.has_file
    again = make()
    assert (again.preferences.now.geometry, again.preferences.now.recent[0].path) != ("", "")
    open_workspace(full_file, who="next").close()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.id)
@pytest.mark.parametrize("file", ["full_file", "empty_file"])
def test_every_page_stands_alone(window: MainWindow, request: pytest.FixtureRequest, entry: object, file: str) -> None:
    window.open_path(request.getfixturevalue(file))
    page = entry.make(window, window)  # type: ignore[attr-defined]
    page.refresh()
    page.save_typing()
    page.go_to(page.place())
    assert page.widget().isAncestorOf(page.focus_target()) or page.widget() is page.focus_target()
    assert nameless(page.widget()) == []


@pytest.mark.parametrize("page_id", [page.id for page in PAGES])
def test_what_a_page_asked_for_may_come_after_its_file_is_closed(
    window: MainWindow, full_file: Path, qtbot: QtBot, page_id: str
) -> None:
    assert window.open_path(full_file)
    window.enter(Place(page_id, "monitoring"))
    if isinstance(window.page, EvidencePage):
        window.page.check.click()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    assert window.close_file()
    qtbot.wait(10)
    assert not window.has_file

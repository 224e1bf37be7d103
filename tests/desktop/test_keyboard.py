"""The keyboard: each key of the design does what it says, menus have letters, and the help shows them all."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop.commands import COMMANDS, PAGE_KEYS
from s3desk.desktop.dialogs.keyboard import KeyboardDialog, groups
from s3desk.desktop.dialogs.new_check import NewCheckDialog
from s3desk.desktop.dialogs.settings import SettingsDialog
from s3desk.desktop.dialogs.version import VersionDialog
from s3desk.desktop.mnemonics import escaped, marked, unmarked
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import AnswerState
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import find_dialog, nameless

Q = "monitoring.intervention-logic"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, full_file: Path) -> CriterionPage:
    """The first question of criterion 3, with the keyboard in its rating."""
    window.open_path(full_file)
    window.enter(Place("criterion", "monitoring", "questions", Q))
    qtbot.waitActive(window)
    found = window.page
    assert isinstance(found, CriterionPage)
    found.questions.editor.rating.focus_row().setFocus()
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def answer_of(window: MainWindow) -> tuple[AnswerState, int | None]:
    answer = window.workspace.content.answer(Q)
    return answer.state, answer.rating


def test_new_and_open(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask_file(*_: object) -> tuple[str, str]:
        asked.append("open")
        return "", ""

    monkeypatch.setattr(NewCheckDialog, "exec", lambda _: asked.append("new"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask_file)
    qtbot.waitActive(window)
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_O, CTRL)
    assert asked == ["new", "open"]


@pytest.mark.usefixtures("page")
def test_save_and_save_a_version(window: MainWindow) -> None:
    press(Qt.Key.Key_S, CTRL)
    assert window.frame.notice.text() == "All changes saved"
    press(Qt.Key.Key_S, CTRL | SHIFT)
    find_dialog(VersionDialog).reject()


@pytest.mark.usefixtures("page")
def test_ratings_and_what_takes_them_back(window: MainWindow) -> None:
    before = answer_of(window)
    for level in range(6):
        press(Qt.Key(Qt.Key.Key_0 + level))
        assert answer_of(window) == (AnswerState.RATED, level)
    for _ in range(20):
        if window.commands.actions["edit.undo"].isEnabled():
            press(Qt.Key.Key_Z, CTRL)
    assert answer_of(window) == before
    press(Qt.Key.Key_Y, CTRL)
    assert answer_of(window) == (AnswerState.RATED, 0)


def test_digits_and_letters_are_text_in_a_text_field(window: MainWindow, page: CriterionPage) -> None:
    before = answer_of(window)
    field = page.questions.editor.comment
    field.setFocus()
    QTest.keyClicks(field, "2 N 5")
    assert answer_of(window) == before
    assert "2 N 5" in field.toPlainText()


@pytest.mark.usefixtures("page")
def test_marking_for_review(window: MainWindow) -> None:
    before = window.workspace.content.answer(Q).review
    press(Qt.Key.Key_M, CTRL)
    assert window.workspace.content.answer(Q).review is not before


@pytest.mark.usefixtures("page")
def test_ways_through_the_questions(window: MainWindow) -> None:
    first = window.page.place().question_id
    press(Qt.Key.Key_Right, ALT)
    second = window.page.place().question_id
    assert second != first
    press(Qt.Key.Key_Left, ALT)
    assert window.page.place().question_id == first
    press(Qt.Key.Key_Return, CTRL)
    now = window.page.place()
    assert window.workspace.content.answer(now.question_id).state is AnswerState.OPEN
    tab = now.tab
    press(Qt.Key.Key_Tab, CTRL)
    assert window.page.place().tab != tab


@pytest.mark.usefixtures("page")
def test_ways_to_criteria_and_overview(window: MainWindow) -> None:
    for number, criterion in enumerate(window.workspace.catalogue.criteria):
        press(Qt.Key(Qt.Key.Key_1 + number), CTRL)
        assert window.page.place().criterion_id == criterion.id
    press(Qt.Key.Key_0, CTRL)
    assert window.page.id == "overview"


@pytest.mark.usefixtures("page")
def test_areas_forward_and_back() -> None:
    start = QApplication.focusWidget()
    press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not start
    press(Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is not None


def test_text_size(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitActive(window)
    press(Qt.Key.Key_Plus, CTRL)
    assert window.preferences.now.text_size == 125
    press(Qt.Key.Key_Minus, CTRL)
    assert window.preferences.now.text_size == 100


def test_guidance_on_and_off_and_twice_for_the_keys(window: MainWindow, page: CriterionPage) -> None:
    shown = page.questions.guidance.isVisible()
    press(Qt.Key.Key_F1)
    assert page.questions.guidance.isVisible() is not shown
    press(Qt.Key.Key_F1)
    dialog = find_dialog(KeyboardDialog)
    assert nameless(dialog) == []
    dialog.accept()
    assert page.questions.guidance.isVisible() is shown
    assert window.isVisible()


def test_slow_presses_are_two_wishes(window: MainWindow, page: CriterionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((10.0, 20.0, 30.0))
    monkeypatch.setattr("s3desk.desktop.qt_commands.time.monotonic", lambda: next(clock))
    shown = page.questions.guidance.isVisible()
    window.run("view.guidance")
    window.run("view.guidance")
    assert page.questions.guidance.isVisible() is shown
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_Slash, KeyboardDialog), (Qt.Key.Key_Comma, SettingsDialog)])
def test_help_and_settings(window: MainWindow, qtbot: QtBot, key: Qt.Key, kind: type) -> None:
    qtbot.waitActive(window)
    press(key, CTRL)
    find_dialog(kind).reject()


def test_every_key_of_the_design_has_a_command() -> None:
    designed = {
        *("Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+Shift+S", "Ctrl+Z", "Ctrl+Y", "Ctrl+F", "Ctrl+I", "Ctrl+M", "Ctrl+Tab"),
        *("Ctrl+Return", "Alt+Left", "Alt+Right", "F1", "F6", "Shift+F6", "Ctrl++", "Ctrl+-", "Ctrl+/", "Ctrl+,"),
        *(f"Ctrl+{number}" for number in range(8)),
    }
    known = {key for command in COMMANDS for key in command.keys}
    assert designed - known == set()


def test_no_key_of_a_page_is_that_of_a_command() -> None:
    known = {key for command in COMMANDS for key in command.keys}
    assert [key for row in PAGE_KEYS for key in row.keys if key in known] == []


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_help_shows_every_key(code: str) -> None:
    shown = [row for _, rows in groups(Language(code)) for row in rows]
    assert len(shown) == len([one for one in COMMANDS if one.keys]) + len(PAGE_KEYS)
    assert all(pressed.strip() and does.strip() for pressed, does in shown)
    assert not [row for row in shown if "{" in row[1] or "&" in row[1]]


def menus_of(window: MainWindow) -> list[QMenu]:
    """All menus and the menus in them, as they are when they open."""
    found: list[QMenu] = []

    def take(menu: QMenu) -> None:
        menu.aboutToShow.emit()
        found.append(menu)
        for row in menu.actions():
            inner = row.menu()
            if isinstance(inner, QMenu):
                take(inner)

    for row in window.top_bar.menus.actions():
        menu = row.menu()
        assert isinstance(menu, QMenu)
        take(menu)
    return found


def letters(rows: list[QAction]) -> list[str]:
    """The letter of each row; "" for a row without one."""
    texts = [row.text().replace("&&", "") for row in rows if not row.isSeparator()]
    return [text.partition("&")[2][:1].casefold() for text in texts]


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_letters_of_each_menu_differ(make: MakeWindow, full_file: Path, code: str) -> None:
    window = make(language=code)
    window.first_paint_done()
    window.open_path(full_file)
    for rows in (window.top_bar.menus.actions(), *(menu.actions() for menu in menus_of(window))):
        found = letters(rows)
        assert found
        assert "" not in found, [row.text() for row in rows]
        assert [one for one, count in Counter(found).items() if count > 1] == []


@pytest.mark.usefixtures("page")
def test_a_menu_row_that_changes_its_words_keeps_a_letter(window: MainWindow) -> None:
    window.first_paint_done()
    menus_of(window)
    press(Qt.Key.Key_2)
    menus_of(window)
    undo = window.commands.actions["edit.undo"].text()
    assert unmarked(undo) == "Undo: Rate question 3.1"
    assert "&" in undo


@pytest.mark.parametrize(
    ("words", "lettered"),
    [
        (("Save", "Save as", "Save all"), 3),
        (("R&D", "R&D", "&"), 2),
        (("ab", "a", "b"), 2),
        (("ab", "a"), 2),
        (("1", "1"), 1),
        (("", "..."), 0),
    ],
)
def test_letters_are_spread_and_the_words_stay(words: tuple[str, ...], lettered: int) -> None:
    texts = marked(words)
    assert tuple(unmarked(text) for text in texts) == words
    found = [text.replace("&&", "").partition("&")[2][:1].casefold() for text in texts]
    assert len(set(found) - {""}) == len([one for one in found if one]) == lettered


def test_words_with_an_ampersand_come_back() -> None:
    assert unmarked(escaped("R&D && more")) == "R&D && more"

"""Fields for typing, the sign that says whether all is saved, and forms that grow under the keyboard."""

from __future__ import annotations

import time
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.fields import TextArea
from s3desk.desktop.window import MainWindow
from tests.builders import full_workspace
from tests.desktop.criterion_page import opened, press

QUESTION = "monitoring.indicators"


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    made = TextArea("Comment")
    qtbot.addWidget(made)
    made.show()
    return made


def test_who_never_pauses_is_stored_all_the_same(area: TextArea) -> None:
    told: list[str] = []
    area.typed.connect(told.append)
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        QTest.keyClicks(area, "a")
        QTest.qWait(20)
    assert len(told) >= 2
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(told))


def test_a_text_that_comes_back_has_the_cursor_at_its_end(area: TextArea) -> None:
    area.activateWindow()
    area.setFocus()
    area.show_text("Non c’è ancora una soglia \U0001f680")
    area.show_text("")
    area.show_text("Non c’è ancora una soglia \U0001f680")
    assert area.textCursor().atEnd()


def test_a_text_that_changes_elsewhere_leaves_the_cursor_inside_it(area: TextArea) -> None:
    area.show_text("one two three")
    area.moveCursor(QTextCursor.MoveOperation.Start)
    area.moveCursor(QTextCursor.MoveOperation.NextWord)
    area.show_text("one two three four")
    assert area.textCursor().position() == 4


def test_the_sign_says_saved_when_typing_rests(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file, "monitoring", question=QUESTION)
    comment, state = page.questions.editor.comment, window.top_bar.file_corner.state
    said = set()
    for _ in range(40):
        QTest.keyClicks(comment, "a")
        qtbot.wait(20)
        said.add(state.text())
    assert said == {"Saving..."}
    qtbot.waitUntil(lambda: state.text() == "All changes saved", timeout=3000)
    assert window.workspace.content.answer(QUESTION).comment == "a" * 40


def test_the_sign_does_not_say_saved_of_words_that_the_file_refused(
    window: MainWindow, empty_file: Path, qtbot: QtBot
) -> None:
    page = opened(window, empty_file, "monitoring", question=QUESTION)
    comment = page.questions.editor.comment
    comment.typed.connect(comment.keep)
    QTest.keyClicks(comment, "words")
    qtbot.wait(1200)
    assert window.top_bar.file_corner.state.text() == "Saving..."


def test_the_keyboard_begins_at_the_first_step(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.focus_target())


def test_after_closing_the_keyboard_is_on_the_file_that_was_open(
    window: MainWindow, full_file: Path, qtbot: QtBot
) -> None:
    window.open_path(full_file)
    window.activateWindow()
    window.close_file()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.focus_target())
    assert window.page.id == "start"


def in_sight(widget: QWidget, room: QWidget) -> bool:
    return room.rect().contains(QRect(widget.mapTo(room, QPoint()), widget.size()))


def test_a_new_row_of_a_form_is_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    dialog = EvidenceDialog(workspace, Language())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    for place in (3, 30, 50):
        dialog.uses.more.setFocus()
        dialog.uses.more.showPopup()
        dialog.uses.more.view().setCurrentIndex(dialog.uses.more.model().index(place, 0))
        press(dialog.uses.more.view(), Qt.Key.Key_Return)
        pages = dialog.uses.pages_of(str(dialog.uses.more.itemData(place)))
        qtbot.waitUntil(partial(in_sight, pages, dialog.area.viewport()))
    workspace.close()


def test_the_sentence_of_an_empty_list_is_shown_whole(qtbot: QtBot) -> None:
    sentence = "An action says who does what until when, and how you know that it is done."
    state = EmptyState("list", "No actions yet", sentence)
    qtbot.addWidget(state)
    state.resize(300, 300)
    state.show()
    shown = next(label for label in state.findChildren(QLabel) if "who does what" in label.text())
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert shown.width() > 200

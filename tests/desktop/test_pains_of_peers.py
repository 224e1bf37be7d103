"""What hurt users of comparable programs most, tried in this window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from s3desk.basics.places import backup_folder
from s3desk.desktop.dialogs.backups import BackupsDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.desktop.pages.reports import ReportsPage
from s3desk.desktop.reports.preview import WAIT
from s3desk.desktop.window import MainWindow
from s3desk.operations import answering
from s3desk.queries.criterion import TABS
from s3desk.workspace.backup import backups_of
from tests.builders import workspace_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import opened, press
from tests.desktop.looking import find_dialog, type_into
from tests.hostile import hostile_records

CONTROL = Qt.KeyboardModifier.ControlModifier


def criterion_page(window: MainWindow) -> CriterionPage:
    page = window.page
    assert isinstance(page, CriterionPage)
    return page


def test_save_and_next_never_writes_an_answer_over_the_next_one(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring")
    ids = [question.id for question in window.workspace.catalogue.criterion("monitoring").questions]
    for place, question_id in enumerate(ids[:4]):
        comment = page.questions.editor.comment
        assert (page.place().question_id, comment.toPlainText()) == (question_id, "")
        comment.setFocus()
        type_into(comment, f"Said about question {place}")
        press(comment, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    said = [window.workspace.content.answer(question_id).comment for question_id in ids[:5]]
    assert said == [*(f"Said about question {place}" for place in range(4)), ""]


def test_what_comes_from_a_web_page_is_pasted_as_plain_words(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring")
    data = QMimeData()
    data.setHtml('<a href="https://example.org/x"><b>The <i>report</i></b></a><img src="https://example.org/p.png">')
    data.setText("The report")
    QGuiApplication.clipboard().setMimeData(data)
    comment = page.questions.editor.comment
    comment.setFocus()
    press(comment, Qt.Key.Key_V, CONTROL)
    page.save_typing()
    assert window.workspace.content.answer(page.place().question_id).comment == "The report"
    assert criterion_page(window) is page, "a pasted link leads nowhere by itself"


@pytest.mark.parametrize("command", ["language.de", "view.200", "view.dark"])
def test_a_change_of_the_look_in_the_middle_of_a_sentence_keeps_it_and_the_place(
    window: MainWindow, empty_file: Path, command: str
) -> None:
    question_id = "monitoring.public-report"
    page = opened(window, empty_file, "monitoring", question=question_id)
    page.questions.editor.comment.setFocus()
    type_into(page.questions.editor.comment, "Half a sent")
    window.run(command)
    after = criterion_page(window)
    assert after.place().question_id == question_id
    assert after.questions.editor.comment.toPlainText() == "Half a sent"
    assert window.workspace.content.answer(question_id).comment == "Half a sent"


def test_no_word_of_the_other_language_stays_after_a_switch(window: MainWindow, full_file: Path) -> None:
    opened(window, full_file, "monitoring")
    window.run("language.de")
    editor = criterion_page(window).questions.editor
    assert editor.rating.rows[0].level.word == "Nichts vorhanden"
    window.run("language.en")
    editor = criterion_page(window).questions.editor
    assert editor.rating.rows[0].level.word == "Nothing in place"


def has_backups(path: Path, count: int) -> bool:
    return len(backups_of(path, backup_folder())) == count


def test_backups_can_be_read_after_one_of_them_was_deleted(window: MainWindow, qtbot: QtBot, empty_file: Path) -> None:
    for level in (1, 2, 3):
        window.open_path(empty_file)
        qtbot.waitUntil(partial(has_backups, empty_file, level))
        answering.rate(window.workspace, "monitoring.public-report", level)
        window.close_file()
        QTest.qWait(1100)  # backups are named by their second
    backups_of(empty_file, backup_folder())[1].path.unlink()
    window.open_path(empty_file)
    window.run("file.backups")
    dialog = find_dialog(BackupsDialog)
    assert len(dialog.backups) >= 2
    assert all(backup.path.is_file() for backup in dialog.backups)
    dialog.done(0)


def test_a_report_asked_for_twice_is_made_once_at_a_time(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    window.enter(Place("reports"))
    page = window.page
    assert isinstance(page, ReportsPage)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert not page.make.isEnabled()
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.make.isEnabled, timeout=30_000)
    assert page.creating.strip.text().startswith("1 file created.")


def test_closing_while_the_preview_waits_leaves_no_trouble(
    window: MainWindow, full_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window.open_path(full_file)
    window.enter(Place("reports"))
    page = window.page
    assert isinstance(page, ReportsPage)
    page.refresh()
    window.run("file.close")
    QTest.qWait(2 * WAIT + 100)
    assert window.page.id == "start"
    assert capsys.readouterr().err == ""


def is_too_wide(area: QScrollArea) -> bool:
    """Whether what an area scrolls downwards is wider than the area."""
    content = area.widget()
    return content is not None and content.width() > area.viewport().width()


@pytest.mark.slow
@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1093, 566), 100), ((1366, 688), 200)])
def test_nothing_hangs_out_of_the_side_of_any_page(
    make: MakeWindow, tmp_path: Path, qapp: QApplication, size: tuple[int, int], text: int
) -> None:
    path = workspace_of(tmp_path, hostile_records())
    path.close()
    window = make(text_size=text, language="de")
    window.resize(*size)
    assert window.open_path(path.path)
    tabs = [Place("criterion", one.id, tab) for one in window.workspace.catalogue.criteria[:1] for tab in TABS]
    for place in (*(Place(page.id) for page in PAGES if not page.for_criteria), *tabs):
        window.enter(place)
        qapp.processEvents()
        wide = [area.parent() for area in window.findChildren(QScrollArea) if area.isVisible() and is_too_wide(area)]
        assert wide == [], place

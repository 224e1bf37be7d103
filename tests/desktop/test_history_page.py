"""The page History in a real window: steps by day, filters, differences, jumps, and values given back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.history import HistoryPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.widgets.grouped_list import Heading
from s3desk.desktop.widgets.marked_text import MarkedText
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Action
from s3desk.operations import acting, answering, deciding, evidencing, versioning
from s3desk.queries.steps import Step
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, press
from tests.desktop.looking import nameless, type_into
from tests.hostile import HOSTILE_TEXTS

REPORT = "monitoring.public-report"


def history(window: MainWindow) -> HistoryPage:
    """Go to the page."""
    window.run("go.history")
    window.activateWindow()
    page = window.page
    assert isinstance(page, HistoryPage)
    page.focus_target().setFocus()
    return page


def names(page: HistoryPage) -> list[str]:
    return [row.name for row in page.listing.list.rows() if isinstance(row, Step)]


def button(page: HistoryPage, text: str) -> QPushButton:
    """The first button of the detail with these words."""
    return next(one for one in page.detail.findChildren(QPushButton) if one.text() == text and one.isVisible())


def fill(path: Path, days: int) -> None:
    """A comment on each of so many days before today, the last one today."""
    today = datetime.now().replace(hour=10, minute=0, second=0, microsecond=0)  # noqa: DTZ005 - the officer's clock
    for number in range(days):
        moment = today - timedelta(days=days - 1 - number)
        with closing(open_workspace(path, who="L. Bianchi" if number % 2 else "M. Rossi")) as workspace:
            workspace._clock = lambda moment=moment: moment  # type: ignore[misc]
            answering.comment(workspace, REPORT, f"Comment {number}")


def test_steps_stand_under_their_days_newest_first(window: MainWindow, full_file: Path) -> None:
    fill(full_file, 3)
    window.open_path(full_file)
    page = history(window)
    assert nameless(page) == []
    rows = page.listing.list.rows()
    headings = [row.text for row in rows if isinstance(row, Heading)]
    assert headings[0].startswith("Today, ")
    assert headings[1].startswith("Yesterday, ")
    assert page.listing.list.row().change == "Comment: Comment 1 \u2192 Comment 2"
    assert page.head.sentence.words() == "4 steps are recorded."


def test_the_chosen_step_shows_words_before_and_after(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    answering.comment(window.workspace, REPORT, "Once a year in spring")
    window.workspace.end_typing()
    answering.comment(window.workspace, REPORT, "Twice a year <b> in spring")
    page = history(window)
    before, after = page.detail.findChildren(MarkedText)
    assert before.accessibleName() == "Once a year in spring"
    assert after.accessibleName() == "Twice a year <b> in spring"
    assert "line-through" in before.text()
    assert "underline" in after.text()
    press(page.listing.list, Qt.Key.Key_Down)
    assert page.listing.list.row().name == "Comment on question 3.6"
    assert page.detail.findChildren(MarkedText)[-1].accessibleName() == "Once a year in spring"


def test_restoring_one_value_is_a_new_step_that_can_be_undone(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    before = window.workspace.content
    answering.comment(window.workspace, REPORT, "New words")
    page = history(window)
    click(button(page, "Restore the earlier value"))
    assert window.workspace.content == before
    assert names(page)[0] == "Restore an earlier value of question 3.6"
    assert page.listing.list.hasFocus()
    said = [one.words() for one in page.detail.findChildren(Paragraph)]
    assert "The earlier value is there again." in said
    window.run("edit.undo")
    assert window.workspace.content.answer(REPORT).comment == "New words"
    assert names(page)[0] == "Comment on question 3.6"


def test_bringing_back_what_was_removed(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    before = window.workspace.content
    evidencing.remove(window.workspace, "e-01")
    page = history(window)
    click(page.detail.bring_back)
    assert window.workspace.content == before
    press(page.listing.list, Qt.Key.Key_Down)
    assert not page.detail.bring_back.isVisible()


def test_what_no_longer_fits_is_said_and_nothing_changes(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    acting.remove(window.workspace, "a-1")
    page = history(window)
    removed = page._detail.removed if page._detail else ()
    second = window.workspace.content.get(Action, "a-2")
    assert second is not None
    with window.workspace.changing("Number it") as tx:
        tx.put(replace(second, number=1))
    now = window.workspace.content
    page._detail = replace(page._detail, removed=removed)  # type: ignore[type-var]
    page._bring_back()
    assert window.frame.trouble.isVisible()
    assert window.workspace.content == now


def test_go_to_it_puts_the_cursor_into_the_field(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    deciding.write_justification(window.workspace, "analysis", "Another reason.")
    page = history(window)
    click(button(page, "Go to it"))
    criterion = window.page
    assert isinstance(criterion, CriterionPage)
    assert criterion.place().criterion_id == "analysis"
    assert QApplication.focusWidget() is criterion.fulfilment.field("justification")
    page = history(window)
    press(page.listing.list, Qt.Key.Key_Return)
    assert window.page is criterion


def test_filters_and_nothing_found(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    answering.rate(window.workspace, REPORT, 1)
    deciding.write_references(window.workspace, "analysis", "E02")
    acting.remove(window.workspace, "a-1")
    page = history(window)
    page.listing.criterion.setCurrentIndex(1)
    page.listing.criterion.activated.emit(1)
    assert names(page) == ["Write the references of criterion 1"]
    assert page.head.sentence.words().endswith("1 of them found.")
    page.listing.want_all()
    page.listing.topic.setCurrentIndex(page.listing.topic.findData("actions"))
    page.listing.topic.activated.emit(0)
    assert names(page) == ["Remove action A-01"]
    page.listing.want_all()
    page.listing.search.setFocus()
    type_into(page.listing.search, "to be improved poor")
    qtbot.waitUntil(page.listing.show_all.isVisible)
    assert names(page) == []
    assert not page.detail.isVisible()
    click(page.listing.show_all)
    assert len(names(page)) == 4
    assert page.listing.list.hasFocus()
    assert page.detail.isVisible()


def test_a_long_history_is_read_while_it_is_scrolled(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    with closing(open_workspace(full_file, who="M. Rossi")) as workspace:
        for number in range(300):
            answering.rate(workspace, REPORT, number % 2)
    window.open_path(full_file)
    page = history(window)
    assert len(names(page)) < 301
    assert page.reading.total == 301
    for _ in range(20):
        bar = page.listing.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTest.qWait(5)
    qtbot.waitUntil(lambda: len(names(page)) == 301)
    assert names(page)[-1] == "Begin the assessment"
    page.listing._pause.stop()
    page.listing.search.setText("begin")
    page.listing._want_choice()
    qtbot.waitUntil(lambda: page.reading.at_end)
    assert names(page) == ["Begin the assessment"]


def test_a_step_with_many_values_shows_some_and_then_more(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    versioning.start_check(window.workspace, "Autumn 2027")
    page = history(window)
    few = len(page.detail.findChildren(MarkedText))
    assert page.detail.more.isVisible()
    click(page.detail.more)
    assert len(page.detail.findChildren(MarkedText)) == 2 * few


def test_for_reading_only_nothing_comes_back(window: MainWindow, full_file: Path) -> None:
    with closing(open_workspace(full_file, who="L. Bianchi")) as writer:
        answering.comment(writer, REPORT, "New words")
        evidencing.remove(writer, "e-01")
        window.open_path(full_file)
        page = history(window)
        assert names(page)[0] == "Remove E01"
        assert not page.detail.bring_back.isVisible()
        press(page.listing.list, Qt.Key.Key_Down)
        QTest.qWait(1)
        assert [one.text() for one in page.detail.findChildren(QPushButton) if one.isVisible()] == ["Go to it"]


def test_it_follows_changes_and_keeps_the_chosen_step(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    answering.rate(window.workspace, REPORT, 1)
    page = history(window)
    chosen = page.listing.list.row()
    answering.rate(window.workspace, REPORT, 2)
    assert len(names(page)) == 3
    assert page.listing.list.row() == chosen
    window.go_to(Place("overview"))
    window.run("edit.undo")
    assert len(names(history(window))) == 2


def test_a_step_that_is_undone_is_no_longer_shown(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    answering.rate(window.workspace, REPORT, 1)
    versioning.save_version(window.workspace, "Before the committee")
    page = history(window)
    assert page.detail._name.words().startswith("Save the version")
    window.run("edit.undo")
    assert page.detail._name.words() == names(page)[0]
    assert "Before the committee" not in " ".join(
        shown.words() for shown in page.detail.findChildren(Paragraph) if shown.isVisible()
    )


def test_hostile_texts_are_shown_as_they_are(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    for typed in (*HOSTILE_TEXTS, "one " * 7000, "two " * 7000, "x" * 30_000):
        answering.comment(window.workspace, REPORT, typed)
        window.workspace.end_typing()
    page = history(window)
    for _ in names(page):
        for text in page.detail.findChildren(MarkedText):
            assert len(text.accessibleName()) < 5_000
        assert not window.grab().isNull()
        press(page.listing.list, Qt.Key.Key_Down)


def test_a_page_of_a_file_that_is_closed_does_nothing_more(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    page = history(window)
    type_into(page.listing.search, "x")
    waiting = [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    assert waiting
    window.close_file()
    assert not any(timer.isActive() for timer in waiting)


@pytest.mark.parametrize("label", ["{", "{0}", "{number.__class__}", "{number:99999999999}", "x" * 100_000])
def test_labels_that_are_none_of_ours_are_shown_as_they_stand(window: MainWindow, full_file: Path, label: str) -> None:
    with closing(open_workspace(full_file, who="x")) as workspace:
        answering.rate(workspace, "analysis.digital", 1)
    with closing(sqlite3.connect(full_file)) as raw:
        raw.execute("UPDATE journal SET label = ?, label_values = ?", (label, '{"number": 1}'))
        raw.commit()
    window.open_path(full_file)
    history(window)
    assert window.commands.actions["edit.undo"].isEnabled()

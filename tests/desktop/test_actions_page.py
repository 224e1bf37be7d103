"""The page Actions: gaps, the list, one action changed in place."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.pages.actions import ActionsPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Action, ActionStatus
from s3desk.operations import answering
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import chain_from, click, dialog_of, press
from tests.desktop.looking import nameless, type_into

REPORT = "monitoring.public-report"


def opened(window: MainWindow, path: Path, action: str = "") -> ActionsPage:
    assert window.open_path(path)
    window.go_to(Place("actions", record_id=action))
    window.activateWindow()
    page = window.page
    assert isinstance(page, ActionsPage)
    page.focus_target().setFocus()
    return page


def action_of(window: MainWindow, key: str) -> Action:
    found = window.workspace.content.get(Action, key)
    assert found is not None
    return found


def test_everything_has_a_name_and_the_chosen_action_is_shown(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    assert nameless(page) == []
    press(page.table.view, Qt.Key.Key_Down)
    assert page.place().record_id == "a-2"
    assert page.form.lines["title"].text() == "Link the monitoring tool with the grant database"
    assert page.form._late.text() == "Late"


def test_typing_is_stored_after_a_pause_and_is_one_step(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    page = opened(window, full_file, "a-3")
    before = action_of(window, "a-3")
    field = page.form.areas["next_step"]
    field.setFocus()
    field.selectAll()
    type_into(field, "Ask the")
    qtbot.waitUntil(lambda: action_of(window, "a-3").next_step == "Ask the")
    type_into(field, " chamber")
    qtbot.waitUntil(lambda: action_of(window, "a-3").next_step == "Ask the chamber")
    window.workspace.undo()
    assert action_of(window, "a-3") == before
    assert field.toPlainText() == before.next_step


def test_going_to_another_action_stores_what_was_typed(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-1")
    page.form.lines["responsible"].clear()
    type_into(page.form.lines["responsible"], "L. Bianchi")
    page.table.view.selectRow(2)
    assert action_of(window, "a-1").responsible == "L. Bianchi"
    assert page.form.lines["responsible"].text() == "Department for Economic Development"


def test_an_action_without_title_is_refused_and_the_words_stay(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-1")
    field = page.form.lines["title"]
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    page.table.view.selectRow(2)
    assert window.frame.trouble.isVisible()
    assert page.place().record_id == "a-1"
    assert action_of(window, "a-1").title.startswith("Complete")
    type_into(field, "New words")
    page.save_typing()
    assert action_of(window, "a-1").title == "New words"


def test_a_date_that_cannot_be_read_is_said_and_kept(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-1")
    field = page.form.lines["due"]
    field.setFocus()
    field.selectAll()
    type_into(field, "31.2.2027")
    field.flush()
    assert "28 days" in page.form._due.error()
    window.workspace.undo()
    assert field.text() == "31.2.2027"
    assert action_of(window, "a-1").due == date(2027, 3, 31)
    field.selectAll()
    type_into(field, "1.3.2027")
    field.flush()
    assert page.form._due.error() == ""
    assert action_of(window, "a-1").due == date(2027, 3, 1)


def test_status_question_and_mark_are_stored_at_once(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-4")
    page.form.status.choose(ActionStatus.DONE)
    page.form._tell_status()
    page.form.question.choose("analysis/analysis.digital")
    page.form._tell_question()
    page.form.outgoing.click()
    changed = action_of(window, "a-4")
    assert (changed.status, changed.outgoing) == (ActionStatus.DONE, True)
    assert (changed.criterion_id, changed.question_id) == ("analysis", "analysis.digital")


def test_an_action_for_a_gap_knows_its_question(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file)
    answering.rate(window.workspace, REPORT, 1)
    qtbot.waitUntil(page.gaps.plan_buttons[REPORT].isVisible)
    click(page.gaps.plan_buttons[REPORT])
    dialog = dialog_of(page, ActionDialog)
    QTest.keyClicks(dialog.title_field.line, "Publish")
    click(dialog.done_button)
    (action,) = window.workspace.content.all(Action)
    assert (action.criterion_id, action.question_id) == ("monitoring", REPORT)
    assert page.gaps.plan_buttons == {}
    assert page.place().record_id == action.id


def test_a_new_action_may_be_for_any_criterion(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file)
    click(page.first)
    dialog = dialog_of(page, ActionDialog)
    QTest.keyClicks(dialog.title_field.line, "Meet")
    dialog.question.choose("cooperation/")
    click(dialog.done_button)
    (action,) = window.workspace.content.all(Action)
    assert (action.criterion_id, action.question_id) == ("cooperation", "")
    click(page.form.question_link)
    assert window.page.place().criterion_id == "cooperation"


def test_a_reason_why_no_action_is_needed_is_stored(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file)
    answering.rate(window.workspace, REPORT, 1)
    field = page.gaps.reason_of(REPORT)
    qtbot.waitUntil(field.isVisible)
    type_into(field, "The programme ends")
    page.save_typing()
    assert window.workspace.content.answer(REPORT).no_action_reason == "The programme ends"
    assert page.gaps.reason_of(REPORT) is field


def test_a_gap_that_goes_while_its_reason_is_typed_loses_no_word(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file)
    answering.rate(window.workspace, REPORT, 1)
    field = page.gaps.reason_of(REPORT)
    field.setFocus()
    type_into(field, "The programme ends")
    answering.rate(window.workspace, REPORT, 5)
    assert not page.gaps.asks_for(REPORT)
    field.flush()
    assert window.workspace.content.answer(REPORT).no_action_reason == "The programme ends"


def test_many_gaps_are_shown_some_at_a_time(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file)
    questions = [question.id for question in window.workspace.catalogue.questions[:20]]
    for question in questions:
        answering.rate(window.workspace, question, 1)
    gaps = page.gaps
    qtbot.waitUntil(gaps.more.isVisible)
    first = list(gaps.plan_buttons)
    assert 0 < len(first) < len(questions)
    window.workspace.undo()
    answering.rate(window.workspace, questions[-1], 1)
    click(gaps.more)
    shown = list(gaps.plan_buttons)
    assert shown[: len(first)] == first
    assert sorted(shown) == sorted(questions)
    assert not gaps.more.isVisible()
    assert gaps.plan_buttons[shown[len(first)]].hasFocus()
    assert gaps.more not in gaps.stops()


def test_delete_can_be_undone_and_f2_edits(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-2")
    before = window.workspace.content
    press(page.table.view, Qt.Key.Key_F2)
    assert page.form.lines["title"].hasFocus()
    press(page.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.get(Action, "a-2") is None
    assert window.frame.notice.text() == "Action A-02 deleted."
    click(window.frame.notice.button())
    assert window.workspace.content == before


def test_filters_show_open_and_done_actions(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-1")
    click(page.filters.button("done"))
    assert [row.line.mark for row in page.table.model.rows] == ["A-05"]
    assert page.place().record_id == "a-5"
    click(page.filters.button("open"))
    press(page.table.view, Qt.Key.Key_Down)
    assert len(page.table.model.rows) == 4
    window.go_to(Place("actions", record_id="a-5"))
    assert (len(page.table.model.rows), page.place().record_id) == (5, "a-5")


def test_the_link_leads_to_the_question(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "a-3")
    click(page.form.question_link)
    assert window.page.place().question_id == "transition.systems-map"


def test_deadlines_are_saved_for_a_calendar(window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    page = opened(window, full_file)
    page.save_calendar(tmp_path / "dates.ics")
    assert (tmp_path / "dates.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == 4
    assert "dates.ics" in window.frame.notice.text()
    page.save_calendar(tmp_path / "none" / "dates.ics")
    assert window.frame.trouble.isVisible()


def test_tab_goes_through_the_form_from_top_to_bottom(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    reached = chain_from(page.form.question_link)
    form = page.form
    stops = [form.lines["title"], form.status.box, form.lines["support"], form.areas["done_when"], form.outgoing]
    places = [reached.index(stop) for stop in stops]
    assert places == sorted(places)


def test_for_reading_only_nothing_can_be_changed(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = opened(window, full_file, "a-1")
    for widget in (page.add, page.form.remove, page.first):
        assert not widget.isVisible()
    assert page.form.lines["title"].isReadOnly()
    assert not page.form.status.box.isEnabled()
    press(page.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.get(Action, "a-1") is not None
    writer.close()

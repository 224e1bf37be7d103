"""Answering on the page of a criterion, with keys and mouse, in a real file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from s3desk.desktop import theme
from s3desk.desktop.pages.page import Place
from s3desk.desktop.widgets.evidence_chip import EvidenceButton
from s3desk.desktop.widgets.fields import LineField
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Answer, AnswerState, Decision, FactValue
from s3desk.operations import answering, deciding
from s3desk.workspace.files import open_workspace
from tests.builders import empty_records, workspace_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import chain_from, click, opened, press
from tests.desktop.looking import nameless, type_into
from tests.hostile import hostile_records
from tests.valdoria import full_records, stored_bytes

CORE, OTHER = "monitoring.indicators", "monitoring.public-report"


def answer(window: MainWindow, question: str = OTHER) -> Answer:
    return window.workspace.content.answer(question)


def test_a_click_on_a_level_rates_at_once(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    click(page.questions.editor.rating.rows[4])
    assert answer(window) == Answer(OTHER, AnswerState.RATED, 4)
    assert [row.isChecked() for row in page.questions.editor.rating.rows] == [False] * 4 + [True, False]
    assert page.questions.editor.rating.accessibleName().startswith("Rating, question 3.6, 4 of 5, Strong")


def test_a_second_click_keeps_the_rating(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    row = page.questions.editor.rating.rows[2]
    click(row)
    click(row)
    assert answer(window).rating == 2
    assert row.isChecked()


@pytest.mark.parametrize("level", range(6))
def test_digits_rate_while_the_focus_is_in_the_levels(window: MainWindow, empty_file: Path, level: int) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    QTest.keyClicks(page.questions.editor.rating.focus_row(), str(level))
    assert answer(window).rating == level


def test_digits_and_n_are_text_in_a_text(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    field = page.questions.editor.comment
    field.setFocus()
    QTest.keyClicks(field, "n 3")
    page.save_typing()
    assert answer(window) == Answer(OTHER, comment="n 3")


def test_digits_do_nothing_in_the_list(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    page.questions.list.view.setFocus()
    QTest.keyClicks(page.questions.list.view, "3n")
    assert answer(window) == Answer(OTHER)


def test_arrows_look_without_rating(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    rows = page.questions.editor.rating.rows
    press(rows[0], Qt.Key.Key_Down)
    press(rows[1], Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    assert answer(window) == Answer(OTHER)
    press(rows[2], Qt.Key.Key_Space)
    assert answer(window).rating == 2


def test_n_asks_for_the_reason_and_the_reason_answers(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    press(page.questions.editor.rating.focus_row(), Qt.Key.Key_N)
    assert answer(window).state is AnswerState.NOT_APPLICABLE
    reason = page.questions.editor.other.reason
    assert reason.hasFocus()
    assert not page.questions.editor.rating.isVisible()
    QTest.keyClicks(reason, "No report is due yet")
    page.save_typing()
    assert answer(window).reason == "No report is due yet"
    click(page.questions.editor.other.rate)
    assert answer(window) == Answer(OTHER)
    assert page.questions.editor.rating.rows[0].hasFocus()


def test_not_applicable_is_not_offered_on_a_core_question(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=CORE)
    editor = page.questions.editor
    assert not editor.links.not_applicable.isVisible()
    assert "Core question: follows from the legal text" in [label.text() for label in editor.findChildren(QLabel)]
    press(editor.rating.focus_row(), Qt.Key.Key_N)
    assert answer(window, CORE) == Answer(CORE)
    assert editor.rating.isVisible()


def test_held_at_another_level_takes_holder_and_source(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=CORE)
    editor = page.questions.editor
    click(editor.links.elsewhere)
    assert editor.other.held_by.hasFocus()
    QTest.keyClicks(editor.other.held_by, "Ministry")
    press(editor.other.held_by, Qt.Key.Key_Tab)
    QTest.keyClicks(editor.other.source, "Decree 7")
    page.save_typing()
    assert (answer(window, CORE).held_by, answer(window, CORE).held_source) == ("Ministry", "Decree 7")
    assert page.header.tabs.tabText(0) == "Questions 1/11"


def test_not_known_is_no_answer_and_no_zero(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    click(page.questions.editor.links.not_known)
    assert answer(window).state is AnswerState.NOT_KNOWN
    assert page.header.tabs.tabText(0) == "Questions 0/11"
    assert page.questions.footer.step.text() == "Next open question: 3.7"


def test_typing_is_stored_after_a_pause(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    QTest.keyClicks(page.questions.editor.comment, "Once a year")
    assert answer(window).comment == ""
    qtbot.waitUntil(lambda: answer(window).comment == "Once a year", timeout=2000)


def test_what_was_typed_400_ms_ago_survives_a_kill(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    QTest.keyClicks(page.questions.editor.comment, "Once a year")
    pause = theme.current().tokens.times["save_after_last_key"]
    qtbot.wait(pause + 100)
    reader = open_workspace(empty_file, who="Somebody else", read_only=True)
    assert reader.content.answer(OTHER).comment == "Once a year"
    reader.close()


@pytest.mark.parametrize("way", ["question", "tab", "criterion", "close"])
def test_leaving_stores_what_is_typed(window: MainWindow, empty_file: Path, way: str) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    QTest.keyClicks(page.questions.editor.comment, "Once a year")
    leave = {
        "question": page.next_question,
        "tab": page.next_tab,
        "criterion": page.header.next.click,
        "close": window.close_file,
    }
    leave[way]()
    if way != "close":
        assert answer(window).comment == "Once a year"
        window.close_file()
    reader = open_workspace(empty_file, who="Reader", read_only=True)
    assert reader.content.answer(OTHER).comment == "Once a year"
    assert reader.content.answer("monitoring.early-warning").comment == ""
    reader.close()


def test_a_refresh_while_typing_moves_neither_words_nor_cursor(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    field = page.questions.editor.comment
    QTest.keyClicks(field, "Once year")
    for _ in range(5):
        press(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, " a")
    answering.note(window.workspace, OTHER, "changed by something else")
    assert field.toPlainText() == "Once a year"
    assert field.textCursor().position() == 6
    page.save_typing()
    assert field.textCursor().position() == 6
    assert answer(window).comment == "Once a year"


def test_undo_in_a_text_is_the_journals(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    field = page.questions.editor.comment
    field.setFocus()
    QTest.keyClicks(field, "first")
    page.save_typing()
    QTest.keyClicks(field, " second")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "first"
    assert field.textCursor().position() <= 5
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.toPlainText(), answer(window).comment) == ("", "")
    QTest.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (field.toPlainText(), answer(window).comment) == ("first", "first")


def test_a_text_that_is_too_long_stays_in_its_field(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    field = page.questions.editor.comment
    field.setPlainText("x" * 30_001)
    field.flush()
    assert "30001" in window.frame.trouble.text()
    answering.rate(window.workspace, OTHER, 3)
    assert len(field.toPlainText()) == 30_001
    field.setPlainText("short enough")
    page.save_typing()
    assert answer(window).comment == "short enough"


def test_words_that_were_refused_do_not_move_to_another_question(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    field = page.questions.editor.comment
    field.setPlainText("x" * 30_001)
    page.next_question()
    assert page.place().question_id == OTHER
    page.next_tab()
    assert page.place().tab == "questions"
    assert page.header.tabs.currentIndex() == 0
    assert len(field.toPlainText()) == 30_001
    field.setPlainText("short enough")
    page.next_question()
    assert answer(window).comment == "short enough"
    assert field.toPlainText() == ""


def test_facts_are_read_and_a_wrong_date_is_said_below(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    editor = page.questions.editor.facts.editor("latest")
    assert isinstance(editor.field, LineField)
    QTest.keyClicks(editor.field, "31/02/27")
    page.save_typing()
    assert "February 2027 has 28 days" in editor.error()
    assert window.workspace.content.get(FactValue, f"{OTHER}/latest") is None
    editor.field.clear()
    QTest.keyClicks(editor.field, "28.2.2027")
    page.save_typing()
    stored = window.workspace.content.get(FactValue, f"{OTHER}/latest")
    assert stored is not None
    assert stored.value == "2027-02-28"
    assert editor.error() == ""


def test_the_next_step_leads_through_to_the_fulfilment(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring")
    for number in range(1, 12):
        assert page.place().question_id == window.workspace.catalogue.criterion("monitoring").questions[number - 1].id
        QTest.keyClicks(page.questions.editor.rating.focus_row(), "3")
        press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.place().tab == "fulfilment"
    click(page.fulfilment.cards.cards[0])
    assert window.workspace.content.fulfilment("monitoring").decision is Decision.YES
    click(page.fulfilment.step)
    assert page.place().criterion_id == "stakeholders"
    assert page.questions.editor.rating.rows[0].hasFocus()


def test_after_next_question_the_levels_have_the_focus(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=CORE)
    click(page.questions.footer.next)
    assert page.questions.editor.rating.rows[0].hasFocus()
    assert page.questions.editor.rating.accessibleName().startswith("Rating, question 3.3, Open.")


def test_the_list_follows_and_leads(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", question="monitoring.intervention-logic")
    view = page.questions.list.view
    view.setFocus()
    press(view, Qt.Key.Key_Down)
    assert page.place().question_id == CORE
    assert view.hasFocus()
    press(view, Qt.Key.Key_Return)
    assert page.questions.editor.rating.rows[3].hasFocus()


def test_review_mark_by_command(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    page.mark_for_review()
    assert answer(window).review
    assert page.questions.editor.review.text() == "Marked for review"
    page.mark_for_review()
    assert not answer(window).review


def test_what_was_carried_over_is_confirmed_by_one_button(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", question="monitoring.intervention-logic")
    question = "monitoring.intervention-logic"
    with window.workspace.changing("Carry over") as tx:
        tx.put(Answer(question, AnswerState.RATED, 3, to_confirm=True))
    strip = page.questions.editor.carried_over
    assert strip.button().text() == "No change since November 2025"
    click(strip.button())
    assert not answer(window, question).to_confirm
    assert strip.isHidden()


def test_a_note_folds_and_says_that_it_never_leaves(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    editor = page.questions.editor
    assert not editor.note.isVisible()
    click(editor.note_fold)
    assert editor.note.hasFocus()
    QTest.keyClicks(editor.note, "Ask Giulia")
    page.save_typing()
    assert answer(window).note == "Ask Giulia"


def test_letters_of_all_kinds_reach_the_file(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    written = "Perché «S3» è “così” – Ελληνικά \U0001f680 &<b>{x} =1+1"
    type_into(page.questions.editor.comment, written)
    page.save_typing()
    assert answer(window).comment == written


def test_for_reading_only_nothing_can_be_typed_but_everything_read(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = opened(window, full_file, "monitoring", question="monitoring.intervention-logic")
    editor = page.questions.editor
    assert editor.comment.isReadOnly()
    assert not editor.links.isVisible()
    assert not editor.add.isVisible()
    assert not editor.review.isVisible()
    QTest.keyClicks(editor.rating.focus_row(), "5")
    assert answer(window, "monitoring.intervention-logic").rating == 3
    click(page.questions.footer.next)
    assert page.place().question_id == CORE
    writer.close()


def test_a_criterion_that_is_not_relevant_closes_its_questions(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "transition")
    assert page.questions.relevance.button().text() == "Say that it does not"
    deciding.decide(window.workspace, "transition", Decision.NOT_RELEVANT)
    assert not page.questions.editor.links.isVisible()
    assert page.header.tabs.tabText(0) == "Questions closed"
    QTest.keyClicks(page.questions.editor.rating.focus_row(), "5")
    assert answer(window, "transition.need") == Answer("transition.need")
    click(page.questions.relevance.button())
    assert page.place().tab == "fulfilment"


@pytest.mark.parametrize("tab", ["questions", "fulfilment", "evidence", "actions"])
@pytest.mark.parametrize("which", ["empty", "full", "hostile"])
def test_every_tab_opens_and_every_control_has_a_name(window: MainWindow, tmp_path: Path, which: str, tab: str) -> None:
    records = {"empty": empty_records(), "full": full_records(), "hostile": hostile_records()}[which]
    file = workspace_of(tmp_path, records, stored_bytes())
    file.close()
    page = opened(window, file.path, "transition", tab)
    for criterion in window.workspace.catalogue.criteria:
        page.header.criterion_requested.emit(criterion.id)
        assert nameless(page) == []
        assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("size", "text"), [((1366, 688), 100), ((1093, 566), 100), ((960, 500), 100), ((1366, 688), 200)]
)
def test_nothing_needs_scrolling_sideways(
    make: MakeWindow, full_file: Path, size: tuple[int, int], text: int, qapp: QApplication
) -> None:
    theme.apply(qapp, text_size=text)
    window = make(text_size=text)
    window.resize(*size)
    page = opened(window, full_file, "monitoring", question="monitoring.intervention-logic")
    qapp.processEvents()
    area = page.questions.editor.area
    assert page.questions.editor.content.width() <= area.viewport().width()
    assert page.width() <= window.width()
    for row in page.questions.editor.rating.rows:
        assert row.width() <= area.viewport().width()


def test_a_low_window_shows_segments_and_the_sentences_around(
    window: MainWindow, full_file: Path, qapp: QApplication
) -> None:
    window.resize(1093, 566)
    page = opened(window, full_file, "monitoring", question="monitoring.intervention-logic")
    qapp.processEvents()
    rows = page.questions.editor.rating.rows
    assert len({row.y() for row in rows}) == 1
    click(rows[1])
    assert answer(window, "monitoring.intervention-logic").rating == 1
    window.resize(1366, 688)
    qapp.processEvents()
    assert len({row.y() for row in rows}) == 6


def test_narrow_windows_have_the_guidance_as_a_drawer(window: MainWindow, full_file: Path, qapp: QApplication) -> None:
    window.resize(960, 600)
    page = opened(window, full_file, "monitoring")
    qapp.processEvents()
    assert not page.questions.guidance.isVisible()
    page.toggle_guidance()
    assert page.questions.guidance.isVisible()
    press(page.questions.guidance.tabs[0], Qt.Key.Key_Escape)
    assert not page.questions.guidance.isVisible()


@pytest.mark.parametrize("question", ["analysis.diffusion", "analysis.up-to-date"])
def test_tab_goes_from_top_to_bottom(window: MainWindow, full_file: Path, question: str) -> None:
    page = opened(window, full_file, "analysis", question="analysis.digital")
    window.go_to(Place("criterion", "analysis", "questions", question))
    editor, footer, guidance = page.questions.editor, page.questions.footer, page.questions.guidance
    chips = editor.findChildren(EvidenceButton)
    stops = [
        page.questions.list.view,
        editor.review,
        *editor.facts.stops(),
        editor.rating.rows[0],
        editor.comment,
        *[chip for chip in chips if chip.isVisible()],
        editor.add,
        footer.previous,
        footer.step,
        guidance.tabs[0],
    ]
    chain = chain_from(page.questions.list.view)
    places = [chain.index(stop) for stop in stops]
    assert places == sorted(places)

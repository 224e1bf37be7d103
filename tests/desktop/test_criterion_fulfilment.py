"""Deciding and writing on the page of a criterion: cards, counters of what results, inserting, copying."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.table12_row import Table12RowDialog
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import ASSESSMENT, Assessment, Decision, Evidence, Fulfilment, MetAt, Person
from s3desk.operations import deciding, describing
from s3desk.queries.criterion_picture import Fill
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, dialog_of, opened, press
from tests.desktop.looking import type_into


def fulfilment(window: MainWindow, criterion: str = "monitoring") -> Fulfilment:
    return window.workspace.content.fulfilment(criterion)


def test_a_card_decides_and_can_be_taken_back(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    tab = page.fulfilment
    assert [card.choice.word for card in tab.cards.cards] == ["Yes", "No"]
    assert not tab.undecide.isVisible()
    click(tab.cards.cards[1])
    assert fulfilment(window).decision is Decision.NO
    assert tab.cards.cards[1].isChecked()
    assert "Talk to the managing authority" in tab.warning.text()
    click(tab.undecide)
    assert fulfilment(window).decision is Decision.NOT_DECIDED
    assert not any(card.isChecked() for card in tab.cards.cards)
    assert tab.warning.isHidden()


def test_arrows_look_at_the_cards_and_space_decides(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    cards = page.fulfilment.cards.cards
    press(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    assert fulfilment(window).decision is Decision.NOT_DECIDED
    press(cards[1], Qt.Key.Key_Space)
    assert fulfilment(window).decision is Decision.NO


def test_not_relevant_asks_who_agreed_and_when(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "transition", "fulfilment")
    tab = page.fulfilment
    click(tab.cards.cards[2])
    assert fulfilment(window, "transition").decision is Decision.NOT_RELEVANT
    assert "our reading of the law" in tab.warning.text()
    QTest.keyClicks(tab.agreement.who, "DG REGIO, Italy desk")
    QTest.keyClicks(tab.agreement.when, "1 October 2026")
    page.save_typing()
    assert fulfilment(window, "transition").agreed_with == "DG REGIO, Italy desk"
    assert str(fulfilment(window, "transition").agreed_on) == "2026-10-01"


def test_a_wrong_date_of_agreement_is_said_and_kept(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "transition", "fulfilment")
    click(page.fulfilment.cards.cards[2])
    agreement = page.fulfilment.agreement
    QTest.keyClicks(agreement.when, "soon")
    page.save_typing()
    assert agreement.when.text() == "soon"
    assert "not a date" in agreement.when.accessibleDescription()
    assert fulfilment(window, "transition").agreed_on is None


def test_the_counter_follows_each_key_and_counts_what_results(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "fulfilment")
    text = page.fulfilment.texts["references"]
    text.field.setPlainText("")
    assert text.counter().words == "0 of 500"
    QTest.keyClicks(text.field, "E0")
    assert text.counter().words == "2 of 500"
    QTest.keyClicks(text.field, "6")
    written = "Monitoring report 2025, 30 Apr 2026, https://www.valdoria.example/s3/monitoring-2025.pdf"
    assert text.counter().words == f"{len(written.replace(' ', ''))} of 500"


def test_the_limit_turns_amber_then_red_and_never_cuts(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    text = page.fulfilment.texts["justification"]
    text.field.setPlainText("x" * 938)
    assert (text.counter().fill, text.counter().remark) == (Fill.NEAR, "62 left")
    text.field.setPlainText("x" * 1046)
    assert (text.counter().fill, text.counter().remark) == (Fill.OVER, "46 too many")
    page.save_typing()
    assert len(fulfilment(window).justification) == 1046


def test_insert_writes_the_mark_at_the_cursor(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "fulfilment")
    text = page.fulfilment.texts["justification"]
    text.field.setFocus()
    text.field.setPlainText("Reports come every spring.")
    cursor = text.field.textCursor()
    cursor.setPosition(len("Reports"))
    text.field.setTextCursor(cursor)
    click(page.fulfilment.insert_list.insert_buttons["E06"])
    assert text.field.toPlainText() == "Reports E06 come every spring."
    assert text.field.hasFocus()
    page.save_typing()
    assert fulfilment(window).justification == "Reports E06 come every spring."


def test_without_a_cursor_the_mark_goes_into_the_references(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "transition", "fulfilment")
    click(page.fulfilment.insert_list.insert_buttons["E10"])
    page.save_typing()
    assert "E10" in fulfilment(window, "transition").references


def test_the_list_shows_documents_of_the_criterion_and_on_request_all(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "fulfilment")
    insert = page.fulfilment.insert_list
    assert list(insert.insert_buttons) == ["E05", "E06", "E07"]
    click(insert.more)
    assert len(insert.insert_buttons) == 12


def test_typing_is_stored_after_a_pause_and_stamped(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    QTest.keyClicks(page.fulfilment.texts["justification"].field, "Every spring.")
    assert fulfilment(window).justification == ""
    qtbot.waitUntil(lambda: fulfilment(window).justification == "Every spring.", timeout=2000)
    assert fulfilment(window).written_at is not None
    reader = open_workspace(empty_file, who="Reader", read_only=True)
    assert reader.content.fulfilment("monitoring").justification == "Every spring."
    reader.close()


def test_undo_restores_the_text_in_its_field(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "fulfilment")
    field = page.fulfilment.texts["justification"].field
    before = field.toPlainText()
    field.setFocus()
    QTest.keyClicks(field, "Now ")
    page.save_typing()
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == before == fulfilment(window).justification
    press(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == f"Now {before}"


def test_the_second_language_folds_out_and_is_written(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    tab = page.fulfilment
    assert not tab.written.second_fold.isVisible()
    describing.describe(window.workspace, second_language="it")
    assert tab.written.second_fold.text() == "The same texts in Italian"
    assert not tab.texts["second_justification"].isVisible()
    tab.written.second_fold.click()
    type_into(tab.texts["second_justification"].field, "Ogni primavera, perché «sì».")
    page.save_typing()
    assert fulfilment(window).second_justification == "Ogni primavera, perché «sì»."
    assert fulfilment(window).translated_at is not None
    assert fulfilment(window).written_at is None


def test_level_holder_owner_and_target(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    describing.replace_all(window.workspace, Person, (Person("p-1", "M. Rossi"),))
    proof = page.fulfilment.proof
    proof.met_at.activated.emit(proof.met_at.findText("Regional and national level"))
    QTest.keyClicks(proof.holder, "Innovation agency")
    page.save_typing()
    proof.owner.activated.emit(proof.owner.findText("M. Rossi"))
    proof.target.activated.emit(proof.target.findText("4"))
    found = fulfilment(window)
    assert (found.met_at, found.proof_holder, found.owner_id, found.target) == (
        MetAt.BOTH,
        "Innovation agency",
        "p-1",
        4,
    )
    assert proof.met_at.currentText() == "Regional and national level"
    assert proof.target.currentText() == "4"


def test_copied_texts_are_written_out(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "analysis", "fulfilment")
    click(page.fulfilment.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Reference to relevant documents\nDiffusion analysis 2026, 20 Mar 2026, https://")
    assert "E01" not in copied
    page.fulfilment.texts["justification"].copy.click()
    assert QGuiApplication.clipboard().text().startswith("The analysis Diffusion analysis 2026 of March 2026")


def test_copying_takes_the_words_typed_a_moment_ago(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    text = page.fulfilment.texts["justification"]
    QTest.keyClicks(text.field, "Every spring.")
    text.copy.click()
    assert QGuiApplication.clipboard().text() == "Every spring."


def test_the_preview_shows_the_row_and_copies_each_text(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "analysis", "fulfilment")
    click(page.fulfilment.preview)
    dialog = dialog_of(page, Table12RowDialog)
    click(dialog.copy_buttons[0])
    assert QGuiApplication.clipboard().text().startswith("Diffusion analysis 2026, 20 Mar 2026")
    dialog.accept()


def test_a_carried_over_criterion_is_confirmed_as_a_whole(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "fulfilment")
    with window.workspace.changing("Carry over") as tx:
        tx.put(Fulfilment("monitoring", Decision.YES, to_confirm=True))
    click(page.fulfilment.carried_over.button())
    assert not fulfilment(window).to_confirm


@pytest.mark.parametrize("criterion", ["monitoring", "transition"])
def test_for_reading_only_texts_can_be_copied_but_not_changed(
    window: MainWindow, full_file: Path, criterion: str
) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = opened(window, full_file, criterion, "fulfilment")
    tab = page.fulfilment
    before = fulfilment(window, criterion)
    assert all(text.field.isReadOnly() for text in tab.texts.values())
    assert not tab.insert_list.add.isVisible()
    assert not tab.insert_list.insert_buttons
    assert tab.copy.isEnabled()
    click(tab.cards.cards[0])
    assert fulfilment(window, criterion) == before
    assert not tab.cards.cards[0].isChecked() or before.decision is Decision.YES
    writer.close()


def test_an_unused_document_can_be_inserted_when_the_criterion_has_none(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "fulfilment")
    with window.workspace.changing("Add") as tx:
        tx.put(Evidence("e1", 1, "Report"))
    page.add_evidence()
    assert page.fulfilment.insert_list.insert_buttons["E01"].hasFocus()


def test_the_texts_know_their_language(window: MainWindow, empty_file: Path) -> None:
    opened(window, empty_file, "monitoring", "fulfilment")
    describing.describe(window.workspace, language="de")
    deciding.write_references(window.workspace, "monitoring", "E01")
    about = window.workspace.content.get(Assessment, ASSESSMENT)
    assert about is not None
    assert about.language == "de"

"""From a gap to a request: services proposed, the form filled, written, made ready, sent, answered, put into files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.find_support import FindSupportDialog
from s3desk.desktop.dialogs.new_request import NewRequestDialog
from s3desk.desktop.dialogs.request_steps import AnsweredDialog, RequestEvidenceDialog, SentDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.support import SupportPage
from s3desk.desktop.widgets.fields import LineField, TextArea
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Action, Evidence
from s3desk.domain.requests import RequestText, Stage, SupportRequest, text_key
from s3desk.operations import requesting
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, dialog_of, opened, press
from tests.desktop.looking import nameless, type_into
from tests.hostile import HOSTILE_TEXTS

FOREIGN = "How do others steer joint calls?"


def shown(window: MainWindow, path: Path, **values: object) -> SupportPage:
    """The page with one request of its own, about the gap of a question abroad."""
    assert window.open_path(path)
    draft = SupportRequest("", 0, "Joint calls", "matchmaking-text", "matchmaking", "cooperation")
    started = requesting.start(window.workspace, replace(draft, **values))  # type: ignore[arg-type]
    window.enter(Place("support", record_id=started.id))
    window.activateWindow()
    assert isinstance(window.page, SupportPage)
    return window.page


def record(window: MainWindow) -> SupportRequest:
    return window.workspace.content.all(SupportRequest)[-1]


def area(page: SupportPage) -> tuple[str, TextArea]:
    """A field for a text, and its id."""
    return next((key, one.input) for key, one in page.form.fields.items() if isinstance(one.input, TextArea))


def test_a_gap_leads_to_services_and_to_a_request(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "transition", "actions")
    window.run("edit.support")
    finding = dialog_of(page, FindSupportDialog)
    assert "peer-review" in finding.prepare
    click(finding.prepare["peer-review"])
    dialog = dialog_of(page, NewRequestDialog)
    assert dialog.service.value() == "peer-review"
    assert dialog.spot.value() == "transition/"
    type_into(dialog.title_field.line, FOREIGN)
    click(dialog.done_button)
    made = record(window)
    assert (made.title, made.service_id, made.criterion_id, made.stage) == (
        FOREIGN, "peer-review", "transition", Stage.DRAFT,
    )  # fmt: skip
    assert isinstance(window.page, SupportPage)
    assert window.page.form.head.title.text() == FOREIGN


def test_nothing_is_proposed_where_nothing_fits(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "questions")
    window.run("edit.support")
    assert page.findChildren(FindSupportDialog) == []
    assert "no service that fits" in window.frame.notice.text()


def test_an_action_finds_support_too(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    actions = window.workspace.content.all(Action)
    with_gap = next(one for one in actions if one.criterion_id == "transition" and one.status.value != "done")
    window.enter(Place("actions", record_id=with_gap.id))
    window.run("edit.support")
    assert dialog_of(window.page.widget(), FindSupportDialog).prepare


def test_what_is_typed_is_on_disk_and_can_be_taken_back(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    key, field = area(page)
    filled = field.toPlainText()
    field.selectAll()
    type_into(field, FOREIGN)
    field.flush()
    written = window.workspace.content.get(RequestText, text_key(record(window).id, key))
    assert written == RequestText(text_key(record(window).id, key), FOREIGN)
    click(page.form.fields[key].refill)
    assert field.toPlainText() == filled
    window.run("edit.undo")
    assert field.toPlainText() == FOREIGN


def test_every_hostile_text_is_kept_to_the_letter(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    key, _field = area(page)
    for text in HOSTILE_TEXTS:
        requesting.write(window.workspace, record(window).id, key, text)
        assert window.page is page


def test_the_way_from_draft_to_answer(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    click(page.form.head.next)
    assert record(window).stage is Stage.READY
    click(page.form.head.next)
    sent = dialog_of(page, SentDialog)
    sent.reference.show_text("M-17")
    click(sent.done_button)
    assert (record(window).stage, record(window).reference) == (Stage.SENT, "M-17")
    _key, field = area(page)
    assert field.isReadOnly()
    click(page.form.head.next)
    answered = dialog_of(page, AnsweredDialog)
    click(answered.done_button)
    assert "Say what was answered." in answered._answer.error()
    type_into(answered.answer, "Two regions will talk to us.")
    type_into(answered.lesson, "Ask earlier.")
    click(answered.done_button)
    assert (record(window).stage, record(window).lesson) == (Stage.ANSWERED, "Ask earlier.")
    assert "What you learnt: Ask earlier." in page.form.head.course.words()
    click(page.form.head.next)
    again = dialog_of(page, AnsweredDialog)
    assert again.lesson.toPlainText() == "Ask earlier."
    again.reject()


def test_a_day_that_is_still_to_come_was_not_the_day_it_was_sent(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    click(page.form.head.next)
    click(page.form.head.next)
    sent = dialog_of(page, SentDialog)
    sent.day.show_text("1.1.2099")
    click(sent.done_button)
    assert sent.day.error().startswith("This day is still to come")
    assert record(window).stage is Stage.READY
    sent.done(0)


def test_what_is_missing_leads_to_its_field(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file, form="expert-question", service_id="s3-expert-group")
    assert page.form.head.check_buttons
    click(page.form.head.check_buttons[0])
    missing = next(iter(page._shown.checks)) if page._shown else None
    assert missing is not None
    assert page.form.fields[missing.field_id].focus_target().hasFocus()


def test_documents_are_chosen_for_a_request(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file, form="targeted-support-annex", service_id="targeted-support")
    chooser = next(one for one in page.form.fields.values() if one.choose is not None)
    assert chooser.choose is not None
    click(chooser.choose)
    dialog = dialog_of(page, RequestEvidenceDialog)
    first = window.workspace.content.all(Evidence)[0]
    for key, box in dialog.boxes.items():
        box.setChecked(key == first.id)
    click(dialog.done_button)
    assert record(window).evidence_ids == (first.id,)
    assert isinstance(chooser.input, TextArea)
    assert first.short_title in chooser.input.toPlainText()


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".txt", ".eml"])
def test_files_are_written_beside_the_window(
    window: MainWindow, full_file: Path, tmp_path: Path, qtbot: QtBot, ending: str
) -> None:
    page = shown(window, full_file)
    assert page._services is not None
    prepared = page._files.prepared(page._services, record(window).id)
    assert prepared is not None
    path = tmp_path / f"request{ending}"
    page._files.write(prepared, path)
    qtbot.waitUntil(lambda: "is saved as" in window.frame.notice.text(), timeout=20000)
    if ending == ".docx":
        words = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        assert "Not an official form." in words
    assert path.stat().st_size > 0


def test_the_whole_text_is_copied(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    click(page.form.head.copy)
    copied = QApplication.clipboard().text()
    assert "Joint calls" in copied
    assert "Not an official form." in copied


def test_title_day_and_language_are_kept(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    head = page.form.head
    for field, words in ((head.title, "Calls with three regions"), (head.due, "31.3.2027")):
        field.selectAll()
        type_into(field, words)
        field.flush()
    assert (record(window).title, record(window).due) == ("Calls with three regions", date(2027, 3, 31))
    head.due.selectAll()
    type_into(head.due, "soon")
    head.due.flush()
    assert head._due.error()
    assert record(window).due == date(2027, 3, 31)


def test_delete_and_undo(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file)
    before = len(window.workspace.content.all(SupportRequest))
    press(page.table.view, Qt.Key.Key_Delete)
    assert len(window.workspace.content.all(SupportRequest)) == before - 1
    window.run("edit.undo")
    assert len(window.workspace.content.all(SupportRequest)) == before


def test_for_reading_only_nothing_can_be_changed(window: MainWindow, full_file: Path) -> None:
    shown(window, full_file)
    window.close_file()
    writer = open_workspace(full_file, who="L. Bianchi")
    assert window.open_path(full_file)
    window.enter(Place("support"))
    page = window.page
    assert isinstance(page, SupportPage)
    head = page.form.head
    assert not any(button.isVisible() for button in (page.add, head.next, head.withdraw, head.remove))
    assert all(one.input.isReadOnly() for one in page.form.fields.values() if isinstance(one.input, LineField))
    writer.close()


def test_the_empty_page_begins_with_one_button(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)
    window.enter(Place("support"))
    page = window.page
    assert isinstance(page, SupportPage)
    assert page.first.hasFocus()
    click(page.first)
    dialog = dialog_of(page, NewRequestDialog)
    click(dialog.done_button)
    assert dialog.title_field.error()
    dialog.reject()


def test_everything_has_a_name(window: MainWindow, full_file: Path) -> None:
    page = shown(window, full_file, form="targeted-support-annex", service_id="targeted-support")
    assert nameless(page) == []

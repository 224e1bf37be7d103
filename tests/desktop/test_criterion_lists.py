"""Evidence and actions on the page of a criterion: dialogs, lists, uses, deleting with undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.dialogs.use_evidence import UseEvidenceDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Action, ActionStatus, Evidence, EvidenceUse, Storage
from s3desk.operations import answering, evidencing
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import chain_from, click, dialog_of, opened, press
from tests.desktop.looking import nameless, type_into

REPORT = "monitoring.public-report"


def evidence(window: MainWindow) -> tuple[Evidence, ...]:
    return window.workspace.content.all(Evidence)


def test_the_first_document_is_added_for_the_question(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=REPORT)
    click(page.questions.editor.add)
    dialog = dialog_of(page, EvidenceDialog)
    type_into(dialog.title_field.line, "Relazione di monitoraggio “2025”")
    QTest.keyClicks(dialog.dated.line, "30.4.2026")
    QTest.keyClicks(dialog.link.line, "www.valdoria.example/s3")
    QTest.keyClicks(dialog.uses.pages_of(REPORT), "14-18")
    click(dialog.done_button)
    (added,) = evidence(window)
    assert (added.title, added.number) == ("Relazione di monitoraggio “2025”", 1)
    assert (added.dated, added.link) == (date(2026, 4, 30), "https://www.valdoria.example/s3")
    (use,) = window.workspace.content.all(EvidenceUse)
    assert (use.question_id, use.pages) == (REPORT, "14-18")
    assert page.header.tabs.tabText(2) == "Evidence 1"
    assert page.questions.editor._shown_chips is not None
    assert page.questions.editor._shown_chips[0].text.endswith("14-18")


def test_adding_is_one_step(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=REPORT)
    click(page.questions.editor.add)
    dialog = dialog_of(page, EvidenceDialog)
    QTest.keyClicks(dialog.title_field.line, "Report")
    click(dialog.done_button)
    window.workspace.undo()
    assert evidence(window) == ()
    assert window.workspace.content.all(EvidenceUse) == ()


def test_what_is_missing_or_wrong_is_said_under_its_field(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=REPORT)
    click(page.questions.editor.add)
    dialog = dialog_of(page, EvidenceDialog)
    QTest.keyClicks(dialog.valid_until.line, "31/02/27")
    QTest.keyClicks(dialog.link.line, "javascript:alert(1)")
    click(dialog.done_button)
    assert dialog.isVisible()
    assert "title" in dialog.title_field.error()
    assert "28 days" in dialog.valid_until.error()
    assert "not a web address" in dialog.link.error()
    assert evidence(window) == ()
    assert nameless(dialog) == []
    dialog.done(0)


def test_a_file_is_stored_or_linked(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    document = tmp_path / "report.pdf"
    document.write_bytes(b"%PDF")
    page = opened(window, empty_file, "monitoring", "evidence")
    click(page.evidence.first)
    dialog = dialog_of(page, EvidenceDialog)
    QTest.keyClicks(dialog.title_field.line, "Report")
    dialog.file.take(document)
    assert dialog.file.copy.isChecked()
    click(dialog.done_button)
    (stored,) = evidence(window)
    assert stored.storage is Storage.COPY
    assert window.workspace.attachment(stored.sha256) == b"%PDF"


def test_a_file_that_is_gone_is_said_and_the_form_stays(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    page = opened(window, empty_file, "monitoring", "evidence")
    click(page.evidence.first)
    dialog = dialog_of(page, EvidenceDialog)
    QTest.keyClicks(dialog.title_field.line, "Report")
    dialog.file.take(tmp_path / "gone.pdf")
    click(dialog.done_button)
    assert dialog.isVisible()
    assert "could not be read" in dialog.refused.text()
    assert evidence(window) == ()
    dialog.done(0)


def test_a_public_document_is_proposed_as_link(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    document = tmp_path / "report.pdf"
    document.write_bytes(b"%PDF")
    page = opened(window, empty_file, "monitoring", "evidence")
    click(page.evidence.first)
    dialog = dialog_of(page, EvidenceDialog)
    dialog.file.take(document, "https://valdoria.example/report.pdf")
    assert dialog.file.link.isChecked()
    dialog.done(0)


def test_a_document_of_the_file_is_found_and_used(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", question=REPORT)
    page.add_evidence()
    dialog = dialog_of(page, UseEvidenceDialog)
    QTest.keyClicks(dialog.search, "marble")
    QTest.keyClicks(dialog.pages.line, "4")
    click(dialog.done_button)
    uses = [use for use in window.workspace.content.all(EvidenceUse) if use.question_id == REPORT]
    assert [(use.evidence_id, use.pages) for use in uses] == [("e-11", "4")]


def test_nothing_found_uses_nothing(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", question=REPORT)
    page.add_evidence()
    dialog = dialog_of(page, UseEvidenceDialog)
    QTest.keyClicks(dialog.search, "qqqq")
    before = window.workspace.content
    click(dialog.done_button)
    assert window.workspace.content is before
    dialog.done(0)


def test_a_document_is_changed_and_its_uses_with_it(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "evidence")
    press(page.evidence.table.view, Qt.Key.Key_F2)
    dialog = dialog_of(page, EvidenceDialog)
    assert dialog.title_field.text() == "Smart Specialisation Strategy 2021-2027"
    assert dialog.dated.text() == "30 September 2021"
    assert dialog.uses.uses() == {"monitoring.intervention-logic": "ch. 5"}
    dialog.issuer.show_text("Regional Council")
    dialog.uses.add(REPORT, "9")
    click(dialog.done_button)
    changed = window.workspace.content.get(Evidence, "e-05")
    assert changed is not None
    assert changed.issuer == "Regional Council"
    assert page.evidence._rows[0].questions == "3.1, 3.6"


def test_a_linked_file_that_is_gone_is_said_here_too(
    window: MainWindow, full_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"1")
    page = opened(window, full_file, "monitoring", "evidence")
    chosen = page.evidence._rows[0].line.id
    evidencing.link_file(window.workspace, chosen, path)
    path.unlink()
    window.enter(Place("overview"))
    window.enter(Place("criterion", "monitoring", "evidence"))
    qtbot.waitUntil(lambda: page.evidence._rows[0].line.state == "File not found")
    other = tmp_path / "moved.pdf"
    other.write_bytes(b"1")
    evidencing.link_file(window.workspace, chosen, other)
    assert page.evidence._rows[0].line.state != "File not found"


def test_delete_takes_a_document_away_and_undo_brings_it_back(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "evidence")
    before = window.workspace.content
    press(page.evidence.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.get(Evidence, "e-05") is None
    assert window.frame.notice.text() == "E05 deleted."
    click(window.frame.notice.button())
    assert window.workspace.content == before


def test_an_action_is_planned_for_a_gap(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = opened(window, empty_file, "monitoring", "actions")
    answering.rate(window.workspace, REPORT, 1)
    plan = page.actions_list.gaps.plan_buttons[REPORT]
    qtbot.waitUntil(plan.isVisible)
    click(plan)
    dialog = dialog_of(page, ActionDialog)
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.title_field.line, "Publish a report every spring")
    QTest.keyClicks(dialog.responsible.line, "M. Rossi")
    QTest.keyClicks(dialog.due.line, "31.3.2027")
    dialog.status.choose(ActionStatus.IN_PROGRESS)
    dialog.outgoing.setChecked(True)
    click(dialog.done_button)
    (action,) = window.workspace.content.all(Action)
    assert (action.title, action.question_id, action.criterion_id) == (
        "Publish a report every spring",
        REPORT,
        "monitoring",
    )
    assert (action.due, action.status, action.outgoing) == (date(2027, 3, 31), ActionStatus.IN_PROGRESS, True)
    assert page.actions_list.gaps.plan_buttons == {}
    assert page.header.tabs.tabText(3) == "Actions 1"


def test_an_action_needs_a_title(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "actions")
    click(page.actions_list.first)
    dialog = dialog_of(page, ActionDialog)
    click(dialog.done_button)
    assert dialog.title_field.error()
    assert window.workspace.content.all(Action) == ()
    dialog.done(0)


def test_a_reason_why_no_action_is_needed_is_typed_without_losing_the_field(
    window: MainWindow, empty_file: Path
) -> None:
    page = opened(window, empty_file, "monitoring", "actions")
    answering.rate(window.workspace, REPORT, 1)
    field = page.actions_list.gaps.reason_of(REPORT)
    QTest.keyClicks(field, "The programme ")
    field.flush()
    QTest.keyClicks(field, "ends")
    page.save_typing()
    assert window.workspace.content.answer(REPORT).no_action_reason == "The programme ends"
    assert page.actions_list.gaps.reason_of(REPORT) is field


def test_a_late_action_says_so(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", "actions")
    with window.workspace.changing("Add") as tx:
        tx.put(Action("a", 1, "Publish", "monitoring", due=date(2020, 1, 1)))
    assert page.actions_list._rows[0].line.status == "Late"


def test_lists_for_reading_only_have_no_buttons_that_change(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = opened(window, full_file, "monitoring", "evidence")
    for button in (page.evidence.add, page.evidence.edit, page.evidence.remove):
        assert not button.isVisible()
    press(page.evidence.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.get(Evidence, "e-05") is not None
    writer.close()


def test_tab_goes_through_the_form_and_then_to_the_buttons(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "evidence")
    press(page.evidence.table.view, Qt.Key.Key_F2)
    dialog = dialog_of(page, EvidenceDialog)
    dialog.uses.add(REPORT)
    reached = chain_from(dialog.title_field.line)
    fields = [dialog.link.line, dialog.file.choose, dialog.uses.more, dialog.uses.pages_of(REPORT), dialog.cancel]
    places = [reached.index(field) for field in fields]
    assert places == sorted(places)
    dialog.done(0)

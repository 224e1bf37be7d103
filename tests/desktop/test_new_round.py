"""A new check and a step of the status chain, asked for in the window: one step each, which can be undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from s3desk.desktop.dialogs.next_check import NextCheckDialog
from s3desk.desktop.dialogs.status import StatusDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Answer, AnswerState, Check, Purpose, SavedBecause, SavedVersion, StatusStep, Step
from s3desk.operations import versioning
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, dialog_of, press
from tests.desktop.looking import nameless, type_into

KEY = Qt.Key


def test_a_new_check_saves_the_present_state_and_has_all_confirmed(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    before = window.workspace.content
    window.run("assessment.start_check")
    dialog = dialog_of(window, NextCheckDialog)
    assert nameless(dialog) == []
    line = dialog.name_field.line
    for name, sentence in (("", "Write a name."), ("Check 2025", "A check of this name exists already")):
        line.clear()
        type_into(line, name)
        press(line, KEY.Key_Return)
        assert dialog.name_field.error().startswith(sentence)
    line.clear()
    type_into(line, "Prüfung <2027>")
    dialog.purpose.choose(Purpose.FULFILMENT)
    click(dialog.done_button)
    content = window.workspace.content
    check = content.check()
    assert check is not None
    assert (check.name, check.purpose) == ("Prüfung <2027>", Purpose.FULFILMENT)
    said = [answer for answer in content.all(Answer) if answer.state is not AnswerState.OPEN]
    assert said
    assert all(answer.to_confirm for answer in said)
    version = content.all(SavedVersion)[-1]
    assert (version.name, version.because) == ("Check 2026", SavedBecause.NEW_CHECK)
    assert window.frame.notice.text() == "The new check has begun. All of it is to confirm."
    assert window.page.id == "overview"
    assert window.page.focus_target().accessibleName().startswith("Confirm criterion 1")
    click(window.frame.notice.button())
    assert window.workspace.content == before


def test_a_new_check_is_confirmed_with_the_space_bar_alone(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    versioning.start_check(window.workspace, "2027")
    window.enter(Place("criterion", "analysis", "fulfilment"))
    page = window.page
    assert isinstance(page, CriterionPage)
    tab = page.fulfilment
    assert window.focusWidget() is tab.carried_over.button()
    press(tab.carried_over.button(), KEY.Key_Space)
    assert not window.workspace.content.fulfilment("analysis").to_confirm
    assert window.frame.notice.text() == "Criterion 1 is confirmed with all its answers."
    assert window.focusWidget() is tab.step
    click(window.frame.notice.button())
    assert window.workspace.content.fulfilment("analysis").to_confirm


def test_the_name_of_a_check_is_proposed_once(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)
    for _ in range(2):
        window.run("assessment.start_check")
        press(dialog_of(window, NextCheckDialog).name_field.line, KEY.Key_Return)
    names = [check.name for check in window.workspace.content.all(Check)]
    assert len(set(names)) == len(names)
    assert names[-1] == f"{names[-2]} (2)"


def test_a_status_is_recorded_with_a_version(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    before = window.workspace.content
    window.run("assessment.record_status")
    dialog = dialog_of(window, StatusDialog)
    assert nameless(dialog) == []
    assert dialog.step.value() is Step.APPROVED, "the step that follows the present one is proposed"
    dialog.step.choose(Step.SENT)
    dialog.taken_on.line.clear()
    type_into(dialog.taken_on.line, "1.1.2100")
    press(dialog.name_field.line, KEY.Key_Return)
    assert dialog.isVisible()
    assert dialog.name_field.error() == "Write the name."
    assert dialog.addressee.error() == "Write to whom it was sent."
    assert dialog.taken_on.error().startswith("This day is still to come.")
    fields = (dialog.name_field, dialog.function, dialog.taken_on, dialog.addressee, dialog.reference)
    words = ("Zoë Müller", "Head of unit", "12.11.2025", "Ministry", "2026-77")
    for field, word in zip(fields, words, strict=True):
        field.line.clear()
        type_into(field.line, word)
    click(dialog.done_button)
    step = window.workspace.content.all(StatusStep)[-1]
    assert (step.step, step.name, step.function) == (Step.SENT, "Zoë Müller", "Head of unit")
    assert (step.taken_on, step.addressee, step.reference) == (date(2025, 11, 12), "Ministry", "2026-77")
    version = window.workspace.content.get(SavedVersion, step.version_id)
    assert version is not None
    assert version.because is SavedBecause.STATUS
    assert window.workspace.content.step() is Step.SENT
    click(window.frame.notice.button())
    assert window.workspace.content == before


def test_a_date_is_needed(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)
    window.run("assessment.record_status")
    dialog = dialog_of(window, StatusDialog)
    assert dialog.step.value() is Step.CHECKED
    type_into(dialog.name_field.line, "Somebody")
    dialog.taken_on.line.clear()
    click(dialog.done_button)
    assert dialog.taken_on.error() == "Write the date."
    press(dialog.name_field.line, KEY.Key_Escape)
    assert window.workspace.content.all(StatusStep) == ()


def test_a_file_to_read_offers_neither(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    assert window.open_path(full_file)
    for command in ("assessment.start_check", "assessment.record_status"):
        assert not window.commands.actions[command].isEnabled()
    writer.close()

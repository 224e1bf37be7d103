"""The second yearly check of a file, done with the keys and buttons of the window: what an officer does in an hour."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from s3desk.desktop.dialogs.next_check import NextCheckDialog
from s3desk.desktop.dialogs.status import StatusDialog
from s3desk.desktop.pages.reports import ReportsPage
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile
from s3desk.queries import words
from tests.desktop.criterion_page import dialog_of
from tests.end2end.driving import choose, click, rewrite, shortcut, tick, wait_until, write
from tests.end2end.officer import ENGLISH, Case, go_to_criterion, go_to_question, page_of, show_tab


def check_again(window: MainWindow, case: Case) -> None:
    """Start the check, change what is better, confirm the rest criterion by criterion, and record who looked at it."""
    begin_again(window, case["name"])
    improve(window, case["better"])
    for criterion in window.workspace.catalogue.criteria:
        confirm(window, criterion.id)
    record_status(window, case["checked_by"])


def begin_again(window: MainWindow, name: str) -> None:
    """Start a new check under a name."""
    window.run("assessment.start_check")
    dialog = dialog_of(window, NextCheckDialog)
    rewrite(dialog.name_field.line, name)
    click(dialog.done_button)
    window.activateWindow()


def improve(window: MainWindow, better: Case) -> None:
    """One answer that is otherwise than last time; what was said then stands beside it."""
    page = go_to_question(window, better["question"])
    last = page._picture().question.guidance.last_time
    assert last is not None
    assert last.rating is not None
    click(page.questions.editor.rating.rows[better["rating"]])
    comment = page.questions.editor.comment
    rewrite(comment, better["comment"])
    page.save_typing()


def confirm(window: MainWindow, criterion_id: str) -> None:
    """Say with one click that nothing else changed in a criterion, where there is something to confirm."""
    go_to_criterion(window, criterion_id)
    show_tab(window, "fulfilment")
    strip = page_of(window).fulfilment.carried_over
    if strip.isVisible():
        assert strip.button().text().startswith("No change since")
        click(strip.button())
        assert not strip.isVisible()


def record_status(window: MainWindow, who: Case) -> None:
    """The managing authority has looked at it."""
    window.run("assessment.record_status")
    dialog = dialog_of(window, StatusDialog)
    write(dialog.name_field.line, who["name"])
    write(dialog.function.line, who["function"])
    click(dialog.done_button)
    window.activateWindow()


def create_report(window: MainWindow) -> None:
    """The internal report only."""
    shortcut(window, Qt.Key.Key_P)
    page = window.page
    assert isinstance(page, ReportsPage)
    for output, box in page.outputs.boxes.items():
        if box.isChecked() is not (output == ("report", ".pdf")):
            tick(box)
    choose(page.options, words.profile(Profile.INTERNAL, ENGLISH))
    click(page.make)
    wait_until(partial(page.make.isEnabled))

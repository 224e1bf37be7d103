"""Files of documents over time: a replaced copy stays to be read, a removed one is really gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.reminders import RemindersDialog
from s3desk.desktop.pages import evidence as evidence_page
from s3desk.desktop.pages.evidence import EvidencePage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Evidence, Storage
from s3desk.domain.reminders import Reminder
from s3desk.operations import evidencing
from tests.desktop.criterion_page import click, dialog_of

SECRET = b"the minutes that nobody may read any more " * 40


@pytest.fixture
def page(window: MainWindow, empty_file: Path, tmp_path: Path) -> EvidencePage:
    """One document whose first file was replaced by a second one."""
    for name, content in (("first.pdf", SECRET), ("second.pdf", b"%PDF-1.7 the newer one")):
        (tmp_path / name).write_bytes(content)
    assert window.open_path(empty_file)
    added = evidencing.add_copy(window.workspace, Evidence("", 0, "Minutes"), tmp_path / "first.pdf")
    evidencing.store_copy(window.workspace, added.id, tmp_path / "second.pdf")
    window.go_to(Place("evidence", record_id=added.id))
    assert isinstance(window.page, EvidencePage)
    return window.page


def document(window: MainWindow) -> Evidence:
    return window.workspace.content.all(Evidence)[0]


def links(page: EvidencePage) -> list[str]:
    copies = [page.detail._earlier.itemAt(place) for place in range(page.detail._earlier.count())]
    return [item.widget().text() for item in copies]  # type: ignore[union-attr]


def test_a_replaced_file_can_still_be_opened(page: EvidencePage, qtbot: QtBot, outside: list[str]) -> None:
    assert len(links(page)) == 1
    assert links(page)[0].endswith("first.pdf")
    click(page.detail._earlier.itemAt(0).widget())  # type: ignore[union-attr,arg-type]
    qtbot.waitUntil(lambda: bool(outside))
    assert Path(outside[0]).read_bytes() == SECRET


def test_removed_for_good_leaves_no_byte_in_the_file(
    window: MainWindow, page: EvidencePage, empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_page, "asked", lambda *_: True)
    assert SECRET[:200] in empty_file.read_bytes()
    click(page.detail.remove_file)
    assert document(window).storage is Storage.LINK
    window.close_file()
    whole = empty_file.read_bytes()
    assert SECRET[:40] not in whole
    assert b"the newer one" not in whole


def test_undo_brings_the_entry_back_and_says_that_the_file_is_not_there(
    window: MainWindow, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_page, "asked", lambda *_: True)
    click(page.detail.remove_file)
    window.run("edit.undo")
    assert document(window).file_name == "second.pdf"
    assert page.detail._state.text() == "Not included"
    assert not page.detail.open.isEnabled()


def test_going_back_removes_nothing(
    window: MainWindow, page: EvidencePage, empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_page, "asked", lambda *_: False)
    click(page.detail.remove_file)
    assert document(window).storage is Storage.COPY
    assert SECRET[:200] in empty_file.read_bytes()


@pytest.mark.usefixtures("page")
def test_bytes_that_another_document_names_stay(window: MainWindow, tmp_path: Path) -> None:
    other = evidencing.add_copy(window.workspace, Evidence("", 0, "The same"), tmp_path / "second.pdf")
    evidencing.remove_file(window.workspace, document(window).id)
    assert window.workspace.attachment(other.sha256) == b"%PDF-1.7 the newer one"


def test_reminder_periods_are_set_for_the_assessment(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    window.enter(Place("evidence"))
    page = window.page
    assert isinstance(page, EvidencePage)
    click(page.reminders)
    dialog = dialog_of(page, RemindersDialog)
    dialog.fields["study"].show_text("soon")
    click(dialog.done_button)
    assert dialog.isVisible()
    dialog.fields["study"].show_text("240")
    assert dialog.fields["study"].error()
    dialog.fields["study"].show_text("7")
    dialog.fields["report"].show_text("")
    click(dialog.done_button)
    kept = {one.id: one.months for one in window.workspace.content.all(Reminder)}
    assert kept == {"study": 7, "report": 0}
    window.run("edit.undo")
    assert window.workspace.content.all(Reminder) == ()

"""The pages Library and Dates: searched, followed, filled with own days, written as a calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from pytestqt.qtbot import QtBot

from s3desk.desktop import going_out
from s3desk.desktop.dialogs.appointment import AppointmentDialog
from s3desk.desktop.dialogs.new_request import NewRequestDialog
from s3desk.desktop.pages.dates import DatesPage
from s3desk.desktop.pages.library import LibraryPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.spots import go_to_spot
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Action
from s3desk.domain.requests import Appointment, Occasion
from s3desk.operations import dating
from s3desk.queries.spots import Spot
from tests.desktop.criterion_page import click, dialog_of, press
from tests.desktop.looking import nameless, type_into

NASTY = '<b>"Days" & =1+1</b> \u202eabc'


def library(window: MainWindow, path: Path) -> LibraryPage:
    assert window.open_path(path)
    window.enter(Place("library"))
    assert isinstance(window.page, LibraryPage)
    return window.page


def dates(window: MainWindow, path: Path) -> DatesPage:
    assert window.open_path(path)
    window.enter(Place("dates"))
    assert isinstance(window.page, DatesPage)
    return window.page


def test_the_library_is_searched_while_typing(window: MainWindow, empty_file: Path, qtbot: QtBot) -> None:
    page = library(window, empty_file)
    whole = page.text.toPlainText()
    assert "Targeted Support" in whole
    type_into(page.search, "matchmaking")
    qtbot.waitUntil(lambda: len(page.text.toPlainText()) < len(whole) / 2)
    assert "atchmaking" in page.text.toPlainText()
    page.search.setText("zebra zebra")
    qtbot.waitUntil(lambda: page.text.toPlainText().strip() == "")
    assert page.head.sentence.words().startswith("Nothing found.")


def test_a_filter_shows_one_kind(window: MainWindow, empty_file: Path) -> None:
    page = library(window, empty_file)
    click(page.filters.button("terms"))
    assert "Targeted Support" not in page.text.toPlainText().splitlines()[:3]
    assert page.text.toPlainText().splitlines()[0] == "Terms"


def test_a_service_leads_to_its_request(window: MainWindow, empty_file: Path) -> None:
    page = library(window, empty_file)
    page.text.anchorClicked.emit(QUrl("s3desk-ask:matchmaking"))
    dialog = dialog_of(page, NewRequestDialog)
    assert dialog.service.value() == "matchmaking"
    dialog.reject()


def test_an_address_is_shown_before_it_leaves(
    window: MainWindow, empty_file: Path, outside: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = library(window, empty_file)
    asked: list[str] = []

    def answer_no(_parent: object, _language: object, _what: str, address: str, _do: str) -> bool:
        asked.append(address)
        return False

    monkeypatch.setattr(going_out, "asked", answer_no)
    page.text.anchorClicked.emit(QUrl("https://www.interregeurope.eu/x"))
    page.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert (asked, outside) == (["https://www.interregeurope.eu/x"], [])


def test_days_of_the_assessment_lead_to_where_they_come_from(window: MainWindow, full_file: Path) -> None:
    page = dates(window, full_file)
    days = [line.day for line in page._rows]
    assert days == sorted(days)
    place = next(place for place, line in enumerate(page._rows) if line.action_id)
    page.table.view.selectRow(place)
    wanted = page._rows[place].action_id
    press(page.table.view, Qt.Key.Key_Return)
    assert window.page.place() == Place("actions", record_id=wanted)
    assert window.workspace.content.get(Action, wanted) is not None


def test_an_own_day_is_added_changed_and_deleted(window: MainWindow, empty_file: Path) -> None:
    page = dates(window, empty_file)
    click(page.first)
    dialog = dialog_of(page, AppointmentDialog)
    click(dialog.done_button)
    assert dialog.title_field.error()
    dialog.title_field.show_text(NASTY)
    dialog.day.show_text("31.3.2027")
    dialog.occasion.choose(Occasion.COMMITTEE)
    click(dialog.done_button)
    (kept,) = window.workspace.content.all(Appointment)
    assert (kept.title, kept.day, kept.occasion) == (NASTY, date(2027, 3, 31), Occasion.COMMITTEE)
    place = next(place for place, line in enumerate(page._rows) if line.appointment_id)
    page.table.view.selectRow(place)
    press(page.table.view, Qt.Key.Key_F2)
    again = dialog_of(page, AppointmentDialog)
    again.is_done.setChecked(True)
    click(again.done_button)
    assert not any(line.appointment_id for line in page._rows)
    window.run("edit.undo")
    press(page.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.all(Appointment) == ()


def test_all_days_are_saved_as_a_calendar(window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    page = dates(window, full_file)
    dating.add(window.workspace, Appointment("", NASTY, date(2027, 5, 5)))
    page.save_calendar(tmp_path / "days.ics")
    text = (tmp_path / "days.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == len(page._rows)
    assert "20270505" in text


def test_everything_has_a_name(window: MainWindow, full_file: Path) -> None:
    assert nameless(library(window, full_file)) == []
    window.enter(Place("dates"))
    assert nameless(window.page.widget()) == []


def test_what_was_found_is_shown_where_it_stands(window: MainWindow, full_file: Path) -> None:
    page = library(window, full_file)
    type_into(page.search, "zebra")
    go_to_spot(Spot(library_id="terms-matchmaking"), window)
    assert page.search.text() == ""
    top = page.text.cursorForPosition(QPoint(40, 12)).block().text()
    assert "atchmaking" in top
    made = dating.add(window.workspace, Appointment("", NASTY, date(2027, 5, 5)))
    go_to_spot(Spot(appointment_id=made.id), window)
    shown = window.page
    assert isinstance(shown, DatesPage)
    assert shown._rows[shown.table.place()].appointment_id == made.id

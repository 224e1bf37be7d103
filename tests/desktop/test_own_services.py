"""Own services in the window: described, shown, dropped, exchanged as a file; a faulty file stops nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from s3desk.catalogue import own_services
from s3desk.catalogue.service_files import as_yaml, shipped_services
from s3desk.desktop.dialogs.import_services import ImportServicesDialog
from s3desk.desktop.dialogs.own_service import OwnServiceDialog
from s3desk.desktop.pages.library import LibraryPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.support import SupportPage
from s3desk.desktop.support import own_services as support
from s3desk.desktop.window import MainWindow
from tests.desktop.criterion_page import click, dialog_of
from tests.desktop.looking import nameless
from tests.desktop.test_library_and_dates import dates, library

HELPDESK = shipped_services().plain["helpdesk"]


def described(page: LibraryPage, service_id: str = "") -> OwnServiceDialog:
    if service_id:
        page.text.anchorClicked.emit(QUrl(f"s3desk-change:{service_id}"))
    else:
        page.menu_button.menu().actions()[0].trigger()
    return dialog_of(page, OwnServiceDialog)


def test_an_own_version_of_a_service_is_kept_shown_and_dropped(
    window: MainWindow, empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = library(window, empty_file)
    assert not page.export.isEnabled()
    dialog = described(page, "targeted-support")
    assert nameless(dialog) == []
    dialog.contact.show_text("desk@s3.example")
    dialog.cut_offs.show_text("31.3.2027; 30.9.2027")
    click(dialog.done_button)
    shown = page.text.toPlainText()
    assert "Contact: desk@s3.example" in shown
    assert "Your version" in shown
    assert page.export.isEnabled()
    kept = own_services.known_services().service("targeted-support")
    assert kept is not None
    assert kept.cut_offs == (date(2027, 3, 31), date(2027, 9, 30))
    assert kept.fits == shipped_services().service("targeted-support").fits  # type: ignore[union-attr]
    monkeypatch.setattr(support, "asked", lambda *_: False)
    page.text.anchorClicked.emit(QUrl("s3desk-drop:targeted-support"))
    assert "desk@s3.example" in page.text.toPlainText()
    monkeypatch.setattr(support, "asked", lambda *_: True)
    page.text.anchorClicked.emit(QUrl("s3desk-drop:targeted-support"))
    assert "desk@s3.example" not in page.text.toPlainText()
    assert own_services.known_services() == shipped_services()


def test_a_new_service_is_proposed_where_it_fits_and_its_days_are_listed(window: MainWindow, full_file: Path) -> None:
    page = library(window, full_file)
    dialog = described(page)
    click(dialog.done_button)
    assert dialog.title_field.error()
    assert dialog.provider.error()
    dialog.title_field.show_text("Regional <b>coaches</b>")
    dialog.provider.show_text("Ministry")
    dialog.texts["what"].setPlainText("Two coaches for a day")
    dialog.as_of.show_text("soon")
    dialog.fits.boxes["transition"].setChecked(True)
    click(dialog.done_button)
    assert dialog.as_of.error()
    dialog.as_of.show_text("11/2026")
    click(dialog.done_button)
    assert dialog.fits.reason.error()
    dialog.fits.reason.show_text("They know the districts.")
    dialog.cut_offs.show_text("31.3.2031")
    click(dialog.done_button)
    (kept,) = own_services.own_services().services
    assert (kept.id, kept.as_of, kept.fits[0].criteria) == ("own-regional-b-coaches-b", "2026-11", ("transition",))
    assert "Regional <b>coaches</b>" in page.text.toPlainText()
    window.enter(Place("criterion", "transition", "actions"))
    rows = dates(window, full_file)._rows
    assert [row.title for row in rows if row.service_id] == ["Regional <b>coaches</b>"]


def test_a_file_of_a_colleague_is_shown_before_it_is_taken(
    window: MainWindow, empty_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = library(window, empty_file)
    own_services.keep([{**HELPDESK, "contact": "old@own.example"}])
    path = tmp_path / "from a colleague.yaml"
    shipped = shipped_services().plain
    entries = [
        {**HELPDESK, "contact": "new@colleague.example"},
        {**HELPDESK, "id": "another"},
        shipped["matchmaking"],
        {**shipped["peer-review"], "contact": "p@r.example"},
    ]
    path.write_text(as_yaml(entries), "utf-8")
    page.own.import_file(path)
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportServicesDialog)))
    dialog = dialog_of(page, ImportServicesDialog)
    assert nameless(dialog) == []
    effects = {key: box.accessibleDescription().split(". ")[0].split(".")[0] for key, box in dialog.boxes.items()}
    assert effects == {
        "helpdesk": "It replaces your own version",
        "another": "It is new",
        "matchmaking": "You have it already",
        "peer-review": "It is shown instead of ours",
    }
    assert "new@colleague.example" in dialog.boxes["helpdesk"].accessibleDescription()
    assert not dialog.boxes["matchmaking"].isEnabled()
    assert "new@colleague.example" not in page.text.toPlainText()
    dialog.boxes["another"].setChecked(False)
    click(dialog.done_button)
    assert {one.id for one in own_services.own_services().services} == {"helpdesk", "peer-review"}
    assert "new@colleague.example" in page.text.toPlainText()


def test_faults_of_a_file_are_told_with_their_lines_and_nothing_is_taken(
    window: MainWindow, empty_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = library(window, empty_file)
    path = tmp_path / "faulty.yaml"
    path.write_text("format: 1\nservices:\n  - id: x\n", "utf-8")
    page.own.import_file(path)
    qtbot.waitUntil(lambda: "faulty.yaml:3" in window.frame.trouble.text())
    assert own_services.known_services() == shipped_services()


def test_own_services_are_exported_for_a_colleague(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    page = library(window, empty_file)
    own_services.keep([{**HELPDESK, "contact": "=1+1 \u202eabc"}])
    page.own.export_file(tmp_path / "ours.yaml")
    assert own_services.read_foreign(tmp_path / "ours.yaml").plain["helpdesk"]["contact"] == "=1+1 \u202eabc"


def test_a_faulty_own_file_is_told_and_everything_else_works(
    window: MainWindow, full_file: Path, own_folders: Path
) -> None:
    folder = own_folders / "services"
    folder.mkdir()
    (folder / "own-services.yaml").write_text("format: 1\nservices:\n  - id: x\n", "utf-8")
    page = library(window, full_file)
    assert page.fault.isVisible()
    assert "Targeted Support" in page.text.toPlainText()
    window.enter(Place("support"))
    assert isinstance(window.page, SupportPage)
    assert "cannot be read" in window.page.fault.text()
    assert window.page.head.sentence.words()
    click(window.page.fault.button())
    assert not window.page.fault.isVisible()
    assert (folder / "own-services-1.faulty").is_file()

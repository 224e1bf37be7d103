"""Five requests made through the window from gaps of the worked example, and read back as those who receive them."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog

from s3desk.desktop.dialogs.find_support import FindSupportDialog
from s3desk.desktop.dialogs.new_request import NewRequestDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.support import SupportPage
from s3desk.desktop.support.head import FILES
from s3desk.desktop.window import MainWindow
from s3desk.domain.requests import Stage, SupportRequest
from tests.end2end.driving import click, pick, type_text, wait_until, write
from tests.end2end.officer import go_to_criterion, show_tab

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "requests.yaml").read_text(encoding="utf-8")
)
SERVICES = [case["service"] for case in CASES]
NOT_OFFICIAL = "Prepared with S3 Desk. Not an official form."


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer left: the requests, and their files by service and ending."""

    requests: dict[str, SupportRequest]
    files: dict[tuple[str, str], Path]


@pytest.fixture(scope="module")
def asked(office: MainWindow, home: Path) -> Asked:
    """The example opened, and every request started, filled, made ready and written."""
    office.run("file.example")
    files = {}
    with pytest.MonkeyPatch.context() as patch:
        for case in CASES:
            start(office, case)
            fill(office, case["texts"])
            for ending in FILES:
                files[case["service"], ending] = write_file(office, patch, home / f"{case['service']}{ending}")
    made = office.workspace.content.all(SupportRequest)
    return Asked({one.service_id: one for one in made if one.stage is Stage.READY}, files)


def dialog_of_kind(kind: type[QDialog]) -> QDialog:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def start(window: MainWindow, case: dict[str, Any]) -> None:
    """Find the service from the gap, or in the library, and start the request."""
    if case.get("library"):
        window.enter(Place("library"))
        window.page.text.anchorClicked.emit(QUrl(f"s3desk-ask:{case['service']}"))  # type: ignore[attr-defined]
    else:
        go_to_criterion(window, case["gap"])
        show_tab(window, "actions")
        click(window.page.actions_list.support)  # type: ignore[attr-defined]
        finding = dialog_of_kind(FindSupportDialog)
        assert isinstance(finding, FindSupportDialog)
        click(finding.prepare[case["service"]])
    dialog = dialog_of_kind(NewRequestDialog)
    assert isinstance(dialog, NewRequestDialog)
    assert dialog.service.value() == case["service"]
    if case.get("library"):
        pick(dialog.spot.box, "The whole criterion 7")
    write(dialog.title_field.line, case["title"])
    click(dialog.done_button)
    assert isinstance(window.page, SupportPage)


def fill(window: MainWindow, texts: dict[str, str]) -> None:
    """Write and choose what is missing, and make the request ready."""
    window.activateWindow()
    page = window.page
    assert isinstance(page, SupportPage)
    for field_id, text in texts.items():
        field = page.form.fields[field_id].input
        if isinstance(field, QComboBox):
            field.setFocus()
            field.setCurrentIndex(field.findData(text))
            field.activated.emit(field.currentIndex())
        else:
            page.form.show_field(field_id)
            wait_until(field.hasFocus)
            field.selectAll()  # type: ignore[union-attr]
            type_text(field, text)
    page.save_typing()
    unmet = [check.words for check in page._shown.checks if check.met is False] if page._shown else ["nothing shown"]
    assert unmet == []
    click(page.form.head.next)


def write_file(window: MainWindow, patch: pytest.MonkeyPatch, path: Path) -> Path:
    """Choose a form in the menu of the button and a place in the file dialog."""
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    menu = window.page.form.head.files.menu()  # type: ignore[attr-defined]
    menu.actions()[FILES.index(path.suffix)].trigger()
    wait_until(path.exists)
    wait_until(lambda: path.name in window.frame.notice.text())
    return path


def words_of(path: Path) -> str:
    """What a reader of the file sees, in one line."""
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        texts = [*(one.text for one in document.paragraphs), *cells]
    elif path.suffix == ".pdf":
        texts = [page.extract_text() for page in PdfReader(path).pages]
    elif path.suffix == ".eml":
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        body = message.get_body(("plain",))
        texts = [str(message["Subject"]), body.get_content() if body else ""]
    else:
        texts = [path.read_text(encoding="utf-8")]
    return " ".join(" ".join(texts).split())


def test_every_request_is_ready_and_about_its_criterion(asked: Asked) -> None:
    assert set(asked.requests) == set(SERVICES)
    for case in CASES:
        request = asked.requests[case["service"]]
        assert request.title == case["title"]
        assert request.criterion_id == case.get("gap", case.get("about"))


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("ending", [".docx", ".pdf", ".txt"])
def test_every_file_says_what_was_written(asked: Asked, service: str, ending: str) -> None:
    words = words_of(asked.files[service, ending])
    case = next(case for case in CASES if case["service"] == service)
    written = [text for key, text in case["texts"].items() if key not in ("applicant-kind", "member")]
    for text in written:
        for line in text.split("\n"):
            assert " ".join(line.split()) in words
    assert NOT_OFFICIAL in words


@pytest.mark.parametrize("service", SERVICES)
def test_the_mail_draft_is_unsent_and_carries_report_and_workbook(asked: Asked, service: str) -> None:
    message = email.message_from_bytes(asked.files[service, ".eml"].read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    names = [part.get_filename() or "" for part in message.iter_attachments()]
    assert {Path(name).suffix for name in names} >= {".pdf", ".xlsx"}


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_of_the_office_leaves(asked: Asked, service: str) -> None:
    words = words_of(asked.files[service, ".pdf"]) + words_of(asked.files[service, ".txt"])
    for private in ("Only for us:", "To be improved", "Average"):
        assert private not in words

"""Requests as files: opened again by independent readers; nothing private, the same bytes twice, never half a file."""

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest

from s3desk.basics.errors import KnownError
from s3desk.catalogue import own_services
from s3desk.catalogue.service_files import shipped_services
from s3desk.domain.records import Record
from s3desk.domain.requests import RequestText, SupportRequest
from s3desk.formats.requests.export import SUFFIXES, Outgoing, export, file_name, outgoing
from s3desk.formats.requests.text import written
from s3desk.queries.report import gather
from tests.builders import empty_records, workspace_of
from tests.everything import everything_in
from tests.hostile import HOSTILE_TEXTS, hostile_records
from tests.private import seeded_private
from tests.unit.formats.pdf_standards import faults
from tests.valdoria import full_records, stored_bytes

FORMS = [form.id for form in shipped_services().forms]
ASKED = SupportRequest(
    "r", 3, "From membership to a joint demonstration", "targeted-support-annex", "targeted-support", "cooperation",
    "cooperation.networks", evidence_ids=("e-1",),
)  # fmt: skip


def made(
    folder: Path, *records: Record, asked: SupportRequest = ASKED, carries: tuple[str, ...] = (), base: Any = None
) -> Outgoing:
    workspace = workspace_of(folder, [*(base or full_records()), asked, *records], stored_bytes())
    try:
        return outgoing(gather(workspace), shipped_services(), "r", carries)
    finally:
        workspace.close()


def words_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.fixture(scope="module")
def request_03(tmp_path_factory: pytest.TempPathFactory) -> Outgoing:
    return made(tmp_path_factory.mktemp("request"), RequestText("r/work", "One method.\nTwo workshops."))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_request_gives_the_same_bytes(request_03: Outgoing, tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{number}{suffix}" for number in (1, 2)]
    for path in paths:
        export(request_03, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name for path in paths]


def test_every_form_says_that_it_is_not_official(request_03: Outgoing, tmp_path: Path) -> None:
    export(request_03, tmp_path / "r.docx")
    said = "Prepared with S3 Desk. Not an official form."
    assert said in words_of(tmp_path / "r.docx")
    assert said in written(request_03.shown)


def test_the_word_document_has_headings_labels_and_all_texts(request_03: Outgoing, tmp_path: Path) -> None:
    export(request_03, tmp_path / "r.docx")
    document = docx.Document(str(tmp_path / "r.docx"))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings == [
        section.title for section in request_03.shown.sections if any(f.printed for f in section.fields)
    ]
    text = words_of(tmp_path / "r.docx")
    for section in request_03.shown.sections:
        for field in section.fields:
            assert field.text in text
    assert "Category of region: Not written yet" in text or "Category of region\nNot written yet" in text
    assert document.core_properties.title == "Annex to a Targeted Support request: Valdoria"


def test_the_plain_text_counts_every_field(request_03: Outgoing) -> None:
    text = written(request_03.shown)
    assert "Territory  [15 characters, 14 without spaces]\nValdoria, Italy\n" in text
    assert "One method.\nTwo workshops." in text
    assert "The limits of the online form are not known to us." in text
    assert "Check that the call is still open." in text


def test_too_long_a_text_is_marked_and_whole(tmp_path: Path) -> None:
    long = "x" * 1_234
    found = written(
        made(tmp_path, RequestText("r/challenge", long), asked=replace(ASKED, form="matchmaking-text")).shown
    )
    assert "[1234 characters, 1234 without spaces, limit 1000, 234 too many]" in found
    assert long in found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("base", ["full", "empty", "hostile"])
def test_every_form_is_accessible_and_opens(tmp_path: Path, form: str, base: str) -> None:
    records = {"full": full_records, "empty": empty_records, "hostile": hostile_records}[base]()
    texts = [
        RequestText(f"r/{key}", text)
        for key, text in zip(("state", "work", "seek", "short"), HOSTILE_TEXTS, strict=False)
    ]
    asked = replace(ASKED, form=form, title=HOSTILE_TEXTS[8] if base == "hostile" else ASKED.title)
    found = made(tmp_path, *(texts if base == "hostile" else ()), asked=asked, base=records)
    export(found, tmp_path / "r.pdf")
    assert faults(tmp_path / "r.pdf") == []
    export(found, tmp_path / "r.docx")
    assert words_of(tmp_path / "r.docx")


def test_a_long_text_goes_on_on_the_next_page(tmp_path: Path) -> None:
    found = made(tmp_path, RequestText("r/state", HOSTILE_TEXTS[-1]), RequestText("r/work", "line\n" * 200))
    export(found, tmp_path / "r.pdf")
    assert faults(tmp_path / "r.pdf") == []


def mail(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_mail_is_a_draft_with_report_and_workbook(tmp_path: Path) -> None:
    found = made(tmp_path, carries=("report", "workbook"))
    export(found, tmp_path / "r.eml")
    message = mail(tmp_path / "r.eml")
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert message["Date"] is None
    assert message["Subject"].strip() == f"Annex to a Targeted Support request: {ASKED.title}"
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == [
        file_name(found, ".pdf"), file_name(found, ".docx"),
        "valdoria-s3-2026-11-16-report-outgoing.pdf", "valdoria-s3-2026-11-16-workbook-outgoing.xlsx",
    ]  # fmt: skip
    body = message.get_body()
    assert body is not None
    assert "Marco Ferri" in body.get_content()
    kinds = [part.get_content()[:4] for part in message.iter_attachments()]
    assert kinds == [b"%PDF", b"PK\x03\x04", b"%PDF", b"PK\x03\x04"]


@pytest.mark.parametrize(
    ("contact", "to"),
    [
        ("", None),
        ("S3 secretariat <help@s3.example>, Brussels", "help@s3.example"),
        ("a\r\nBcc: x@bad.example", "x@bad.example"),
        ("no address", None),
    ],
)
def test_the_mail_goes_to_the_address_of_the_contact(tmp_path: Path, contact: str, to: str | None) -> None:
    own_services.keep([{**shipped_services().plain["targeted-support"], "contact": contact}])
    workspace = workspace_of(
        tmp_path, [*full_records(), replace(ASKED, title="a\r\nBcc: y@bad.example")], stored_bytes()
    )
    found = outgoing(gather(workspace), own_services.known_services(), "r")
    workspace.close()
    export(found, tmp_path / "r.eml")
    message = mail(tmp_path / "r.eml")
    assert message["To"] == to
    assert message["Bcc"] is None
    assert "Bcc: y@bad.example" in message["Subject"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_private_leaves_in_any_form(tmp_path: Path, suffix: str) -> None:
    seeded, marks = seeded_private(full_records())
    found = made(tmp_path, base=seeded, carries=("report", "workbook"))
    export(found, tmp_path / f"r{suffix}")
    everything = everything_in(tmp_path / f"r{suffix}")
    assert "jointdemonstration" in everything
    assert marks
    assert "QSEED" not in everything


def test_another_ending_is_refused_and_a_folder_that_is_missing_is_said(request_03: Outgoing, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"cannot be written as \.odt"):
        export(request_03, tmp_path / "r.odt")
    with pytest.raises(KnownError, match="could not be written"):
        export(request_03, tmp_path / "nowhere" / "r.txt")


def test_the_name_of_the_file(request_03: Outgoing) -> None:
    assert file_name(request_03, ".pdf") == "valdoria-s3-2026-11-16-request-r-03-targeted-support-annex.pdf"

"""A small real assessment with a bit of everything, so that each operation has something to work on."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    Answer,
    AnswerState,
    Assessment,
    Check,
    Decision,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    Person,
    Programme,
    Record,
    Storage,
    Territory,
)
from s3desk.domain.requests import Appointment, Occasion, RequestText, Stage, SupportRequest
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace

NOW = datetime.fromisoformat("2026-11-16T15:42")

RECORDS: tuple[Record, ...] = (
    Assessment(ASSESSMENT, "Region of Valdoria", second_language="de"),
    Territory("t1", "Valdoria"),
    Programme("p1", "Programme Valdoria 2021-2027"),
    Person("m1", "M. Rossi"),
    Check("c1", "Autumn 2026"),
    Answer("monitoring.indicators", AnswerState.RATED, 2, comment="Two of six", to_confirm=True),
    FactValue("monitoring.indicators/indicators", "12"),
    Fulfilment("monitoring", Decision.YES, references="E01", written_at=NOW, to_confirm=True),
    Evidence("e1", 1, "Monitoring report 2025", link="https://valdoria.example/report"),
    Evidence("e2", 2, "List of projects", storage=Storage.LINKED_FILE, file_name="list.pdf", file_path="/s3/list.pdf"),
    EvidenceUse("u1", "e1", "monitoring.indicators", "6-13"),
    Action("a1", 1, "Agree on data exchange", "monitoring"),
    SupportRequest("r1", 1, "Help with indicators", "matchmaking-text", criterion_id="monitoring"),
    RequestText("r1/area", "Monitoring"),
    SupportRequest("r2", 2, "Peer review", "peer-review-tor", stage=Stage.SENT, sent_on=NOW.date()),
    SupportRequest("r3", 3, "Working group", "participation-note", stage=Stage.WITHDRAWN),
    Appointment("d1", "Committee", NOW.date(), Occasion.COMMITTEE),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An assessment of Valdoria at a fixed moment."""
    made = create(tmp_path / "valdoria.s3desk", default_catalogue(), RECORDS, who="M. Rossi", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A file of a document."""
    path = tmp_path / "Report 2025 “final”.pdf"
    path.write_bytes(b"%PDF-1.7 a report")
    return path


@pytest.fixture
def day() -> date:
    """The day of the fixed moment."""
    return NOW.date()

"""One list of days: from where each comes, which are overdue, and the calendar made of them."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.service_files import shipped_services
from s3desk.catalogue.services import Services
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Action, ActionStatus, Evidence, FactValue
from s3desk.domain.requests import Appointment, Occasion, Stage, SupportRequest
from s3desk.formats.ics import calendar, write_dates
from s3desk.queries.dates import DateLine, dates, overdue
from tests.builders import empty_records
from tests.hostile import hostile_records

TODAY = date(2026, 11, 16)
PAST, NEXT = date(2026, 11, 1), date(2027, 3, 1)
LABEL = default_catalogue().question_text("analysis.up-to-date", "en").label
MATCHMAKING = shipped_services().service("matchmaking")
assert MATCHMAKING is not None
SERVICES = Services((replace(MATCHMAKING, cut_offs=(PAST, NEXT)),))

FULL = content_of([
    *empty_records(),
    Action("a1", 1, "Join", "cooperation", due=PAST, next_step="Write"),
    Action("a2", 2, "Done", "cooperation", due=PAST, status=ActionStatus.DONE),
    Action("a3", 3, "No day", "cooperation"),
    SupportRequest("r1", 1, "Peer review", "peer-review-tor", due=PAST),
    SupportRequest("r2", 2, "Sent", "peer-review-tor", due=PAST, stage=Stage.SENT),
    Evidence("e1", 7, "Plan", valid_until=NEXT),
    FactValue("analysis.up-to-date/next-update", "2028-03-01"),
    FactValue("analysis.up-to-date/finished", "2026-01-01"),
    FactValue("gone/next-update", "2028-03-01"),
    Appointment("d1", "Conference", PAST, Occasion.EVENT),
    Appointment("d2", "Committee", PAST, Occasion.COMMITTEE, "https://x.example"),
    Appointment("d3", "Review", PAST, Occasion.REVIEW, done=True),
])  # fmt: skip


def shown(content: Content = FULL, language: str = "en") -> tuple[DateLine, ...]:
    return dates(SERVICES, default_catalogue(), content, TODAY, Language(language))


def test_all_days_that_are_not_done_in_order() -> None:
    assert [(line.about, line.title, line.overdue) for line in shown()] == [
        ("Action due", "A-01 Join", True),
        ("Committee", "Committee", True),
        ("Event", "Conference", False),
        ("Request to be sent", "R-01 Peer review", True),
        ("Document ends", "E07 Plan", False),
        ("Cut-off", "Matchmaking", False),
        ("Next update", f"1.1 {LABEL}", False),
    ]
    assert overdue(shown()) == 3


def test_each_names_where_it_comes_from() -> None:
    ids = [
        line.action_id or line.request_id or line.evidence_id or line.question_id or line.service_id
        or line.appointment_id for line in shown()
    ]  # fmt: skip
    assert ids == ["a1", "d2", "d1", "r1", "e1", "matchmaking", "analysis.up-to-date"]
    assert len({line.key for line in shown()}) == len(ids)


def test_hostile_and_empty_files_have_a_list() -> None:
    assert shown(content_of(empty_records()))[0].service_id == "matchmaking"
    bad = content_of([*hostile_records(), FactValue("analysis.up-to-date/next-update", "soon")])
    assert [line.service_id for line in shown(bad)] == ["matchmaking"]


def test_the_calendar_has_one_event_for_each(tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    write_dates(shown(), datetime(2026, 11, 16, 15, 42), path)
    text = path.read_bytes().decode()
    assert text == calendar(shown(), datetime(2026, 11, 16, 15, 42))
    assert text.count("BEGIN:VEVENT") == len(shown())
    assert "SUMMARY:Committee: Committee\r\nDESCRIPTION:https://x.example\r\n" in text
    assert "UID:a1@s3desk\r\n" in text

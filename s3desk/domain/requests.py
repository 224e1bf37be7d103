"""What is recorded about asking for help: requests with their texts, and days to keep in mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """How far a request for support is."""

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Occasion(StrEnum):
    """What a day is about."""

    EVENT = "event"
    CUT_OFF = "cut_off"
    COMMITTEE = "committee"
    REVIEW = "review"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SupportRequest:
    """A request for support in one of the guided forms; shown as "R-03" from its number.

    `language` is that of what leaves, `due` the day by which we want to send it.
    """

    id: str
    number: int
    title: str
    form: str
    service_id: str = ""
    criterion_id: str = ""
    question_id: str = ""
    language: str = "en"
    stage: Stage = Stage.DRAFT
    due: date | None = None
    evidence_ids: tuple[str, ...] = ()
    started_on: date | None = None
    sent_on: date | None = None
    reference: str = ""
    answered_on: date | None = None
    result: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class RequestText:
    """What was written into one field of a request; `id` is "<request id>/<field id>".

    A field without this record shows what the assessment says; choices are their ids, joined by spaces.
    """

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day to keep in mind: an event, a cut-off, a committee, a review."""

    id: str
    title: str
    day: date
    occasion: Occasion = Occasion.OTHER
    link: str = ""
    done: bool = False


def request_number(request: SupportRequest) -> str:
    """The mark of a request: "R-03"."""
    return f"R-{request.number:02d}"


SENT_FROM, SENT_TO = "_from", "_to"
"""Kept beside the fields of a request that was sent: who asked and who was asked. No field has such an id."""


def text_key(request_id: str, field_id: str) -> str:
    """The key of the text of one field."""
    return f"{request_id}/{field_id}"

"""How a piece of evidence stands: in force, current, over its reminder period, missing."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date
from enum import StrEnum

from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.records import Evidence, Storage
from s3desk.domain.reminders import Reminder


class State(StrEnum):
    """The state of a document; the reminder period is ours and editable, not a legal limit."""

    IN_FORCE = "in_force"
    CURRENT = "current"
    OLD = "old"
    EXPIRED = "expired"
    NO_DATE = "no_date"
    FILE_MISSING = "file_missing"
    NOT_INCLUDED = "not_included"


def state(
    evidence: Evidence,
    catalogue: Catalogue,
    content: Content,
    today: date,
    missing_files: frozenset[str] = frozenset(),
) -> State:
    """The state of a document on a day; `missing_files` are ids of documents whose bytes were not found."""
    if evidence.id in missing_files:
        return State.NOT_INCLUDED if evidence.storage is Storage.COPY else State.FILE_MISSING
    if evidence.valid_until is not None:
        return State.EXPIRED if evidence.valid_until < today else State.IN_FORCE
    months = reminder_months(evidence.kind, catalogue, content)
    if months is None:
        return State.IN_FORCE
    if evidence.dated is None:
        return State.NO_DATE
    return State.OLD if months_later(evidence.dated, months) < today else State.CURRENT


def reminder_months(kind_id: str, catalogue: Catalogue, content: Content) -> int | None:
    """After how many months a document of a kind should be looked at; None for decisions, law and rules."""
    own = content.get(Reminder, kind_id)
    if own is not None:
        return own.months or None
    return proposed_months(kind_id, catalogue)


def proposed_months(kind_id: str, catalogue: Catalogue) -> int | None:
    """The period that we propose."""
    return next((kind.reminder_months for kind in catalogue.evidence_kinds if kind.id == kind_id), None)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month, and of the calendar at its end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))

"""All days of an assessment in one list: actions, requests, cut-offs of services, documents, own entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.services import Services, said
from s3desk.domain.content import Content
from s3desk.domain.open_points import action_number
from s3desk.domain.open_points import is_late as action_is_late
from s3desk.domain.records import Action, ActionStatus, Evidence, FactValue
from s3desk.domain.requests import Appointment, Occasion, SupportRequest, request_number
from s3desk.domain.tokens import short_title, token
from s3desk.queries import words
from s3desk.queries.requests import OPEN, is_late

_NEXT_UPDATE = "/next-update"
"""The end of the id of a fact that names a day of review."""

_MUST_BE_DONE = (Occasion.CUT_OFF, Occasion.COMMITTEE, Occasion.REVIEW)


@dataclass(frozen=True, slots=True)
class DateLine:
    """One day. `key` is for ever the same for one entry; the id that is not empty says where it comes from.

    `title` begins with `mark` where the entry has one ("A-04", "R-03", "E07", "3.5").

    `about` says what kind of day it is, `overdue` that it passed and something is still to be done.
    """

    key: str
    day: date
    about: str
    title: str
    overdue: bool
    detail: str = ""
    link: str = ""
    action_id: str = ""
    request_id: str = ""
    evidence_id: str = ""
    question_id: str = ""
    service_id: str = ""
    appointment_id: str = ""
    mark: str = ""


def dates(
    services: Services, catalogue: Catalogue, content: Content, today: date, language: Language
) -> tuple[DateLine, ...]:
    """All days, the earliest first; what is done is left out."""
    found = [
        *_appointments(content, today, language),
        *_actions(content, today, language),
        *_requests(content, today, language),
        *_services(services, today, language),
        *_documents(content, today, language),
        *_reviews(catalogue, content, today, language),
    ]
    return tuple(sorted(found, key=lambda line: (line.day, line.title, line.key)))


def overdue(lines: tuple[DateLine, ...]) -> int:
    """How many days passed with something still to be done."""
    return sum(line.overdue for line in lines)


def sentence(lines: tuple[DateLine, ...], language: Language) -> str:
    """How many days there are, and how many of them passed with something still to be done."""
    if not lines:
        return language.text("Nothing is dated yet.")
    counted = language.plural("{n} date", "{n} dates", len(lines))
    late = overdue(lines)
    if not late:
        return f"{counted}."
    return f"{counted}. {language.plural('{n} is overdue.', '{n} are overdue.', late)}"


def _appointments(content: Content, today: date, language: Language) -> Iterator[DateLine]:
    for one in content.all(Appointment):
        if not one.done:
            late = one.day < today and one.occasion in _MUST_BE_DONE
            about = words.occasion(one.occasion, language)
            yield DateLine(f"date-{one.id}", one.day, about, one.title, late, link=one.link, appointment_id=one.id)


def _actions(content: Content, today: date, language: Language) -> Iterator[DateLine]:
    for one in content.all(Action):
        if one.due is not None and one.status is not ActionStatus.DONE:
            mark, about, late = action_number(one), language.text("Action due"), action_is_late(one, today)
            title = f"{mark} {one.title}"
            yield DateLine(one.id, one.due, about, title, late, one.next_step, action_id=one.id, mark=mark)


def _requests(content: Content, today: date, language: Language) -> Iterator[DateLine]:
    for one in content.all(SupportRequest):
        if one.due is not None and one.stage in OPEN:
            mark, about, late = request_number(one), language.text("Request to be sent"), is_late(one, today)
            title = f"{mark} {one.title}"
            yield DateLine(f"request-{one.id}", one.due, about, title, late, request_id=one.id, mark=mark)


def _services(services: Services, today: date, language: Language) -> Iterator[DateLine]:
    """Cut-offs to come; past ones are nobody's duty."""
    for one in services.services:
        for day in one.cut_offs:
            if day >= today:
                key, title = f"cut-off-{one.id}-{day.isoformat()}", said(one.title, language.code)
                about = language.text("Cut-off")
                yield DateLine(key, day, about, title, overdue=False, link=one.link, service_id=one.id)


def _documents(content: Content, today: date, language: Language) -> Iterator[DateLine]:
    for one in content.all(Evidence):
        if one.valid_until is not None:
            mark, about, day = token(one), language.text("Document ends"), one.valid_until
            title = f"{mark} {short_title(one)}"
            yield DateLine(f"evidence-{one.id}", day, about, title, day < today, evidence_id=one.id, mark=mark)


def _reviews(catalogue: Catalogue, content: Content, today: date, language: Language) -> Iterator[DateLine]:
    """Facts that name the next update, where a real day was written."""
    for fact in content.all(FactValue):
        question_id = fact.id.removesuffix(_NEXT_UPDATE)
        if question_id == fact.id or not catalogue.knows(question_id):
            continue
        try:
            day = date.fromisoformat(fact.value)
        except ValueError:
            continue
        question = catalogue.question(question_id)
        title = f"{question.number} {catalogue.question_text(question_id, language.code).label}"
        about = language.text("Next update")
        yield DateLine(f"fact-{fact.id}", day, about, title, day < today, question_id=question_id, mark=question.number)

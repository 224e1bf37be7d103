"""The history for its page: each recorded step as a row, and what rows are filtered by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from s3desk.basics.language import Language, message
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.folding import fold, words_of
from s3desk.domain.records import (
    Action,
    Answer,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    ProgrammeText,
    Record,
    SavedVersion,
    StatusStep,
)
from s3desk.domain.requests import Appointment, RequestText, SupportRequest
from s3desk.queries.changed_values import Around, ChangedValue, values_of
from s3desk.queries.marking import shortened_change
from s3desk.workspace.journal import FIXED, Entry

_NOTHING = "\u2013"


class Topic(StrEnum):
    """What a step is about, as people filter it."""

    ALL = ""
    ANSWERS = "answers"
    FULFILMENT = "fulfilment"
    EVIDENCE = "evidence"
    ACTIONS = "actions"
    SUPPORT = "support"
    VERSIONS = "versions"
    ABOUT = "about"


TOPICS = {
    Topic.ALL: message("All kinds"),
    Topic.ANSWERS: message("Answers"),
    Topic.FULFILMENT: message("Fulfilment"),
    Topic.EVIDENCE: message("Evidence"),
    Topic.ACTIONS: message("Actions"),
    Topic.SUPPORT: message("Support"),
    Topic.VERSIONS: message("Versions and status"),
    Topic.ABOUT: message("Everything else"),
}
_TOPIC_OF: dict[type[Record], Topic] = {
    Answer: Topic.ANSWERS,
    FactValue: Topic.ANSWERS,
    Fulfilment: Topic.FULFILMENT,
    ProgrammeText: Topic.FULFILMENT,
    Evidence: Topic.EVIDENCE,
    EvidenceUse: Topic.EVIDENCE,
    Action: Topic.ACTIONS,
    SupportRequest: Topic.SUPPORT,
    RequestText: Topic.SUPPORT,
    Appointment: Topic.SUPPORT,
    SavedVersion: Topic.VERSIONS,
    StatusStep: Topic.VERSIONS,
}


class Since(StrEnum):
    """From when on steps are shown."""

    ALWAYS = ""
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    CHECK = "check"


SINCE = {
    Since.ALWAYS: message("At any time"),
    Since.TODAY: message("Today"),
    Since.WEEK: message("In the last 7 days"),
    Since.MONTH: message("In the last 30 days"),
    Since.CHECK: message("In this check"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which steps are shown; "" of each stands for all."""

    words: str = ""
    criterion_id: str = ""
    topic: Topic = Topic.ALL
    who: str = ""
    since: Since = Since.ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    """One step in words. `change` is what its first value was changed to, `more` how many others it changed."""

    id: int
    at: datetime
    who: str
    name: str
    change: str
    more: int
    values: tuple[ChangedValue, ...]
    criteria: frozenset[str]
    topics: frozenset[Topic]
    folded: str
    spoken: str


def step_of(entry: Entry, around: Around) -> Step:
    """A recorded step in words; what an assessment was begun with is not a change of anything."""
    language = around.language
    changes = () if entry.state == FIXED else entry.changes
    values = values_of(changes, around)
    name, change = language.recorded(entry.label, entry.values), _first(values)
    said = " ".join(text for value in values for text in (value.where, value.what, value.before, value.after))
    more = max(0, len(values) - 1)
    others = language.plural("{n} more value", "{n} more values", more) if more else ""
    spoken = [language.moment(entry.at), entry.who, name, change, others]
    return Step(
        id=entry.id,
        at=entry.at,
        who=entry.who,
        name=name,
        change=change,
        more=more,
        values=values,
        criteria=frozenset(_criteria(changes_of(values), around)),
        topics=frozenset(_TOPIC_OF.get(change.kind, Topic.ABOUT) for change in changes),
        folded=fold(f"{name} {said}"),
        spoken=", ".join(part for part in spoken if part),
    )


def changes_of(values: tuple[ChangedValue, ...]) -> tuple[Record, ...]:
    """The records that values belong to, as far as they are known."""
    return tuple(record for value in values if (record := value.change.after or value.change.before) is not None)


def fits(step: Step, wanted: Wanted, today: date, check_began: date | None) -> bool:
    """Whether a step is among those wanted."""
    begin = _begin(wanted.since, today, check_began)
    return (
        (not wanted.criterion_id or wanted.criterion_id in step.criteria)
        and (not wanted.topic or wanted.topic in step.topics)
        and (not wanted.who or wanted.who == step.who)
        and (begin is None or step.at.date() >= begin)
        and all(word in step.folded for word in words_of(wanted.words))
    )


def day_words(day: date, today: date, language: Language) -> str:
    """The heading of a day."""
    if day == today:
        return language.text("Today, {date}", date=language.date(day))
    if day == today - timedelta(days=1):
        return language.text("Yesterday, {date}", date=language.date(day))
    return language.date(day)


def criterion_choices(catalogue: Catalogue, language: Language) -> tuple[tuple[str, str], ...]:
    """All criteria, and each of them."""
    named = (
        (one.id, f"{one.number} {catalogue.criterion_text(one.id, language.code).name}") for one in catalogue.criteria
    )
    return (("", language.text("All criteria")), *named)


def check_began(content: Content) -> date | None:
    """The day on which the present check began."""
    check = content.check()
    return check.started_on if check else None


def _begin(since: Since, today: date, check_began: date | None) -> date | None:
    return {
        Since.ALWAYS: None,
        Since.TODAY: today,
        Since.WEEK: today - timedelta(days=6),
        Since.MONTH: today - timedelta(days=29),
        Since.CHECK: check_began,
    }[since]


def _first(values: tuple[ChangedValue, ...]) -> str:
    """The first value in one line: "Comment: ... once a year -> ... twice a year"."""
    if not values:
        return ""
    first = values[0]
    before, after = shortened_change(first.before, first.after)
    if first.whole:
        return f"{first.what}: {first.where}"
    return f"{first.what}: {before or _NOTHING} \u2192 {after or _NOTHING}"


def _criteria(records: tuple[Record, ...], around: Around) -> set[str]:
    """The criteria that records belong to; documents belong to those they are used for now."""
    found: set[str] = set()
    for record in records:
        match record:
            case Answer() | FactValue():
                found |= _of_question(record.id.partition("/")[0], around.catalogue)
            case EvidenceUse():
                found |= _of_question(record.question_id, around.catalogue)
            case Evidence():
                uses = (use for use in around.content.all(EvidenceUse) if use.evidence_id == record.id)
                found = found.union(*(_of_question(use.question_id, around.catalogue) for use in uses))
            case Fulfilment() | ProgrammeText():
                found.add(record.id.rpartition("/")[2])
            case Action():
                found.add(record.criterion_id)
    return found


def _of_question(question_id: str, catalogue: Catalogue) -> set[str]:
    return {catalogue.question(question_id).criterion_id} if catalogue.knows(question_id) else set()

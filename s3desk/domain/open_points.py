"""What is still open before anything leaves the office. None of it blocks; each point names its spot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain import freshness
from s3desk.domain.content import Content
from s3desk.domain.records import (
    Action,
    ActionStatus,
    AnswerState,
    Decision,
    Evidence,
    EvidenceUse,
    Fulfilment,
    Programme,
    ProgrammeText,
    Purpose,
)
from s3desk.domain.scoring import average, is_answered, is_relevant
from s3desk.domain.tokens import (
    by_number,
    first_texts,
    length,
    numbers_in,
    second_texts,
    token,
    written_texts,
)

_FAR_LOW, _FAR_HIGH = 2.0, 4.0
"""Yes with core ratings below 2 on average, or No with 4 and more, are far apart."""


class Kind(StrEnum):
    """What is open."""

    NOT_DECIDED = "not_decided"
    JUSTIFICATION_MISSING = "justification_missing"
    JUSTIFICATION_TOO_LONG = "justification_too_long"
    REFERENCES_TOO_LONG = "references_too_long"
    YES_WITHOUT_EVIDENCE = "yes_without_evidence"
    REFERENCE_WITHOUT_LINK = "reference_without_link"
    UNKNOWN_TOKEN = "unknown_token"
    NOT_RELEVANT_NOT_AGREED = "not_relevant_not_agreed"
    FAR_APART = "far_apart"
    TRANSLATION_OLDER = "translation_older"
    TO_CONFIRM = "to_confirm"
    NA_WITHOUT_REASON = "na_without_reason"
    ELSEWHERE_WITHOUT_SOURCE = "elsewhere_without_source"
    NOT_KNOWN = "not_known"
    CORE_OPEN = "core_open"
    ANSWER_TO_CONFIRM = "answer_to_confirm"
    FOR_REVIEW = "for_review"
    FILE_MISSING = "file_missing"
    COPY_NOT_INCLUDED = "copy_not_included"
    EVIDENCE_OLD = "evidence_old"
    EVIDENCE_EXPIRED = "evidence_expired"
    SAME_DOCUMENT = "same_document"
    ACTION_LATE = "action_late"
    NO_PROGRAMME = "no_programme"


TO_SOLVE = frozenset(
    {
        Kind.NOT_DECIDED,
        Kind.JUSTIFICATION_MISSING,
        Kind.JUSTIFICATION_TOO_LONG,
        Kind.REFERENCES_TOO_LONG,
        Kind.YES_WITHOUT_EVIDENCE,
        Kind.UNKNOWN_TOKEN,
        Kind.NA_WITHOUT_REASON,
        Kind.ELSEWHERE_WITHOUT_SOURCE,
        Kind.FILE_MISSING,
        Kind.NO_PROGRAMME,
    }
)
"""Points to solve; all others are points to check."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One open point with the ids of its spot and the numbers that its sentence needs."""

    kind: Kind
    criterion_id: str = ""
    question_id: str = ""
    evidence_id: str = ""
    action_id: str = ""
    programme_id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def to_solve(self) -> bool:
        """Whether it should be solved before anything leaves, rather than looked at."""
        return self.kind in TO_SOLVE


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the rules look at; `missing_files` are ids of evidence whose file or stored copy was not found."""

    catalogue: Catalogue
    content: Content
    today: date
    missing_files: frozenset[str] = frozenset()


def open_points(situation: Situation) -> tuple[OpenPoint, ...]:
    """All open points: those to solve first, each group in the order of the criteria."""
    found = [
        *_programme_points(situation),
        *(point for criterion in situation.catalogue.criteria for point in _criterion_points(situation, criterion)),
        *_evidence_points(situation),
        *_action_points(situation),
    ]
    return tuple(sorted(found, key=lambda point: not point.to_solve))


def _criterion_points(situation: Situation, criterion: Criterion) -> Iterator[OpenPoint]:
    fulfilment = situation.content.fulfilment(criterion.id)
    for kind, values in _fulfilment_points(situation, criterion, fulfilment):
        yield OpenPoint(kind, criterion.id, values=values)
    yield from _length_points(situation, fulfilment)
    yield from _token_points(situation, fulfilment)
    if is_relevant(situation.content, criterion):
        yield from _question_points(situation, criterion)


def _fulfilment_points(
    situation: Situation, criterion: Criterion, fulfilment: Fulfilment
) -> Iterator[tuple[Kind, Mapping[str, Any]]]:
    decision = fulfilment.decision
    if decision is Decision.NOT_DECIDED:
        yield Kind.NOT_DECIDED, {}
    elif not fulfilment.justification.strip():
        yield Kind.JUSTIFICATION_MISSING, {}
    if decision is Decision.YES and not _has_evidence(situation.content, criterion, fulfilment):
        yield Kind.YES_WITHOUT_EVIDENCE, {}
    if decision is Decision.NOT_RELEVANT and not (fulfilment.agreed_with.strip() and fulfilment.agreed_on):
        yield Kind.NOT_RELEVANT_NOT_AGREED, {}
    mean = _core_average(situation.content, criterion)
    if mean is not None and _far_apart(decision, mean):
        yield Kind.FAR_APART, {"decision": decision.value, "average": mean}
    if _translation_older(fulfilment):
        yield Kind.TRANSLATION_OLDER, {}
    if fulfilment.to_confirm:
        yield Kind.TO_CONFIRM, {}


def _has_evidence(content: Content, criterion: Criterion, fulfilment: Fulfilment) -> bool:
    known = by_number(content)
    if any(number in known for number in numbers_in(fulfilment.references + " " + fulfilment.justification)):
        return True
    questions = {question.id for question in criterion.questions}
    return any(use.question_id in questions for use in content.all(EvidenceUse))


def _core_average(content: Content, criterion: Criterion) -> float | None:
    core = (content.answer(question.id) for question in criterion.questions if question.core)
    return average(answer.rating for answer in core if answer.state is AnswerState.RATED and answer.rating is not None)


def _far_apart(decision: Decision, core_average: float) -> bool:
    too_low = decision is Decision.YES and core_average < _FAR_LOW
    return too_low or (decision is Decision.NO and core_average >= _FAR_HIGH)


def _translation_older(fulfilment: Fulfilment) -> bool:
    translated = fulfilment.second_references or fulfilment.second_justification
    if not translated or fulfilment.written_at is None or fulfilment.translated_at is None:
        return False
    return fulfilment.translated_at < fulfilment.written_at


def _length_points(situation: Situation, fulfilment: Fulfilment) -> Iterator[OpenPoint]:
    content = situation.content
    assessment = content.assessment()
    evidence = by_number(content)
    first, second = Language(assessment.language), Language(assessment.second_language or assessment.language)
    texts = [
        (first_texts(fulfilment, evidence, first), "", first.code),
        (second_texts(fulfilment, evidence, second), "", second.code),
    ]
    for programme_id, own in _own_texts(content, fulfilment.id):
        texts.append((written_texts(own.references, own.justification, evidence, first), programme_id, first.code))
    for text, programme_id, code in texts:
        limits = (
            (Kind.REFERENCES_TOO_LONG, text.references, situation.catalogue.reference_limit),
            (Kind.JUSTIFICATION_TOO_LONG, text.justification, situation.catalogue.justification_limit),
        )
        for kind, written, limit in limits:
            if (used := length(written)) > limit:
                values = {"used": used, "limit": limit, "over": used - limit, "language": code}
                yield OpenPoint(kind, fulfilment.id, programme_id=programme_id, values=values)


def _own_texts(content: Content, criterion_id: str) -> Iterator[tuple[str, ProgrammeText]]:
    """The programmes that have texts of their own for a criterion, with these texts."""
    for programme in content.all(Programme):
        if (own := content.get(ProgrammeText, f"{programme.id}/{criterion_id}")) is not None:
            yield programme.id, own


def _token_points(situation: Situation, fulfilment: Fulfilment) -> Iterator[OpenPoint]:
    evidence = by_number(situation.content)
    own = [text for _, text in _own_texts(situation.content, fulfilment.id)]
    references = [fulfilment.references, fulfilment.second_references, *(text.references for text in own)]
    justifications = [fulfilment.justification, fulfilment.second_justification, *(text.justification for text in own)]
    referred = numbers_in(" ".join(references))
    for number in numbers_in(" ".join((*references, *justifications))):
        found = evidence.get(number)
        if found is None:
            yield OpenPoint(Kind.UNKNOWN_TOKEN, fulfilment.id, values={"token": f"E{number:02d}"})
        elif number in referred and not found.link.strip():
            values = {"token": token(found)}
            yield OpenPoint(Kind.REFERENCE_WITHOUT_LINK, fulfilment.id, evidence_id=found.id, values=values)


def _question_points(situation: Situation, criterion: Criterion) -> Iterator[OpenPoint]:
    for question in criterion.questions:
        answer = situation.content.answer(question.id)
        spot = partial(
            OpenPoint, criterion_id=criterion.id, question_id=question.id, values={"number": question.number}
        )
        if answer.state is AnswerState.NOT_KNOWN:
            yield spot(Kind.NOT_KNOWN)
        elif answer.state is AnswerState.NOT_APPLICABLE and not is_answered(answer):
            yield spot(Kind.NA_WITHOUT_REASON)
        elif answer.state is AnswerState.ELSEWHERE and not is_answered(answer):
            yield spot(Kind.ELSEWHERE_WITHOUT_SOURCE)
        elif question.core and not is_answered(answer):
            yield spot(Kind.CORE_OPEN)
        if answer.to_confirm:
            yield spot(Kind.ANSWER_TO_CONFIRM)
        if answer.review:
            yield spot(Kind.FOR_REVIEW)


def _evidence_points(situation: Situation) -> Iterator[OpenPoint]:
    for evidence in situation.content.all(Evidence):
        spot = partial(OpenPoint, evidence_id=evidence.id, values={"token": token(evidence), "title": evidence.title})
        state = freshness.state(
            evidence, situation.catalogue, situation.content, situation.today, situation.missing_files
        )
        if state is freshness.State.FILE_MISSING:
            yield spot(Kind.FILE_MISSING)
        elif state is freshness.State.NOT_INCLUDED:
            yield spot(Kind.COPY_NOT_INCLUDED)
        elif state is freshness.State.EXPIRED:
            yield spot(Kind.EVIDENCE_EXPIRED)
        elif state is freshness.State.OLD:
            yield spot(Kind.EVIDENCE_OLD)
    yield from _same_document_points(situation)


def _same_document_points(situation: Situation) -> Iterator[OpenPoint]:
    """One document alone cannot carry all seven criteria: the only reference of each of them."""
    content = situation.content
    named = [numbers_in(content.fulfilment(criterion.id).references) for criterion in situation.catalogue.criteria]
    only = set(named)
    if len(named) > 1 and len(only) == 1 and len(named[0]) == 1:
        found = by_number(content).get(named[0][0])
        if found is not None:
            yield OpenPoint(Kind.SAME_DOCUMENT, evidence_id=found.id, values={"token": token(found)})


def _action_points(situation: Situation) -> Iterator[OpenPoint]:
    for action in situation.content.all(Action):
        if is_late(action, situation.today):
            yield OpenPoint(
                Kind.ACTION_LATE,
                action.criterion_id,
                action.question_id,
                action_id=action.id,
                values={"number": action_number(action), "due": action.due},
            )


def is_late(action: Action, today: date) -> bool:
    """Whether an action is not done after its day."""
    return action.status is not ActionStatus.DONE and action.due is not None and action.due < today


def action_number(action: Action) -> str:
    """The mark of an action in lists: "A-04"."""
    return f"A-{action.number:02d}"


def _programme_points(situation: Situation) -> Iterator[OpenPoint]:
    """Table 12 needs a programme; what a region prepares for itself does not."""
    check = situation.content.check()
    prepares = check is not None and check.purpose is Purpose.PREPARATION
    if not prepares and not situation.content.all(Programme):
        yield OpenPoint(Kind.NO_PROGRAMME)

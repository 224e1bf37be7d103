"""Where a link leads that an open point, a search or the history gives: a record, or a field of a criterion."""

from __future__ import annotations

from dataclasses import dataclass

from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.open_points import Kind, OpenPoint
from s3desk.domain.records import (
    Action,
    Answer,
    Assessment,
    Check,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    Person,
    Programme,
    ProgrammeText,
    Record,
    SavedVersion,
    Strategy,
    Territory,
)
from s3desk.domain.requests import Appointment, RequestText, SupportRequest
from s3desk.domain.tokens import numbers_in


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an assessment. A record of its own has its id.

    `programmes` stands for the description of region, strategies and programmes, `people` for that of people.
    `field` names the field that takes the cursor; "" is where the tab begins.
    """

    criterion_id: str = ""
    tab: str = ""
    question_id: str = ""
    field: str = ""
    evidence_id: str = ""
    action_id: str = ""
    programmes: bool = False
    people: bool = False
    version_id: str = ""
    request_id: str = ""
    appointment_id: str = ""
    library_id: str = ""


_FULFILMENT_FIELDS = {
    Kind.NOT_DECIDED: "",
    Kind.FAR_APART: "",
    Kind.JUSTIFICATION_MISSING: "justification",
    Kind.JUSTIFICATION_TOO_LONG: "justification",
    Kind.REFERENCES_TOO_LONG: "references",
    Kind.NOT_RELEVANT_NOT_AGREED: "agreed",
    Kind.TO_CONFIRM: "confirm",
}
_QUESTION_FIELDS = {
    Kind.ELSEWHERE_WITHOUT_SOURCE: "source",
    Kind.ANSWER_TO_CONFIRM: "confirm",
    Kind.FOR_REVIEW: "review",
}
"""All other points of a question are solved where it is answered."""


def spot(point: OpenPoint, content: Content) -> Spot:
    """The place at which an open point is solved."""
    if point.kind is Kind.NO_PROGRAMME:
        return Spot(programmes=True)
    if point.evidence_id:
        return Spot(evidence_id=point.evidence_id, field=_evidence_field(point.kind))
    if point.action_id:
        return Spot(action_id=point.action_id)
    if point.question_id:
        return Spot(point.criterion_id, "questions", point.question_id, _QUESTION_FIELDS.get(point.kind, ""))
    if point.kind is Kind.YES_WITHOUT_EVIDENCE:
        return Spot(point.criterion_id, "evidence")
    return Spot(point.criterion_id, "fulfilment", field=_fulfilment_field(point, content))


def _evidence_field(kind: Kind) -> str:
    return {
        Kind.REFERENCE_WITHOUT_LINK: "link",
        Kind.FILE_MISSING: "file",
        Kind.COPY_NOT_INCLUDED: "file",
        Kind.EVIDENCE_OLD: "dated",
    }.get(kind, "")


def _fulfilment_field(point: OpenPoint, content: Content) -> str:
    fulfilment = content.fulfilment(point.criterion_id)
    if point.kind is Kind.TRANSLATION_OLDER:
        return "second_references" if fulfilment.second_references else "second_justification"
    if point.kind is Kind.UNKNOWN_TOKEN:
        number = int(str(point.values["token"]).removeprefix("E"))
        return "references" if number in numbers_in(fulfilment.references) else "justification"
    field = _FULFILMENT_FIELDS[point.kind]
    assessment = content.assessment()
    translated = point.values.get("language") not in (None, assessment.language)
    return f"second_{field}" if translated else field


_LISTED = (Evidence, Action, SavedVersion, SupportRequest, Appointment)
"""Records with a row of their own: without them there is no spot."""


def field_spot(record: Record, field: str, catalogue: Catalogue, content: Content) -> Spot | None:
    """Where a field of a record is shown and changed; None where its record is gone or has no place."""
    if content.get(type(record), record.id) is None and isinstance(record, _LISTED):
        return None
    made: Spot | None = None
    match record:
        case Answer() | FactValue() | EvidenceUse():
            made = _question_spot(record, field, catalogue)
        case Fulfilment() | ProgrammeText():
            made = _criterion_spot(record, field, catalogue)
        case Evidence():
            made = Spot(evidence_id=record.id, field=field)
        case Action():
            made = Spot(action_id=record.id, field=field)
        case SavedVersion():
            made = Spot(version_id=record.id)
        case SupportRequest() | RequestText() | Appointment():
            made = _support_spot(record)
        case Person():
            made = Spot(people=True)
        case Assessment() | Territory() | Strategy() | Programme() | Check():
            made = Spot(programmes=True)
    return made


def _support_spot(record: SupportRequest | RequestText | Appointment) -> Spot:
    if isinstance(record, Appointment):
        return Spot(appointment_id=record.id)
    request_id, _, field_id = record.id.partition("/")
    return Spot(request_id=request_id, field=field_id)


def _question_spot(record: Answer | FactValue | EvidenceUse, field: str, catalogue: Catalogue) -> Spot | None:
    question_id, _, fact_id = (record.question_id if isinstance(record, EvidenceUse) else record.id).partition("/")
    if not catalogue.knows(question_id):
        return None
    named = {"held_source": "source", "value": f"fact/{fact_id}", "pages": "evidence"}
    criterion_id = catalogue.question(question_id).criterion_id
    return Spot(criterion_id, "questions", question_id, named.get(field, field))


def _criterion_spot(record: Fulfilment | ProgrammeText, field: str, catalogue: Catalogue) -> Spot | None:
    criterion_id = record.id.rpartition("/")[2]
    if criterion_id not in {criterion.id for criterion in catalogue.criteria}:
        return None
    named = {"agreed_with": "agreed", "agreed_on": "agreed"}
    return Spot(criterion_id, "fulfilment", field=named.get(field, field))

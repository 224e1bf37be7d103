"""Where the link of an open point leads: the record, or criterion, tab, question and field that hold it."""

from __future__ import annotations

from dataclasses import dataclass

from s3desk.domain.content import Content
from s3desk.domain.open_points import Kind, OpenPoint
from s3desk.domain.tokens import numbers_in


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an assessment. A record of its own has its id, `programmes` stands for their description.

    `field` names the field that takes the cursor; "" is where the tab begins.
    """

    criterion_id: str = ""
    tab: str = ""
    question_id: str = ""
    field: str = ""
    evidence_id: str = ""
    action_id: str = ""
    programmes: bool = False


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
    return {Kind.REFERENCE_WITHOUT_LINK: "link", Kind.FILE_MISSING: "file", Kind.EVIDENCE_OLD: "dated"}.get(kind, "")


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

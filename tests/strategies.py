"""Records and contents for hypothesis: any record at all, and whole contents that a file could hold."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.model import Catalogue
from s3desk.domain.records import (
    ASSESSMENT,
    RECORD_KINDS,
    Action,
    Answer,
    AnswerState,
    Assessment,
    Decision,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    ProgrammeText,
    R,
    Record,
    SavedVersion,
)
from s3desk.domain.texts import clean

CATALOGUE: Catalogue = default_catalogue()

TEXTS = st.text(max_size=40).map(clean)
_SIMPLE: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(0, 10**9),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.none()).map(lambda when: when.replace(microsecond=0)),
    tuple: st.lists(TEXTS, max_size=4).map(tuple),
}


def records_of(kind: type[R]) -> st.SearchStrategy[R]:
    """Any record of one kind; its fields need not fit each other."""
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: _values(hints[field.name]) for field in fields(kind)})  # type: ignore[arg-type]


def any_record() -> st.SearchStrategy[Record]:
    """Any record of any kind."""
    return st.sampled_from(RECORD_KINDS).flatmap(records_of)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(hint) if part is not type(None)]
        return st.none() | _values(inner)
    kind = typing.get_origin(hint) or hint
    return st.sampled_from(list(kind)) if issubclass(kind, StrEnum) else _SIMPLE[kind]


@st.composite
def whole_records(draw: st.DrawFn) -> tuple[Record, ...]:
    """Records of all kinds but saved versions that a file may hold: they fit the catalogue and each other."""
    found: list[Record] = []
    for kind in RECORD_KINDS:
        if kind is not SavedVersion:
            found += [
                _fitted(record, place) for place, record in enumerate(draw(st.lists(records_of(kind), max_size=3)))
            ]
    assessment = replace(draw(records_of(Assessment)), id=ASSESSMENT)
    evidence = {record.id for record in found if isinstance(record, Evidence)}
    kept = [
        record
        for record in found
        if not isinstance(record, Assessment)
        and (not isinstance(record, EvidenceUse) or record.evidence_id in evidence)
    ]
    return (assessment, *kept)


def _fitted(record: Record, place: int) -> Record:
    """The record with keys and choices that the catalogue allows; `place` tells records of one kind apart."""
    question = CATALOGUE.questions[place * 7]
    criterion = CATALOGUE.criteria[4 + place]
    own: dict[str, Any] = {"id": f"{place}"}
    match record:
        case Answer():
            rated = record.state is AnswerState.RATED
            state = AnswerState.NOT_KNOWN if record.state is AnswerState.NOT_APPLICABLE else record.state
            own = {"id": question.id, "state": state, "rating": place if rated else None}
        case FactValue():
            with_facts = [one for one in CATALOGUE.questions if one.facts][place]
            own = {"id": f"{with_facts.id}/{with_facts.facts[0].id}"}
        case Fulfilment():
            not_here = record.decision is Decision.NOT_RELEVANT and not criterion.where_relevant
            decision = Decision.NO if not_here else record.decision
            own = {"id": criterion.id, "decision": decision, "target": place if record.target else None}
        case ProgrammeText():
            own = {"id": f"p/{criterion.id}"}
        case Evidence():
            own |= {"number": place}
        case EvidenceUse():
            own |= {"evidence_id": f"{place}", "question_id": question.id}
        case Action():
            own |= {"number": place, "criterion_id": criterion.id}
    return replace(record, **own)  # type: ignore[type-var]

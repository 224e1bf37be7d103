"""What must fit between records, so that everything later may trust a content that came from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from s3desk.catalogue.model import LEVELS, Catalogue
from s3desk.domain.content import Content
from s3desk.domain.records import (
    ASSESSMENT,
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
)


def inconsistencies(catalogue: Catalogue, content: Content) -> tuple[str, ...]:
    """Every way in which the records contradict each other or the catalogue; empty when all is well."""
    return tuple(_found(catalogue, content))


def _found(catalogue: Catalogue, content: Content) -> Iterator[str]:
    if [record.id for record in content.all(Assessment)] != [ASSESSMENT]:
        yield "there must be exactly one record about the assessment"
    yield from _answer_faults(catalogue, content)
    yield from _criterion_faults(catalogue, content)
    yield from _evidence_faults(catalogue, content)


def _answer_faults(catalogue: Catalogue, content: Content) -> Iterator[str]:
    for answer in content.all(Answer):
        if not catalogue.knows(answer.id):
            yield f"answer {answer.id!r} has no question in the catalogue"
        elif (answer.state is AnswerState.RATED) != (answer.rating in LEVELS):
            yield f"answer {answer.id!r} is {answer.state.value} with the rating {answer.rating}"
        elif answer.state is AnswerState.NOT_APPLICABLE and catalogue.question(answer.id).core:
            yield f"core question {answer.id!r} cannot be not applicable"
    for fact in content.all(FactValue):
        question_id, _, fact_id = fact.id.partition("/")
        known = catalogue.knows(question_id) and catalogue.question(question_id).facts
        if not known or fact_id not in {one.id for one in known}:
            yield f"fact {fact.id!r} has no field in the catalogue"


def _criterion_faults(catalogue: Catalogue, content: Content) -> Iterator[str]:
    criteria = {criterion.id: criterion for criterion in catalogue.criteria}
    for fulfilment in content.all(Fulfilment):
        criterion = criteria.get(fulfilment.id)
        if criterion is None:
            yield f"fulfilment {fulfilment.id!r} has no criterion in the catalogue"
        elif fulfilment.decision is Decision.NOT_RELEVANT and not criterion.where_relevant:
            yield f"criterion {fulfilment.id!r} cannot be not relevant"
        elif fulfilment.target is not None and fulfilment.target not in LEVELS:
            yield f"fulfilment {fulfilment.id!r} has the target {fulfilment.target}"
    for text in content.all(ProgrammeText):
        if text.id.split("/")[-1] not in criteria:
            yield f"programme text {text.id!r} has no criterion in the catalogue"
    for action in content.all(Action):
        if action.criterion_id not in criteria:
            yield f"action {action.id!r} has no criterion in the catalogue"


def _evidence_faults(catalogue: Catalogue, content: Content) -> Iterator[str]:
    yield from _repeated("evidence", [evidence.number for evidence in content.all(Evidence)])
    yield from _repeated("action", [action.number for action in content.all(Action)])
    for use in content.all(EvidenceUse):
        if content.get(Evidence, use.evidence_id) is None:
            yield f"use {use.id!r} names evidence that is not there"
        if not catalogue.knows(use.question_id):
            yield f"use {use.id!r} names a question that is not there"


def _repeated(name: str, numbers: list[int]) -> Iterator[str]:
    yield from (f"{name} number {number} stands twice" for number, count in Counter(numbers).items() if count > 1)

"""What differs between two contents: decisions, texts and ratings, by the ids both know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.records import Answer, Decision


class Aspect(StrEnum):
    """What of a criterion or question changed."""

    DECISION = "decision"
    REFERENCES = "references"
    JUSTIFICATION = "justification"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change since the earlier content; decisions and answers say from what to what."""

    aspect: Aspect
    criterion_id: str
    question_id: str = ""
    before: Decision | Answer | None = None
    after: Decision | Answer | None = None


def differences(catalogue: Catalogue, earlier: Content, later: Content) -> tuple[Difference, ...]:
    """All changes in the order of the criteria."""
    return tuple(
        difference
        for criterion in catalogue.criteria
        for difference in _criterion_differences(criterion, earlier, later)
    )


def _criterion_differences(criterion: Criterion, earlier: Content, later: Content) -> Iterator[Difference]:
    before, after = earlier.fulfilment(criterion.id), later.fulfilment(criterion.id)
    if before.decision is not after.decision:
        yield Difference(Aspect.DECISION, criterion.id, before=before.decision, after=after.decision)
    if before.references != after.references:
        yield Difference(Aspect.REFERENCES, criterion.id)
    if before.justification != after.justification:
        yield Difference(Aspect.JUSTIFICATION, criterion.id)
    for question in criterion.questions:
        old, new = earlier.answer(question.id), later.answer(question.id)
        if (old.state, old.rating) != (new.state, new.rating):
            yield Difference(Aspect.ANSWER, criterion.id, question.id, old, new)

"""What must fit between records before a content that came from elsewhere is trusted."""

import pytest
from hypothesis import given

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import content_of
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
    Record,
)
from tests.hostile import hostile_records
from tests.strategies import whole_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()
ASSESSED = Assessment(ASSESSMENT, "Region")
CORE = next(question.id for question in CATALOGUE.questions if question.core)
RATED = AnswerState.RATED


@pytest.mark.parametrize("records", [(ASSESSED,), full_records(), hostile_records()], ids=["empty", "full", "hostile"])
def test_what_our_operations_make_is_consistent(records: tuple[Record, ...]) -> None:
    assert inconsistencies(CATALOGUE, content_of(records)) == ()


@pytest.mark.slow
@given(whole_records())
def test_generated_contents_are_consistent(records: tuple[Record, ...]) -> None:
    assert inconsistencies(CATALOGUE, content_of(records)) == ()


@pytest.mark.parametrize(("record", "fault"), [
    (Assessment("second", "Other"), "exactly one record about the assessment"),
    (Answer("no.question", RATED, 3), "answer 'no.question' has no question"),
    (Answer(CORE, RATED, None), "is rated with the rating None"),
    (Answer(CORE, RATED, 6), "is rated with the rating 6"),
    (Answer(CORE, RATED, -1), "with the rating -1"),
    (Answer(CORE, AnswerState.OPEN, 3), "is open with the rating 3"),
    (Answer(CORE, AnswerState.NOT_APPLICABLE, reason="x"), "cannot be not applicable"),
    (FactValue("analysis.up-to-date/nothing", "x"), "has no field"),
    (FactValue("analysis.up-to-date", "x"), "has no field"),
    (FactValue("/finished", "x"), "has no field"),
    (Fulfilment("nothing"), "has no criterion"),
    (Fulfilment("analysis", Decision.NOT_RELEVANT), "cannot be not relevant"),
    (Fulfilment("analysis", target=7), "has the target 7"),
    (Action("a", 1, "x", "nothing"), "has no criterion"),
    (ProgrammeText("p/nothing"), "has no criterion"),
    (EvidenceUse("u", "nothing", CORE), "names evidence that is not there"),
    (EvidenceUse("u", "e", "no.question"), "names a question that is not there"),
    (Evidence("f", 1, "x"), "evidence number 1 stands twice"),
    (Action("b", 5, "x", "analysis"), "action number 5 stands twice"),
])  # fmt: skip
def test_each_contradiction_is_named(record: Record, fault: str) -> None:
    content = content_of([ASSESSED, Evidence("e", 1, "x"), Action("c", 5, "x", "analysis"), record])
    (found,) = inconsistencies(CATALOGUE, content)
    assert fault in found


def test_all_contradictions_come_at_once() -> None:
    assert len(inconsistencies(CATALOGUE, content_of([Answer("x"), Fulfilment("y"), Action("z", 1, "", "q")]))) == 4

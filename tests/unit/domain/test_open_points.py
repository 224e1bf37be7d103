"""Every kind of open point: a situation in which it occurs, and the nearest one in which it does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.open_points import TO_SOLVE, Kind, OpenPoint, Situation, open_points
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    ActionStatus,
    Answer,
    AnswerState,
    Assessment,
    Check,
    Decision,
    Evidence,
    EvidenceUse,
    Fulfilment,
    Programme,
    ProgrammeText,
    Purpose,
    Record,
    Storage,
)
from s3desk.queries.open_points import line

CATALOGUE = default_catalogue()
TODAY = date(2026, 11, 16)
NOW, LATER = datetime.fromisoformat("2026-11-01T10:00"), datetime.fromisoformat("2026-11-02T10:00")
KEY = "transition"
CORE = [question.id for question in CATALOGUE.criterion(KEY).questions if question.core]
OTHER = next(question.id for question in CATALOGUE.criterion(KEY).questions if not question.core)
ASSESSED = Assessment(ASSESSMENT, "Region", second_language="de")
PROGRAMME = Programme("p", "Programme")
LINKED = Evidence("e1", 1, "Law", "Law", "law", link="https://v.example/law")
PLAN = Evidence("e2", 2, "Plan", kind="plan", dated=date(2026, 1, 1))
DECIDED = Fulfilment(KEY, Decision.YES, references="E01", justification="Because.", written_at=NOW)


def fulfilled(**fields: object) -> Fulfilment:
    return replace(DECIDED, **fields)  # type: ignore[arg-type]


def rated(rating: int) -> list[Record]:
    return [Answer(key, AnswerState.RATED, rating) for key in CORE]


def same_references(references: str) -> list[Record]:
    return [Fulfilment(criterion.id, references=references) for criterion in CATALOGUE.criteria]


def points(*records: Record, missing: frozenset[str] = frozenset()) -> tuple[OpenPoint, ...]:
    content = content_of([ASSESSED, PROGRAMME, LINKED, PLAN, *records])
    return open_points(Situation(CATALOGUE, content, TODAY, missing))


def kinds_at_spot(found: tuple[OpenPoint, ...]) -> set[Kind]:
    """What is open at criterion 6, at the evidence, at actions or at the whole; not at the other six criteria."""
    return {point.kind for point in found if point.criterion_id in (KEY, "")}


NA, ELSEWHERE = AnswerState.NOT_APPLICABLE, AnswerState.ELSEWHERE
LATE = Action("a", 1, "Map", KEY, due=date(2026, 11, 15))

# kind: the records with which it occurs, and those with which it does not
CASES: dict[Kind, tuple[list[Record], list[Record]]] = {
    Kind.NOT_DECIDED: ([], [DECIDED]),
    Kind.JUSTIFICATION_MISSING: ([fulfilled(justification=" \n")], [DECIDED]),
    Kind.JUSTIFICATION_TOO_LONG: (
        [fulfilled(justification="x " * 1001)],
        [fulfilled(justification="x " * 1000)],
    ),
    Kind.REFERENCES_TOO_LONG: ([fulfilled(references="x" * 501)], [fulfilled(references="x" * 500 + "\u00a0\u2009\n")]),
    Kind.YES_WITHOUT_EVIDENCE: ([fulfilled(references="E77")], [fulfilled(references="", justification="See E02.")]),
    Kind.REFERENCE_WITHOUT_LINK: ([fulfilled(references="E02")], [fulfilled(justification="E02")]),
    Kind.UNKNOWN_TOKEN: ([fulfilled(justification="See E10.")], [fulfilled(justification="CE10, E1")]),
    Kind.NOT_RELEVANT_NOT_AGREED: (
        [fulfilled(decision=Decision.NOT_RELEVANT, agreed_with="Desk")],
        [fulfilled(decision=Decision.NOT_RELEVANT, agreed_with="Desk", agreed_on=TODAY)],
    ),
    Kind.FAR_APART: ([DECIDED, *rated(1)], [DECIDED, *rated(2)]),
    Kind.TRANSLATION_OLDER: (
        [fulfilled(second_justification="Denn.", written_at=LATER, translated_at=NOW)],
        [fulfilled(second_justification="Denn.", written_at=NOW, translated_at=NOW)],
    ),
    Kind.TO_CONFIRM: ([fulfilled(to_confirm=True)], [DECIDED]),
    Kind.NA_WITHOUT_REASON: ([Answer(OTHER, NA, reason=" ")], [Answer(OTHER, NA, reason="No coast")]),
    Kind.ELSEWHERE_WITHOUT_SOURCE: (
        [Answer(CORE[0], ELSEWHERE, held_by="Ministry")],
        [Answer(CORE[0], ELSEWHERE, held_source="Portal")],
    ),
    Kind.NOT_KNOWN: ([Answer(OTHER, AnswerState.NOT_KNOWN)], [Answer(OTHER)]),
    Kind.CORE_OPEN: ([Answer(OTHER, AnswerState.RATED, 3)], rated(0)),
    Kind.ANSWER_TO_CONFIRM: ([Answer(OTHER, AnswerState.RATED, 3, to_confirm=True)], rated(3)),
    Kind.FOR_REVIEW: ([Answer(OTHER, review=True)], [Answer(OTHER)]),
    Kind.FILE_MISSING: ([Evidence("gone", 9, "x", storage=Storage.LINKED_FILE)], []),
    Kind.COPY_NOT_INCLUDED: ([Evidence("gone", 9, "x", storage=Storage.COPY)], []),
    Kind.EVIDENCE_OLD: ([replace(PLAN, dated=date(2024, 11, 15))], [replace(PLAN, dated=date(2024, 11, 16))]),
    Kind.EVIDENCE_EXPIRED: ([replace(PLAN, valid_until=date(2026, 11, 15))], [replace(PLAN, valid_until=TODAY)]),
    Kind.SAME_DOCUMENT: (same_references("E01, p. 3"), same_references("E01; E02")),
    Kind.ACTION_LATE: ([LATE], [replace(LATE, due=TODAY)]),
    Kind.NO_PROGRAMME: ([], []),
}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.NO_PROGRAMME])
def test_it_occurs_where_it_should_and_nowhere_near(kind: Kind) -> None:
    with_it, without_it = CASES[kind]
    assert kind in kinds_at_spot(points(*with_it, missing=frozenset({"gone"})))
    assert kind not in kinds_at_spot(points(*without_it, missing=frozenset({"gone"})))


def test_without_programme_table_12_has_no_home() -> None:
    assert kinds_of(content_of([ASSESSED])) >= {Kind.NO_PROGRAMME}
    assert Kind.NO_PROGRAMME not in kinds_of(content_of([ASSESSED, PROGRAMME]))


@pytest.mark.parametrize("purpose", Purpose)
def test_own_preparation_needs_no_programme(purpose: Purpose) -> None:
    found = kinds_of(content_of([ASSESSED, Check("c", "2026", purpose)]))
    assert (Kind.NO_PROGRAMME in found) is (purpose is not Purpose.PREPARATION)


def kinds_of(content: Content) -> set[Kind]:
    return {point.kind for point in open_points(Situation(CATALOGUE, content, TODAY))}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("code", ["en", "de", "mt"])
def test_each_kind_has_a_whole_sentence_and_a_remedy(kind: Kind, code: str) -> None:
    found = [
        *points(*CASES[kind][0], missing=frozenset({"gone"})),
        *open_points(Situation(CATALOGUE, content_of([ASSESSED]), TODAY)),
    ]
    point = next(point for point in found if point.kind is kind)
    shown = line(point, CATALOGUE, Language(code))
    assert shown.sentence.endswith(".")
    assert "{" not in shown.sentence + shown.remedy
    assert shown.remedy


@pytest.mark.parametrize("change", [
    lambda: [fulfilled(decision=Decision.NO, justification="")],
    lambda: [fulfilled(decision=Decision.NOT_RELEVANT, justification="")],
])  # fmt: skip
def test_every_decision_needs_a_justification(change: Callable[[], list[Record]]) -> None:
    assert Kind.JUSTIFICATION_MISSING in kinds_at_spot(points(*change()))


def test_no_with_strong_core_answers_is_far_apart_too() -> None:
    strong = points(fulfilled(decision=Decision.NO), *rated(4))
    assert Kind.FAR_APART in kinds_at_spot(strong)
    assert Kind.FAR_APART not in kinds_at_spot(points(fulfilled(decision=Decision.NO), *rated(3)))
    assert Kind.FAR_APART not in kinds_at_spot(points(fulfilled(decision=Decision.NOT_DECIDED), *rated(0)))


def test_the_length_is_that_of_what_results_not_of_what_was_typed() -> None:
    long_title = replace(LINKED, short_title="T" * 480, link="https://v.example/" + "y" * 30)
    (point,) = [p for p in points(long_title, DECIDED) if p.kind is Kind.REFERENCES_TOO_LONG]
    assert point.values["used"] == 480 + 1 + len(long_title.link)
    assert point.values["over"] == point.values["used"] - 500


def test_second_language_and_programme_texts_are_measured_apart() -> None:
    found = points(
        fulfilled(second_references="y" * 501), ProgrammeText(f"p/{KEY}", "z" * 502, "w" * 1001)
    )  # fmt: skip
    long_ones = [(p.kind, p.programme_id, p.values["language"], p.values["over"]) for p in found if "over" in p.values]
    assert long_ones == [
        (Kind.REFERENCES_TOO_LONG, "", "de", 1),
        (Kind.REFERENCES_TOO_LONG, "p", "en", 2),
        (Kind.JUSTIFICATION_TOO_LONG, "p", "en", 1),
    ]


@pytest.mark.parametrize("fields", [
    (fulfilled(second_references="E02", second_justification="E10"),),
    (DECIDED, ProgrammeText(f"p/{KEY}", "E02", "E10")),
], ids=["second language", "own text of a programme"])  # fmt: skip
def test_tokens_are_looked_up_in_every_text_that_leaves(fields: tuple[Record, ...]) -> None:
    assert {Kind.REFERENCE_WITHOUT_LINK, Kind.UNKNOWN_TOKEN} <= kinds_at_spot(points(*fields))
    assert Kind.UNKNOWN_TOKEN not in kinds_at_spot(points(DECIDED, ProgrammeText(f"other/{KEY}", "E10", "")))


def test_questions_of_a_criterion_that_is_not_relevant_are_closed() -> None:
    found = points(fulfilled(decision=Decision.NOT_RELEVANT), Answer(CORE[0], AnswerState.NOT_KNOWN, review=True))
    assert not [point for point in found if point.question_id and point.criterion_id == KEY]


def test_evidence_used_for_a_question_is_evidence_for_its_criterion() -> None:
    use = EvidenceUse("u", "e2", OTHER)
    assert Kind.YES_WITHOUT_EVIDENCE not in kinds_at_spot(points(fulfilled(references=""), use))
    elsewhere = replace(use, question_id=CATALOGUE.criteria[0].questions[0].id)
    assert Kind.YES_WITHOUT_EVIDENCE in kinds_at_spot(points(fulfilled(references=""), elsewhere))


def test_a_done_action_is_never_late() -> None:
    assert Kind.ACTION_LATE not in kinds_at_spot(points(replace(LATE, status=ActionStatus.DONE)))


def test_points_to_solve_come_first_then_the_order_of_the_criteria() -> None:
    found = points(LATE, replace(PLAN, dated=date(2000, 1, 1)), fulfilled(to_confirm=True, justification=""))
    solving = [point.to_solve for point in found]
    assert solving == sorted(solving, reverse=True)
    numbers = [CATALOGUE.criterion(point.criterion_id).number for point in found if point.kind is Kind.NOT_DECIDED]
    assert numbers == sorted(numbers)
    assert {point.kind for point in found if point.to_solve} <= TO_SOLVE

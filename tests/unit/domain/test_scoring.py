"""The rules of docs/rules.md as tables: what is answered, averages, relevance, gaps, advice, the condition."""

from collections.abc import Callable

import pytest

from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.model import Criterion, Question
from s3desk.domain import scoring
from s3desk.domain.content import content_of
from s3desk.domain.records import Answer, AnswerState, Decision, Fulfilment, Record
from s3desk.domain.scoring import Advice, Score, Tally

CATALOGUE = default_catalogue()
FIRST, SIXTH = CATALOGUE.criteria[0], CATALOGUE.criteria[5]

OPEN, RATED = AnswerState.OPEN, AnswerState.RATED
ELSEWHERE, NOT_APPLICABLE, NOT_KNOWN = AnswerState.ELSEWHERE, AnswerState.NOT_APPLICABLE, AnswerState.NOT_KNOWN


def answers(criterion: Criterion, marks: str, *, core: bool | None = None) -> list[Record]:
    """One answer for each mark: 0-5 rated, n not applicable with reason, e held elsewhere with source, ? not known."""
    asked = [question for question in criterion.questions if core is None or question.core is core]
    made: dict[str, Callable[[str], Answer]] = {
        "n": lambda key: Answer(key, NOT_APPLICABLE, reason="No ports here"),
        "N": lambda key: Answer(key, NOT_APPLICABLE, reason=" \n"),
        "e": lambda key: Answer(key, ELSEWHERE, held_by="Ministry", held_source="portal.example"),
        "E": lambda key: Answer(key, ELSEWHERE, held_by="Ministry"),
        "?": lambda key: Answer(key, NOT_KNOWN),
        "-": Answer,
    }
    return [
        Answer(question.id, RATED, int(mark)) if mark.isdigit() else made[mark](question.id)
        for question, mark in zip(asked, marks, strict=False)
    ]


@pytest.mark.parametrize(("answer", "expected"), [
    (Answer("q"), False),
    (Answer("q", RATED, 0), True),
    (Answer("q", RATED, None), False),
    (Answer("q", OPEN, 4), False),
    (Answer("q", ELSEWHERE, held_by="Ministry", held_source="Portal"), True),
    (Answer("q", ELSEWHERE, held_by="Ministry"), False),
    (Answer("q", ELSEWHERE, held_source=" \t\n"), False),
    (Answer("q", NOT_APPLICABLE, reason="No coast"), True),
    (Answer("q", NOT_APPLICABLE, reason="  "), False),
    (Answer("q", NOT_KNOWN, reason="x", held_source="x", comment="x"), False),
])  # fmt: skip
def test_answered_is_rated_held_elsewhere_with_source_or_not_applicable_with_reason(
    answer: Answer, *, expected: bool
) -> None:
    assert scoring.is_answered(answer) is expected


@pytest.mark.parametrize(("marks", "expected"), [
    ("", Score(0, 0, 10, None)),
    ("0", Score(1, 1, 10, 0.0)),
    ("5?", Score(1, 1, 10, 5.0)),
    ("4n?eN", Score(3, 1, 10, 4.0)),
    ("34", Score(2, 2, 10, 3.5)),
    ("0000000000", Score(10, 10, 10, 0.0)),
    ("1234512345", Score(10, 10, 10, 3.0)),
])  # fmt: skip
def test_the_average_is_over_rated_questions_only_and_not_known_is_never_0(marks: str, expected: Score) -> None:
    assert scoring.score(content_of(answers(FIRST, marks)), FIRST) == expected


def test_averages_stay_unrounded_inside() -> None:
    found = scoring.score(content_of(answers(FIRST, "334")), FIRST).average
    assert found == pytest.approx(10 / 3, abs=1e-12)


@pytest.mark.parametrize(("mean", "level"), [
    (0.0, 0), (0.49, 0), (0.5, 1), (1.5, 2), (2.4999, 2), (2.5, 3), (3.5, 4), (4.5, 5), (5.0, 5),
])  # fmt: skip
def test_the_colour_of_an_average_is_the_nearest_level_half_up(mean: float, level: int) -> None:
    assert scoring.nearest_level(mean) == level


def test_a_criterion_that_is_not_relevant_leaves_the_totals() -> None:
    said = answers(SIXTH, "55555")
    content = content_of([*said, Fulfilment(SIXTH.id, Decision.NOT_RELEVANT)])
    assert scoring.score(content, SIXTH) == Score(0, 0, 0, None)
    assert scoring.total_answered(content, CATALOGUE) == (0, 73 - len(SIXTH.questions))
    assert (
        scoring.gaps(content_of([*answers(SIXTH, "00"), Fulfilment(SIXTH.id, Decision.NOT_RELEVANT)]), CATALOGUE) == ()
    )
    assert scoring.advice(content, SIXTH) is None


def test_answers_come_back_when_the_criterion_is_relevant_again() -> None:
    content = content_of([*answers(SIXTH, "55555"), Fulfilment(SIXTH.id, Decision.YES)])
    assert scoring.score(content, SIXTH).answered == 5
    assert scoring.total_answered(content, CATALOGUE) == (5, 73)


@pytest.mark.parametrize(("target", "rating", "distance"), [
    (None, 0, 3), (None, 2, 1), (None, 3, None), (None, 5, None),
    (0, 0, None), (0, 2, None), (1, 0, 1), (1, 2, None), (4, 3, 1), (5, 0, 5), (5, 5, None),
])  # fmt: skip
def test_a_gap_is_below_the_target_or_below_3_without_one(
    target: int | None, rating: int, distance: int | None
) -> None:
    content = content_of([*answers(FIRST, str(rating)), Fulfilment(FIRST.id, target=target)])
    found = scoring.gaps(content, CATALOGUE)
    assert [gap.distance for gap in found] == ([] if distance is None else [distance])


def test_gaps_come_largest_first_and_only_from_ratings() -> None:
    content = content_of([*answers(FIRST, "2?Ne0"), *answers(SIXTH, "1")])
    found = scoring.gaps(content, CATALOGUE)
    assert [(gap.rating, gap.distance) for gap in found] == [(0, 3), (1, 2), (2, 1)]
    assert [gap.criterion_id for gap in found] == [FIRST.id, SIXTH.id, FIRST.id]


@pytest.mark.parametrize(("number", "core_marks", "expected"), [
    (1, "", None),
    (1, "4", None),
    (1, "44", Advice(2, 3)),
    (1, "42", Advice(1, 3)),
    (1, "222", Advice(0, 3)),
    (1, "3e5", Advice(3, 3)),
    (1, "3??", None),
    (1, "3E?", None),
    (1, "0?4", Advice(1, 3)),
])  # fmt: skip
def test_advice_speaks_from_half_of_the_core_questions_on(
    number: int, core_marks: str, expected: Advice | None
) -> None:
    criterion = CATALOGUE.criteria[number - 1]
    assert sum(question.core for question in criterion.questions) == 3
    assert scoring.advice(content_of(answers(criterion, core_marks, core=True)), criterion) == expected


def test_half_of_four_core_questions_is_two() -> None:
    criterion = Criterion("x", 1, False, tuple(Question(f"x.q{n}", f"1.{n}", "x", core=n < 5) for n in range(1, 9)))
    assert scoring.advice(content_of(answers(criterion, "5", core=True)), criterion) is None
    assert scoring.advice(content_of(answers(criterion, "55", core=True)), criterion) == Advice(2, 4)


def test_good_practice_never_feeds_advice() -> None:
    content = content_of([*answers(FIRST, "444", core=True), *answers(FIRST, "0000000", core=False)])
    assert scoring.advice(content, FIRST) == Advice(3, 3)
    assert scoring.advice(content_of(answers(FIRST, "5555555", core=False)), FIRST) is None


YES, NO, OPEN_DECISION, NOT_RELEVANT = Decision.YES, Decision.NO, Decision.NOT_DECIDED, Decision.NOT_RELEVANT


@pytest.mark.parametrize(("decisions", "tally", "expected"), [
    ([], Tally(0, 0, 7), OPEN_DECISION),
    ([YES] * 7, Tally(7, 0, 0), YES),
    ([YES] * 4 + [NOT_RELEVANT] * 2 + [YES], Tally(7, 0, 0), YES),
    ([YES] * 6, Tally(6, 0, 1), OPEN_DECISION),
    ([YES] * 6 + [NO], Tally(6, 1, 0), NO),
    ([NO], Tally(0, 1, 6), NO),
    ([NO, OPEN_DECISION, YES], Tally(1, 1, 5), NO),
    ([NO] * 7, Tally(0, 7, 0), NO),
])  # fmt: skip
def test_the_condition_is_all_or_nothing(decisions: list[Decision], tally: Tally, expected: Decision) -> None:
    content = content_of(
        Fulfilment(criterion.id, decision) for criterion, decision in zip(CATALOGUE.criteria, decisions, strict=False)
    )
    assert scoring.tally(content, CATALOGUE) == tally
    assert scoring.condition(tally) is expected

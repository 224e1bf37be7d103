"""Ratings, averages, gaps and the condition. Every rule here is ours, written down in docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from s3desk.basics.language import half_up
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.records import Answer, AnswerState, Decision

WEAK_BELOW = 3
"""Without a target, a rating below this level is a gap; on a core question it is a weak point."""


@dataclass(frozen=True, slots=True)
class Score:
    """How the questions of one criterion stand; `average` is unrounded, None before the first rating."""

    answered: int
    rated: int
    total: int
    average: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A rating below the criterion's target, or below 3 where no target is set."""

    question_id: str
    criterion_id: str
    rating: int
    target: int

    @property
    def distance(self) -> int:
        """How many levels are missing."""
        return self.target - self.rating


@dataclass(frozen=True, slots=True)
class Advice:
    """What the core questions say: `sound` of `total` are without a weak point. The officer decides."""

    sound: int
    total: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many criteria are Yes, No and not decided; a criterion that is not relevant counts as Yes."""

    yes: int
    no: int
    not_decided: int


def is_answered(answer: Answer) -> bool:
    """Rated, held elsewhere with its source, or not applicable with its reason. "Not known" is no answer."""
    match answer.state:
        case AnswerState.RATED:
            return answer.rating is not None
        case AnswerState.ELSEWHERE:
            return bool(answer.held_source.strip())
        case AnswerState.NOT_APPLICABLE:
            return bool(answer.reason.strip())
        case _:
            return False


def is_relevant(content: Content, criterion: Criterion) -> bool:
    """Whether the questions of a criterion are asked; criteria 5 and 6 may be not relevant here."""
    return content.fulfilment(criterion.id).decision is not Decision.NOT_RELEVANT


def score(content: Content, criterion: Criterion) -> Score:
    """How one criterion stands; nothing is asked where it is not relevant."""
    if not is_relevant(content, criterion):
        return Score(0, 0, 0, None)
    answers = [content.answer(question.id) for question in criterion.questions]
    ratings = [answer.rating for answer in answers if answer.state is AnswerState.RATED and answer.rating is not None]
    return Score(
        answered=sum(is_answered(answer) for answer in answers),
        rated=len(ratings),
        total=len(answers),
        average=average(ratings),
    )


def average(ratings: Iterable[int]) -> float | None:
    """The mean of ratings, unrounded; None without any."""
    values = list(ratings)
    return sum(values) / len(values) if values else None


def total_answered(content: Content, catalogue: Catalogue) -> tuple[int, int]:
    """Answered questions and questions asked, over all criteria. There is no average over criteria."""
    scores = [score(content, criterion) for criterion in catalogue.criteria]
    return sum(one.answered for one in scores), sum(one.total for one in scores)


def nearest_level(mean: float) -> int:
    """The level whose colour an average takes: the nearest, half up."""
    return int(half_up(mean, 0))


def gaps(content: Content, catalogue: Catalogue) -> tuple[Gap, ...]:
    """All gaps, largest distance first."""
    found = (
        Gap(question.id, criterion.id, rating, target)
        for criterion in catalogue.criteria
        if is_relevant(content, criterion)
        for question in criterion.questions
        if (rating := _rating(content.answer(question.id))) is not None
        if rating < (target := target_of(content, criterion))
    )
    return tuple(sorted(found, key=lambda gap: -gap.distance))


def target_of(content: Content, criterion: Criterion) -> int:
    """The level below which a rating of a criterion is a gap."""
    target = content.fulfilment(criterion.id).target
    return WEAK_BELOW if target is None else target


def advice(content: Content, criterion: Criterion) -> Advice | None:
    """What the core questions say, from half of them answered on."""
    answers = [content.answer(question.id) for question in criterion.questions if question.core]
    answered = [answer for answer in answers if is_answered(answer)]
    if not is_relevant(content, criterion) or len(answered) * 2 < len(answers):
        return None
    return Advice(sum(is_sound(answer) for answer in answered), len(answers))


def is_sound(answer: Answer) -> bool:
    """Answered, and not rated below 3."""
    rating = _rating(answer)
    return is_answered(answer) and (rating is None or rating >= WEAK_BELOW)


def tally(content: Content, catalogue: Catalogue) -> Tally:
    """How many criteria are Yes, No, not decided."""
    decisions = [content.fulfilment(criterion.id).decision for criterion in catalogue.criteria]
    yes = sum(decision in (Decision.YES, Decision.NOT_RELEVANT) for decision in decisions)
    no = decisions.count(Decision.NO)
    return Tally(yes, no, len(decisions) - yes - no)


def condition(counts: Tally) -> Decision:
    """The condition: No when one criterion is No, Yes when all are Yes, else not decided.

    Source: Regulation (EU) 2021/1060, Article 15(2): fulfilled only if all related criteria are met.
    """
    if counts.no:
        return Decision.NO
    return Decision.NOT_DECIDED if counts.not_decided else Decision.YES


def _rating(answer: Answer) -> int | None:
    return answer.rating if answer.state is AnswerState.RATED else None

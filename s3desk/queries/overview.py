"""The overview: where the assessment stands, what blocks it, what comes next. Criteria have no common average."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from s3desk.basics.language import Language, message
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Action, ActionStatus, Decision, EvidenceUse, Programme
from s3desk.domain.scoring import Gap, Score, condition, gaps, is_relevant, score, tally
from s3desk.domain.tokens import by_number, numbers_in
from s3desk.queries import words
from s3desk.queries.criterion_picture import NextStep, StepKind
from s3desk.queries.criterion_question import Earlier
from s3desk.queries.next_step import first_step
from s3desk.queries.open_points import OpenPointLine, lines
from s3desk.queries.overview_picture import (
    CriterionLine,
    GapLine,
    OverviewPicture,
    PointLine,
    RatingPart,
    StatusLine,
)
from s3desk.queries.spots import Spot, spot
from s3desk.queries.this_week import tasks

LARGEST = 3
Scores = Mapping[str, Score]

_STATE = message("{answered} of {total} questions answered, {decided} of {all} criteria decided.")
_QUICK_STATE = message(
    "Quick check: {answered} of {total} core questions answered, {decided} of {all} criteria decided."
)


def picture(
    situation: Situation, language: Language, *, earlier: Earlier | None = None, read_only: bool = False
) -> OverviewPicture:
    """The overview; `earlier` is the saved version to compare with."""
    catalogue, content = situation.catalogue, situation.content
    scores = {criterion.id: score(content, criterion) for criterion in catalogue.criteria}
    counts = tally(content, catalogue)
    points = lines(situation, language)
    found = gaps(content, catalogue)
    return OverviewPicture(
        sentence=_sentence(catalogue, scores, counts.yes + counts.no, points, language),
        programmes=tuple(_status(programme, language) for programme in content.all(Programme)),
        tally=words.tally(counts, language),
        condition=condition(counts),
        condition_words=words.decision(condition(counts), language),
        step=None if read_only else _step(catalogue, content, scores, language),
        criteria=_criteria(situation, scores, earlier, language),
        before_name=earlier[0].name if earlier else "",
        points=point_lines(points, content, language, read_only=read_only),
        point_counts=point_counts(points, language),
        gaps=tuple(_gap(gap, catalogue, language) for gap in found[:LARGEST]),
        gap_note=_gap_note(found, scores, language),
        tasks=tasks(situation, language),
    )


def _sentence(
    catalogue: Catalogue, scores: Scores, decided: int, points: Sequence[OpenPointLine], language: Language
) -> str:
    answered, total = sum(one.answered for one in scores.values()), sum(one.total for one in scores.values())
    if not answered and not decided:
        return language.text("Nothing is answered yet. Begin with any question; the order is free.")
    state = language.text(
        _QUICK_STATE if catalogue.quick else _STATE,
        answered=answered,
        total=total,
        decided=decided,
        all=len(scores),
    )
    to_solve = sum(point.to_solve for point in points)
    if not to_solve:
        return f"{state} {language.text('Nothing to solve.')}"
    return f"{state} {language.plural('{n} point to solve.', '{n} points to solve.', to_solve)}"


def _status(programme: Programme, language: Language) -> StatusLine:
    day = language.short_date(programme.status_date) if programme.status_date else ""
    return StatusLine(
        programme=programme.title,
        status=programme.official_status,
        words=words.official_status(programme.official_status, language),
        about=words.names([day, programme.status_reference]),
    )


def _step(catalogue: Catalogue, content: Content, scores: Scores, language: Language) -> NextStep:
    """The next step, in words for somebody who comes back rather than goes on."""
    step = first_step(catalogue, content, language)
    if step.kind is not StepKind.QUESTION:
        return step
    if not any(one.answered for one in scores.values()):
        return replace(step, text=language.text("Rate the first question"))
    number = catalogue.question(step.question_id).number
    return replace(step, text=language.text("Continue with question {number}", number=number))


# The criteria


def _criteria(
    situation: Situation, scores: Scores, earlier: Earlier | None, language: Language
) -> tuple[CriterionLine, ...]:
    uses = _uses(situation)
    pending = Counter(
        action.criterion_id for action in situation.content.all(Action) if action.status is not ActionStatus.DONE
    )
    return tuple(
        _criterion(situation, criterion, scores[criterion.id], earlier, language, uses[criterion.id], pending)
        for criterion in situation.catalogue.criteria
    )


def _criterion(
    situation: Situation,
    criterion: Criterion,
    now: Score,
    earlier: Earlier | None,
    language: Language,
    uses: int,
    pending: Mapping[str, int],
) -> CriterionLine:
    content = situation.content
    names = situation.catalogue.criterion_text(criterion.id, language.code)
    decision = content.fulfilment(criterion.id).decision
    line = CriterionLine(
        id=criterion.id,
        number=criterion.number,
        name=names.name,
        title=names.title,
        state=_state(content, criterion, now, language),
        relevant=is_relevant(content, criterion),
        answered=language.text("{n} of {total}", n=now.answered, total=now.total) if now.total else "",
        share=now.answered / now.total if now.total else 0,
        rating=_rating(content, criterion, now, earlier, language),
        decision=decision,
        decision_words=words.decision(decision, language),
        uses=uses,
        actions=pending[criterion.id],
        spoken="",
    )
    return replace(line, spoken=_spoken(line, earlier, language))


def _state(content: Content, criterion: Criterion, now: Score, language: Language) -> str:
    """What comes next in a criterion, in a few words; the fulfilment stands beside it."""
    fulfilment = content.fulfilment(criterion.id)
    undecided = fulfilment.decision is Decision.NOT_DECIDED
    to_confirm = sum(content.answer(question.id).to_confirm for question in criterion.questions)
    missing = now.total - now.answered
    if missing:
        return language.plural("{n} question open", "{n} questions open", missing)
    if undecided:
        return language.text("Fulfilment open")
    if to_confirm:
        return language.plural("{n} answer to confirm", "{n} answers to confirm", to_confirm)
    if fulfilment.to_confirm:
        return language.text("Fulfilment to confirm")
    return language.text("Complete")


def _rating(
    content: Content, criterion: Criterion, now: Score, earlier: Earlier | None, language: Language
) -> RatingPart:
    before = score(earlier[1], criterion).average if earlier else None
    compared = now.average is not None and before is not None
    target = content.fulfilment(criterion.id).target
    return RatingPart(
        average=now.average,
        words=language.decimal(now.average) if now.average is not None else "",
        rated=language.text("{rated} of {total} rated", rated=now.rated, total=now.total) if now.total else "",
        before=before,
        before_words=language.decimal(before) if before is not None else "",
        change=language.change((now.average or 0) - (before or 0)) if compared else "",
        target=target,
        target_words=str(target) if target is not None else "",
    )


def _spoken(line: CriterionLine, earlier: Earlier | None, language: Language) -> str:
    text, rating = language.text, line.rating
    parts = [f"{line.number} {line.title}", line.state]
    if line.relevant:
        parts.append(text("{answered} answered", answered=line.answered))
    if rating.words:
        parts += [text("average {average} of 5", average=rating.words), rating.rated]
    if rating.target is not None:
        parts.append(text("target {target}", target=rating.target))
    if rating.change and earlier:
        parts.append(text("{change} since {name}", change=rating.change, name=earlier[0].name))
    parts.append(text("fulfilment: {decision}", decision=line.decision_words))
    parts.append(language.plural("evidence used once", "evidence used {n} times", line.uses))
    parts.append(language.plural("{n} open action", "{n} open actions", line.actions))
    return ", ".join(parts)


def _uses(situation: Situation) -> Mapping[str, int]:
    """How often evidence is used in each criterion: for its questions, and named in its texts."""
    catalogue, content = situation.catalogue, situation.content
    known = by_number(content)
    asked = [use.question_id for use in content.all(EvidenceUse) if catalogue.knows(use.question_id)]
    found = Counter(catalogue.question(question_id).criterion_id for question_id in asked)
    for criterion in catalogue.criteria:
        fulfilment = content.fulfilment(criterion.id)
        named = numbers_in(f"{fulfilment.references} {fulfilment.justification}")
        found[criterion.id] += sum(number in known for number in named)
    return found


# Open points, gaps


def point_lines(
    points: Sequence[OpenPointLine], content: Content, language: Language, *, read_only: bool
) -> tuple[PointLine, ...]:
    """Open points as rows that lead to their spots."""
    return tuple(_point(point, content, language, read_only=read_only) for point in points)


def _point(point: OpenPointLine, content: Content, language: Language, *, read_only: bool) -> PointLine:
    """A record of its own can only be looked at where it can be changed; in a file to read it has no link."""
    where = spot(point.point, content)
    reached = where if where.criterion_id or not read_only else None
    remedy = point.remedy if reached else ""
    urgency = language.text("To solve") if point.to_solve else language.text("To check")
    spoken = f"{urgency}: {point.sentence} {remedy}".strip()
    return PointLine(point.to_solve, point.sentence, remedy, reached, spoken)


def point_counts(points: Sequence[OpenPointLine], language: Language) -> str:
    """How many there are: "2 to solve, 5 to check"; what does not occur is left out."""
    to_solve = sum(point.to_solve for point in points)
    counted = [
        (to_solve, language.text("{n} to solve", n=to_solve)),
        (len(points) - to_solve, language.text("{n} to check", n=len(points) - to_solve)),
    ]
    return ", ".join(said for count, said in counted if count)


def _gap(gap: Gap, catalogue: Catalogue, language: Language) -> GapLine:
    question = catalogue.question(gap.question_id)
    label = catalogue.question_text(question.id, language.code).label
    levels = language.text("{rating} of {target}", rating=gap.rating, target=gap.target)
    return GapLine(
        number=question.number,
        label=label,
        levels=levels,
        distance=f"\u2212{gap.distance}",
        spot=Spot(gap.criterion_id, "questions", gap.question_id),
        spoken=f"{question.number} {label}, {levels}",
    )


def _gap_note(found: Sequence[Gap], scores: Scores, language: Language) -> str:
    """How many gaps there are, or why there is none."""
    if found:
        return language.plural("{n} gap", "{n} gaps", len(found))
    if any(one.rated for one in scores.values()):
        return language.text("No gaps. All ratings reach their target.")
    return language.text("Gaps appear with the first ratings.")

"""What the navigation shows: whose assessment it is, and how many questions of each criterion are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain import scoring
from s3desk.domain.content import Content
from s3desk.domain.records import Action, ActionStatus, Evidence, Strategy, Territory


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion; `count` is "9/11", or "" where it is not relevant here."""

    id: str
    number: int
    name: str
    count: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Count:
    """How much a page holds: the figure beside its name, and in words."""

    figure: str
    spoken: str


@dataclass(frozen=True, slots=True)
class NavigationPicture:
    """The head of the navigation, its seven criteria, the answered questions, and counts by the ids of pages."""

    title: str
    subtitle: str
    example: bool
    criteria: tuple[CriterionRow, ...]
    answered: int
    questions: int
    counts: Mapping[str, Count]


def picture(catalogue: Catalogue, content: Content, language: Language) -> NavigationPicture:
    """The navigation of one assessment."""
    answered, questions = scoring.total_answered(content, catalogue)
    return NavigationPicture(
        title=_whose(content, language),
        subtitle=_which(content),
        example=content.assessment().example,
        criteria=tuple(_row(catalogue, content, language, number) for number in range(len(catalogue.criteria))),
        answered=answered,
        questions=questions,
        counts=_counts(content, language),
    )


def _counts(content: Content, language: Language) -> dict[str, Count]:
    """Documents, and actions that are not done."""
    documents = len(content.all(Evidence))
    pending = sum(action.status is not ActionStatus.DONE for action in content.all(Action))
    return {
        "evidence": Count(str(documents), language.plural("{n} document", "{n} documents", documents)),
        "actions": Count(str(pending), language.plural("{n} open", "{n} open", pending)),
    }


def _whose(content: Content, language: Language) -> str:
    names = [territory.name for territory in content.all(Territory)]
    return language.joined(names) or content.assessment().authority


def _which(content: Content) -> str:
    strategies, check = content.all(Strategy), content.check()
    period = strategies[0].period if strategies else ""
    return " · ".join(part for part in (period, check.name if check else "") if part)


def _row(catalogue: Catalogue, content: Content, language: Language, place: int) -> CriterionRow:
    criterion = catalogue.criteria[place]
    score = scoring.score(content, criterion)
    name = catalogue.criterion_text(criterion.id, language.code).name
    counted = language.text("{answered} of {total} questions answered", answered=score.answered, total=score.total)
    return CriterionRow(
        id=criterion.id,
        number=criterion.number,
        name=name,
        count=f"{score.answered}/{score.total}" if score.total else "",
        spoken=f"{criterion.number} {name}, {counted if score.total else language.text('not relevant')}",
    )

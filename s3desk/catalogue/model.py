"""What a catalogue is: the condition, its seven criteria, our questions under them, in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

LEVELS = (0, 1, 2, 3, 4, 5)

FactKind = Literal["text", "date", "number", "link", "yes_no"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A small field beside the rating of a question, such as a date or the name of an act."""

    id: str
    kind: FactKind


@dataclass(frozen=True, slots=True)
class Question:
    """One question of ours under a criterion; `number` is its place, such as "3.5", `id` is for ever."""

    id: str
    number: str
    criterion_id: str
    core: bool
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the seven criteria of the law; only criteria 5 and 6 say "where relevant"."""

    id: str
    number: int
    where_relevant: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class QuestionText:
    """Everything a question says in one language; `levels` holds six sentences, for 0 to 5."""

    question: str
    label: str
    about: str
    how: tuple[str, ...]
    levels: tuple[str, ...]
    evidence: tuple[str, ...]
    weaknesses: tuple[str, ...]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriterionText:
    """How we name a criterion in one language: `name` for the navigation, `title` for tables."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class OfficialText:
    """The exact wording of the regulation in one language; `criteria` by criterion id."""

    language: str
    title: str
    lead_in: str
    policy_objective: str
    specific_objectives: Mapping[str, str]
    criteria: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Our own words in one language; ids as keys."""

    language: str
    title: str
    levels: tuple[str, ...]
    criteria: Mapping[str, CriterionText]
    questions: Mapping[str, QuestionText]
    evidence_kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of document; `reminder_months` is our proposal when to look at it again, not a legal limit."""

    id: str
    reminder_months: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A publication in which the theme of a question is raised; most were read only in part."""

    id: str
    title: str
    link: str = ""


@dataclass(frozen=True)
class Catalogue:
    """A complete set of criteria and questions; `digest` is the SHA-256 of `plain`, the form it is stored in.

    `quick` says that only the core questions are asked.
    """

    id: str
    version: str
    condition: str
    fund: str
    specific_objectives: tuple[str, ...]
    celex: str
    reference_limit: int
    justification_limit: int
    criteria: tuple[Criterion, ...]
    sources: Mapping[str, Source]
    evidence_kinds: tuple[EvidenceKind, ...]
    official: Mapping[str, OfficialText]
    wordings: Mapping[str, Wording]
    retired: Mapping[str, str]
    digest: str
    plain: Mapping[str, Any] = field(repr=False, compare=False)
    quick: bool = False

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for criterion in self.criteria for question in criterion.questions)

    @cached_property
    def quick_check(self) -> Catalogue:
        """The same with the core questions only; a criterion without any keeps all its questions."""
        criteria = tuple(
            replace(one, questions=tuple(question for question in one.questions if question.core) or one.questions)
            for one in self.criteria
        )
        return replace(self, criteria=criteria, quick=True)

    @cached_property
    def _criterion_by_id(self) -> dict[str, Criterion]:
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def _question_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of that id."""
        return self._criterion_by_id[criterion_id]

    def question(self, question_id: str) -> Question:
        """The question of that id."""
        return self._question_by_id[question_id]

    def knows(self, question_id: str) -> bool:
        """Whether the catalogue has a question of that id."""
        return question_id in self._question_by_id

    def official_text(self, language: str) -> OfficialText:
        """The official wording; English where the language is not entered (then `.language` is "en")."""
        return self.official.get(language) or self.official["en"]

    def wording(self, language: str) -> Wording:
        """Our wording; English where the language is not written."""
        return self.wordings.get(language) or self.wordings["en"]

    def question_text(self, question_id: str, language: str) -> QuestionText:
        """The words of one question."""
        return self.wording(language).questions[question_id]

    def criterion_text(self, criterion_id: str, language: str) -> CriterionText:
        """Our names of one criterion."""
        return self.wording(language).criteria[criterion_id]

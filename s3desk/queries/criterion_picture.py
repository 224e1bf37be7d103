"""What the page of one criterion shows: frozen values only, the words already in the language of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from s3desk.catalogue.model import FactKind
from s3desk.domain.freshness import State
from s3desk.domain.records import ActionStatus, Answer, AnswerState, Decision, MetAt
from s3desk.queries.picture import ActionLine, EvidenceLine, Table12Row


class StepKind(StrEnum):
    """Where the next step leads."""

    QUESTION = "question"
    FULFILMENT = "fulfilment"
    REPORT = "report"


class Fill(StrEnum):
    """How full a text is against its limit; near means from 90 % on."""

    FINE = "fine"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one step proposed next: `text` stands on the button, the ids say where it leads."""

    kind: StepKind
    text: str
    criterion_id: str = ""
    question_id: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the page; `spoken` says text and count in words."""

    id: str
    text: str
    count: str
    spoken: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in the list; `spoken` says everything that the row shows with signs."""

    id: str
    number: str
    label: str
    state: AnswerState
    rating: int | None
    core: bool
    has_evidence: bool
    review: bool
    to_confirm: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class FactField:
    """A small field beside the rating; dates are shown in words, yes and no as "yes" and "no"."""

    id: str
    kind: FactKind
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Level:
    """One of the six levels of a question."""

    level: int
    word: str
    sentence: str
    spoken: str


@dataclass(frozen=True, slots=True)
class EvidenceChip:
    """A document used for the question; `text` is its short title with pages."""

    evidence_id: str
    mark: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """The answer of the check before."""

    title: str
    state: AnswerState
    rating: int | None
    words: str
    comment: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """What helps with one question; sources as title and link."""

    about: str
    how: tuple[str, ...]
    evidence: tuple[str, ...]
    weaknesses: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    last_time: LastTime | None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with its answer, to be edited. `spoken` is the rating in words for the rating group."""

    id: str
    number: str
    heading: str
    core_note: str
    question: str
    state: AnswerState
    rating: int | None
    answer_words: str
    spoken: str
    levels: tuple[Level, ...]
    may_be_not_applicable: bool
    reason: str
    held_by: str
    held_source: str
    facts: tuple[FactField, ...]
    comment: str
    note: str
    review: bool
    confirm_text: str
    evidence: tuple[EvidenceChip, ...]
    guidance: Guidance
    previous: tuple[str, str]
    next: tuple[str, str]
    next_step: NextStep


@dataclass(frozen=True, slots=True)
class Average:
    """The ratings of the criterion in one line; `rated` always says how many are rated."""

    value: float | None
    words: str
    level: int | None
    rated: str
    target: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Counter:
    """The length of a text as it leaves, against its limit; `remark` is "62 left" or "46 too many"."""

    share: float
    words: str
    remark: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class TextPart:
    """One text of the fulfilment; `written` is the text as it leaves."""

    id: str
    label: str
    text: str
    written: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that the officer may give for the criterion."""

    decision: Decision
    word: str
    explanation: str


@dataclass(frozen=True, slots=True)
class RatingBar:
    """One question among the bars of ratings."""

    number: str
    state: AnswerState
    rating: int | None


@dataclass(frozen=True, slots=True)
class UsableEvidence:
    """A document that may be inserted into the texts; `of_criterion` when it already belongs to it."""

    evidence_id: str
    mark: str
    title: str
    detail: str
    in_texts: bool
    of_criterion: bool


@dataclass(frozen=True, slots=True)
class FulfilmentPart:
    """Decision, texts and what stands beside them. `second` is empty without a second language."""

    decision: Decision
    choices: tuple[Choice, ...]
    warning: str
    advice: str
    confirm_text: str
    texts: tuple[TextPart, ...]
    second: tuple[TextPart, ...]
    second_title: str
    agreed_with: str
    agreed_on: str
    met_at: MetAt | None
    met_at_choices: tuple[tuple[MetAt, str], ...]
    proof_holder: str
    owner_id: str
    owners: tuple[tuple[str, str], ...]
    target: int | None
    bars: tuple[RatingBar, ...]
    bars_spoken: str
    evidence: tuple[UsableEvidence, ...]
    last_change: str
    row: Table12Row
    next_step: NextStep | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A document in a table, with the numbers of the questions it is used for."""

    line: EvidenceLine
    state: State
    dated: str
    questions: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in a table, with the answer it is to improve and the level it should reach."""

    line: ActionLine
    due: str
    status: ActionStatus
    answer: Answer | None
    target: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """A rating below the target (or below 3) for which no action is planned; `reason` says why none is needed."""

    question_id: str
    number: str
    label: str
    rating: int
    target: int
    reason: str


@dataclass(frozen=True, slots=True)
class CriterionPicture:
    """Everything the page of one criterion shows; `question` is the one asked for."""

    id: str
    number: int
    place: str
    title: str
    official: str
    language_note: str
    previous_id: str
    next_id: str
    tabs: tuple[Tab, ...]
    relevant: bool
    relevance_note: str
    quick: bool
    rows: tuple[QuestionRow, ...]
    question: AskedQuestion
    average: Average
    fulfilment: FulfilmentPart
    evidence: tuple[EvidenceRow, ...]
    actions: tuple[ActionRow, ...]
    gaps: tuple[GapRow, ...]

"""What a report is made of: frozen values only, the words already in the report's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.profile import Profile
from s3desk.domain.records import AnswerState, Decision, OfficialStatus, Step
from s3desk.domain.scoring import Score, Tally
from s3desk.queries.files import FileOfEvidence
from s3desk.queries.open_points import OpenPointLine


@dataclass(frozen=True, slots=True)
class StatusRow:
    """The official status of one programme, as recorded."""

    programme: str
    cci: str
    status: OfficialStatus
    words: str
    dated: date | None
    reference: str
    notified_by: str


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """One strategy, its act and period."""

    title: str
    level: str
    adopting_act: str
    adopted_on: date | None
    period: str
    link: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the report is about, on the cover and at the head of each sheet."""

    territory: str
    territories: tuple[str, ...]
    territory_code: str
    member_state: str
    authority: str
    unit: str
    condition_title: str
    lead_in: str
    check: str
    purpose: str
    decision_asked: str
    programmes: tuple[StatusRow, ...]
    strategies: tuple[StrategyRow, ...]
    made_at: datetime
    step: Step
    step_words: str
    addressee: str
    contact: tuple[str, ...]
    example: bool
    identity: str
    check_id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the officer as it leaves, with its language and its length against the limit."""

    text: str
    language: str
    used: int
    limit: int

    @property
    def over(self) -> int:
        """How many characters are too many; 0 within the limit."""
        return max(0, self.used - self.limit)


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One question with its answer; only in internal reports."""

    id: str
    number: str
    question: str
    label: str
    core: bool
    state: AnswerState
    rating: int | None
    mark: str
    words: str
    reason: str
    comment: str
    note: str
    facts: tuple[tuple[str, str], ...]
    evidence: str
    review: bool
    to_confirm: bool
    before: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One document in a list; `mark` is "E07", `uses` counts uses, not documents."""

    id: str
    mark: str
    title: str
    short_title: str
    kind: str
    issuer: str
    dated: date | None
    valid_until: date | None
    language: str
    link: str
    state: str
    storage: str
    uses: int
    criteria: tuple[int, ...]
    pages: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action in a list; `mark` is "A-04"."""

    id: str
    mark: str
    title: str
    criterion: int
    question: str
    responsible: str
    due: date | None
    status: str
    late: bool
    done: bool
    next_step: str
    done_when: str
    money: str
    support: str


@dataclass(frozen=True, slots=True)
class CriterionPart:
    """Everything about one criterion; `score` is None in the outgoing profile."""

    id: str
    number: int
    name: str
    title: str
    official: str
    official_language: str
    decision: Decision
    decision_words: str
    mark: str
    met_at: str
    proof_holder: str
    references: Text
    justification: Text
    second_references: Text | None
    second_justification: Text | None
    agreed: str
    owner: str
    score: Score | None
    target: int | None
    level_words: str
    average_before: float | None
    decision_before: str
    questions: tuple[QuestionPart, ...]
    evidence: tuple[EvidenceLine, ...]
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Table12Row:
    """One criterion in Table 12, with the translation of its texts where there is one."""

    number: int
    criterion: str
    mark: str
    references: Text
    justification: Text
    second_references: Text | None = None
    second_justification: Text | None = None


@dataclass(frozen=True, slots=True)
class SfcField:
    """One field of the programme portal (SFC2021) as it is copied there; `limit` 0 means none.

    `characters` are counted without spaces, as the portal's template counts them.
    """

    label: str
    text: str
    characters: int
    limit: int

    @property
    def over(self) -> int:
        """How many characters are too many; 0 within the limit."""
        return max(0, self.characters - self.limit) if self.limit else 0


@dataclass(frozen=True, slots=True)
class Table12:
    """Table 12 of one programme (Regulation (EU) 2021/1060, Annex V, section 4)."""

    programme: str
    cci: str
    condition: str
    fund: str
    objectives: tuple[str, ...]
    fulfilled: str
    rows: tuple[Table12Row, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change since the compared version."""

    spot: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One recorded change of one field: when, who, where, from what to what."""

    at: datetime
    who: str
    step: str
    spot: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the status chain."""

    words: str
    name: str
    function: str
    taken_on: date
    addressee: str
    reference: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One saved version."""

    name: str
    saved_at: datetime
    saved_by: str
    because: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person with a role."""

    name: str
    role: str
    function: str


@dataclass(frozen=True, slots=True)
class CarriedCopy:
    """A stored copy of evidence that travels inside the PDF report."""

    line: EvidenceLine
    file: FileOfEvidence


@dataclass(frozen=True, slots=True)
class ReportPicture:
    """A whole report under one profile, in one language. Screen, PDF, Excel, JSON and CLI read only this.

    `data` holds the plain records of the same profile; `check_code` is their SHA-256 in short form;
    `carries_data` tells whether the PDF report carries workbook and data file inside, `copies` are what it carries
    beside them. `second` is the same report in the second language; a bilingual report reads its words there.
    """

    profile: Profile
    language: Language
    catalogue: Catalogue
    head: Head
    tally: Tally
    tally_words: str
    condition: Decision
    condition_words: str
    answered: int
    asked: int
    criteria: tuple[CriterionPart, ...]
    table12: tuple[Table12, ...]
    open_points: tuple[OpenPointLine, ...]
    evidence: tuple[EvidenceLine, ...]
    actions: tuple[ActionLine, ...]
    compared_with: str
    changes: tuple[ChangeLine, ...]
    history: tuple[HistoryLine, ...]
    steps: tuple[StepLine, ...]
    versions: tuple[VersionLine, ...]
    people: tuple[PersonLine, ...]
    data: Mapping[str, Any]
    digest: str
    check_code: str
    carries_data: bool
    copies: tuple[CarriedCopy, ...]
    second: ReportPicture | None

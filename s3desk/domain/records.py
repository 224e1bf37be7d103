"""What an assessment records. Every record is a frozen value whose first field `id` is its key.

Missing texts are "", missing dates and choices `None` (not answered). Ids of answers and fulfilments are the
ids of their question and criterion; all other ids are random and for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from s3desk.domain.reminders import Reminder
from s3desk.domain.requests import Appointment, RequestText, SupportRequest


class Record(Protocol):
    """What all records have in common: a key."""

    @property
    def id(self) -> str:
        """The key, unique among records of one kind."""


R = TypeVar("R", bound=Record)

ASSESSMENT = "assessment"


class Purpose(StrEnum):
    """Why a check is made; the order is that of the model."""

    PROGRAMME = "programme"
    FULFILMENT = "fulfilment"
    CONTINUED = "continued"
    PREPARATION = "preparation"


class OfficialStatus(StrEnum):
    """What the Commission's answer was; recorded by people, never inferred."""

    AT_APPROVAL = "at_approval"
    ACCEPTED_LATER = "accepted_later"
    NOT_ACCEPTED = "not_accepted"
    NOT_KNOWN = "not_known"


class AnswerState(StrEnum):
    """How a question stands."""

    OPEN = "open"
    RATED = "rated"
    ELSEWHERE = "elsewhere"
    NOT_APPLICABLE = "not_applicable"
    NOT_KNOWN = "not_known"


class Decision(StrEnum):
    """The officer's answer for one criterion."""

    YES = "yes"
    NO = "no"
    NOT_DECIDED = "not_decided"
    NOT_RELEVANT = "not_relevant"


class MetAt(StrEnum):
    """The level at which a criterion is met."""

    REGIONAL = "regional"
    NATIONAL = "national"
    BOTH = "both"


class StrategyLevel(StrEnum):
    """Whose strategy it is."""

    REGIONAL = "regional"
    NATIONAL = "national"


class ActionStatus(StrEnum):
    """How far an action is; "late" is computed, never recorded."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Storage(StrEnum):
    """Where the bytes of a piece of evidence are."""

    LINK = "link"
    LINKED_FILE = "linked_file"
    COPY = "copy"


class Step(StrEnum):
    """A step of the status chain; before the first the assessment is a draft."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    SENT = "sent"


class SavedBecause(StrEnum):
    """What made a saved version arise."""

    BY_HAND = "by_hand"
    NEW_CHECK = "new_check"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The one record about the file itself: whose watch it is and in which languages texts are written.

    `identity` is random and for ever the same, also in copies and imports: by it a workbook finds its own file.
    """

    id: str
    authority: str
    unit: str = ""
    language: str = "en"
    second_language: str = ""
    contact_id: str = ""
    addressee: str = ""
    example: bool = False
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory the assessment is about; `code` is a NUTS code, or "" for a free name."""

    id: str
    name: str
    code: str = ""
    country: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Strategy:
    """A smart specialisation strategy; several regions may share one."""

    id: str
    title: str
    level: StrategyLevel = StrategyLevel.REGIONAL
    adopting_act: str = ""
    adopted_on: date | None = None
    period: str = ""
    link: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with its official status; Table 12 is written once for each programme."""

    id: str
    title: str
    cci: str = ""
    member_state: str = ""
    managing_authority: str = ""
    objectives: tuple[str, ...] = ()
    official_status: OfficialStatus = OfficialStatus.NOT_KNOWN
    status_date: date | None = None
    status_reference: str = ""
    notified_by: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a role; contact data leave only for the one person chosen as contact."""

    id: str
    name: str
    role: str = ""
    function: str = ""
    email: str = ""
    phone: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """One round through the criteria, with its purpose; the last one is the present check."""

    id: str
    name: str
    purpose: Purpose = Purpose.CONTINUED
    started_on: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; `id` is the question's id. `note` is private and never leaves."""

    id: str
    state: AnswerState = AnswerState.OPEN
    rating: int | None = None
    reason: str = ""
    held_by: str = ""
    held_source: str = ""
    comment: str = ""
    note: str = ""
    review: bool = False
    to_confirm: bool = False
    no_action_reason: str = ""


@dataclass(frozen=True, slots=True)
class FactValue:
    """The content of one fact field; `id` is "<question id>/<fact id>"; dates are written as ISO text."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """The officer's decision on one criterion and its two texts; `id` is the criterion's id.

    `references` and `justification` are in the assessment's language, the `second_` texts in its second one.
    Texts hold evidence as tokens ("E17"). `written_on`/`translated_on` are the days of the last change.
    """

    id: str
    decision: Decision = Decision.NOT_DECIDED
    met_at: MetAt | None = None
    proof_holder: str = ""
    references: str = ""
    justification: str = ""
    second_references: str = ""
    second_justification: str = ""
    written_at: datetime | None = None
    translated_at: datetime | None = None
    agreed_with: str = ""
    agreed_on: date | None = None
    owner_id: str = ""
    target: int | None = None
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeText:
    """Own texts of one programme for one criterion; `id` is "<programme id>/<criterion id>"."""

    id: str
    references: str = ""
    justification: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document; shown as "E17" from its number. A stored copy is found by its SHA-256.

    `outgoing` lets the copy leave inside an outgoing report; the document is listed there in any case.
    """

    id: str
    number: int
    title: str
    short_title: str = ""
    kind: str = ""
    issuer: str = ""
    dated: date | None = None
    valid_until: date | None = None
    language: str = ""
    link: str = ""
    storage: Storage = Storage.LINK
    file_path: str = ""
    file_name: str = ""
    size: int = 0
    sha256: str = ""
    outgoing: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """One use of a piece of evidence for a question, with its pages; uses are counted as uses."""

    id: str
    evidence_id: str
    question_id: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something planned against a gap; shown as "A-04". Only marked ones leave in the outgoing profile."""

    id: str
    number: int
    title: str
    criterion_id: str
    question_id: str = ""
    responsible: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.PLANNED
    next_step: str = ""
    done_when: str = ""
    money: str = ""
    support: str = ""
    outgoing: bool = False


@dataclass(frozen=True, slots=True)
class SavedVersion:
    """A frozen state under a name; its content lies as an attachment found by `sha256`.

    `remark` says why it was saved, in the words of the one who did.
    """

    id: str
    name: str
    saved_at: datetime
    saved_by: str
    because: SavedBecause
    sha256: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One step taken in the status chain of a check, with the version saved at it."""

    id: str
    step: Step
    name: str
    taken_on: date
    check_id: str = ""
    function: str = ""
    addressee: str = ""
    reference: str = ""
    version_id: str = ""
    position: int = 0


RECORD_KINDS: tuple[type[Record], ...] = (
    Assessment, Territory, Strategy, Programme, Person, Check,
    Answer, FactValue, Fulfilment, ProgrammeText, Evidence, EvidenceUse,
    Action, SavedVersion, StatusStep, SupportRequest, RequestText, Appointment, Reminder,
)  # fmt: skip

"""What the overview shows: frozen values only, the words already in the language of the screen."""

from __future__ import annotations

from dataclasses import dataclass

from s3desk.domain.records import Decision, OfficialStatus
from s3desk.queries.criterion_picture import NextStep
from s3desk.queries.spots import Spot


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The official status of one programme; `about` is its date and number."""

    programme: str
    status: OfficialStatus
    words: str
    about: str


@dataclass(frozen=True, slots=True)
class RatingPart:
    """The ratings of one criterion; `average` is None before the first, `before` without an earlier one.

    `words` and `change` are the figures as they are shown: "3.6", "+0.5".
    """

    average: float | None
    words: str
    rated: str
    before: float | None
    before_words: str
    change: str
    target: int | None
    target_words: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion in one row; `spoken` says everything that the row shows."""

    id: str
    number: int
    name: str
    title: str
    state: str
    relevant: bool
    answered: str
    share: float
    rating: RatingPart
    decision: Decision
    decision_words: str
    uses: int
    actions: int
    spoken: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """One open point; `spot` is where its link leads, None where it cannot be solved now."""

    to_solve: bool
    sentence: str
    remedy: str
    spot: Spot | None
    spoken: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """One question below its target; `levels` is "1 of 3", `distance` is what is missing."""

    number: str
    label: str
    levels: str
    distance: str
    spot: Spot
    spoken: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One day that is overdue or comes within a week: of an action, a request, an update, or an own date."""

    mark: str
    title: str
    due: str
    late: bool
    spot: Spot
    spoken: str


@dataclass(frozen=True, slots=True)
class OverviewPicture:
    """Everything the overview shows; `step` is None in a file that is only read."""

    sentence: str
    programmes: tuple[StatusLine, ...]
    tally: str
    condition: Decision
    condition_words: str
    step: NextStep | None
    criteria: tuple[CriterionLine, ...]
    before_name: str
    points: tuple[PointLine, ...]
    point_counts: str
    gaps: tuple[GapLine, ...]
    gap_note: str
    tasks: tuple[TaskLine, ...]

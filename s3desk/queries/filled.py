"""What a workbook says when it comes back: whose it is, and what was written into its white cells since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from s3desk.domain.profile import Profile

Value = str | int | float | bool | date | None


class Trouble(Enum):
    """Why what stands in a cell is not taken, whatever it says."""

    FORMULA = auto()
    ERROR = auto()
    MERGED = auto()
    TWICE = auto()


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A white cell that was changed since the workbook was written.

    `field` is such as "answer.comment", `key` the id of the question, document or action, `place` sheet and cell as
    people find them: "Answers, C7".
    """

    field: str
    key: str
    place: str
    value: Value
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook that came back.

    `grey` names cells that were changed although they are not to be filled in, `missing` sheets, columns and rows
    that are gone. `prints` holds, by field and key, the print of what stood in each white cell when it was written.
    """

    name: str
    facts: Mapping[str, str]
    cells: tuple[WrittenCell, ...]
    grey: tuple[str, ...]
    missing: tuple[str, ...]
    prints: Mapping[tuple[str, str], str]

    @property
    def profile(self) -> Profile:
        """The profile under which it was written."""
        return Profile(self.facts["profile"])

    @property
    def language(self) -> str:
        """The code of the language in which it was written."""
        return self.facts["language"]

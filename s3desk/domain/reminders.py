"""What a region says itself about when documents should be looked at again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reminder:
    """The reminder period of one kind of evidence, in place of ours; `id` is the kind, `months` 0 means never."""

    id: str
    months: int = 0

"""The whole content of an assessment as one frozen value: what every query, export and comparison reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from s3desk.domain.records import (
    ASSESSMENT,
    RECORD_KINDS,
    Answer,
    Assessment,
    Check,
    Fulfilment,
    R,
    Record,
    StatusStep,
    Step,
)

Shelf = Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; `before` is None for a new record, `after` for a deleted one."""

    kind: type[Record]
    key: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Content:
    """All records of one assessment, by kind and key. Never changed, only replaced."""

    shelves: Mapping[type[Record], Shelf]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one kind, in the order in which they are shown."""
        return tuple(sorted(self.shelves[kind].values(), key=_order))  # type: ignore[arg-type]

    def get(self, kind: type[R], key: str) -> R | None:
        """The record of that key, or None."""
        return self.shelves[kind].get(key)  # type: ignore[return-value]

    def assessment(self) -> Assessment:
        """The one record about the file itself."""
        record = self.get(Assessment, ASSESSMENT)
        if record is None:
            raise LookupError("an assessment file holds exactly one assessment record")
        return record

    def answer(self, question_id: str) -> Answer:
        """The answer to a question; an open one where nothing was said yet."""
        return self.get(Answer, question_id) or Answer(question_id)

    def fulfilment(self, criterion_id: str) -> Fulfilment:
        """The fulfilment of a criterion; a not decided one where nothing was said yet."""
        return self.get(Fulfilment, criterion_id) or Fulfilment(criterion_id)

    def check(self) -> Check | None:
        """The present check: the last one started."""
        checks = self.all(Check)
        return checks[-1] if checks else None

    def step(self) -> Step:
        """How far the present check is in the status chain; a new check begins as a draft."""
        check = self.check()
        taken = [step.step for step in self.all(StatusStep) if check is not None and step.check_id == check.id]
        return taken[-1] if taken else Step.DRAFT

    def with_changes(self, changes: Iterable[Change]) -> Content:
        """The content after these changes."""
        shelves = dict(self.shelves)
        touched: dict[type[Record], dict[str, Record]] = {}
        for change in changes:
            shelf = touched.setdefault(change.kind, dict(shelves[change.kind]))
            if change.after is None:
                shelf.pop(change.key, None)
            else:
                shelf[change.key] = change.after
        shelves.update({kind: MappingProxyType(shelf) for kind, shelf in touched.items()})
        return replace(self, shelves=MappingProxyType(shelves))


def content_of(records: Iterable[Record]) -> Content:
    """Content made of these records."""
    shelves: dict[type[Record], dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for record in records:
        shelves[type(record)][record.id] = record
    return Content(MappingProxyType({kind: MappingProxyType(shelf) for kind, shelf in shelves.items()}))


def _order(record: Record) -> tuple[int, str]:
    """Numbered and placed records by their number; saved versions by time; the rest by key."""
    for field in ("position", "number"):
        if hasattr(record, field):
            return (getattr(record, field), record.id)
    saved_at = getattr(record, "saved_at", None)
    return (0, saved_at.isoformat() + record.id if saved_at else record.id)

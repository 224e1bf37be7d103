"""One change of an assessment while it is being made: it sees its own writes and is kept whole or not at all."""

from __future__ import annotations

from s3desk.domain.content import Change, Content
from s3desk.domain.records import R, Record
from s3desk.domain.texts import cleaned


class Transaction:
    """Collects what an operation puts and deletes; the workspace commits it when the block ends."""

    def __init__(self, content: Content) -> None:
        self._before = content
        self._after: dict[tuple[type[Record], str], Record | None] = {}
        self.forgotten: set[str] = set()

    def put(self, record: Record) -> None:
        """Add the record, or replace the one with its key. Texts are cleaned here, once."""
        self._after[type(record), record.id] = cleaned(record)

    def delete(self, kind: type[Record], key: str) -> None:
        """Remove the record of that key, if there is one."""
        self._after[kind, key] = None

    def forget(self, sha256: str) -> None:
        """Remove stored bytes for good; undo brings back the record that named them, not the bytes."""
        self.forgotten.add(sha256)

    def get(self, kind: type[R], key: str) -> R | None:
        """The record as it would be after this transaction."""
        if (kind, key) in self._after:
            return self._after[kind, key]  # type: ignore[return-value]
        return self._before.get(kind, key)

    def changes(self) -> tuple[Change, ...]:
        """What really differs from before; putting an equal record is no change."""
        pairs = ((kind, key, self._before.get(kind, key), after) for (kind, key), after in self._after.items())
        return tuple(Change(*pair) for pair in pairs if pair[2] != pair[3])

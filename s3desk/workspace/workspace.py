"""An open assessment file: its content in memory, every change on disk before the next keystroke."""

from __future__ import annotations

import io
import json
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from s3desk.basics.errors import KnownError
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain as catalogue_from_plain
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Change, Content, content_of
from s3desk.domain.frozen import from_bytes
from s3desk.domain.records import RECORD_KINDS, Record, SavedVersion
from s3desk.workspace import attachments, journal
from s3desk.workspace.lock import Holder, WriterLock
from s3desk.workspace.opening import damaged
from s3desk.workspace.storage import disconnect, reading, roll_back, telling
from s3desk.workspace.tables import CATALOGUE, TABLE_OF, from_row, to_row
from s3desk.workspace.transaction import Transaction

TYPING_PAUSE = 2.0
"""Seconds after which a run of typing in one field ends and the next letter begins a new step."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Told after each change: which kinds of records, and who made it (so that a page skips its own echo)."""

    kinds: frozenset[type[Record]]
    origin: object | None


def wall_clock() -> datetime:
    """The computer's local time, to the second, as it stands in files and reports."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the officer's wall clock


class Workspace:
    """One open assessment. Used from one thread; jobs receive its frozen `content` and never the workspace."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        lock: WriterLock | None,
        holder: Holder | None,
        who: str,
        clock: Callable[[], datetime],
    ) -> None:
        self.path = path
        self.holder = holder
        self.who = who
        self._connection = connection
        self._lock = lock
        self._clock = clock
        self._listeners: list[Callable[[Changed], None]] = []
        self._typing: tuple[str, float] | None = None
        self.catalogue: Catalogue = _read_catalogue(connection, path)
        self.content: Content = _read_content(connection, self.catalogue, path)
        connection.rollback()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused, because somebody else writes or the file may not be written."""
        return self._lock is None

    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    def today(self) -> date:
        """The present day."""
        return self._clock().date()

    def new_id(self) -> str:
        """A key for a new record."""
        return uuid.uuid4().hex

    def subscribe(self, listener: Callable[[Changed], None]) -> None:
        """Have `listener` called after each change."""
        self._listeners.append(listener)

    @contextmanager
    def changing(
        self, label: str, *, merge: str = "", origin: object | None = None, **values: object
    ) -> Iterator[Transaction]:
        """One step that can be undone. `label` is a message id for history and undo, filled from `values`.

        Leaving the block writes records and journal entry together; an exception leaves everything as it was.
        Steps with the same `merge` key that follow each other within two seconds become one.
        """
        self._refuse_when_read_only()
        transaction = Transaction(self.content)
        yield transaction
        changes = transaction.changes()
        if not changes:
            return
        entry = self.next_undo if self._continues_typing(merge) else None
        with self._writing():
            write_records(self._connection, changes)
            for sha256 in transaction.forgotten:
                attachments.remove(self._connection, sha256)
            if entry is not None:
                journal.extend(self._connection, entry, self.now(), changes)
            else:
                journal.write(self._connection, label, values, self.now(), self.who, changes)
        self._typing = (merge, time.monotonic()) if merge else None
        self._take_over(changes, origin)

    def end_typing(self) -> None:
        """End the run of typing: the next change is a step of its own."""
        self._typing = None

    @property
    def next_undo(self) -> journal.Entry | None:
        """The step that undo would take back."""
        return self._find(journal.next_to_undo) if not self.read_only else None

    @property
    def next_redo(self) -> journal.Entry | None:
        """The step that redo would do again."""
        return self._find(journal.next_to_redo) if not self.read_only else None

    def undo(self, origin: object | None = None) -> journal.Entry | None:
        """Take the last step back; returns it, or None when there is none."""
        return self._step(journal.next_to_undo, journal.UNDONE, origin)

    def redo(self, origin: object | None = None) -> journal.Entry | None:
        """Do the step again that was taken back last; returns it, or None when there is none."""
        return self._step(journal.next_to_redo, journal.DONE, origin)

    def history(self, about: str = "") -> tuple[journal.Entry, ...]:
        """All steps that count, oldest first; of them those that changed the record of the key `about`."""
        with self._reading():
            return journal.entries(self._connection, about)

    def attach(self, source: BinaryIO | bytes) -> tuple[str, int]:
        """Store the bytes of a source; returns their SHA-256 and size. Bytes already stored are not stored twice."""
        self._refuse_when_read_only()
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        start = stream.tell()
        sha256, size = attachments.digest_of(attachments.parts_of(stream))
        if self.missing_attachments([sha256]):
            stream.seek(start)
            with self._writing():
                for number, part in enumerate(attachments.parts_of(stream)):
                    attachments.write_part(self._connection, sha256, number, part)
        return sha256, size

    def attachment(self, sha256: str) -> bytes:
        """The stored bytes. Raises LookupError when they are not here, `KnownError` when they were altered."""
        with self._reading():
            content = attachments.read(self._connection, sha256)
        if attachments.digest_of_bytes(content) != sha256:
            raise damaged(self.path)
        return content

    def saved_content(self, version: SavedVersion) -> Content:
        """What a saved version holds. Raises `KnownError` when its bytes are not whole."""
        try:
            return from_bytes(self.attachment(version.sha256))
        except (LookupError, ValueError) as reason:
            raise damaged(self.path) from reason

    def missing_attachments(self, sha256s: Iterable[str]) -> frozenset[str]:
        """Those of the digests whose bytes are not stored here."""
        with self._reading():
            return frozenset(sha256 for sha256 in sha256s if not attachments.has(self._connection, sha256))

    def close(self) -> None:
        """Close the file; it then stands alone, without journal or lock beside it."""
        if self._connection.closed:
            return
        try:
            with telling(self.path):
                disconnect(self._connection, read_only=self.read_only)
        finally:
            if self._lock is not None:
                self._lock.release()

    def _step(
        self, find: Callable[[Connection], journal.Entry | None], state: str, origin: object | None
    ) -> journal.Entry | None:
        self._refuse_when_read_only()
        self.end_typing()
        entry = self._find(find)
        if entry is None:
            return None
        changes = tuple(_reversed(c) for c in entry.changes) if state == journal.UNDONE else entry.changes
        with self._writing():
            write_records(self._connection, changes)
            journal.mark(self._connection, entry.id, state)
        self._take_over(changes, origin)
        return entry

    def _find(self, find: Callable[[Connection], journal.Entry | None]) -> journal.Entry | None:
        with self._reading():
            return find(self._connection)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What is read leaves no lock behind: it would keep other programs from writing."""
        try:
            with reading(self.path):
                yield
        finally:
            self._connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with telling(self.path), self._connection.begin():
                yield
        finally:
            roll_back(self._connection)

    def _take_over(self, changes: tuple[Change, ...], origin: object | None) -> None:
        self.content = self.content.with_changes(changes)
        told = Changed(frozenset(change.kind for change in changes), origin)
        for listener in self._listeners:
            listener(told)

    def _continues_typing(self, merge: str) -> bool:
        if not merge or self._typing is None:
            return False
        key, since = self._typing
        return key == merge and time.monotonic() - since < TYPING_PAUSE

    def _refuse_when_read_only(self) -> None:
        if self.read_only:
            raise KnownError(
                "{name} is open for reading only. Nothing was changed.",
                "Save a copy and work in the copy.",
                name=self.path.name,
            )


def write_records(connection: Connection, changes: Iterable[Change]) -> None:
    for change in changes:
        table = TABLE_OF[change.kind]
        if change.after is None:
            connection.execute(delete(table).where(table.c.id == change.key))
        else:
            row = to_row(change.after)
            connection.execute(upsert(table).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def _reversed(change: Change) -> Change:
    return Change(change.kind, change.key, change.after, change.before)


def _read_catalogue(connection: Connection, path: Path) -> Catalogue:
    rows = connection.execute(select(CATALOGUE)).all()
    if len(rows) != 1:
        raise damaged(path)
    catalogue = catalogue_from_plain(json.loads(rows[0].content))
    if catalogue.digest != rows[0].digest:
        raise damaged(path)
    return catalogue


def _read_content(connection: Connection, catalogue: Catalogue, path: Path) -> Content:
    rows = (
        from_row(kind, dict(row))
        for kind in RECORD_KINDS
        for row in connection.execute(select(TABLE_OF[kind])).mappings()
    )
    content = content_of(rows)
    if inconsistencies(catalogue, content):
        raise damaged(path)
    return content

"""An open assessment file: its content in memory, every change on disk before the next keystroke."""

from __future__ import annotations

import copy
import io
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from sqlalchemy import Connection

from s3desk.basics.errors import KnownError
from s3desk.catalogue.model import Catalogue
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Change, Content
from s3desk.domain.frozen import from_bytes
from s3desk.domain.records import Record, SavedVersion
from s3desk.workspace import attachments, journal
from s3desk.workspace.lock import Holder, WriterLock
from s3desk.workspace.opening import damaged
from s3desk.workspace.rows import read_catalogue, read_content, write_records
from s3desk.workspace.storage import copy_all, disconnect, reading, roll_back, telling
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.watch import Watch

T = TypeVar("T")

TYPING_PAUSE = 2.0
"""Seconds after which a run of typing in one field ends and the next letter begins a new step."""


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
        self._listeners: list[Callable[[], None]] = []
        self._typing: tuple[str, float] | None = None
        self.catalogue: Catalogue = read_catalogue(connection, path)
        self.content: Content = read_content(connection, self.catalogue, path)
        self._watch = Watch(path, connection)
        connection.rollback()

    @property
    def left_open(self) -> bool:
        """Whether the last writer ended without closing the file: a crash, or the computer was switched off."""
        return self._lock is not None and self._lock.left_by is not None

    @property
    def changed_at(self) -> datetime | None:
        """When the last step was written that this workspace knows; None before the first."""
        return self._watch.changed_at

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

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Have `listener` called after each change."""
        self._listeners.append(listener)

    @contextmanager
    def changing(self, label: str, *, merge: str = "", **values: object) -> Iterator[Transaction]:
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
        entry = self._find(journal.next_to_undo) if self._continues_typing(merge) else None
        with self._writing():
            write_records(self._connection, changes)
            for sha256 in transaction.forgotten:
                attachments.remove(self._connection, sha256)
            if entry is not None:
                journal.extend(self._connection, entry, self.now(), changes)
            else:
                journal.write(self._connection, label, values, self.now(), self.who, changes)
        self._typing = (merge, time.monotonic()) if merge else None
        self._take_over(changes)

    def end_typing(self) -> None:
        """End the run of typing: the next change is a step of its own."""
        self._typing = None

    @property
    def next_undo(self) -> journal.StepName | None:
        """What the step is called that undo would take back."""
        return self._find(journal.name_to_undo) if not self.read_only else None

    @property
    def next_redo(self) -> journal.StepName | None:
        """What the step is called that redo would do again."""
        return self._find(journal.name_to_redo) if not self.read_only else None

    def undo(self) -> journal.Entry | None:
        """Take the last step back; returns it, or None when there is none."""
        return self._step(journal.next_to_undo, journal.UNDONE)

    def redo(self) -> journal.Entry | None:
        """Do the step again that was taken back last; returns it, or None when there is none."""
        return self._step(journal.next_to_redo, journal.DONE)

    def history(self, kind: type[Record] | None = None, key: str = "") -> tuple[journal.Entry, ...]:
        """All steps that count, oldest first; or what they changed in the records of a kind, or in the one of a key."""
        with self._reading():
            return journal.entries(self._connection, kind, key)

    def history_ids(self) -> tuple[int, ...]:
        """The numbers of all steps that count, newest first."""
        with self._reading():
            return journal.ids(self._connection)

    def history_of(self, ids: Iterable[int], most: int) -> tuple[journal.Entry, ...]:
        """The steps of these numbers, newest first: a long history is read piece by piece.

        Of each step come at most so many changes: the start of a check changes every answer.
        """
        with self._reading():
            return journal.of_ids(self._connection, ids, most)

    def history_people(self) -> tuple[str, ...]:
        """Who made the steps that count."""
        with self._reading():
            return journal.people(self._connection)

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
        """What a saved version holds. Raises `KnownError` when its bytes are not whole, or hold what cannot be."""
        try:
            content = from_bytes(self.attachment(version.sha256))
        except (LookupError, ValueError) as reason:
            raise damaged(self.path) from reason
        if inconsistencies(self.catalogue, content):
            raise damaged(self.path)
        return content

    def as_it_was(self, version: SavedVersion, content: Content) -> Workspace:
        """A saved version to look at, on the day it was saved: for reading only, with the documents of this file."""
        before = {key: one for key, one in self.content.shelves[SavedVersion].items() if _earlier(one, version)}
        view = copy.copy(self)
        view._lock, view._listeners, view._clock = None, [], lambda: version.saved_at  # noqa: SLF001 - our own copy
        view.holder = None
        view.content = Content({**content.shelves, SavedVersion: before})
        return view

    def missing_attachments(self, sha256s: Iterable[str]) -> frozenset[str]:
        """Those of the digests whose bytes are not stored here."""
        with self._reading():
            return frozenset(sha256 for sha256 in sha256s if not attachments.has(self._connection, sha256))

    def check_on_disk(self) -> None:
        """Look whether the file is still as this writer left it. Raises `ChangedOnDiskError`."""
        with self._watch.guarding(), self._reading():
            if not self.read_only:
                self._watch.check_journal(self._connection)

    @property
    def is_behind(self) -> bool:
        """Whether somebody else has written into the file since it was read here."""
        with self._reading():
            return self._watch.is_behind(self._connection)

    def copy_to(self, target: Path) -> None:
        """Write the whole file into a new one, also one that was taken from its folder while it is open.

        Raises `KnownError` when what lies there is not ours, and `CopyError` when the target cannot be written.
        """
        with self._reading():
            self._watch.check_journal(self._connection)
        copy_all(self._connection, target)

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

    def _step(self, find: Callable[[Connection], journal.Entry | None], state: str) -> journal.Entry | None:
        self._refuse_when_read_only()
        self.end_typing()
        entry = self._find(find)
        if entry is None:
            return None
        changes = tuple(_reversed(c) for c in entry.changes) if state == journal.UNDONE else entry.changes
        if inconsistencies(self.catalogue, self.content.with_changes(changes)):
            raise damaged(self.path)
        with self._writing():
            write_records(self._connection, changes)
            journal.mark(self._connection, entry.id, state)
        self._take_over(changes)
        return entry

    def _find(self, find: Callable[[Connection], T | None]) -> T | None:
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
            with self._watch.guarding(), telling(self.path), self._watch.writing(self._connection):
                yield
        finally:
            roll_back(self._connection)

    def _take_over(self, changes: tuple[Change, ...]) -> None:
        self.content = self.content.with_changes(changes)
        for listener in self._listeners:
            listener()

    def _continues_typing(self, merge: str) -> bool:
        if not merge or self._typing is None:
            return False
        key, since = self._typing
        return key == merge and time.monotonic() - since < TYPING_PAUSE

    def _refuse_when_read_only(self) -> None:
        if self._connection.closed:
            raise KnownError(
                "{name} is closed by now. Nothing was changed.",
                "Open the file again and repeat the step.",
                name=self.path.name,
            )
        if self.read_only:
            raise KnownError(
                "{name} is open for reading only. Nothing was changed.",
                "Save a copy and work in the copy.",
                name=self.path.name,
            )


def _earlier(one: Record, version: SavedVersion) -> bool:
    return isinstance(one, SavedVersion) and one.saved_at < version.saved_at


def _reversed(change: Change) -> Change:
    return Change(change.kind, change.key, change.after, change.before)

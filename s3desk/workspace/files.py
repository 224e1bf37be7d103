"""Making and opening assessment files."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.basics.paths import exists
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import content_of
from s3desk.domain.records import Record
from s3desk.workspace import attachments, journal
from s3desk.workspace.lock import Holder, WriterLock
from s3desk.workspace.opening import can_write, check_before_opening, check_wholeness
from s3desk.workspace.rows import write_records
from s3desk.workspace.storage import connect, connected, raw, reading, telling
from s3desk.workspace.tables import APPLICATION_ID, CATALOGUE, FORMAT, metadata
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace, wall_clock


def create(
    path: Path,
    catalogue: Catalogue,
    records: Iterable[Record],
    *,
    who: str,
    clock: Callable[[], datetime] = wall_clock,
    stored: Iterable[bytes] = (),
) -> Workspace:
    """Make a new assessment file with these records and open it.

    The file appears under its name only when it is complete. Raises `KnownError` when something of that name
    exists or the folder cannot be written.
    """
    draft = path.with_name(f"~${path.name}.new")
    try:
        if exists(path):
            raise KnownError("{name} exists already. Nothing was changed.", "Choose another name.", name=path.name)
        draft.unlink(missing_ok=True)
        draft.touch()
        with telling(path):
            _fill(draft, catalogue, tuple(records), who, clock(), stored)
        draft.rename(path)
    except OSError as reason:
        raise KnownError(
            "{name} could not be made in this folder.",
            "Choose a folder that you may write to, with free space.",
            name=path.name,
        ) from reason
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return open_workspace(path, who=who, clock=clock)


def open_workspace(
    path: Path, *, who: str, clock: Callable[[], datetime] = wall_clock, read_only: bool = False
) -> Workspace:
    """Open an assessment file; for reading only when asked, or when somebody else writes it.

    Raises `KnownError` for a file that is missing, foreign, newer, empty or damaged; the file stays untouched.
    """
    check_before_opening(path)
    if read_only and _was_interrupted(path):
        _roll_back(path, who, clock())
    lock, holder = (None, None) if read_only or not can_write(path) else _lock_of(path, who, clock())
    connection: Connection | None = None
    try:
        with reading(path):
            connection = connect(path, read_only=lock is None)
            check_wholeness(raw(connection), path)
            return Workspace(path, connection, lock, holder, who, clock)
    except BaseException:
        if connection is not None:
            connection.close()
            connection.engine.dispose()
        if lock is not None:
            lock.release()
        raise


def _was_interrupted(path: Path) -> bool:
    """Whether a writer ended in the middle of a change; its journal lies beside the file then."""
    journal_file = path.with_name(f"{path.name}-journal")
    return can_write(path) and journal_file.exists() and journal_file.stat().st_size > 0


def _roll_back(path: Path, who: str, now: datetime) -> None:
    """Let the database take an unfinished change back, unless its writer is still there."""
    lock, _ = _lock_of(path, who, now)
    if lock is None:
        return
    try:
        with reading(path), connected(path) as connection:
            check_wholeness(raw(connection), path)
    finally:
        lock.release()


def _lock_of(path: Path, who: str, now: datetime) -> tuple[WriterLock | None, Holder | None]:
    lock = WriterLock(path)
    return (lock, None) if lock.take(who, now) else (None, lock.holder())


def _fill(
    draft: Path,
    catalogue: Catalogue,
    records: tuple[Record, ...],
    who: str,
    now: datetime,
    stored: Iterable[bytes],
) -> None:
    with connected(draft) as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        metadata.create_all(connection)
        content = json.dumps(catalogue.plain, ensure_ascii=False)
        row = {"id": catalogue.id, "version": catalogue.version, "digest": catalogue.digest}
        connection.execute(insert(CATALOGUE).values(**row, content=content))
        transaction = Transaction(content_of(()))
        for record in records:
            transaction.put(record)
        changes = transaction.changes()
        write_records(connection, changes)
        journal.write(connection, message("Begin the assessment"), {}, now, who, changes, state=journal.FIXED)
        for item in stored:
            sha256 = attachments.digest_of_bytes(item)
            for number, part in enumerate(attachments.parts_of(io.BytesIO(item))):
                attachments.write_part(connection, sha256, number, part)

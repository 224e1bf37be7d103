"""What a thread may do with an open assessment over a connection of its own: store, check and take out documents.

Each part of a document is a short transaction, so that the officer's typing gets its turn in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection

from s3desk.basics.progress import Progress
from s3desk.workspace import attachments
from s3desk.workspace.storage import connect, connected, disconnect, reading, telling


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose bytes are in the assessment; no record names them yet."""

    name: str
    size: int
    sha256: str


def store(assessment: Path, source: Path, progress: Progress) -> StoredFile:
    """Store the bytes of a file. Raises `KnownError`; what was stored of a cancelled file is removed."""
    try:
        total = 2 * source.stat().st_size
        sha256, size = attachments.digest_of(_told(_parts_of(source), progress, total))
        with telling(assessment), connected(assessment) as connection:
            if not _is_stored(connection, sha256):
                _write(connection, sha256, _told(_parts_of(source), progress, total, size), source)
    except OSError as reason:
        raise attachments.not_readable(source) from reason
    return StoredFile(source.name, size, sha256)


def altered(assessment: Path, sha256s: Iterable[str], progress: Progress) -> frozenset[str]:
    """Those digests whose stored bytes are not what they were."""
    wanted, found = sorted(set(sha256s)), set()
    with _reader(assessment) as connection:
        for place, sha256 in enumerate(wanted):
            progress(place, len(wanted))
            if attachments.digest_of(_stored_parts(connection, sha256))[0] != sha256:
                found.add(sha256)
    return frozenset(found)


def take_out(assessment: Path, sha256: str, target: Path, progress: Progress) -> None:
    """Write stored bytes into a file that nobody should change, because it is a copy."""
    with _reader(assessment) as connection, target.open("wb") as file:
        for number, part in enumerate(_stored_parts(connection, sha256)):
            file.write(part)
            progress(number, 0)
    target.chmod(0o400)


def stored_parts(assessment: Path, sha256: str) -> Iterator[bytes]:
    """Stored bytes, piece by piece. Raises LookupError when they are not in the assessment."""
    with _reader(assessment) as connection:
        parts = _stored_parts(connection, sha256)
        first = next(parts, None)
        if first is None:
            raise LookupError(f"no attachment {sha256}")
        yield first
        yield from parts


def _parts_of(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        yield from attachments.parts_of(file)


def _told(parts: Iterable[bytes], progress: Progress, total: int, done: int = 0) -> Iterator[bytes]:
    for part in parts:
        done += len(part)
        progress(min(done, total), total)
        yield part


def _is_stored(connection: Connection, sha256: str) -> bool:
    with connection.begin():
        return attachments.has(connection, sha256)


def _write(connection: Connection, sha256: str, parts: Iterator[bytes], source: Path) -> None:
    """Write all parts, the first one last, and only when the bytes are still the ones of the digest."""
    first = next(parts, b"")
    try:
        rest = _written(connection, sha256, parts)
        if attachments.digest_of(chain((first,), rest))[0] != sha256:
            raise attachments.not_readable(source)
        with connection.begin():
            attachments.write_part(connection, sha256, 0, first)
    finally:
        with connection.begin():
            attachments.remove_unfinished(connection, sha256)


def _written(connection: Connection, sha256: str, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts after the first, each on disk when it is passed on; then as long a pause as writing took."""
    for number, part in enumerate(parts, start=1):
        begun = time.monotonic()
        with connection.begin():
            attachments.write_part(connection, sha256, number, part)
        time.sleep(time.monotonic() - begun)
        yield part


def _stored_parts(connection: Connection, sha256: str) -> Iterator[bytes]:
    for number in count():
        part = attachments.read_part(connection, sha256, number)
        connection.rollback()
        if part is None:
            return
        yield part


@contextmanager
def _reader(assessment: Path) -> Iterator[Connection]:
    connection = connect(assessment, read_only=True)
    try:
        with reading(assessment):
            yield connection
    finally:
        disconnect(connection, read_only=True)

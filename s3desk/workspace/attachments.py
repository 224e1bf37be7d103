"""Bytes inside an assessment file: stored in parts of one MiB, found by their SHA-256, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, delete, func, insert, select

from s3desk.basics.errors import KnownError
from s3desk.workspace.tables import ATTACHMENT

PART = 1024 * 1024
LARGEST = 500 * 1024 * 1024
"""The programme portal's limit for one file (SFC2021)."""


def parts_of(source: BinaryIO) -> Iterator[bytes]:
    """The source in parts as they are stored; an empty source is one empty part."""
    part = source.read(PART)
    yield part
    while part := source.read(PART):
        yield part


def digest_of(parts: Iterable[bytes]) -> tuple[str, int]:
    """The SHA-256 and the size in bytes of these parts together."""
    digest, size = hashlib.sha256(), 0
    for part in parts:
        digest.update(part)
        size += len(part)
        if size > LARGEST:
            raise KnownError(
                "The file is larger than 500 MB, the limit of the programme portal. Nothing was added.",
                "Add it as a link, or store a smaller version.",
            )
    return digest.hexdigest(), size


def digest_of_bytes(content: bytes) -> str:
    """The SHA-256 under which these bytes are stored."""
    return hashlib.sha256(content).hexdigest()


def has(connection: Connection, sha256: str) -> bool:
    """Whether these bytes are stored. Where they are written part by part, the first part is written last."""
    statement = select(func.count()).where(ATTACHMENT.c.sha256 == sha256, ATTACHMENT.c.part == 0)
    return bool(connection.execute(statement).scalar())


def write_part(connection: Connection, sha256: str, part: int, content: bytes) -> None:
    """Store one part; a part that an interrupted writer left is the same and stays."""
    values = {"sha256": sha256, "part": part, "bytes": content}
    connection.execute(insert(ATTACHMENT).prefix_with("OR IGNORE").values(values))


def read_part(connection: Connection, sha256: str, part: int) -> bytes | None:
    """One part; None after the last."""
    statement = select(ATTACHMENT.c.bytes).where(ATTACHMENT.c.sha256 == sha256, ATTACHMENT.c.part == part)
    return connection.execute(statement).scalar()


def remove(connection: Connection, sha256: str) -> None:
    """Remove the bytes; the database overwrites their place."""
    connection.execute(delete(ATTACHMENT).where(ATTACHMENT.c.sha256 == sha256))


def remove_unfinished(connection: Connection, sha256: str) -> None:
    """Remove the parts of an attachment that was not written to its end."""
    if not has(connection, sha256):
        remove(connection, sha256)


def read(connection: Connection, sha256: str) -> bytes:
    """All bytes of an attachment. Raises LookupError when they are not stored."""
    statement = select(ATTACHMENT.c.bytes).where(ATTACHMENT.c.sha256 == sha256).order_by(ATTACHMENT.c.part)
    rows = connection.execute(statement).scalars().all()
    if not rows:
        raise LookupError(f"no attachment {sha256}")
    return b"".join(rows)


def not_readable(path: Path) -> KnownError:
    """What is said when the file of a document cannot be read."""
    return KnownError(
        "The file {name} could not be read. Nothing was changed.",
        "Look whether it is still there, or choose another file.",
        name=path.name,
    )

"""What must be true before a file is touched: it exists, is ours, is not newer than we are and is whole."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.paths import is_folder
from s3desk.workspace.tables import APPLICATION_ID, FORMAT

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


class BrokenFileError(KnownError):
    """An assessment that is gone, empty or damaged: a backup of it may help."""


def check_before_opening(path: Path) -> None:
    """Refuse what cannot be an assessment of ours, from the first 100 bytes only.

    Raises `KnownError`: not found, a folder, empty, not ours, damaged header, newer format, no permission.
    """
    header = _header(path)
    if not header:
        raise BrokenFileError(
            "{name} is empty. Nothing was changed.",
            "Open a backup, or the copy that somebody sent you.",
            name=path.name,
        )
    if not header.startswith(_MAGIC):
        raise BrokenFileError(
            "{name} is not an S3 Desk file, or it is damaged. Nothing was changed.",
            "Choose a file that ends in .s3desk, or open a backup.",
            name=path.name,
        )
    if len(header) < _HEADER:
        raise damaged(path)
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise KnownError(
            "{name} belongs to another program. Nothing was changed.",
            "Choose a file that was made with S3 Desk.",
            name=path.name,
        )
    if int.from_bytes(header[_USER_VERSION], "big") > FORMAT:
        raise KnownError(
            "{name} needs a newer version of S3 Desk. Nothing was changed.",
            "Ask for the newer version, or for a report of this file as PDF.",
            name=path.name,
        )


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (IsADirectoryError, PermissionError) as reason:
        raise _not_readable(path) from reason
    except OSError as reason:
        raise BrokenFileError(
            "{name} was not found in its folder.",
            "It may have been moved or renamed. Choose it again with Open.",
            name=path.name,
        ) from reason


def _not_readable(path: Path) -> KnownError:
    if is_folder(path):
        return KnownError("{name} is a folder.", "Choose a file that ends in .s3desk.", name=path.resolve().name)
    return KnownError(
        "You may not read {name}. Nothing was changed.",
        "Ask the owner of the file for the right to read it.",
        name=path.name,
    )


def can_write(path: Path) -> bool:
    """Whether the file and its folder may be written (the folder holds the journal of a running change)."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_wholeness(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose inner structure is broken, or that ends inside a page (its missing end reads as zeros)."""
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size % page_size or connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise damaged(path)


def damaged(path: Path) -> BrokenFileError:
    """The sentence about a file that cannot be read completely."""
    return BrokenFileError(
        "{name} is damaged and cannot be read completely. Nothing was changed.",
        "Open a backup of it, or the copy that somebody sent you.",
        name=path.name,
    )

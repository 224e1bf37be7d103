"""The one gate for files that others made: what a file is by its content, and how much of it is ever read."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message

LARGEST_PDF = 200_000_000
LARGEST_DATA = 50_000_000
LARGEST_WORKBOOK = 20_000_000

_HEAD = 1024
_MOST_VALUES = 1_000_000
_MOST_MEMBERS = 1_000

_CHOOSE = message("Choose a PDF report or a data file (JSON) that S3 Desk made.")
_PICTURE = message("{name} is a picture, not a report. Nothing was changed.")
_OTHERS = (
    (b"SQLite format 3\0", message("{name} is an assessment or another database. Nothing was changed."),
     message("Open an assessment in the window; its name must end in .s3desk.")),
    (b"PK\x03\x04", message("{name} is a workbook or another package of files. Nothing was changed."), _CHOOSE),
    (b"\xff\xd8\xff", _PICTURE, _CHOOSE),
    (b"\x89PNG", _PICTURE, _CHOOSE),
    (b"GIF8", _PICTURE, _CHOOSE),
)  # fmt: skip
"""What people choose by mistake: how such a file begins, and what is said about it."""


def content(path: Path) -> bytes:
    """A whole file. Raises `KnownError` for one that is missing, no file at all, or larger than its kind may be."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KnownError("{name} cannot be read: it is not a file.", _CHOOSE, name=path.name)
        with path.open("rb") as file:
            largest = LARGEST_PDF if is_pdf(file.read(_HEAD)) else LARGEST_DATA
            check_size(path.stat().st_size, largest, path.name)
            file.seek(0)
            found = file.read(largest + 1)
    except FileNotFoundError:
        raise KnownError("{name} was not found.", "Check the name and the folder.", name=path.name) from None
    except OSError as reason:
        raise KnownError("{name} cannot be read.", "Check that you may open it.", name=path.name) from reason
    check_size(len(found), largest, path.name)
    return found


def is_pdf(found: bytes) -> bool:
    """Whether a file begins as a PDF does; some programs write a few bytes before its mark."""
    return b"%PDF-" in found[:_HEAD] and not found.startswith(tuple(start for start, _, _ in _OTHERS))


def check_kind(found: bytes, name: str) -> None:
    """Refuse what is plainly something else than a report or data file, and say what it is."""
    if not found:
        raise KnownError("{name} is empty. Nothing was changed.", "Ask the sender for the file again.", name=name)
    for start, text, hint in _OTHERS:
        if found.startswith(start):
            raise KnownError(text, hint, name=name)


def check_size(size: int, largest: int, name: str) -> None:
    """Refuse more bytes than anything of ours has."""
    if size > largest:
        raise refused(name, f"it is larger than {largest // 1_000_000} MB")


def check_values(found: bytes, name: str) -> None:
    """Refuse JSON that would fill the memory: a byte of it can become a hundred once it is read."""
    if sum(map(found.count, (b",", b":", b"[", b"{"))) > _MOST_VALUES:
        raise refused(name, "it holds more values than any assessment")


def member(package: bytes, wanted: str, most: int) -> bytes | None:
    """One file of a zip package, at most `most` bytes of it; None where the package does not have it so."""
    if package.count(b"PK\x01\x02") > _MOST_MEMBERS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as opened:
            if opened.getinfo(wanted).file_size > most:
                return None
            with opened.open(wanted) as file:
                return file.read(most)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, LookupError, ValueError, OSError, EOFError, RuntimeError):
        return None


def refused(name: str, reason: str) -> KnownError:
    """The sentence about a file that is none of ours, or not as we write it."""
    return KnownError(
        "{name} cannot be taken in: {reason}. Nothing was changed.",
        "Ask the sender to export the data again.",
        name=name,
        reason=reason.rstrip("."),
    )

"""The one gate for files that others made: what a file is by its content, and how much of it is ever read."""

from __future__ import annotations

import io
import stat
import time
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message

LARGEST_PDF = 200_000_000
LARGEST_DATA = 50_000_000
LARGEST_WORKBOOK = 20_000_000
LARGEST_UNPACKED = 100_000_000

_HEAD = 1024
_MOST_VALUES = 1_000_000
_MOST_ATTRIBUTES = 5_000_000
_MOST_MEMBERS = 1_000
_PART = 1_000_000
_DOCUMENT_TYPES = (b"<!DOCTYPE", b"<!ENTITY")

_AGAIN = message("Ask the sender for the file again.")
_CHOOSE = message("Choose a PDF report or a data file (JSON) that S3 Desk made.")
_PICTURE = message("{name} is a picture, not a report. Nothing was changed.")
_OTHERS = (
    (b"SQLite format 3\0", message("{name} is an assessment or another database. Nothing was changed."),
     message("Open an assessment in the window; its name must end in .s3desk.")),
    (b"PK\x03\x04", message("{name} is a workbook or another package of files. Nothing was changed."),
     message("Open the assessment that it was made from first: a workbook comes back into its own file.")),
    (b"\xff\xd8\xff", _PICTURE, _CHOOSE),
    (b"\x89PNG", _PICTURE, _CHOOSE),
    (b"GIF8", _PICTURE, _CHOOSE),
)  # fmt: skip
"""What people choose by mistake: how such a file begins, and what is said about it."""


class TookTooLongError(Exception):
    """A file is made so that reading it takes longer than any of ours does."""


class Timed(io.BytesIO):
    """A file that can be read for some seconds only: one can be made so that reading it never ends."""

    def __init__(self, content: bytes, seconds: float) -> None:
        super().__init__(content)
        self._end = time.monotonic() + seconds

    def read(self, size: int | None = -1, /) -> bytes:
        if time.monotonic() > self._end:
            raise TookTooLongError
        return super().read(size)


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


def check_package(package: io.BytesIO, name: str) -> frozenset[str]:
    """The names of the files in a zip package of XML, after each was unpacked once and thrown away.

    Raises `KnownError` for one that is damaged, protected, far too large, or made to mislead its reader.
    """
    try:
        if package.getvalue().count(b"PK\x01\x02") > _MOST_MEMBERS:
            raise KnownError("{name} holds too many files inside. Nothing was changed.", _AGAIN, name=name)
        with zipfile.ZipFile(package) as opened:
            _check_names([entry.filename for entry in opened.infolist()], name)
            left, attributes = LARGEST_UNPACKED, _MOST_ATTRIBUTES
            for entry in opened.infolist():
                size, equals = _check_member(opened, entry, left, name)
                left, attributes = left - size, attributes - equals
                if attributes < 0:
                    raise _too_large(name)
            return frozenset(opened.namelist())
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, NotImplementedError, EOFError) as reason:
        raise KnownError("{name} is damaged and cannot be read. Nothing was changed.", _AGAIN, name=name) from reason


def _check_names(names: list[str], name: str) -> None:
    if len({one.casefold() for one in names}) < len(names):
        raise KnownError("{name} holds two files of one name inside. Nothing was changed.", _AGAIN, name=name)
    for one in names:
        place = PurePosixPath(one)
        if place.is_absolute() or ".." in place.parts or "\\" in one or ":" in one:
            raise KnownError("{name} names files outside itself. Nothing was changed.", _AGAIN, name=name)


def _check_member(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, name: str) -> tuple[int, int]:
    """Unpack one file in parts, whatever size it declares; gives its size and about how many attributes it has."""
    if entry.flag_bits & 1:
        raise protected(name)
    size, attributes, tail = 0, 0, b""
    with opened.open(entry) as file:
        while part := file.read(_PART):
            size, attributes = size + len(part), attributes + part.count(b"=")
            if max(size, entry.file_size) > most:
                raise _too_large(name)
            if entry.filename.endswith((".xml", ".rels")) and _declares(tail + part):
                raise KnownError("{name} declares its own document type. Nothing was changed.", _AGAIN, name=name)
            tail = part[-len(_DOCUMENT_TYPES[0]) :]
    return size, attributes


def _too_large(name: str) -> KnownError:
    return KnownError("{name} unpacks to more than any workbook. Nothing was changed.", _AGAIN, name=name)


def _declares(part: bytes) -> bool:
    """Whether XML declares a type or entity; one in a code with zeros could hide it, and no program writes one."""
    return b"\0" in part or any(mark in part for mark in _DOCUMENT_TYPES)


def protected(name: str) -> KnownError:
    """The sentence about a file with a password."""
    return KnownError(
        "{name} is protected with a password. Nothing was changed.",
        "Save it without a password and try again.",
        name=name,
    )


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


def printable(foreign: str) -> str:
    """What a file says about itself on one line, without signs that steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in foreign)


def refused(name: str, reason: str) -> KnownError:
    """The sentence about a file that is none of ours, or not as we write it."""
    return KnownError(
        "{name} cannot be taken in: {reason}. Nothing was changed.",
        "Ask the sender to export the data again.",
        name=name,
        reason=reason.rstrip("."),
    )

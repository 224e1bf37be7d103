"""Reads a report back: the check code it names, and the data and workbook it carries. No page is looked at."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import EmbeddedFile, StreamObject

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.formats.gate import LARGEST_DATA, LARGEST_PDF, Timed, TookTooLongError

_AGAIN = message("Ask the sender for the report again.")
_SECONDS = 10
_MOST_FILES = 1_000
_LONGEST_WORD = 100
_IDENTIFIER = re.compile(rb"<dc:identifier>([^<]{0,200})</dc:identifier>")
_PROTECTED = (FileNotDecryptedError, DependencyError)
"""How the library says that it meets a password; the second where it lacks what it would need to try one."""

_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What the library raises for damaged files; it says itself that there are more than its own errors."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it notices is told by our own sentence


@dataclass(frozen=True, slots=True)
class CarriedBack:
    """What a report says and holds: code and digest as it names them, data, workbook and copies as they lie in it."""

    code: str
    identifier: str
    data: bytes
    workbook: bytes | None
    copies: tuple[bytes, ...]


def read(content: bytes, name: str) -> CarriedBack:
    """What a report carries. Raises `KnownError` for one that is protected, damaged, too large or without data."""
    try:
        with apply_configuration(
            zlib_maximum_output_length=LARGEST_DATA,
            maximum_declared_stream_length=LARGEST_PDF,  # a copy of evidence lies in the file as it is
            jbig2dec_binary=None,
        ):
            found = _read(content)
    except TookTooLongError:
        raise KnownError(
            "Reading {name} takes too long, so it was stopped. Nothing was changed.", _AGAIN, name=name
        ) from None
    except LimitReachedError:
        raise KnownError("{name} holds more than any report. Nothing was changed.", _AGAIN, name=name) from None
    except _PROTECTED:
        raise KnownError(
            "{name} is protected with a password. Nothing was changed.",
            "Ask the sender for the report without a password.",
            name=name,
        ) from None
    except _BROKEN:
        raise KnownError("{name} is damaged and cannot be read. Nothing was changed.", _AGAIN, name=name) from None
    if not found.data:
        raise KnownError(
            "{name} carries no data of S3 Desk. Nothing was changed.",
            "Ask the sender for a report with the data inside, or for the data file (JSON).",
            name=name,
        )
    return found


def _read(content: bytes) -> CarriedBack:
    reader = PdfReader(Timed(content, _SECONDS))
    if reader.is_encrypted:
        raise FileNotDecryptedError
    files = list(islice(reader.attachment_list, _MOST_FILES))
    return CarriedBack(
        _shown(str(reader.metadata.get("/Keywords", ""))) if reader.metadata else "",
        _shown(_identifier(reader)),
        _first(files, "/Source", ".json") or b"",
        _first(files, "/Data", ".xlsx"),
        tuple(_copies(files)),
    )


def _identifier(reader: PdfReader) -> str:
    described = reader.root_object.get("/Metadata")
    stream = described.get_object() if described is not None else None
    found = _IDENTIFIER.search(stream.get_data()) if isinstance(stream, StreamObject) else None
    return found[1].decode("utf-8", "replace") if found else ""


def _shown(foreign: str) -> str:
    """What a file says about itself, so that it can be said: short, and without signs that steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in foreign[:_LONGEST_WORD])


def _copies(files: Sequence[EmbeddedFile]) -> Iterator[bytes]:
    """The evidence that a report carries, never more of it than there can be."""
    total = 0
    for file in files:
        if file.associated_file_relationship == "/Supplement":
            content = file.content
            total += len(content)
            if total > LARGEST_PDF:
                raise LimitReachedError
            yield content


def _first(files: Sequence[EmbeddedFile], relation: str, suffix: str) -> bytes | None:
    for file in files:
        if file.associated_file_relationship == relation and (file.alternative_name or "").lower().endswith(suffix):
            return file.content
    return None

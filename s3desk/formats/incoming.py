"""A report or data file that comes back: which of the two it is, and the assessment that is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from s3desk.basics.progress import Progress, no_progress
from s3desk.domain.records import Evidence, Record, Storage
from s3desk.formats import data, gate
from s3desk.formats.data import Imported


def read(path: Path, progress: Progress = no_progress) -> Imported:
    """The content of a PDF report or data file.

    Raises `KnownError` that says what the file is or lacks, `CancelledError` when the user stopped it.
    """
    progress(0, 3, path.name)
    found = gate.content(path)
    progress(1, 3, path.name)
    copies: tuple[bytes, ...] = ()
    if gate.is_pdf(found):
        from s3desk.formats.pdf import reading

        carried = reading.read(found, path.name)
        found, copies = carried.data, carried.copies
    else:
        gate.check_kind(found, path.name)
    progress(2, 3, path.name)
    imported = data.from_bytes(found, path.name)
    progress(3, 3, path.name)
    return replace(imported, stored=(*imported.stored, *named_copies(copies, imported.records)))


def named_copies(copies: Iterable[bytes], records: Iterable[Record]) -> Iterator[bytes]:
    """The copies that evidence names by their SHA-256; whatever else a report carries is not taken in."""
    wanted = {one.sha256 for one in records if isinstance(one, Evidence) and one.storage is Storage.COPY}
    return (copy for copy in copies if hashlib.sha256(copy).hexdigest() in wanted)

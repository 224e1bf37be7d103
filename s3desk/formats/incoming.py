"""A report or data file that comes back: which of the two it is, and the assessment that is in it."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.progress import Progress, no_progress
from s3desk.formats import data, gate
from s3desk.formats.data import Imported


def read(path: Path, progress: Progress = no_progress) -> Imported:
    """The content of a PDF report or data file.

    Raises `KnownError` that says what the file is or lacks, `CancelledError` when the user stopped it.
    """
    progress(0, 3, path.name)
    found = gate.content(path)
    progress(1, 3, path.name)
    if gate.is_pdf(found):
        from s3desk.formats.pdf import reading

        found = reading.read(found, path.name).data
    else:
        gate.check_kind(found, path.name)
    progress(2, 3, path.name)
    imported = data.from_bytes(found, path.name)
    progress(3, 3, path.name)
    return imported

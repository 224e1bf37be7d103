"""All output formats of a report, and how each is written."""

from __future__ import annotations

import importlib
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress, no_progress
from s3desk.formats import placing
from s3desk.formats.format import Format
from s3desk.queries.picture import ReportPicture

_MODULES = {
    ("report", ".pdf"): "s3desk.formats.pdf.report",
    ("note", ".pdf"): "s3desk.formats.pdf.note",
    ("note", ".docx"): "s3desk.formats.docx.note",
    ("table12", ".pdf"): "s3desk.formats.pdf.table12",
    ("table12", ".xlsx"): "s3desk.formats.excel.table12",
    ("table12", ".txt"): "s3desk.formats.table12_text",
    ("table12", ".tsv"): "s3desk.formats.table12_tabs",
    ("workbook", ".xlsx"): "s3desk.formats.excel.workbook",
    ("data", ".json"): "s3desk.formats.data",
}
"""Where each form of each output is made; a module is only imported when it is needed. It holds `FORMAT`."""

OUTPUTS = tuple(dict.fromkeys(what for what, _ in _MODULES))


def suffixes_of(what: str) -> tuple[str, ...]:
    """The forms in which an output can be written."""
    return tuple(suffix for name, suffix in _MODULES if name == what)


def format_of(what: str, suffix: str) -> Format:
    """The format that writes this output with this file ending.

    Raises `KnownError` naming the endings that are possible.
    """
    module = _MODULES.get((what, suffix.lower()))
    if module is None:
        raise KnownError(
            "The output {what} cannot be written as {suffix}.",
            "Use one of these endings: {possible}.",
            what=what,
            suffix=suffix or "a file without ending",
            possible=", ".join(suffixes_of(what)),
        )
    found: Format = importlib.import_module(module).FORMAT
    return found


def export(picture: ReportPicture, what: str, path: Path, progress: Progress = no_progress) -> None:
    """Write one output to `path` in the form that its ending names; see `write`."""
    write(format_of(what, path.suffix), picture, path, progress)


def write(form: Format, picture: ReportPicture, path: Path, progress: Progress = no_progress) -> None:
    """Write one form of an output to `path`, replacing what was there only when the new file is complete.

    Raises `KnownError` when the file cannot be written, `CancelledError` when the user stopped it; the old
    file, if any, stays then.
    """
    placing.place(path, lambda draft: form.write(picture, draft, progress), form.check)

"""The files that travel inside a report: workbook and data of the same profile, just as they are exported alone.

Beside them lie the stored copies of the evidence, where the officer chose so.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import no_progress
from s3desk.domain.keeping import ending
from s3desk.formats import names, registry
from s3desk.formats.evidence_folder import file_name
from s3desk.formats.pdf.document import Carrying
from s3desk.formats.pdf.tagged import Attachment
from s3desk.formats.pdf.text import one_line
from s3desk.queries.carried import MOST_BYTES
from s3desk.queries.picture import CarriedCopy, ReportPicture


@dataclass(frozen=True, slots=True)
class _Carried:
    what: str
    suffix: str
    media_type: str
    relation: Literal["Data", "Source"]


_CARRIED = (
    _Carried("workbook", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Data"),
    _Carried("data", ".json", "application/json", "Source"),
)
_OTHER = "application/octet-stream"
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".msg": "application/vnd.ms-outlook",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rtf": "application/rtf",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of documents that officers keep; Python's own list depends on the computer."""


def by(picture: ReportPicture) -> list[Carrying]:
    """What makes the files, one after the other; nothing when the officer left them out."""
    data = picture.language.text("Data")
    made = [(data, partial(_made, picture, one)) for one in _CARRIED] if picture.carries_data else []
    return [*made, *((copy.line.mark, partial(_copied, picture, copy)) for copy in picture.copies)]


def name_of(copy: CarriedCopy) -> str:
    """The name under which a copy of evidence lies in the report: "C3_E14_monitoring-report-2025.pdf"."""
    return file_name(copy.line, copy.file.suffix)


def _made(picture: ReportPicture, one: _Carried) -> Attachment:
    name = names.file_name(picture, one.what, one.suffix)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        registry.format_of(one.what, one.suffix).write(picture, path, no_progress)
        content = path.read_bytes()
    language = picture.language
    words = {
        "workbook": language.text("The same content as an Excel workbook"),
        "data": language.text("The records that this report was made from"),
    }
    return Attachment(name, content, one.media_type, words[one.what], one.relation)


def _copied(picture: ReportPicture, copy: CarriedCopy) -> Attachment:
    content = _bytes_of(copy)
    words = picture.language.text("Evidence {mark}: {title}", mark=copy.line.mark, title=one_line(copy.line.title))
    media_type = _MEDIA_TYPES.get(ending("x" + copy.file.suffix), _OTHER)
    return Attachment(name_of(copy), content, media_type, words, "Supplement", compress=False)


def _bytes_of(copy: CarriedCopy) -> bytes:
    """The stored bytes, never more of them than a report may carry."""
    content = bytearray()
    try:
        for part in copy.file.parts():
            content += part
            if len(content) > MOST_BYTES:
                break
    except (OSError, LookupError):
        content.clear()
    if hashlib.sha256(content).hexdigest() != copy.file.sha256:
        raise KnownError(
            "The stored copy of {mark} is damaged or not in this file. Nothing was written.",
            "Add the file of {mark} again, or leave the evidence out of the report.",
            mark=copy.line.mark,
        )
    return bytes(content)

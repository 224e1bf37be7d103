"""The files that travel inside a report: workbook and data of the same profile, just as they are exported alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from s3desk.basics.progress import no_progress
from s3desk.formats import names, registry
from s3desk.formats.pdf.tagged import Attachment
from s3desk.queries.picture import ReportPicture


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


def by(picture: ReportPicture) -> list[Callable[[], Attachment]]:
    """What makes the files, one after the other; nothing when the officer left them out."""
    return [partial(_made, picture, one) for one in _CARRIED] if picture.carries_data else []


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

"""The whole report as PDF: cover, note, Table 12, open points, and the annex with everything else."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.progress import Progress
from s3desk.formats.format import Format
from s3desk.formats.pdf import carried, document
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.sections import (
    contents,
    cover,
    criteria,
    lists,
    method,
    note,
    open_points,
    signoff,
    table12,
)
from s3desk.queries.picture import ReportPicture

_FRONT = (cover.parts, note.parts, table12.parts, open_points.parts)
_ANNEX = (
    method.parts,
    criteria.parts,
    lists.parts,
    signoff.parts,
)


class ReportPdf:
    """The report under one profile, in one language."""

    what = "report"
    suffix = ".pdf"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the report."""
        title = picture.language.text(
            "Enabling condition {condition}: {territory}",
            condition=picture.catalogue.condition,
            territory=picture.head.territory or picture.head.authority,
        )
        document.build(picture, parts(picture), title, path, progress, carried.by(picture))

    def check(self, path: Path) -> None:
        """Look whether the file is whole."""
        document.check(path)


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """All parts in their order; the contents stand before the annex and name the front, too."""
    front = [part for section in _FRONT for part in section(picture)]
    annex = [part for section in _ANNEX for part in section(picture)]
    entries = [heading for part in (*front, *annex) for heading in document.headings(part.blocks)]
    return (*front, contents.part(picture, entries), *annex)


FORMAT: Format = ReportPdf()

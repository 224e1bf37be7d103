"""The note alone as PDF: two pages for the monitoring committee and the annual review."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.progress import Progress
from s3desk.formats.format import Format
from s3desk.formats.pdf import document
from s3desk.formats.pdf.sections import note
from s3desk.queries.picture import ReportPicture


class NotePdf:
    """The note under one profile, in one language."""

    what = "note"
    suffix = ".pdf"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the note."""
        title = picture.language.text(
            "Note on enabling condition {condition}: {territory}",
            condition=picture.catalogue.condition,
            territory=picture.head.territory or picture.head.authority,
        )
        document.build(picture, note.alone(picture), title, path, progress)

    def check(self, path: Path) -> None:
        """Look whether the file is whole."""
        document.check(path)


FORMAT: Format = NotePdf()

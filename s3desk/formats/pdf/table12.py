"""Table 12 alone as PDF."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.progress import Progress
from s3desk.formats.format import Format
from s3desk.formats.pdf import document
from s3desk.formats.pdf.sections import table12
from s3desk.queries.picture import ReportPicture


class Table12Pdf:
    """One landscape table for each programme."""

    what = "table12"
    suffix = ".pdf"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the tables."""
        title = picture.language.text("Table 12: {programme}", programme=picture.head.territory)
        document.build(picture, table12.parts(picture), title, path, progress)

    def check(self, path: Path) -> None:
        """Look whether the file is whole."""
        document.check(path)


FORMAT: Format = Table12Pdf()

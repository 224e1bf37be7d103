"""Table 12 alone as a workbook: one sheet for each programme, without anything internal."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.progress import Progress
from s3desk.formats.excel import saving
from s3desk.formats.excel.book import new_book
from s3desk.formats.excel.sheets import table12
from s3desk.formats.format import Format
from s3desk.queries.picture import ReportPicture


class _Table12:
    """The same under both profiles."""

    what = "table12"
    suffix = ".xlsx"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write one sheet for each programme to a new file."""
        book = new_book(picture)
        progress(0, 2, picture.language.text("Table 12"))
        table12.add(book, with_extra=False)
        progress(1, 2, path.name)
        saving.save(book, path)
        progress(2, 2)

    def check(self, path: Path) -> None:
        """Open the file again: every sheet must be there and have its rows."""
        saving.check(path)


FORMAT: Format = _Table12()

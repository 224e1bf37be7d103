"""The Excel workbook: summary, answers, Table 12, evidence, actions, changes, and what brings it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from s3desk.basics.progress import Progress
from s3desk.formats.excel import saving
from s3desk.formats.excel.book import Book, new_book
from s3desk.formats.excel.sheets import actions, answers, changes, evidence, lists, summary, table12
from s3desk.formats.format import Format
from s3desk.queries.picture import ReportPicture

_Adder = Callable[[Book], None]


class _Workbook:
    """The workbook under one profile; an outgoing one has no answers and no changes."""

    what = "workbook"
    suffix = ".xlsx"

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the workbook to a new file."""
        book = new_book(picture)
        text = picture.language.text
        adders: list[tuple[str, _Adder]] = [
            (text("Summary"), summary.add),
            *([(text("Answers"), answers.add)] if book.internal else ()),
            (text("Table 12"), table12.add),
            (text("Evidence"), evidence.add),
            (text("Actions"), actions.add),
            *([(text("Changes"), changes.add)] if book.internal else ()),
            (text("Lists"), lists.add),
        ]
        for done, (step, add) in enumerate(adders):
            progress(done, len(adders) + 1, step)
            add(book)
        progress(len(adders), len(adders) + 1, path.name)
        saving.save(book, path)
        progress(len(adders) + 1, len(adders) + 1)

    def check(self, path: Path) -> None:
        """Open the file again: every sheet must be there and have its rows."""
        saving.check(path)


FORMAT: Format = _Workbook()

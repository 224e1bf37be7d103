"""The note as a Word document with real styles, so that a house template can be applied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document

from s3desk.basics.progress import Progress
from s3desk.domain.records import Decision
from s3desk.formats.docx import saving, styles, template
from s3desk.formats.docx.parts import add, foot, heading, table
from s3desk.formats.format import Format
from s3desk.queries.note import CriterionLine, NotePicture, Section, Words, note
from s3desk.queries.picture import ReportPicture


class NoteDocx:
    """The note under one profile, in one language; `house` is a template as `template.read` gives it."""

    what = "note"
    suffix = ".docx"

    def __init__(self, house: bytes = b"") -> None:
        self._house = house

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the note."""
        shown = note(picture)
        progress(0, 2, shown.title)
        document = template.opened(self._house) if self._house else styles.own_document()
        styles.complete(document, picture.language.code)
        _write(document, picture, shown)
        if not self._house:
            foot(document, shown.code)
        progress(1, 2, path.name)
        saving.save(document, path, picture, shown.title, shown.prepared)
        progress(2, 2)

    def check(self, path: Path) -> None:
        """Open the file again: its text must be there."""
        saving.check(path)


FORMAT: Format = NoteDocx()


def _write(document: Document, picture: ReportPicture, shown: NotePicture) -> None:
    text = picture.language.text
    add(document, Words(plain=shown.title), styles.TITLE)
    add(document, Words(plain=shown.about))
    _listed(document, Section(text("Official status"), shown.official, shown.no_official))
    heading(document, text("Purpose"))
    add(document, Words(plain=shown.purpose))
    heading(document, text("The seven criteria"))
    add(document, shown.summary)
    for line in shown.numbers:
        detail = f", {line.detail}" if line.detail else ""
        add(document, Words(line.number, f" {line.label}{detail}"), styles.BULLET)
    _criteria_table(document, picture, shown.criteria)
    for section in shown.sections:
        _listed(document, section)
    heading(document, text("Decision asked"))
    add(document, Words(plain=shown.decision_asked))
    add(document, Words(plain=f"{shown.prepared} {shown.code}."))


def _listed(document: Document, section: Section) -> None:
    heading(document, section.title)
    for line in section.items:
        add(document, line, styles.BULLET)
    if not section.items:
        add(document, Words(plain=section.nothing))


def _criteria_table(document: Document, picture: ReportPicture, lines: Sequence[CriterionLine]) -> None:
    text = picture.language.text
    rated = any(line.rating for line in lines)
    heads = [text("No."), text("Criterion"), text("Main document"), text("Fulfilled")]
    shares = [4, 17, 17, 9]
    if rated:
        heads.insert(3, text("Rating"))
        shares.insert(3, 12)
    table(document, heads, [_criterion_cells(line, rated=rated) for line in lines], shares)


def _criterion_cells(line: CriterionLine, *, rated: bool) -> list[Words]:
    cells = [Words(plain=str(line.number)), Words(plain=line.title), Words(plain=line.document)]
    if rated:
        cells.append(Words(line.rating, f" ({line.rated})" if line.rated else ""))
    decided = line.decision in (Decision.YES, Decision.NO)
    return [*cells, Words(line.fulfilled) if decided else Words(plain=line.fulfilled)]

"""The note as a Word document with real styles, so that a house template can be applied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from s3desk.basics.progress import Progress
from s3desk.domain.records import Decision
from s3desk.formats.docx import saving, styles, template
from s3desk.formats.format import Format
from s3desk.formats.xml_text import xml_text
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
            _foot(document, shown)
        progress(1, 2, path.name)
        saving.save(document, path, picture, shown)
        progress(2, 2)

    def check(self, path: Path) -> None:
        """Open the file again: its text must be there."""
        saving.check(path)


FORMAT: Format = NoteDocx()


def _write(document: Document, picture: ReportPicture, shown: NotePicture) -> None:
    text = picture.language.text
    _add(document, Words(plain=shown.title), styles.TITLE)
    _add(document, Words(plain=shown.about))
    _listed(document, Section(text("Official status"), shown.official, shown.no_official))
    _heading(document, text("Purpose"))
    _add(document, Words(plain=shown.purpose))
    _heading(document, text("The seven criteria"))
    _add(document, shown.summary)
    for line in shown.numbers:
        detail = f", {line.detail}" if line.detail else ""
        _add(document, Words(line.number, f" {line.label}{detail}"), styles.BULLET)
    _criteria_table(document, picture, shown.criteria)
    for section in shown.sections:
        _listed(document, section)
    _heading(document, text("Decision asked"))
    _add(document, Words(plain=shown.decision_asked))
    _add(document, Words(plain=f"{shown.prepared} {shown.code}."))


def _heading(document: Document, title: str) -> None:
    _add(document, Words(plain=title), styles.HEADING)


def _listed(document: Document, section: Section) -> None:
    _heading(document, section.title)
    for line in section.items:
        _add(document, line, styles.BULLET)
    if not section.items:
        _add(document, Words(plain=section.nothing))


def _add(document: Document, line: Words, style: str | None = None) -> None:
    _fill(document.add_paragraph(style=style), line)


def _fill(paragraph: Paragraph, line: Words) -> None:
    """Put text into a paragraph. It is text: nothing in it becomes a field, a link or mark-up."""
    if line.strong:
        paragraph.add_run(xml_text(line.strong), style=styles.STRONG)
    if line.plain:
        paragraph.add_run(xml_text(line.plain))


def _criteria_table(document: Document, picture: ReportPicture, lines: Sequence[CriterionLine]) -> None:
    text = picture.language.text
    rated = any(line.rating for line in lines)
    heads = [text("No."), text("Criterion"), text("Main document"), text("Fulfilled")]
    shares = [3, 17, 17, 9]
    if rated:
        heads.insert(3, text("Rating"))
        shares.insert(3, 12)
    _table(document, heads, [_criterion_cells(line, rated=rated) for line in lines], shares)


def _criterion_cells(line: CriterionLine, *, rated: bool) -> list[Words]:
    cells = [Words(plain=str(line.number)), Words(plain=line.title), Words(plain=line.document)]
    if rated:
        cells.append(Words(line.rating, f" ({line.rated})" if line.rated else ""))
    decided = line.decision in (Decision.YES, Decision.NO)
    return [*cells, Words(line.fulfilled) if decided else Words(plain=line.fulfilled)]


def _table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[Words]], shares: Sequence[int]) -> None:
    """A table whose head is repeated on every page and whose rows stay whole."""
    table = document.add_table(0, len(heads), style=styles.GRID)
    table.autofit = False
    for column, width in zip(table.columns, _widths(document, shares), strict=True):
        column.width = width
    for number, row in enumerate([[Words(head) for head in heads], *rows]):
        added = table.add_row()
        _mark(added._tr, "w:cantSplit")  # noqa: SLF001 - python-docx has no public name for it
        if number == 0:
            _mark(added._tr, "w:tblHeader")  # noqa: SLF001
        for cell, line, column in zip(added.cells, row, table.columns, strict=True):
            _fill_cell(cell, line, column.width)


def _fill_cell(cell: _Cell, line: Words, width: Length | None) -> None:
    cell.width = width or Mm(20)
    cell.paragraphs[0].style = styles.CELL
    _fill(cell.paragraphs[0], line)


def _widths(document: Document, shares: Sequence[int]) -> list[Length]:
    """The width of the text, divided."""
    section = document.sections[-1]
    page, left, right = section.page_width or Mm(210), section.left_margin or Mm(25), section.right_margin or Mm(25)
    return [Length((page - left - right) * share // sum(shares)) for share in shares]


def _mark(row, name: str) -> None:  # type: ignore[no-untyped-def] # python-docx gives its elements no types
    row.get_or_add_trPr().append(OxmlElement(name))


def _foot(document: Document, shown: NotePicture) -> None:
    """Check code and page number at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{shown.code}. ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    number.append(foot.add_run("1")._r)  # noqa: SLF001 - python-docx has no public name for it
    foot._p.append(number)  # noqa: SLF001

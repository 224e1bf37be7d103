"""The parts of our Word documents: paragraphs, tables with repeated heads, the foot of the page."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from s3desk.formats.docx import styles
from s3desk.formats.xml_text import xml_text
from s3desk.queries.note import Words


def heading(document: Document, title: str) -> None:
    """A heading of the first level."""
    add(document, Words(plain=title), styles.HEADING)


def add(document: Document, line: Words, style: str | None = None) -> None:
    """A paragraph with one line."""
    _fill(document.add_paragraph(style=style), line)


def _fill(paragraph: Paragraph, line: Words) -> None:
    """Put text into a paragraph. It is text: nothing in it becomes a field, a link or mark-up."""
    if line.strong:
        paragraph.add_run(xml_text(line.strong), style=styles.STRONG)
    if line.plain:
        paragraph.add_run(xml_text(line.plain))


def table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[Words]], shares: Sequence[int]) -> None:
    """A table whose head is repeated on every page and whose rows stay whole."""
    made = document.add_table(0, len(heads), style=styles.GRID)
    made.autofit = False
    for column, width in zip(made.columns, _widths(document, shares), strict=True):
        column.width = width
    for number, row in enumerate([[Words(head) for head in heads], *rows]):
        added = made.add_row()
        _mark(added._tr, "w:cantSplit")  # noqa: SLF001 - python-docx has no public name for it
        if number == 0:
            _mark(added._tr, "w:tblHeader")  # noqa: SLF001
        for cell, line, column in zip(added.cells, row, made.columns, strict=True):
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


def foot(document: Document, code: str) -> None:
    """Check code and page number at the foot of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{code}. ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    number.append(paragraph.add_run("1")._r)  # noqa: SLF001 - python-docx has no public name for it
    paragraph._p.append(number)  # noqa: SLF001

"""The contents of a report in plain platypus: the floor that our own PDF is measured against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from s3desk.basics.resources import resource
from s3desk.queries.picture import CriterionPart, ReportPicture

_BODY = ParagraphStyle("body", fontName="Bare", fontSize=9, leading=13)
_SMALL = ParagraphStyle("small", fontName="Bare", fontSize=8, leading=11)
_HEADING = ParagraphStyle("heading", fontName="Bare", fontSize=16, leading=20)
_GRID = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.3, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def write_bare_report(picture: ReportPicture, path: Path) -> None:
    """Every text of the report in paragraphs and tables, without figures, heads, marks or checks."""
    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bare", resource("fonts", "NotoSans-Regular.ttf")))
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=19 * mm, rightMargin=19 * mm).build(list(_story(picture)))


def _story(picture: ReportPicture) -> Iterator[Flowable]:
    yield _text(picture.head.territory, _HEADING)
    yield _text(picture.tally_words)
    for table12 in picture.table12:
        rows = [(row.criterion, row.mark, row.references.text, row.justification.text) for row in table12.rows]
        yield _table(rows, (90, 30, 150, 210))
    yield _table([(line.sentence, line.remedy) for line in picture.open_points], (330, 150))
    for part in picture.criteria:
        yield PageBreak()
        yield from _criterion(part)
    yield _table(
        [(line.mark, f"{line.title}\n{line.issuer}\n{line.link}", line.kind, line.state) for line in picture.evidence],
        (35, 300, 70, 75),
    )
    yield _table(
        [
            (line.mark, f"{line.title}\n{line.next_step}\n{line.done_when}", line.responsible)
            for line in picture.actions
        ],
        (35, 340, 105),
    )
    yield _table([(line.spot, line.what, line.before, line.after) for line in picture.changes], (220, 120, 70, 70))


def _criterion(part: CriterionPart) -> Iterator[Flowable]:
    yield _text(part.official, _HEADING)
    for text in (part.justification, part.references, part.second_justification, part.second_references):
        if text is not None:
            yield _text(text.text)
    rows = [
        (
            one.number,
            one.label,
            one.words,
            "\n".join([one.comment, *(": ".join(fact) for fact in one.facts), one.evidence]),
        )
        for one in part.questions
    ]
    yield _table(rows, (30, 120, 70, 260))
    yield _table([(line.mark, line.title) for line in part.evidence], (35, 300))


def _text(text: str, style: ParagraphStyle = _BODY) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Flowable:
    cells = [[_text(cell, _SMALL) for cell in row] for row in rows or [[""] * len(widths)]]
    return Table(cells, colWidths=list(widths), style=_GRID)

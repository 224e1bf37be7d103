"""A request as an accessible PDF, in the look of the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus.flowables import Flowable

from s3desk.basics.progress import Progress
from s3desk.formats.pdf import document, styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.marks import bullet_list
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.tables import facts
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import known
from s3desk.formats.requests.export import Outgoing
from s3desk.queries.note import Words
from s3desk.queries.request import RequestPicture, SectionLine


def write(request: Outgoing, path: Path, progress: Progress) -> None:
    """Write the PDF."""
    shown = request.shown
    title = f"{shown.form_title}: {shown.title}"
    document.build(request.framed, (Part(Sheet.PORTRAIT, list(_blocks(shown))),), title, path, progress)


def _blocks(shown: RequestPicture) -> Iterator[Flowable]:
    yield Heading(shown.title, 1)
    yield passage([Piece(shown.form_title, strong=True)], styles.LEAD)
    for line in shown.about_lines:
        yield passage(_pieces(line), styles.BODY_MUTED)
    if shown.result:
        items = bullet_list(check.words for check in shown.result)
        yield from under(Heading(shown.language.text("Result"), 2), items)
    for section in shown.sections:
        yield from _section(section, shown)


def _pieces(line: Words) -> list[Piece]:
    return [piece for piece in (Piece(line.strong, strong=True), Piece(line.plain)) if piece.text]


def _section(section: SectionLine, shown: RequestPicture) -> Iterator[Flowable]:
    missing = shown.language.text("Not written yet")
    pairs = [
        (field.label, [known(field.text, missing, styles.BODY, field.language)])
        for field in section.fields
        if field.printed
    ]
    if pairs:
        yield from under(Heading(section.title, 2), [facts(pairs, 0.27)])

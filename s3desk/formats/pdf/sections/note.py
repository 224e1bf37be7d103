"""The note on the enabling condition: two pages for those who read no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside, Strip
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.marks import Picture, bullet_list
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections.criteria_table import criteria_table, ratings_wheel
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table, facts
from s3desk.formats.pdf.text import Piece
from s3desk.queries.note import NotePicture, Number, Section, Words, note
from s3desk.queries.picture import ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The note as a part of the report."""
    shown = note(picture)
    return (Part(Sheet.PORTRAIT, [Heading(shown.title, 1), *_body(picture, shown)]),)


def alone(picture: ReportPicture) -> tuple[Part, ...]:
    """The note as a document of its own: it also says what it is about, and that it is no form."""
    shown = note(picture)
    about = passage(shown.about, styles.BODY_MUTED)
    closing = passage(f"{shown.prepared} {shown.code}.", styles.BODY_MUTED)
    return (Part(Sheet.PORTRAIT, [Heading(shown.title, 1), about, *_body(picture, shown), closing]),)


def _body(picture: ReportPicture, shown: NotePicture) -> Iterator[Flowable]:
    language = picture.language
    statuses = [passage(_pieces(line), styles.CELL) for line in shown.official]
    missing = [passage(shown.no_official, styles.CELL_MUTED)]
    purpose = [passage(shown.purpose, styles.CELL)]
    yield facts(((language.text("Official status"), statuses or missing), (language.text("Purpose"), purpose)), 0.2)
    yield passage(_pieces(shown.summary), styles.LEAD)
    yield _key_numbers(picture, shown.numbers)
    yield from under(Heading(language.text("The seven criteria"), 2), [criteria_table(picture)])
    for section in shown.sections:
        yield from _listed(section)
    yield from under(Heading(language.text("Decision asked"), 2), [passage(shown.decision_asked, styles.BODY)])


def _pieces(line: Words) -> tuple[Piece, ...]:
    pieces = (Piece(line.strong, strong=True), Piece(line.plain))
    return tuple(piece for piece in pieces if piece.text)


def _key_numbers(picture: ReportPicture, numbers: Sequence[Number]) -> Flowable:
    """The wheel with the numbers in internal reports, a strip of numbers in outgoing ones."""
    figure = ratings_wheel(picture)
    if figure is None:
        return Strip([(line.label, passage(_number(line), styles.NUMBER)) for line in numbers])
    columns = (Column("", 30), Column("", 70))
    rows = [
        (
            [passage(line.number, styles.NUMBER)],
            [passage((Piece(line.label), *_detail(line.detail, ", ")), styles.CELL)],
        )
        for line in numbers
    ]
    return Beside([Picture(figure, align="middle")], [Table(columns, rows, RULED_MIDDLE)], 0.58, 20, middle=True)


def _number(line: Number) -> tuple[Piece, ...]:
    return (Piece(line.number), *_detail(line.detail, "  "))


def _detail(detail: str, before: str) -> tuple[Piece, ...]:
    return (Piece(before + detail, color="muted", size=8),) if detail else ()


def _listed(section: Section) -> list[Flowable]:
    items = bullet_list(_pieces(line) for line in section.items)
    return under(Heading(section.title, 2), items or [passage(section.nothing, styles.BODY_MUTED)])

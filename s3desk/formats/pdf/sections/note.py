"""The note on the enabling condition: two pages for those who read no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside, Strip
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import Labels, labels_of
from s3desk.formats.pdf.marks import Picture, bullet_list
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections.criteria_table import criteria_table, ratings_wheel
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table, facts
from s3desk.formats.pdf.text import Content, Piece, looking
from s3desk.queries.note import Number, Section, Words, note
from s3desk.queries.picture import ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The note as a part of the report."""
    return (Part(Sheet.PORTRAIT, [Heading(_title(picture), 1), *_body(picture)]),)


def alone(picture: ReportPicture) -> tuple[Part, ...]:
    """The note as a document of its own: it also says what it is about, and that it is no form."""
    shown = note(picture)
    about = passage(shown.about, styles.BODY_MUTED)
    closing = passage(f"{shown.prepared} {shown.code}.", styles.BODY_MUTED)
    return (Part(Sheet.PORTRAIT, [Heading(_title(picture), 1), about, *_body(picture), closing]),)


def _title(picture: ReportPicture) -> Content:
    return labels_of(picture).pair(note(picture).title, note(picture.second).title if picture.second else "")


def _body(picture: ReportPicture) -> Iterator[Flowable]:
    labels, shown = labels_of(picture), note(picture)
    other = note(picture.second) if picture.second else shown
    statuses = [
        passage(_status(line, again, labels), styles.CELL)
        for line, again in zip(shown.official, other.official, strict=True)
    ]
    missing = [passage(shown.no_official, styles.CELL_MUTED)]
    purpose = [passage(labels.pair(shown.purpose, other.purpose), styles.CELL)]
    yield facts(((labels.text("Official status"), statuses or missing), (labels.text("Purpose"), purpose)), 0.2)
    yield passage(_pieces(shown.summary), styles.LEAD)
    yield _key_numbers(picture, shown.numbers, other.numbers)
    yield from under(Heading(labels.text("The seven criteria"), 2), [criteria_table(picture)])
    for section, again in zip(shown.sections, other.sections, strict=True):
        yield from _listed(section, labels.pair(section.title, again.title))
    yield from under(Heading(labels.text("Decision asked"), 2), [passage(shown.decision_asked, styles.BODY)])


def _status(line: Words, again: Words, labels: Labels) -> tuple[Piece, ...]:
    return (*looking(labels.pair(line.strong, again.strong), strong=True), Piece(line.plain))


def _pieces(line: Words) -> tuple[Piece, ...]:
    pieces = (Piece(line.strong, strong=True), Piece(line.plain))
    return tuple(piece for piece in pieces if piece.text)


def _key_numbers(picture: ReportPicture, numbers: Sequence[Number], others: Sequence[Number]) -> Flowable:
    """The wheel with the numbers in internal reports, a strip of numbers in outgoing ones."""
    labels, figure = labels_of(picture), ratings_wheel(picture)
    names = [labels.pair(line.label, other.label) for line, other in zip(numbers, others, strict=True)]
    if figure is None:
        values = (passage(_number(line), styles.NUMBER) for line in numbers)
        return Strip(list(zip(names, values, strict=True)))
    columns = (Column("", 30), Column("", 70))
    rows = [
        (
            [passage(line.number, styles.NUMBER)],
            [passage((*name, *_detail(line.detail, ", ")), styles.CELL)],
        )
        for line, name in zip(numbers, names, strict=True)
    ]
    return Beside([Picture(figure, align="middle")], [Table(columns, rows, RULED_MIDDLE)], 0.58, 20, middle=True)


def _number(line: Number) -> tuple[Piece, ...]:
    return (Piece(line.number), *_detail(line.detail, "  "))


def _detail(detail: str, before: str) -> tuple[Piece, ...]:
    return (Piece(before + detail, color="muted", size=8),) if detail else ()


def _listed(section: Section, title: Content) -> list[Flowable]:
    items = bullet_list(_pieces(line) for line in section.items)
    return under(Heading(title, 2), items or [passage(section.nothing, styles.BODY_MUTED)])

"""Table 12 of each programme, on landscape sheets, with the columns and words of the regulation."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.records import Step
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading
from s3desk.formats.pdf.labels import Labels, labels_of
from s3desk.formats.pdf.marks import Tag
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import BOXED, Column, Row, Table
from s3desk.formats.pdf.text import Piece, looking
from s3desk.formats.pdf.values import counted, shown
from s3desk.queries.picture import ReportPicture, Table12, Table12Row, Text
from s3desk.queries.table12 import columns

_SHARES = (76, 34, 54, 60, 130, 54, 152, 252)
_CENTERED = (5,)


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """One table for each programme, each on its own sheet."""
    return tuple(Part(Sheet.LANDSCAPE, _blocks(picture, number)) for number in range(len(picture.table12)))


def _blocks(picture: ReportPicture, number: int) -> list[Flowable]:
    language, labels, table = picture.language, labels_of(picture), picture.table12[number]
    other = picture.second.table12[number] if picture.second else table
    programme: Flowable = passage([Piece(_programme(table, language), strong=True)], styles.BODY)
    if picture.head.step is Step.DRAFT:
        programme = Beside([programme], [Tag(language.text("DRAFT"))], 0.8, middle=True)
    notes = language.text(
        "Point (i) of Article 22(3) and Annex V, section 4, of Regulation (EU) 2021/1060. In square brackets: "
        "characters without spaces; the limit in the heads, the number used after each text."
    )
    rows = [_row(row, again, picture) for row, again in zip(table.rows, other.rows, strict=True)]
    return [
        Heading(labels.text("Table 12: Enabling conditions"), 1, title=_title(table, labels)),
        programme,
        passage(notes, styles.NOTE),
        Table(_heads(labels), rows, BOXED, _leads(table, other, picture)),
    ]


def _heads(labels: Labels) -> tuple[Column, ...]:
    first = columns(labels.first)
    second = columns(labels.second) if labels.second else first
    return tuple(
        Column(labels.pair(head, again), share, "center" if number in _CENTERED else "left")
        for number, (head, again, share) in enumerate(zip(first, second, _SHARES, strict=True))
    )


def _title(table: Table12, labels: Labels) -> tuple[Piece, ...]:
    name = table.programme or table.cci
    return labels.text("Table 12: {programme}", programme=name) if name else labels.text("Table 12")


def _programme(table: Table12, language: Language) -> str:
    name = table.programme or language.text("No programme is entered yet.")
    return f"{name}, CCI {table.cci}" if table.cci else name


def _leads(table: Table12, other: Table12, picture: ReportPicture) -> Row:
    labels, missing = labels_of(picture), picture.language.text("Not decided")
    first, second = _official_languages(picture)
    return (
        [passage(labels.official(table.condition, first, other.condition, second), styles.T12_STRONG)],
        [passage(labels.pair(table.fund, other.fund), styles.T12_CELL)],
        [passage("\n".join(table.objectives), styles.T12_CELL)],
        [passage(labels.pair(table.fulfilled or missing, other.fulfilled), styles.T12_STRONG)],
    )


def _official_languages(picture: ReportPicture) -> tuple[str, str]:
    """The languages in which the regulation is quoted."""
    first, second = picture.language, picture.second.language if picture.second else picture.language
    return picture.catalogue.official_text(first.code).language, picture.catalogue.official_text(second.code).language


def _row(row: Table12Row, other: Table12Row, picture: ReportPicture) -> list[Items]:
    labels, (first, second) = labels_of(picture), _official_languages(picture)
    criterion = labels.official(row.criterion, first, other.criterion, second)
    return [
        [passage((Piece(f"{row.number}. "), *criterion), styles.T12_CELL)],
        [passage(_mark(row, other, labels), styles.T12_CENTER)],
        [_text(row.references, row.second_references, picture)],
        [_text(row.justification, row.second_justification, picture)],
    ]


def _text(first: Text, second: Text | None, picture: ReportPicture) -> Flowable:
    """A text of the officer; in a bilingual report with its translation under it."""
    texts = shown(first, second, picture) if picture.second else (first,)
    pieces = [*counted(texts[0], picture.language)]
    for text in texts[1:]:
        pieces += (Piece("\n"), *looking(counted(text, picture.language), color="muted"))
    return passage(pieces, styles.T12_CELL)


def _mark(row: Table12Row, other: Table12Row, labels: Labels) -> tuple[Piece, ...]:
    language = labels.first
    if row.mark in (language.text("Y"), language.text("N")):
        return labels.pair(row.mark, other.mark)
    return (Piece(f"{row.mark}\n"), Piece(language.text("Not decided yet"), color="warn", size=6.4))

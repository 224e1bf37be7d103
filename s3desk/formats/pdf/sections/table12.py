"""Table 12 of each programme, on landscape sheets, with the columns and words of the regulation."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.records import Step
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading
from s3desk.formats.pdf.marks import Tag
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import BOXED, Column, Row, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import counted
from s3desk.queries.picture import ReportPicture, Table12, Table12Row
from s3desk.queries.table12 import columns

_SHARES = (76, 34, 54, 60, 130, 54, 152, 252)
_CENTERED = (5,)


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """One table for each programme, each on its own sheet."""
    return tuple(Part(Sheet.LANDSCAPE, _blocks(picture, table)) for table in picture.table12)


def _blocks(picture: ReportPicture, table: Table12) -> list[Flowable]:
    language = picture.language
    programme: Flowable = passage([Piece(_programme(table, language), strong=True)], styles.BODY)
    if picture.head.step is Step.DRAFT:
        programme = Beside([programme], [Tag(language.text("DRAFT"))], 0.8, middle=True)
    notes = language.text(
        "Point (i) of Article 22(3) and Annex V, section 4, of Regulation (EU) 2021/1060. In square brackets: "
        "characters without spaces; the limit in the heads, the number used after each text."
    )
    heads = tuple(
        Column(head, share, "center" if number in _CENTERED else "left")
        for number, (head, share) in enumerate(zip(columns(language), _SHARES, strict=True))
    )
    return [
        Heading(language.text("Table 12: Enabling conditions"), 1, title=_title(table, language)),
        programme,
        passage(notes, styles.NOTE),
        Table(heads, [_row(row, picture) for row in table.rows], BOXED, _leads(table, picture)),
    ]


def _title(table: Table12, language: Language) -> str:
    name = table.programme or table.cci
    return language.text("Table 12: {programme}", programme=name) if name else language.text("Table 12")


def _programme(table: Table12, language: Language) -> str:
    name = table.programme or language.text("No programme is entered yet.")
    return f"{name}, CCI {table.cci}" if table.cci else name


def _leads(table: Table12, picture: ReportPicture) -> Row:
    language = picture.language
    return (
        [passage(table.condition, styles.T12_STRONG, picture.catalogue.official_text(language.code).language)],
        [passage(table.fund, styles.T12_CELL)],
        [passage("\n".join(table.objectives), styles.T12_CELL)],
        [passage(table.fulfilled or language.text("Not decided"), styles.T12_STRONG)],
    )


def _row(row: Table12Row, picture: ReportPicture) -> list[Items]:
    language = picture.language
    official = picture.catalogue.official_text(language.code).language
    return [
        [passage(f"{row.number}. {row.criterion}", styles.T12_CELL, official)],
        [passage(_mark(row, language), styles.T12_CENTER)],
        [passage(counted(row.references, language), styles.T12_CELL)],
        [passage(counted(row.justification, language), styles.T12_CELL)],
    ]


def _mark(row: Table12Row, language: Language) -> tuple[Piece, ...]:
    if row.mark in (language.text("Y"), language.text("N")):
        return (Piece(row.mark),)
    return (Piece(f"{row.mark}\n"), Piece(language.text("Not decided yet"), color="warn", size=6.4))

"""The index of an evidence folder as PDF that a screen reader reads: a row for each document."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.language import Language
from s3desk.basics.progress import no_progress
from s3desk.formats.pdf import document, styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.tables import Column, Row, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import day
from s3desk.queries.evidence_index import IndexRow, missing_words
from s3desk.queries.picture import ReportPicture


def write(picture: ReportPicture, rows: tuple[IndexRow, ...], path: Path) -> None:
    """Write the index."""
    language = picture.language
    title = language.text("Index of the evidence")
    blocks = [Heading(title, 1), passage(missing_words(rows, language), styles.LEAD)]
    blocks += [_table(rows, language)] if rows else []
    place = picture.head.territory or picture.head.authority
    document.build(picture, (Part(Sheet.LANDSCAPE, blocks),), f"{title}: {place}", path, no_progress)
    document.check(path)


def _table(rows: tuple[IndexRow, ...], language: Language) -> Table:
    text = language.text
    columns = (
        Column(text("Criteria"), 40),
        Column(text("No."), 30),
        Column(text("Title"), 190),
        Column(text("Date"), 60),
        Column(text("Pages"), 50),
        Column(text("Language"), 54),
        Column(text("State"), 84),
        Column(text("File and SHA-256"), 232),
    )
    return Table(columns, [_row(row, language) for row in rows])


def _row(row: IndexRow, language: Language) -> Row:
    title = [passage(row.title, styles.CELL)]
    if row.link:
        title.append(passage([Piece(row.link, link=row.link)], styles.CELL_MUTED))
    state = Piece(row.state, strong=row.missing, color="warn" if row.missing else "")
    return [
        [passage(row.criteria, styles.CELL)],
        [passage(row.mark, styles.CELL_STRONG)],
        title,
        [passage(day(row.dated, language), styles.CELL)],
        [passage(row.pages, styles.CELL)],
        [passage(row.language, styles.CELL)],
        [passage([state], styles.CELL)],
        _file(row),
    ]


def _file(row: IndexRow) -> list[Passage]:
    if not row.file:
        return [passage("\u2013", styles.CELL)]
    return [passage(row.file, styles.CELL), passage(row.sha256, styles.CELL_MUTED)]

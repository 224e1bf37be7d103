"""The ratings of one criterion: bars side by side and a table with reasons, facts and comments; internal only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.figures.bars import Rated, rating_columns
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.marks import Picture
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import rating, short_head
from s3desk.queries.picture import CriterionPart, QuestionPart, ReportPicture


def rating_columns_of(part: CriterionPart, language: Language) -> Flowable:
    """The bars of all questions."""
    rated = [Rated(question.number, question.rating, question.mark) for question in part.questions]
    return Picture(rating_columns(rated, language, styles.BODY_WIDTH, 40, target=part.target))


def questions_table(part: CriterionPart, picture: ReportPicture) -> Table:
    """One row for each question."""
    language, labels = picture.language, labels_of(picture)
    compared = any(question.before for question in part.questions)
    columns = [
        Column(labels.text("No."), 6),
        Column(labels.text("Question, short"), 22),
        Column(labels.text("Rating"), 15),
        Column(labels.text("Comment"), 48 if compared else 57),
    ]
    if compared:
        columns.insert(3, Column(short_head(picture.compared_with), 9, "center"))
    rows = [_row(question, language, compared=compared) for question in part.questions]
    return Table(columns, rows, RULED_MIDDLE)


def _row(question: QuestionPart, language: Language, *, compared: bool) -> list[Items]:
    core = Piece("  " + language.text("core"), color="muted", size=6.6)
    cells: list[Items] = [
        [passage(question.number, styles.CELL_MUTED)],
        [passage((Piece(question.label), *([core] if question.core else [])), styles.CELL)],
        [rating(question.rating, question.mark, question.words)],
        [passage(piece, styles.CELL) for piece in _remarks(question, language)],
    ]
    if compared:
        cells.insert(3, [passage(question.before, styles.CELL_CENTER)])
    return cells


def _named(texts: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Texts with their names, after each other."""
    before = ""
    for label, text in texts:
        if text:
            yield Piece(f"{before}{label}: ", color="muted")
            yield Piece(text)
            before = "; "


def _remarks(question: QuestionPart, language: Language) -> Iterator[tuple[Piece, ...]]:
    """Everything that was said beside the rating, each with its name where it is not the comment itself."""
    if question.comment:
        yield (Piece(question.comment),)
    for named in (
        [(language.text("Reason or source"), question.reason)],
        question.facts,
        [(language.text("Evidence"), question.evidence)],
        [(language.text("Private note"), question.note)],
    ):
        if pieces := tuple(_named(named)):
            yield pieces
    if question.review:
        yield (Piece(language.text("Marked for review"), color="warn"),)
    if question.to_confirm:
        yield (Piece(language.text("To be confirmed"), color="warn"),)

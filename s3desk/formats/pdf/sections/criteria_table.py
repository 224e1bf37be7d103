"""One line for each criterion, and the wheel: the summary that note and criteria share."""

from __future__ import annotations

from s3desk.basics.language import Language
from s3desk.domain.records import Decision
from s3desk.figures.bars import rating_bar
from s3desk.figures.figure import Figure
from s3desk.figures.wheel import Spoke, wheel
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.labels import in_second, labels_of
from s3desk.formats.pdf.marks import Picture
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table
from s3desk.formats.pdf.text import Piece, stacked
from s3desk.formats.pdf.values import fulfilment
from s3desk.queries.note import CriterionLine, note
from s3desk.queries.picture import CriterionPart, ReportPicture


def ratings_wheel(picture: ReportPicture) -> Figure | None:
    """The wheel of the averages; None where the report holds no ratings."""
    if any(part.score is None for part in picture.criteria):
        return None
    spokes = [_spoke(part) for part in picture.criteria]
    return wheel(spokes, picture.language, picture.compared_with)


def _spoke(part: CriterionPart) -> Spoke:
    return Spoke(
        part.number,
        part.name,
        part.score.average if part.score else None,
        part.decision is not Decision.NOT_RELEVANT,
        part.target,
        part.average_before,
    )


def criteria_table(picture: ReportPicture) -> Table:
    """Criterion, main document and fulfilment; in internal reports the ratings too."""
    labels = labels_of(picture)
    rated = all(part.score is not None for part in picture.criteria)
    targets = rated and any(part.target is not None for part in picture.criteria)
    compared = rated and any(part.average_before is not None for part in picture.criteria)
    columns = [
        Column(labels.text("No."), 24),
        Column(labels.text("Criterion"), 118 if rated else 166),
        Column(labels.text("Main document"), 104 if rated else 208),
    ]
    if rated:
        columns += [Column(labels.text("Rating"), 74), Column(labels.text("Now"), 54, "right")]
    if targets:
        columns.append(Column(labels.text("Target"), 38, "right"))
    if compared:
        columns.append(Column(labels.text("Change"), 42, "right"))
    columns.append(Column(labels.text("Fulfilled"), 92, gap=12))
    lines = note(picture).criteria
    rows = [
        _row(part, line, picture, rated=rated, targets=targets, compared=compared)
        for part, line in zip(picture.criteria, lines, strict=True)
    ]
    return Table(columns, rows, RULED_MIDDLE)


def _row(
    part: CriterionPart, line: CriterionLine, picture: ReportPicture, *, rated: bool, targets: bool, compared: bool
) -> list[Items]:
    language, labels, other = picture.language, labels_of(picture), in_second(picture, part)
    cells: list[Items] = [
        [passage(str(part.number), styles.CELL_STRONG)],
        [passage(stacked(labels.pair(part.title, other.title)), styles.CELL)],
        [passage([_document(line)], styles.CELL)],
    ]
    if rated:
        cells += _rating_cells(part, line, language)
    if targets:
        cells.append([passage(language.decimal(part.target) if part.target is not None else "", styles.CELL_RIGHT)])
    if compared:
        cells.append([passage(_change(part, language), styles.CELL_RIGHT)])
    words = labels.pair(part.decision_words, other.decision_words)
    cells.append([fulfilment(part.decision, words)])
    return cells


def _rating_cells(part: CriterionPart, line: CriterionLine, language: Language) -> list[Items]:
    average = part.score.average if part.score else None
    if average is None:
        return [[], [passage(line.rating, styles.CELL_RIGHT)]]
    now = (Piece(line.rating + "\n", strong=True, color="text"), Piece(line.rated, size=6.4))
    return [[Picture(rating_bar(average, part.target, language))], [passage(now, styles.CELL_RIGHT)]]


def _change(part: CriterionPart, language: Language) -> str:
    if part.average_before is None or part.score is None or part.score.average is None:
        return ""
    return language.change(part.score.average - part.average_before)


def _document(line: CriterionLine) -> Piece:
    return Piece(line.document, color="" if line.document_named else "muted")

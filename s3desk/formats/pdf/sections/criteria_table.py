"""One line for each criterion, and the wheel: the summary that note and criteria share."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.records import Decision
from s3desk.figures.bars import rating_bar
from s3desk.figures.figure import Figure
from s3desk.figures.wheel import Spoke, wheel
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.marks import Picture
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import fulfilment
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
    language = picture.language
    rated = all(part.score is not None for part in picture.criteria)
    targets = rated and any(part.target is not None for part in picture.criteria)
    compared = rated and any(part.average_before is not None for part in picture.criteria)
    columns = [
        Column(language.text("No."), 24),
        Column(language.text("Criterion"), 118 if rated else 166),
        Column(language.text("Main document"), 104 if rated else 208),
    ]
    if rated:
        columns += [Column(language.text("Rating"), 74), Column(language.text("Now"), 54, "right")]
    if targets:
        columns.append(Column(language.text("Target"), 38, "right"))
    if compared:
        columns.append(Column(language.text("Change"), 42, "right"))
    columns.append(Column(language.text("Fulfilled"), 92, gap=12))
    rows = [_row(part, language, rated=rated, targets=targets, compared=compared) for part in picture.criteria]
    return Table(columns, rows, RULED_MIDDLE)


def _row(part: CriterionPart, language: Language, *, rated: bool, targets: bool, compared: bool) -> list[Items]:
    cells: list[Items] = [
        [passage(str(part.number), styles.CELL_STRONG)],
        [passage(part.title, styles.CELL)],
        [passage([main_document(part, language)], styles.CELL)],
    ]
    if rated:
        cells += _rating_cells(part, language)
    if targets:
        cells.append([passage(language.decimal(part.target) if part.target is not None else "", styles.CELL_RIGHT)])
    if compared:
        cells.append([passage(_change(part, language), styles.CELL_RIGHT)])
    cells.append([_indented(part)])
    return cells


def _rating_cells(part: CriterionPart, language: Language) -> list[Items]:
    average = part.score.average if part.score else None
    if part.score is None or average is None:
        return [[], [passage(language.text("Not rated"), styles.CELL_RIGHT)]]
    counts = language.text("{rated} of {total} rated", rated=part.score.rated, total=part.score.total)
    now = (Piece(language.decimal(average) + "\n", strong=True, color="text"), Piece(counts, size=6.4))
    return [[Picture(rating_bar(average, part.target, language))], [passage(now, styles.CELL_RIGHT)]]


def _change(part: CriterionPart, language: Language) -> str:
    if part.average_before is None or part.score is None or part.score.average is None:
        return ""
    return language.change(part.score.average - part.average_before)


def _indented(part: CriterionPart) -> Flowable:
    return fulfilment(part.decision, part.decision_words)


def main_document(part: CriterionPart, language: Language) -> Piece:
    """The document that the references name first."""
    text = part.references.text
    named = [(text.find(title), line) for line in part.evidence if (title := line.short_title or line.title) in text]
    if named:
        found = min(named, key=lambda pair: pair[0])[1]
        return Piece(found.short_title or found.title)
    if text.strip():
        return Piece(_first_words(text))
    return Piece(language.text("No document named yet"), color="muted")


def _first_words(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= 80 else line[:79].rstrip() + "\u2026"

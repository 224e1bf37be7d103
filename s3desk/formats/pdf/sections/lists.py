"""The long lists of the annex: evidence, actions, changes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Row, Table
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import day
from s3desk.queries.picture import ActionLine, EvidenceLine, ReportPicture


def evidence(picture: ReportPicture) -> tuple[Part, ...]:
    """All documents."""
    language = picture.language
    columns = (
        Column(language.text("No."), 30),
        Column(language.text("Document"), 220),
        Column(language.text("Kind"), 72),
        Column(language.text("Date"), 56),
        Column(language.text("State"), 66),
        Column(language.text("Criteria"), 44),
    )
    rows = [_evidence_row(line, language) for line in picture.evidence]
    return _list(language.text("Evidence"), columns, rows, language.text("No evidence is recorded yet."))


def _evidence_row(line: EvidenceLine, language: Language) -> list[Items]:
    about = ", ".join(part for part in (line.issuer, line.language) if part)
    title: list[Flowable] = [passage(line.title, styles.CELL)]
    if about:
        title.append(passage(about, styles.CELL_MUTED))
    if line.link:
        title.append(passage([Piece(line.link, link=line.link)], styles.CELL_MUTED))
    else:
        title.append(passage(language.text("Without a public link"), styles.CELL_MUTED))
    until = language.text("until {date}", date=language.short_date(line.valid_until)) if line.valid_until else ""
    return [
        [passage(line.mark, styles.CELL_STRONG)],
        title,
        [passage(line.kind, styles.CELL)],
        [passage(day(line.dated, language), styles.CELL)],
        [passage("\n".join(part for part in (line.state, until) if part), styles.CELL)],
        [passage(", ".join(map(str, line.criteria)) or "\u2013", styles.CELL)],
    ]


def actions(picture: ReportPicture) -> tuple[Part, ...]:
    """All actions; who does them only in internal reports."""
    language = picture.language
    internal = picture.profile is Profile.INTERNAL
    columns = [
        Column(language.text("No."), 32),
        Column(language.text("Action"), 206 if internal else 300),
        Column(language.text("Criterion"), 44),
        Column(language.text("Due"), 56),
        Column(language.text("Status"), 56),
    ]
    if internal:
        columns.insert(3, Column(language.text("Responsible"), 94))
    rows = [_action_row(line, language, internal=internal) for line in picture.actions]
    return _list(language.text("Actions"), columns, rows, language.text("No action is recorded yet."))


def _action_row(line: ActionLine, language: Language, *, internal: bool) -> list[Items]:
    details = (
        (language.text("Next step"), line.next_step),
        (language.text("Done when"), line.done_when),
        (language.text("Money"), line.money),
        (language.text("Support"), line.support),
    )
    title: list[Flowable] = [passage(line.title, styles.CELL)]
    title += [passage(f"{label}: {text}", styles.CELL_MUTED) for label, text in details if text]
    cells: list[Items] = [
        [passage(line.mark, styles.CELL_STRONG)],
        title,
        [passage(line.question or str(line.criterion), styles.CELL)],
        [passage(day(line.due, language), styles.CELL)],
        [passage([Piece(line.status, strong=line.late, color="bad" if line.late else "")], styles.CELL)],
    ]
    if internal:
        cells.insert(3, [passage(line.responsible, styles.CELL)])
    return cells


def changes(picture: ReportPicture) -> tuple[Part, ...]:
    """Everything that changed since the compared version."""
    language = picture.language
    title = language.text("Changes")
    if not picture.compared_with:
        return _list(title, (), (), language.text("No saved version to compare with."))
    columns = (
        Column(language.text("Where"), 216),
        Column(language.text("What"), 112),
        Column(picture.compared_with, 80),
        Column(language.text("Now"), 80),
    )
    rows = [
        [[passage(text, styles.CELL)] for text in (line.spot, line.what, line.before, line.after)]
        for line in picture.changes
    ]
    full_title = language.text("Changes since {version}", version=picture.compared_with)
    return _list(full_title, columns, rows, language.text("Nothing has changed."))


def _list(title: str, columns: Sequence[Column], rows: Sequence[Row], nothing: str) -> tuple[Part, ...]:
    body: Flowable = Table(columns, rows) if rows else passage(nothing, styles.BODY_MUTED)
    return (Part(Sheet.PORTRAIT, [Heading(title, 1), body]),)

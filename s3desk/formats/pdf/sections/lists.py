"""The lists of the annex: evidence, actions, changes; people and versions follow on the same sheets."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.carried import name_of
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections import people
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Row, Table
from s3desk.formats.pdf.text import Content, Piece
from s3desk.formats.pdf.values import day, short_head
from s3desk.queries import words
from s3desk.queries.picture import ActionLine, EvidenceLine, ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """All lists, one after the other, and who stands behind them."""
    blocks = [*_evidence(picture), *_actions(picture), *_changes(picture), *people.blocks(picture)]
    return (Part(Sheet.PORTRAIT, blocks),)


def _evidence(picture: ReportPicture) -> list[Flowable]:
    """All documents; how they stand against our reminder periods only in internal reports."""
    language, labels = picture.language, labels_of(picture)
    internal = picture.profile is Profile.INTERNAL
    columns = (
        Column(labels.text("No."), 30),
        Column(labels.text("Document"), 220),
        Column(labels.text("Kind"), 72),
        Column(labels.text("Date"), 56),
        Column(labels.text("State") if internal else labels.text("Valid until"), 66),
        Column(labels.text("Criteria"), 44),
    )
    inside = {copy.line.id: name_of(copy) for copy in picture.copies}
    rows = [_evidence_row(line, inside.get(line.id, ""), language, internal=internal) for line in picture.evidence]
    return _list(labels.text("Evidence"), columns, rows, language.text("No evidence is recorded yet."))


def _evidence_row(line: EvidenceLine, inside: str, language: Language, *, internal: bool) -> list[Items]:
    about = ", ".join(part for part in (line.issuer, line.language) if part)
    title: list[Flowable] = [passage(line.title, styles.CELL)]
    if about:
        title.append(passage(about, styles.CELL_MUTED))
    if line.link:
        title.append(passage([Piece(line.link, link=line.link)], styles.CELL_MUTED))
    else:
        title.append(passage(language.text("Without a public link"), styles.CELL_MUTED))
    if inside:
        title.append(passage(language.text("Attached to this report: {name}", name=inside), styles.CELL_MUTED))
    return [
        [passage(line.mark, styles.CELL_STRONG)],
        title,
        [passage(line.kind, styles.CELL)],
        [passage(day(line.dated, language), styles.CELL)],
        [passage(_state(line, language) if internal else day(line.valid_until, language), styles.CELL)],
        [passage(", ".join(map(str, line.criteria)) or "\u2013", styles.CELL)],
    ]


def _state(line: EvidenceLine, language: Language) -> str:
    until = language.text("until {date}", date=language.short_date(line.valid_until)) if line.valid_until else ""
    return "\n".join(part for part in (line.state, until) if part)


def _actions(picture: ReportPicture) -> list[Flowable]:
    """All actions; who does them only in internal reports."""
    language, labels = picture.language, labels_of(picture)
    internal = picture.profile is Profile.INTERNAL
    columns = [
        Column(labels.text("No."), 32),
        Column(labels.text("Action"), 206 if internal else 300),
        Column(labels.text("Criterion"), 44),
        Column(labels.text("Due"), 56),
        Column(labels.text("Status"), 56),
    ]
    if internal:
        columns.insert(3, Column(labels.text("Responsible"), 94))
    rows = [_action_row(line, language, internal=internal) for line in picture.actions]
    return _list(labels.text("Actions"), columns, rows, words.no_action(picture.profile, language))


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


def _changes(picture: ReportPicture) -> list[Flowable]:
    """Everything that changed since the compared version."""
    language, labels = picture.language, labels_of(picture)
    title = labels.text("Changes")
    if not picture.compared_with:
        return _list(title, (), (), language.text("Not compared with an earlier version."))
    columns = (
        Column(labels.text("Where"), 216),
        Column(labels.text("What"), 112),
        Column(short_head(picture.compared_with), 80),
        Column(labels.text("Now"), 80),
    )
    rows = [
        [[passage(text, styles.CELL)] for text in (line.spot, line.what, line.before, line.after)]
        for line in picture.changes
    ]
    full_title = labels.text("Changes since {version}", version=picture.compared_with)
    return _list(full_title, columns, rows, language.text("Nothing has changed."))


def _list(title: Content, columns: Sequence[Column], rows: Sequence[Row], nothing: str) -> list[Flowable]:
    body: Flowable = Table(columns, rows) if rows else passage(nothing, styles.BODY_MUTED)
    return under(Heading(title, 1, style=styles.H1_NEXT), [body])

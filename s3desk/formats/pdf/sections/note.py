"""The note on the enabling condition: two pages for those who read no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.domain.records import Decision, OfficialStatus
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Beside, Strip
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.marks import Picture, bullet_list
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.sections.criteria_table import criteria_table, ratings_wheel
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table, facts
from s3desk.formats.pdf.text import Content, Piece
from s3desk.queries.picture import ActionLine, ChangeLine, ReportPicture, StatusRow

_MOST = 6
"""So many changes and actions are named in the note; the annex has all."""


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The note."""
    language = picture.language
    title = language.text("Note on enabling condition {condition}", condition=picture.catalogue.condition)
    blocks = [
        Heading(title, 1),
        *_official(picture),
        passage(_summary(picture), styles.LEAD),
        _key_numbers(picture),
        *under(Heading(language.text("The seven criteria"), 2), [criteria_table(picture)]),
        *_listed(_changes_heading(picture), list(_changes(picture)), language.text("Nothing has changed.")),
        *_listed(language.text("Risks"), list(_risks(picture)), language.text("No risk is recorded.")),
        *_listed(language.text("Actions"), list(_actions(picture)), language.text("No action is open.")),
        *under(Heading(language.text("Decision asked"), 2), [passage(picture.head.decision_asked, styles.BODY)]),
    ]
    return (Part(Sheet.PORTRAIT, blocks),)


def _official(picture: ReportPicture) -> list[Flowable]:
    language, head = picture.language, picture.head
    statuses = [passage(_status_words(row, language), styles.CELL) for row in head.programmes]
    missing = [passage(language.text("No programme is entered yet."), styles.CELL_MUTED)]
    purpose = [passage(head.purpose, styles.CELL)]
    return [facts(((language.text("Official status"), statuses or missing), (language.text("Purpose"), purpose)), 0.2)]


def _status_words(row: StatusRow, language: Language) -> tuple[Piece, ...]:
    dated = language.date(row.dated) if row.dated else ""
    details = ", ".join(part for part in (dated, row.reference) if part)
    programme = row.programme or language.text("Programme without title")
    return (Piece(row.words, strong=True), Piece(f"{', ' if details else ''}{details}. {programme}"))


def _summary(picture: ReportPicture) -> tuple[Piece, ...]:
    language = picture.language
    tally = language.text("By our own check: {tally}.", tally=picture.tally_words)
    names = {
        decision: [f"{part.name} ({part.number})" for part in picture.criteria if part.decision is decision]
        for decision in (Decision.NO, Decision.NOT_DECIDED)
    }
    said = []
    if names[Decision.NO]:
        said.append(language.text("Not fulfilled: {criteria}.", criteria=language.joined(names[Decision.NO])))
    if names[Decision.NOT_DECIDED]:
        said.append(
            language.text("Not decided yet: {criteria}.", criteria=language.joined(names[Decision.NOT_DECIDED]))
        )
    return (Piece(tally + " ", strong=True), Piece(" ".join(said)))


def _key_numbers(picture: ReportPicture) -> Flowable:
    """The wheel with the numbers in internal reports, a strip of numbers in outgoing ones."""
    numbers = list(_numbers(picture))
    figure = ratings_wheel(picture)
    if figure is None:
        return Strip([(label, passage(_number(number, detail), styles.NUMBER)) for number, label, detail in numbers])
    columns = (Column("", 30), Column("", 70))
    rows = [
        ([passage(number, styles.NUMBER)], [passage((Piece(label), *_detail(detail, ", ")), styles.CELL)])
        for number, label, detail in numbers
    ]
    return Beside([Picture(figure, align="middle")], [Table(columns, rows, RULED_MIDDLE)], 0.58, 20, middle=True)


def _number(number: str, detail: str) -> tuple[Piece, ...]:
    return (Piece(number), *_detail(detail, "  "))


def _detail(detail: str, before: str) -> tuple[Piece, ...]:
    return (Piece(before + detail, color="muted", size=8),) if detail else ()


def _numbers(picture: ReportPicture) -> Iterator[tuple[str, str, str]]:
    """Number, what it counts, and a detail."""
    language, total = picture.language, len(picture.criteria)
    yield f"{picture.tally.yes} / {total}", language.text("Criteria fulfilled by our own check"), ""
    if picture.asked:
        yield f"{picture.answered} / {picture.asked}", language.text("Questions answered"), ""
    linked = sum(bool(line.link) for line in picture.evidence)
    public = language.text("{linked} with a public link", linked=linked)
    yield str(len(picture.evidence)), language.text("Pieces of evidence"), public
    late = sum(line.late for line in picture.actions)
    yield str(len(_open(picture))), language.text("Open actions"), language.text("{late} late", late=late)


def _open(picture: ReportPicture) -> list[ActionLine]:
    return [line for line in picture.actions if not line.done]


def _changes_heading(picture: ReportPicture) -> str:
    if not picture.compared_with:
        return picture.language.text("What has changed")
    return picture.language.text("What has changed since {version}", version=picture.compared_with)


def _changes(picture: ReportPicture) -> Iterator[Content]:
    language = picture.language
    if not picture.compared_with:
        yield language.text("No saved version to compare with.")
        return
    decided = language.text("Fulfilment")
    lines = sorted(picture.changes, key=lambda line: line.what != decided)
    yield from (_change_words(line) for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield language.plural("{n} more change in the annex", "{n} more changes in the annex", len(lines) - _MOST)


def _change_words(line: ChangeLine) -> Content:
    values = f": {line.before} \u2192 {line.after}" if line.before or line.after else ""
    return (Piece(line.spot, strong=True), Piece(f", {line.what}{values}"))


def _risks(picture: ReportPicture) -> Iterator[Content]:
    language = picture.language
    for row in picture.head.programmes:
        if row.status is OfficialStatus.NOT_ACCEPTED:
            yield language.text("{programme}: the fulfilment is not accepted.", programme=row.programme)
    for part in picture.criteria:
        if part.decision is Decision.NO:
            yield language.text(
                "Criterion {number} ({name}) is not fulfilled by our own check.", number=part.number, name=part.name
            )
        elif part.decision is Decision.NOT_DECIDED:
            yield language.text("Criterion {number} ({name}) is not decided yet.", number=part.number, name=part.name)
    for line in picture.actions:
        if line.late and line.due:
            yield language.text("Action {mark} is late since {due}.", mark=line.mark, due=language.date(line.due))


def _actions(picture: ReportPicture) -> Iterator[Content]:
    language, lines = picture.language, _open(picture)
    for line in lines[:_MOST]:
        due = language.text("due {due}", due=language.date(line.due)) if line.due else language.text("without date")
        details = ", ".join(part for part in (line.responsible, due, line.status) if part)
        yield (Piece(f"{line.mark} ", strong=True), Piece(f"{line.title} ({details})"))
    if len(lines) > _MOST:
        yield language.plural("{n} more action in the annex", "{n} more actions in the annex", len(lines) - _MOST)


def _listed(title: str, items: Sequence[Content], nothing: str) -> list[Flowable]:
    return under(Heading(title, 2), bullet_list(items) or [passage(nothing, styles.BODY_MUTED)])

"""The cover: whose report it is, the official status first, then our own check, purpose, date and contact."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus.flowables import Flowable, Spacer

from s3desk.basics.language import Language
from s3desk.domain.records import Decision, OfficialStatus, Step
from s3desk.figures import marks
from s3desk.figures.figure import Figure, Pen, Polygon, Polyline, Shape
from s3desk.figures.wheel import rings
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.boxes import Band, Beside, Outcomes
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import labels_of, languages_of
from s3desk.formats.pdf.marks import Marked, Tag
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Table, facts
from s3desk.formats.pdf.text import Piece, looking
from s3desk.formats.pdf.values import day, fulfilment, known
from s3desk.queries.picture import Head, ReportPicture, StatusRow

_BAND_HEIGHT, _BAND_HEIGHT_OF_TWO = 318.0, 280.0
"""In a bilingual report what stands under the band needs more room."""


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The cover; it goes on to a second page when names are many or long."""
    blocks = [
        _band(picture),
        *_official(picture),
        *_own_check(picture),
        Spacer(0, 6),
        _about(picture),
        Spacer(0, 6),
        *(passage(_disclaimer(one), styles.NOTE, one.code) for one in languages_of(picture)),
    ]
    return (Part(Sheet.COVER, blocks),)


def _band(picture: ReportPicture) -> Band:
    head, language = picture.head, picture.language
    title = head.territory or language.text("Territory not entered yet")
    items: list[Flowable] = [
        Marked(marks.logo(), passage(", ".join(filter(None, (head.authority, head.unit))), styles.SENDER), 32),
        Spacer(0, 58 if picture.second is None else 20),
        passage(head.check or language.text("Self-assessment"), styles.COVER_KICKER),
        Heading(title, 1, style=_title_style(title), outlined=False),
        *_subtitles(picture),
        Spacer(0, 10),
        passage(_member_state(picture), styles.BODY),
        *(passage(_programme(row, language), styles.BODY) for row in head.programmes),
    ]
    return Band(items, _BAND_HEIGHT if picture.second is None else _BAND_HEIGHT_OF_TWO, backdrop())


def _subtitles(picture: ReportPicture) -> Iterator[Flowable]:
    """What it is about, in each language of the report."""
    yield passage(_subtitle(picture), styles.SUBTITLE)
    if picture.second:
        words = Piece(_subtitle(picture.second), color="muted")
        yield passage((words,), styles.SUBTITLE, picture.second.language.code)


def _subtitle(picture: ReportPicture) -> str:
    return picture.language.text(
        "Fulfilment of the seven criteria of the thematic enabling condition {condition}, \u201c{title}\u201d",
        condition=picture.catalogue.condition,
        title=picture.head.condition_title,
    )


def _member_state(picture: ReportPicture) -> tuple[Piece, ...]:
    name, labels = picture.head.member_state, labels_of(picture)
    if not name.strip():
        return looking(labels.text("Member State not entered yet"), color="muted")
    other = picture.second.head.member_state if picture.second else name
    return looking(labels.text("Member State: {name}", name=(name, other)), strong=True)


def _programme(row: StatusRow, language: Language) -> str:
    name = row.programme or language.text("Programme without title")
    return language.text("{programme}, CCI {cci}", programme=name, cci=row.cci) if row.cci else name


def _title_style(title: str) -> styles.Style:
    if len(title) <= 50:
        return styles.TITLE
    return styles.TITLE_LONG if len(title) <= 160 else styles.TITLE_VERY_LONG


def backdrop() -> Figure:
    """A wheel without values: decoration."""
    size = 400.0
    center, radius = (size / 2, size / 2 - 10), 180.0
    shapes: tuple[Shape, ...] = tuple(_faint(shape) for shape in rings(7, center, radius))
    return Figure(size, size, shapes)


def _faint(shape: Shape) -> Shape:
    pen = Pen("border", 0.8)
    return Polygon(shape.points, pen=pen) if isinstance(shape, Polygon) else Polyline(shape.points, pen)  # type: ignore[union-attr]


def _official(picture: ReportPicture) -> list[Flowable]:
    head, language, labels = picture.head, picture.language, labels_of(picture)
    heading = Heading(labels.text("Official status"), 2)
    tags = _tags(head, language)
    first: Flowable = Beside([heading], tags, 0.4) if tags else heading
    if not head.programmes:
        return [first, passage(language.text("No programme is entered yet."), styles.BODY_MUTED)]
    columns = (
        Column(labels.text("Programme"), 156),
        Column(labels.text("CCI"), 90),
        Column(labels.text("Official status"), 110),
        Column(labels.text("Reference"), 132),
    )
    return [first, Table(columns, [_status_row(picture, number) for number in range(len(head.programmes))])]


def _status_row(picture: ReportPicture, number: int) -> list[Items]:
    language, status = picture.language, picture.head.programmes[number]
    other = picture.second.head.programmes[number] if picture.second else status
    words = labels_of(picture).pair(status.words, other.words)
    color = "muted" if status.status is OfficialStatus.NOT_KNOWN else ""
    dated = day(status.dated, language) if status.dated else ""
    details = ", ".join(filter(None, (dated, status.reference, status.notified_by)))
    return [
        [known(status.programme, language.text("Without title"), styles.CELL)],
        [known(status.cci, language.text("Not entered yet"), styles.CELL)],
        [passage(looking(words, strong=True, color=color), styles.CELL)],
        [known(details, "\u2013", styles.CELL_MUTED)],
    ]


def _tags(head: Head, language: Language) -> list[Flowable]:
    words = []
    if head.example:
        words.append(language.text("Example with invented data"))
    if head.step is Step.DRAFT:
        words.append(language.text("DRAFT"))
    return [Tag("  \u00b7  ".join(words))] if words else []


def _own_check(picture: ReportPicture) -> list[Flowable]:
    tally = (picture.tally_words, picture.second.tally_words if picture.second else "")
    heading = Heading(labels_of(picture).text("By our own check: {tally}", tally=tally), 2)
    cells = [
        (
            marks.COLORS[part.decision],
            [
                passage(f"{part.number} {part.name}", styles.LABEL),
                fulfilment(part.decision, part.decision_words),
            ],
        )
        for part in picture.criteria
    ]
    conditions = [passage(_condition(picture), styles.BODY)]
    if picture.second:
        words = looking(_condition(picture.second), color="muted")
        conditions.append(passage(words, styles.BODY, picture.second.language.code))
    return [*under(heading, [Outcomes(cells)]), *conditions]


def _condition(picture: ReportPicture) -> tuple[Piece, ...]:
    language = picture.language
    outcome = {
        Decision.YES: language.text("By our own check it is fulfilled."),
        Decision.NO: language.text("By our own check it is not fulfilled."),
    }.get(picture.condition, language.text("By our own check it is not decided yet."))
    rule = language.text("The enabling condition counts as fulfilled only if all seven criteria are fulfilled.")
    return (Piece(rule + " "), Piece(outcome, strong=True))


def _about(picture: ReportPicture) -> Table:
    head, language, labels = picture.head, picture.language, labels_of(picture)
    other = picture.second.head if picture.second else head
    made = language.date(head.made_at.date())
    if picture.compared_with:
        made = language.text("{date}, compared with {version}", date=made, version=picture.compared_with)
    missing = language.text("Not entered yet")
    return facts(
        (
            (labels.text("Purpose"), [passage(labels.pair(head.purpose, other.purpose), styles.CELL)]),
            (labels.text("Date"), [passage(made, styles.CELL)]),
            (labels.text("Status"), [passage(labels.pair(head.step_words, other.step_words), styles.CELL)]),
            (labels.text("Addressee"), [known(head.addressee, missing, styles.CELL)]),
            (labels.text("Contact"), [known(", ".join(head.contact), missing, styles.CELL)]),
        )
    )


def _disclaimer(language: Language) -> str:
    words = language.text("Prepared with S3 Desk. Not an official form.")
    own = language.text("Prepared by the region; the Member State decides what is notified.")
    return f"{words} {own}"

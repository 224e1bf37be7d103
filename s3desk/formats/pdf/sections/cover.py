"""The cover: whose report it is, the official status first, then our own check, purpose, date and contact."""

from __future__ import annotations

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
from s3desk.formats.pdf.marks import Marked, Tag
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import Column, Table, facts
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import day, fulfilment, known
from s3desk.queries.picture import Head, ReportPicture, StatusRow

_BAND_HEIGHT = 318.0


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The cover; it goes on to a second page when names are many or long."""
    language = picture.language
    blocks = [
        _band(picture),
        *_official(picture),
        *_own_check(picture),
        Spacer(0, 6),
        _about(picture),
        Spacer(0, 6),
        passage(_disclaimer(language), styles.NOTE),
    ]
    return (Part(Sheet.COVER, blocks),)


def _band(picture: ReportPicture) -> Band:
    head, language = picture.head, picture.language
    title = head.territory or language.text("Territory not entered yet")
    subtitle = language.text(
        "Fulfilment of the seven criteria of the thematic enabling condition {condition}, \u201c{title}\u201d",
        condition=picture.catalogue.condition,
        title=head.condition_title,
    )
    items: list[Flowable] = [
        Marked(marks.logo(), passage(", ".join(filter(None, (head.authority, head.unit))), styles.SENDER), 32),
        Spacer(0, 58),
        passage(head.check or language.text("Self-assessment"), styles.COVER_KICKER),
        Heading(title, 1, style=_title_style(title), outlined=False),
        passage(subtitle, styles.SUBTITLE),
        Spacer(0, 10),
        passage(_member_state(head, language), styles.BODY),
        *(passage(_programme(row, language), styles.BODY) for row in head.programmes),
    ]
    return Band(items, _BAND_HEIGHT, backdrop())


def _member_state(head: Head, language: Language) -> tuple[Piece, ...]:
    if not head.member_state.strip():
        return (Piece(language.text("Member State not entered yet"), color="muted"),)
    return (Piece(language.text("Member State: {name}", name=head.member_state), strong=True),)


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
    head, language = picture.head, picture.language
    heading = Heading(language.text("Official status"), 2)
    tags = _tags(head, language)
    first: Flowable = Beside([heading], tags, 0.4) if tags else heading
    if not head.programmes:
        return [first, passage(language.text("No programme is entered yet."), styles.BODY_MUTED)]
    columns = (
        Column(language.text("Programme"), 156),
        Column(language.text("CCI"), 90),
        Column(language.text("Official status"), 110),
        Column(language.text("Reference"), 132),
    )
    return [first, Table(columns, [_status_row(picture, number) for number in range(len(head.programmes))])]


def _status_row(picture: ReportPicture, number: int) -> list[Items]:
    language, status = picture.language, picture.head.programmes[number]
    color = "muted" if status.status is OfficialStatus.NOT_KNOWN else ""
    dated = day(status.dated, language) if status.dated else ""
    details = ", ".join(filter(None, (dated, status.reference, status.notified_by)))
    return [
        [known(status.programme, language.text("Without title"), styles.CELL)],
        [known(status.cci, language.text("Not entered yet"), styles.CELL)],
        [passage([Piece(status.words, strong=True, color=color)], styles.CELL)],
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
    language = picture.language
    heading = Heading(language.text("By our own check: {tally}", tally=picture.tally_words), 2)
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
    return [*under(heading, [Outcomes(cells)]), passage(_condition(picture), styles.BODY)]


def _condition(picture: ReportPicture) -> tuple[Piece, ...]:
    language = picture.language
    outcome = {
        Decision.YES: language.text("By our own check it is fulfilled."),
        Decision.NO: language.text("By our own check it is not fulfilled."),
    }.get(picture.condition, language.text("By our own check it is not decided yet."))
    rule = language.text("The enabling condition counts as fulfilled only if all seven criteria are fulfilled.")
    return (Piece(rule + " "), Piece(outcome, strong=True))


def _about(picture: ReportPicture) -> Table:
    head, language = picture.head, picture.language
    made = language.date(head.made_at.date())
    if picture.compared_with:
        made = language.text("{date}, compared with {version}", date=made, version=picture.compared_with)
    missing = language.text("Not entered yet")
    return facts(
        (
            (language.text("Purpose"), [passage(head.purpose, styles.CELL)]),
            (language.text("Date"), [passage(made, styles.CELL)]),
            (language.text("Status"), [passage(head.step_words, styles.CELL)]),
            (language.text("Addressee"), [known(head.addressee, missing, styles.CELL)]),
            (language.text("Contact"), [known(", ".join(head.contact), missing, styles.CELL)]),
        )
    )


def _disclaimer(language: Language) -> str:
    words = language.text("Prepared with S3 Desk. Not an official form.")
    own = language.text("Prepared by the region; the Member State decides what is notified.")
    return f"{words} {own}"

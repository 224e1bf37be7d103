"""What the report is about and how it was made: method and scale, in our own words."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.basics.language import Language
from s3desk.catalogue.model import LEVELS
from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.marks import bullet_list
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.tables import RULED_MIDDLE, Column, Table, facts
from s3desk.formats.pdf.text import Piece
from s3desk.formats.pdf.values import known, rating
from s3desk.queries.picture import ReportPicture, StrategyRow


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """What it is about, how we came to it, what the scale and the check code mean."""
    labels = labels_of(picture)
    blocks = [
        Heading(labels.text("Method and scale"), 1),
        *under(Heading(labels.text("What this report is about"), 2), [_about(picture)]),
        *under(Heading(labels.text("How we came to it"), 2), _method(picture)),
        *_scale(picture),
        *under(Heading(labels.text("Check code"), 2), [passage(_check_code(picture), styles.BODY)]),
    ]
    return (Part(Sheet.PORTRAIT, blocks),)


def _about(picture: ReportPicture) -> Table:
    head, language, labels = picture.head, picture.language, labels_of(picture)
    missing = language.text("Not entered yet")
    strategies: Items = [passage(_strategy(row, language), styles.CELL) for row in head.strategies]
    return facts(
        (
            (labels.text("Territory"), [known(", ".join(head.territories), missing, styles.CELL)]),
            (labels.text("Authority"), [known(head.authority, missing, styles.CELL)]),
            (labels.text("Strategy"), strategies or [known("", missing, styles.CELL)]),
            (labels.text("Enabling condition"), _condition(picture)),
        )
    )


def _condition(picture: ReportPicture) -> list[Flowable]:
    """The official words of the condition; those of the second language where they are held in it."""
    catalogue, titles, leads = picture.catalogue, [], []
    for report in (picture, picture.second):
        if report is not None:
            official = catalogue.official_text(report.language.code)
            titles.append((f"{catalogue.condition}. {official.title}", official.language))
            leads.append((report.head.lead_in, official.language if official.lead_in else "en"))
    return [
        *(passage(title, styles.CELL, language) for title, language in dict.fromkeys(titles)),
        *(passage(lead, styles.CELL_MUTED, language) for lead, language in dict.fromkeys(leads)),
    ]


def _strategy(row: StrategyRow, language: Language) -> tuple[Piece, ...]:
    adopted = language.date(row.adopted_on) if row.adopted_on else ""
    details = ", ".join(part for part in (row.level, row.period, row.adopting_act, adopted) if part)
    pieces = (Piece(row.title or language.text("Without title"), strong=True), Piece(f" ({details})"))
    return (*pieces, Piece(f"\n{row.link}", link=row.link)) if row.link else pieces


def _method(picture: ReportPicture) -> list[Flowable]:
    language, catalogue = picture.language, picture.catalogue
    core = sum(question.core for question in catalogue.questions)
    said = [
        language.text(
            "The law names seven criteria. The condition counts as fulfilled only if all of them are fulfilled; "
            "there is no overall average."
        ),
        language.text(
            "The officer in charge says Yes or No for each criterion, with documents and a justification. No rule of "
            "the program decides."
        ),
        language.text(
            "{total} questions of ours, {core} of them core questions, help to find out how a criterion stands. They "
            "are not a legal list.",
            total=len(catalogue.questions),
            core=core,
        ),
        language.text("The official status is what the Commission answered. It is recorded, never computed."),
        _about_ratings(picture),
    ]
    return bullet_list(said)


def _about_ratings(picture: ReportPicture) -> str:
    language = picture.language
    if picture.profile is Profile.INTERNAL:
        return language.text(
            "The ratings are our own working values, not official ones. An average is the mean of the rated questions "
            "of one criterion; it always stands with their number."
        )
    return language.text(
        "Ratings of single questions are our own working values, not official ones. They are not part of this report."
    )


def _scale(picture: ReportPicture) -> list[Flowable]:
    if picture.profile is not Profile.INTERNAL:
        return []
    language, labels = picture.language, labels_of(picture)
    words = picture.catalogue.wording(language.code).levels
    rows: list[Items] = [[rating(level, "", words[level])] for level in LEVELS]
    others = (
        ("n/a", language.text("Not applicable"), language.text("Answered with a reason; not in the average.")),
        (
            "\u2197",
            language.text("Held at another level"),
            language.text("Answered with a source; not in the average."),
        ),
        ("?", language.text("Not known"), language.text("An open point, never a 0.")),
        ("\u2013", language.text("Open"), language.text("Nothing is said yet.")),
    )
    explained = [
        (
            [rating(level, "", words[level])],
            [rating(None, others[level][0], others[level][1])] if level < len(others) else [],
            [passage(others[level][2], styles.CELL_MUTED)] if level < len(others) else [],
        )
        for level in range(len(rows))
    ]
    columns = (
        Column(labels.text("Rating"), 150),
        Column(labels.text("Instead of a rating"), 150),
        Column(labels.text("Meaning"), 188),
    )
    return under(Heading(labels.text("Scale"), 2), [Table(columns, explained, RULED_MIDDLE)])


def _check_code(picture: ReportPicture) -> str:
    return picture.language.text(
        "The check code {code} is made from the data of this report. It shows that report, workbook and data file "
        "belong together. It is not a signature.",
        code=picture.check_code,
    )

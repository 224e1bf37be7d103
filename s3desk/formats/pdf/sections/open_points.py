"""Open points before anything leaves the office; only in internal reports."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.tables import Column, Table
from s3desk.queries.open_points import OpenPointLine
from s3desk.queries.picture import ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The open points; nothing in outgoing reports."""
    if picture.profile is not Profile.INTERNAL:
        return ()
    language = picture.language
    to_solve = [line for line in picture.open_points if line.to_solve]
    to_check = [line for line in picture.open_points if not line.to_solve]
    intro = language.text("{solve} to solve, {check} to check. None of them blocks a report.",
                          solve=len(to_solve), check=len(to_check))  # fmt: skip
    blocks = [
        Heading(language.text("Open points"), 1),
        passage(intro, styles.LEAD),
        *_group(language.text("To solve"), to_solve, picture),
        *_group(language.text("To check"), to_check, picture),
    ]
    return (Part(Sheet.PORTRAIT, blocks),)


def _group(title: str, lines: Sequence[OpenPointLine], picture: ReportPicture) -> list[Flowable]:
    if not lines:
        return []
    language = picture.language
    columns = (Column(language.text("What is open"), 350), Column(language.text("What to do"), 138))
    rows = [([passage(line.sentence, styles.CELL)], [passage(line.remedy, styles.CELL_MUTED)]) for line in lines]
    return under(Heading(title, 2), [Table(columns, rows)])

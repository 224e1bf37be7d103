"""Open points before anything leaves the office; only in internal reports."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import Labels, labels_of
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.tables import Column, Table
from s3desk.formats.pdf.text import Content
from s3desk.queries.open_points import OpenPointLine
from s3desk.queries.picture import ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """The open points; nothing in outgoing reports."""
    if picture.profile is not Profile.INTERNAL:
        return ()
    language, labels = picture.language, labels_of(picture)
    to_solve = [line for line in picture.open_points if line.to_solve]
    to_check = [line for line in picture.open_points if not line.to_solve]
    intro = language.text("{solve} to solve, {check} to check. None of them blocks a report.",
                          solve=len(to_solve), check=len(to_check))  # fmt: skip
    blocks = [
        Heading(labels.text("Open points"), 1),
        passage(intro, styles.LEAD),
        *_group(labels.text("To solve"), to_solve, labels),
        *_group(labels.text("To check"), to_check, labels),
    ]
    return (Part(Sheet.PORTRAIT, blocks),)


def _group(title: Content, lines: Sequence[OpenPointLine], labels: Labels) -> list[Flowable]:
    if not lines:
        return []
    columns = (Column(labels.text("What is open"), 350), Column(labels.text("What to do"), 138))
    rows = [([passage(line.sentence, styles.CELL)], [passage(line.remedy, styles.CELL_MUTED)]) for line in lines]
    return under(Heading(title, 2), [Table(columns, rows)])

"""People, status steps and saved versions: who stands behind the report, and what it follows."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.domain.profile import Profile
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.headings import Heading, under
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.tables import Column, Table
from s3desk.formats.pdf.text import Content
from s3desk.queries.picture import ReportPicture


def blocks(picture: ReportPicture) -> list[Flowable]:
    """People and versions only in internal reports; the steps of the status chain in all."""
    language, labels = picture.language, labels_of(picture)
    internal = picture.profile is Profile.INTERNAL
    title = labels.text("People and versions") if internal else labels.text("Status and contact")
    heading = Heading(title, 1, style=styles.H1_NEXT)
    if internal:
        first = _people(picture)
    else:
        contact = ", ".join(picture.head.contact) or language.text("Not entered yet")
        first = under(Heading(labels.text("Contact"), 2), [passage(contact, styles.BODY)])
    return [*under(heading, first), *_steps(picture), *(_versions(picture) if internal else ())]


def _people(picture: ReportPicture) -> list[Flowable]:
    language, labels = picture.language, labels_of(picture)
    columns = (
        Column(labels.text("Name"), 160),
        Column(labels.text("Role"), 150),
        Column(labels.text("Function"), 178),
    )
    rows = [(line.name, line.role, line.function) for line in picture.people]
    return _table(labels.text("People"), columns, rows, language.text("No person is entered yet."))


def _steps(picture: ReportPicture) -> list[Flowable]:
    language, labels = picture.language, labels_of(picture)
    columns = (
        Column(labels.text("Step"), 140),
        Column(labels.text("By"), 150),
        Column(labels.text("Date"), 72),
        Column(labels.text("Reference"), 126),
    )
    rows = [
        (
            line.words,
            ", ".join(part for part in (line.name, line.function) if part),
            language.short_date(line.taken_on),
            ", ".join(part for part in (line.reference, line.addressee) if part),
        )
        for line in picture.steps
    ]
    return _table(labels.text("Status chain"), columns, rows, language.text("A draft: no step is taken yet."))


def _versions(picture: ReportPicture) -> list[Flowable]:
    language, labels = picture.language, labels_of(picture)
    columns = (
        Column(labels.text("Saved version"), 150),
        Column(labels.text("Saved at"), 120),
        Column(labels.text("By"), 90),
        Column(labels.text("Why"), 128),
    )
    rows = [(line.name, language.moment(line.saved_at), line.saved_by, line.because) for line in picture.versions]
    return _table(labels.text("Saved versions"), columns, rows, language.text("No version is saved yet."))


def _table(title: Content, columns: Sequence[Column], rows: Sequence[Sequence[str]], nothing: str) -> list[Flowable]:
    if not rows:
        return under(Heading(title, 2), [passage(nothing, styles.BODY_MUTED)])
    cells = [[[passage(text, styles.CELL)] for text in row] for row in rows]
    return under(Heading(title, 2), [Table(columns, cells)])

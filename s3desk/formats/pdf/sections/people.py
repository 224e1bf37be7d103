"""People, status steps and saved versions: who stands behind the report, and what it follows."""

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
from s3desk.queries.picture import ReportPicture


def parts(picture: ReportPicture) -> tuple[Part, ...]:
    """People and versions only in internal reports; the steps of the status chain in all."""
    language = picture.language
    internal = picture.profile is Profile.INTERNAL
    title = language.text("People and versions") if internal else language.text("Status and contact")
    blocks: list[Flowable] = [Heading(title, 1)]
    if internal:
        blocks += _people(picture)
    else:
        contact = ", ".join(picture.head.contact) or language.text("Not entered yet")
        blocks += under(Heading(language.text("Contact"), 2), [passage(contact, styles.BODY)])
    blocks += _steps(picture)
    if internal:
        blocks += _versions(picture)
    return (Part(Sheet.PORTRAIT, blocks),)


def _people(picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    columns = (
        Column(language.text("Name"), 160),
        Column(language.text("Role"), 150),
        Column(language.text("Function"), 178),
    )
    rows = [(line.name, line.role, line.function) for line in picture.people]
    return _table(language.text("People"), columns, rows, language.text("No person is entered yet."))


def _steps(picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    columns = (
        Column(language.text("Step"), 140),
        Column(language.text("By"), 150),
        Column(language.text("Date"), 72),
        Column(language.text("Reference"), 126),
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
    return _table(language.text("Status chain"), columns, rows, language.text("A draft: no step is taken yet."))


def _versions(picture: ReportPicture) -> list[Flowable]:
    language = picture.language
    columns = (
        Column(language.text("Saved version"), 150),
        Column(language.text("Saved at"), 120),
        Column(language.text("By"), 90),
        Column(language.text("Why"), 128),
    )
    rows = [(line.name, language.moment(line.saved_at), line.saved_by, line.because) for line in picture.versions]
    return _table(language.text("Saved versions"), columns, rows, language.text("No version is saved yet."))


def _table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], nothing: str) -> list[Flowable]:
    if not rows:
        return under(Heading(title, 2), [passage(nothing, styles.BODY_MUTED)])
    cells = [[[passage(text, styles.CELL)] for text in row] for row in rows]
    return under(Heading(title, 2), [Table(columns, cells)])

"""What the page Reports shows beside the officer's own choice: what to compare with, what is open, what is marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import Programme, ProgrammeText, SavedVersion, Step
from s3desk.queries import words
from s3desk.queries.carried import in_words
from s3desk.queries.open_points import lines
from s3desk.queries.overview import point_counts, point_lines
from s3desk.queries.overview_picture import PointLine
from s3desk.queries.picture import SfcField
from s3desk.queries.report import NO_COMPARISON
from s3desk.queries.table12 import sfc_fields, tab_separated, tables


@dataclass(frozen=True, slots=True)
class ReportsPicture:
    """`versions` are what a report can be compared with, as ids and names; the first is proposed.

    `carried` says for each profile which copies of evidence a report would carry inside.
    """

    versions: tuple[tuple[str, str], ...]
    points: tuple[PointLine, ...]
    point_counts: str
    point_note: str
    carried: Mapping[Profile, str]


def picture(situation: Situation, language: Language, *, read_only: bool) -> ReportsPicture:
    """What the page shows; its open points are the same as on the overview."""
    content, points = situation.content, lines(situation, language)
    return ReportsPicture(
        versions=_versions(content, language),
        points=point_lines(points, content, language, read_only=read_only),
        point_counts=point_counts(points, language),
        point_note=_note(content, language),
        carried={one: in_words(content, one, situation.missing_files, language) for one in Profile},
    )


def _versions(content: Content, language: Language) -> tuple[tuple[str, str], ...]:
    """Saved versions, the newest first, and at last no comparison."""
    saved = content.all(SavedVersion)[::-1]
    often = Counter(version.name for version in saved)
    named = [
        (
            version.id,
            version.name if often[version.name] == 1 else f"{version.name}, {language.moment(version.saved_at)}",
        )
        for version in saved
    ]
    nothing = language.text("Nothing") if named else language.text("None yet")
    return (*named, (NO_COMPARISON, nothing))


def _note(content: Content, language: Language) -> str:
    free = language.text("Open points never block a report.")
    if content.step() is not Step.DRAFT:
        return free
    return f"{free} {language.text('Until a status is recorded, it is marked as a draft.')}"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the programme portal; `count` is its length against the limit, "" where there is none."""

    label: str
    text: str
    count: str
    over: bool


@dataclass(frozen=True, slots=True)
class CriterionFields:
    """The fields of one criterion; `own` where the programme has texts of its own for it."""

    id: str
    rows: tuple[FieldRow, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class FieldsPicture:
    """Table 12 of one programme, field by field, and the whole of it with tabs between the columns."""

    programmes: tuple[tuple[str, str], ...]
    programme_id: str
    condition: FieldRow
    criteria: tuple[CriterionFields, ...]
    whole: str


def fields(
    catalogue: Catalogue, content: Content, programme_id: str, report_language: Language, language: Language
) -> FieldsPicture:
    """The fields of one programme, or of the first; their texts as they leave, in the language of the report."""
    outgoing = stripped(content, Profile.OUTGOING)
    programmes = outgoing.all(Programme)
    ids = [programme.id for programme in programmes]
    place = ids.index(programme_id) if programme_id in ids else 0
    table = tables(catalogue, outgoing, report_language)[place]
    condition, *others = (_field(one, language) for one in sfc_fields(table, language))
    chosen = ids[place] if ids else ""
    each = len(others) // len(catalogue.criteria)
    return FieldsPicture(
        programmes=tuple((one.id, words.names([one.title, one.cci])) for one in programmes),
        programme_id=chosen,
        condition=condition,
        criteria=tuple(
            CriterionFields(
                criterion.id,
                tuple(others[number * each : (number + 1) * each]),
                content.get(ProgrammeText, f"{chosen}/{criterion.id}") is not None,
            )
            for number, criterion in enumerate(catalogue.criteria)
        ),
        whole=tab_separated(table, report_language),
    )


def _field(field: SfcField, language: Language) -> FieldRow:
    if not field.limit:
        return FieldRow(field.label, field.text, "", over=False)
    used, limit = language.integer(field.characters), language.integer(field.limit)
    if field.over:
        over = language.integer(field.over)
        count = language.text("{used} of {limit}, {over} too many", used=used, limit=limit, over=over)
    else:
        count = language.text("{used} of {limit}", used=used, limit=limit)
    return FieldRow(field.label, field.text, count, over=bool(field.over))

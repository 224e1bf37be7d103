"""The one computation behind every report, workbook, table and data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import Person, SavedVersion, StatusStep, Step
from s3desk.domain.scoring import condition, tally, total_answered
from s3desk.queries import carried, criterion_part, lists, words
from s3desk.queries.data import check_code, data_of, digest_of
from s3desk.queries.files import FileOfEvidence, files_of
from s3desk.queries.head import head
from s3desk.queries.history import change_lines, history_lines
from s3desk.queries.open_points import lines as open_point_lines
from s3desk.queries.picture import CarriedCopy, EvidenceLine, PersonLine, ReportPicture, StepLine, VersionLine
from s3desk.queries.table12 import tables
from s3desk.workspace.journal import Entry
from s3desk.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Source:
    """All that a report may need, taken from a workspace at one moment; free to go to another thread."""

    catalogue: Catalogue
    content: Content
    now: datetime
    versions: Mapping[str, Content] = field(default_factory=dict)
    history: tuple[Entry, ...] = ()
    missing_files: frozenset[str] = frozenset()
    files: Mapping[str, FileOfEvidence] = field(default_factory=dict)


LAST_VERSION = ""
NO_COMPARISON = "-"


@dataclass(frozen=True, slots=True)
class Options:
    """What the officer chose. `compare_with` is the id of a saved version, LAST_VERSION or NO_COMPARISON.

    `second_language` makes a bilingual report: headings, labels and official texts in both languages.
    `carries_data` puts workbook and data file into the PDF report; some mail gateways dislike such files.
    `carries_evidence` puts the stored copies of the evidence beside them.
    """

    profile: Profile = Profile.OUTGOING
    language: Language = field(default_factory=Language)
    second_language: Language | None = None
    compare_with: str = LAST_VERSION
    with_notes: bool = False
    carries_data: bool = True
    carries_evidence: bool = False


def gather(workspace: Workspace, missing_files: frozenset[str] = frozenset()) -> Source:
    """Everything that a report may need, as it is now; `missing_files` as found by `queries.files`."""
    versions = {version.id: workspace.saved_content(version) for version in workspace.content.all(SavedVersion)}
    return Source(
        workspace.catalogue,
        workspace.content,
        workspace.now(),
        versions,
        workspace.history(),
        missing_files,
        files_of(workspace),
    )


def picture(source: Source, options: Options) -> ReportPicture:
    """The report. Content is stripped to the profile first, so nothing private can be printed later."""
    profile, language, catalogue = options.profile, options.language, source.catalogue
    internal = profile is Profile.INTERNAL
    content = stripped(source.content, profile, with_notes=options.with_notes)
    versions = {
        key: stripped(version, profile, with_notes=options.with_notes) for key, version in source.versions.items()
    }
    compared = _compared_version(source.content, options.compare_with)
    earlier = versions.get(compared.id) if compared else None
    situation = Situation(catalogue, content, source.now.date(), source.missing_files)
    counts = tally(content, catalogue)
    answered, asked = total_answered(content, catalogue) if internal else (0, 0)
    evidence = lists.evidence_lines(situation, language)
    actions = lists.action_lines(situation, language)
    data = data_of(catalogue, content, profile, versions if internal else {})
    return ReportPicture(
        profile=profile,
        language=language,
        catalogue=catalogue,
        head=head(catalogue, content, source.now, language),
        tally=counts,
        tally_words=words.tally(counts, language),
        condition=condition(counts),
        condition_words=words.decision(condition(counts), language),
        answered=answered,
        asked=asked,
        criteria=criterion_part.parts(situation, earlier, evidence, actions, language, internal=internal),
        table12=tables(catalogue, content, language),
        open_points=open_point_lines(situation, language) if internal else (),
        evidence=evidence,
        actions=actions,
        compared_with=compared.name if compared else "",
        changes=change_lines(catalogue, earlier, content, language) if earlier else (),
        history=history_lines(catalogue, source.history, language, with_notes=options.with_notes) if internal else (),
        steps=_steps(content, language),
        versions=_versions(content, language),
        people=_people(content) if internal else (),
        data=data,
        digest=digest_of(data),
        check_code=check_code(data),
        carries_data=options.carries_data,
        copies=_copies(source, content, evidence, options),
        second=_second(source, options),
    )


def _copies(
    source: Source, content: Content, lines: tuple[EvidenceLine, ...], options: Options
) -> tuple[CarriedCopy, ...]:
    if not options.carries_evidence:
        return ()
    chosen = carried.copies(content, options.profile, source.missing_files)
    return carried.carried(chosen, lines, source.files, options.language)


def _second(source: Source, options: Options) -> ReportPicture | None:
    """The same report in the second language; one language twice is one."""
    second = options.second_language
    if second is None or second == options.language:
        return None
    return picture(source, replace(options, language=second, second_language=None, carries_evidence=False))


def _compared_version(content: Content, wanted: str) -> SavedVersion | None:
    saved = content.all(SavedVersion)
    if wanted == NO_COMPARISON:
        return None
    if wanted:
        return content.get(SavedVersion, wanted)
    return saved[-1] if saved else None


def _steps(content: Content, language: Language) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(
            words=words.step(Step(step.step), language),
            name=step.name,
            function=step.function,
            taken_on=step.taken_on,
            addressee=step.addressee,
            reference=step.reference,
        )
        for step in content.all(StatusStep)
    )


def _versions(content: Content, language: Language) -> tuple[VersionLine, ...]:
    return tuple(
        VersionLine(version.name, version.saved_at, version.saved_by, words.saved_because(version.because, language))
        for version in content.all(SavedVersion)
    )


def _people(content: Content) -> tuple[PersonLine, ...]:
    return tuple(PersonLine(person.name, person.role, person.function) for person in content.all(Person))

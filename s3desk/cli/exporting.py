"""The command `export`: what was asked for, checked and written."""

from __future__ import annotations

import argparse
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages
from s3desk.cli.files import reading, refuse_to_replace
from s3desk.cli.progress import progress_line
from s3desk.domain.profile import Profile
from s3desk.domain.records import SavedVersion
from s3desk.formats import evidence_folder, registry
from s3desk.formats.format import Format
from s3desk.queries import carried
from s3desk.queries.report import LAST_VERSION, NO_COMPARISON, Options, Source, picture

OUTPUTS = registry.OUTPUTS
EVIDENCE = "evidence"
"""The output that is a folder and not a file."""

PROFILES = tuple(profile.value for profile in Profile)
LANGUAGES = available_languages()


def export(arguments: argparse.Namespace) -> int:
    """Write one output."""
    target: Path = arguments.out
    if arguments.what == EVIDENCE:
        return _export_evidence(arguments)
    form = _form(arguments)
    refuse_to_replace(arguments.file, target, force=arguments.force)
    with reading(arguments.file) as source:
        options = _options(arguments, source)
        if options.carries_evidence:
            print(carried.in_words(source.content, options.profile, source.missing_files, Language()))
        with progress_line() as progress:
            registry.write(form, picture(source, options), target, progress)
    print(target)
    return 0


def _options(arguments: argparse.Namespace, source: Source) -> Options:
    """What was asked for; a saved version may be named by its name or its id."""
    second = Language(arguments.second_language) if arguments.second_language else None
    compare_with = NO_COMPARISON if arguments.no_comparison else LAST_VERSION
    if arguments.compare_with is not None:
        compare_with = _version_of(source, arguments.compare_with).id
    return Options(
        Profile(arguments.profile),
        Language(arguments.language),
        second,
        compare_with,
        carries_data=not arguments.no_attachments,
        carries_evidence=arguments.with_evidence,
    )


def _version_of(source: Source, wanted: str) -> SavedVersion:
    """The saved version of that id, or the last one of that name."""
    versions = source.content.all(SavedVersion)
    found = [version for version in versions if wanted in (version.id, version.name)]
    if not found:
        raise KnownError(
            "There is no saved version {name}. Nothing was written.",
            "Saved versions: {names}.",
            name=wanted,
            names=", ".join(version.name for version in versions) or "none",
        )
    return found[-1]


def _export_evidence(arguments: argparse.Namespace) -> int:
    """Write the folder with all evidence; each document that is missing is named."""
    target: Path = arguments.out
    with reading(arguments.file) as source, progress_line() as progress:
        report = picture(source, _options(arguments, source))
        rows = evidence_folder.write(report, source.files, target, progress)
    print(target)
    for row in rows:
        if row.missing:
            print(f"{row.mark}  {row.state}")
    return 0


def _form(arguments: argparse.Namespace) -> Format:
    """The form that the ending asks for; a Word note may have a house template, a PDF report the evidence inside."""
    form = registry.format_of(arguments.what, arguments.out.suffix)
    if arguments.with_evidence and (form.what, form.suffix) != ("report", ".pdf"):
        raise KnownError("Only the report in PDF form carries evidence.", "Use --what report and a name with .pdf.")
    if arguments.second_language and form.suffix != ".pdf":
        raise KnownError("Only PDFs are written in two languages.", "Use a name with .pdf, or one language.")
    if arguments.template is None:
        return form
    if (form.what, form.suffix) != ("note", ".docx"):
        raise KnownError("Only the note in Word form takes a template.", "Use --what note and a name with .docx.")
    from s3desk.formats.docx import note, template

    return note.NoteDocx(template.read(arguments.template))

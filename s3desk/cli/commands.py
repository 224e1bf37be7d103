"""What each command does. A command returns its exit code and prints its result on standard output."""

from __future__ import annotations

import argparse
import getpass
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages
from s3desk.catalogue.load import load
from s3desk.cli import support, workbooks
from s3desk.cli.progress import progress_line
from s3desk.domain.open_points import Situation
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, SavedVersion
from s3desk.formats import evidence_folder, incoming, names, registry, verifying
from s3desk.formats.format import Format
from s3desk.formats.pdf import rendering
from s3desk.operations.beginning import begin, begin_example
from s3desk.queries import carried, open_points
from s3desk.queries.files import missing_linked, not_included
from s3desk.queries.report import LAST_VERSION, NO_COMPARISON, Options, Source, gather, picture
from s3desk.workspace.files import create, open_workspace
from s3desk.workspace.workspace import Workspace

OUTPUTS = registry.OUTPUTS
EVIDENCE = "evidence"
"""The output that is a folder and not a file."""

PROFILES = tuple(profile.value for profile in Profile)
LANGUAGES = available_languages()

DEMO_OUTPUTS = (
    (Profile.OUTGOING, "report", ".pdf"),
    (Profile.INTERNAL, "report", ".pdf"),
    (Profile.INTERNAL, "workbook", ".xlsx"),
    (Profile.OUTGOING, "table12", ".xlsx"),
    (Profile.INTERNAL, "data", ".json"),
)


def demo(arguments: argparse.Namespace) -> int:
    """Write the worked example and its reports; an example file that is there already is kept and used."""
    folder: Path = arguments.out
    _make_folder(folder)
    path = folder / "valdoria-s3.s3desk"
    if not path.exists():
        begin_example(path, who=_who()).close()
    print(path)
    with _reading(path) as source:
        for profile, what, suffix in DEMO_OUTPUTS:
            report = picture(source, Options(profile))
            target = folder / names.file_name(report, what, suffix)
            with progress_line() as progress:
                registry.export(report, what, target, progress)
            print(target)
    return 0


def new(arguments: argparse.Namespace) -> int:
    """Make a new, empty assessment file."""
    begin(_with_suffix(arguments.file), who=_who()).close()
    print(_with_suffix(arguments.file))
    return 0


def info(arguments: argparse.Namespace) -> int:
    """Say what a file holds."""
    with _reading(arguments.file) as source:
        report = picture(source, Options(Profile.INTERNAL))
    facts = {
        "file": str(arguments.file),
        "territory": report.head.territory,
        "authority": report.head.authority,
        "check": report.head.check,
        "purpose": report.head.purpose,
        "status": report.head.step_words,
        "official_status": [f"{row.programme}: {row.words}" for row in report.head.programmes],
        "fulfilment": report.tally_words,
        "condition": report.condition_words,
        "answered": f"{report.answered} of {report.asked}",
        "evidence": len(source.content.all(Evidence)),
        "saved_versions": [version.name for version in source.content.all(SavedVersion)],
        "catalogue": f"{source.catalogue.id} {source.catalogue.version}",
        "check_code": report.check_code,
    }
    if arguments.json:
        _print_json(facts)
    else:
        for name, value in facts.items():
            shown = "; ".join(value) if isinstance(value, list) else value
            print(f"{name.replace('_', ' ').capitalize() + ':':18} {shown}")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """List the open points; 1 when there are any."""
    with _reading(arguments.file) as source:
        situation = Situation(source.catalogue, source.content, source.now.date(), source.missing_files)
        found = open_points.lines(situation, Language())
    if arguments.json:
        _print_json([_point(line) for line in found])
    else:
        for line in found:
            print(f"{'solve' if line.to_solve else 'check'}  {line.sentence}")
        solve = sum(line.to_solve for line in found)
        print(f"{solve} to solve, {len(found) - solve} to check" if found else "No open points.")
    return 1 if found else 0


def export(arguments: argparse.Namespace) -> int:
    """Write one output."""
    target: Path = arguments.out
    if arguments.what == EVIDENCE:
        return _export_evidence(arguments)
    form = _form(arguments)
    _refuse_to_replace(arguments.file, target, force=arguments.force)
    with _reading(arguments.file) as source:
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
    with _reading(arguments.file) as source, progress_line() as progress:
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


def import_data(arguments: argparse.Namespace) -> int:
    """Make an assessment file from a PDF report or data file, or bring a workbook back into its own file."""
    if arguments.into is not None:
        return workbooks.take_in(arguments.file, arguments.into, arguments.accept, who=_who())
    if arguments.accept is not None:
        raise KnownError("Only what a workbook proposes can be accepted.", "Use --accept together with --into.")
    target = _with_suffix(arguments.out)
    with progress_line() as progress:
        imported = incoming.read(arguments.file, progress)
        create(target, imported.catalogue, imported.records, who=_who(), stored=imported.stored).close()
    print(target)
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Recompute the check code of a report or data file; 1 when the file names another one."""
    verified = verifying.verify(arguments.file, Language())
    for sentence in verifying.sentences(verified, Language()):
        print(sentence)
    return 0 if verified.agrees else 1


def check_catalogue(arguments: argparse.Namespace) -> int:
    """Say what a catalogue folder holds, or every fault of it."""
    catalogue = load(arguments.folder)
    core = sum(question.core for question in catalogue.questions)
    print(f"{catalogue.id} {catalogue.version}: {len(catalogue.criteria)} criteria, ", end="")
    print(f"{len(catalogue.questions)} questions, {core} of them core. No faults.")
    print(f"Our wording: {', '.join(catalogue.wordings)}. Official wording: {', '.join(catalogue.official)}.")
    return 0


def request(arguments: argparse.Namespace) -> int:
    """List requests for support, start one, or write one."""
    if arguments.out is not None:
        _refuse_to_replace(arguments.file, arguments.out, force=arguments.force)
    return support.request(arguments, who=_who())


def self_test(_arguments: argparse.Namespace) -> int:
    """Make the example, write every form of every output, draw a page, open the report again and compare."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.s3desk"
        begin_example(path, who="self-test").close()
        with _reading(path) as source:
            for profile in Profile:
                report = picture(source, Options(profile))
                for what in OUTPUTS:
                    for suffix in registry.suffixes_of(what):
                        registry.export(report, what, Path(folder) / f"{profile.value}-{what}{suffix}")
                        print(f"good  {profile.value} {what} {suffix}")
        pages = rendering.pages_of((Path(folder) / "internal-report.pdf").read_bytes())
        pages.image(0, 1.0)
        print(f"good  {len(pages.sizes)} pages can be shown")
        _compare_round_trip(Path(folder))
    print("good  data came back equal")
    return 0


def _compare_round_trip(folder: Path) -> None:
    imported = incoming.read(folder / "internal-report.pdf")
    target = folder / "again.s3desk"
    create(target, imported.catalogue, imported.records, who="self-test", stored=imported.stored).close()
    with _reading(target) as source:
        again = picture(source, Options(Profile.INTERNAL))
    first = json.loads((folder / "internal-data.json").read_text("utf-8"))
    if {**first, **again.data} != first:
        raise KnownError("The data did not come back equal.", "Install S3 Desk again and repeat the test.")


@contextmanager
def _reading(path: Path) -> Iterator[Source]:
    """The content of a file; the file itself is only read."""
    with closing(open_workspace(path, who=_who(), read_only=True)) as workspace:
        yield gather(workspace, _missing(workspace))


def _missing(workspace: Workspace) -> frozenset[str]:
    return missing_linked(workspace.content) | not_included(workspace)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == ".s3desk" else path.with_name(path.name + ".s3desk")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise KnownError(
            "The folder {folder} could not be made.", "Name a folder that you may write to.", folder=str(folder)
        ) from reason


def _refuse_to_replace(source: Path, target: Path, *, force: bool) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise KnownError("The output would replace the assessment itself.", "Choose another name.")
    if target.exists() and not force:
        raise KnownError(
            "{name} exists already. Nothing was changed.",
            "Choose another name, or add --force to replace it.",
            name=target.name,
        )


def _point(line: open_points.OpenPointLine) -> dict[str, Any]:
    point = line.point
    spot = {
        key: getattr(point, f"{key}_id")
        for key in ("criterion", "question", "evidence", "action", "programme")
        if getattr(point, f"{key}_id")
    }
    return {"kind": point.kind.value, "to_solve": line.to_solve, "sentence": line.sentence, **spot}


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))

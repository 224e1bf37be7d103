"""What each command does. A command returns its exit code and prints its result on standard output."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.person import user_name
from s3desk.catalogue.load import load
from s3desk.cli import support, workbooks
from s3desk.cli.files import reading, refuse_to_replace
from s3desk.cli.progress import progress_line
from s3desk.domain.open_points import Situation
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, SavedVersion
from s3desk.formats import incoming, names, registry, verifying
from s3desk.operations.beginning import begin, begin_example
from s3desk.queries import open_points
from s3desk.queries.report import Options, picture
from s3desk.workspace.files import create

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
        begin_example(path, who=user_name()).close()
    print(path)
    with reading(path) as source:
        for profile, what, suffix in DEMO_OUTPUTS:
            report = picture(source, Options(profile))
            target = folder / names.file_name(report, what, suffix)
            with progress_line() as progress:
                registry.export(report, what, target, progress)
            print(target)
    return 0


def new(arguments: argparse.Namespace) -> int:
    """Make a new, empty assessment file."""
    begin(_with_suffix(arguments.file), who=user_name()).close()
    print(_with_suffix(arguments.file))
    return 0


def info(arguments: argparse.Namespace) -> int:
    """Say what a file holds."""
    with reading(arguments.file) as source:
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
    with reading(arguments.file) as source:
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


def import_data(arguments: argparse.Namespace) -> int:
    """Make an assessment file from a PDF report or data file, or bring a workbook back into its own file."""
    if arguments.into is not None:
        return workbooks.take_in(arguments.file, arguments.into, arguments.accept, who=user_name())
    if arguments.accept is not None:
        raise KnownError("Only what a workbook proposes can be accepted.", "Use --accept together with --into.")
    target = _with_suffix(arguments.out)
    with progress_line() as progress:
        imported = incoming.read(arguments.file, progress)
        create(target, imported.catalogue, imported.records, who=user_name(), stored=imported.stored).close()
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
        refuse_to_replace(arguments.file, arguments.out, force=arguments.force)
    return support.request(arguments, who=user_name())


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == ".s3desk" else path.with_name(path.name + ".s3desk")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise KnownError(
            "The folder {folder} could not be made.", "Name a folder that you may write to.", folder=str(folder)
        ) from reason


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

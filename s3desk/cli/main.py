"""The words of the command line and what an error looks like there: one sentence, one hint, exit code 2."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import s3desk
from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.cli import commands, exporting, self_test, support

COULD_NOT = 2

_FILE = "an assessment (.s3desk); it is only read"
_REPORT = "a PDF report, data file (JSON) or workbook that S3 Desk made; it is only read"
_INCOMING = "a PDF report, a data file (JSON) or, with --into, an internal workbook; it is only read"
_INTO = "the assessment that the workbook was made from; its differences are listed"
_ACCEPT = "with --into: take in all, none, or the differences of these numbers, such as 1,3,5-7"
_OUT_DEMO = "made when it is missing (default: s3desk-demo)"
_OUT_EXPORT = ".pdf, .docx, .xlsx, .json, .txt or .tsv; the ending decides the form; for evidence a new folder"
_PROFILE = "outgoing (the default) may leave the office; internal also holds ratings and comments"


def run(words: Sequence[str]) -> int:
    """Carry out one command; returns 0 done, 1 found something (check, verify), 2 could not."""
    _print_every_character()
    arguments = _parser().parse_args(words)
    language = Language(getattr(arguments, "language", "en"))
    try:
        return int(arguments.command(arguments))
    except KnownError as error:
        print(f"s3desk: {language.error(error)}", file=sys.stderr)
        if error.hint:
            print(language.hint(error), file=sys.stderr)
        return COULD_NOT
    except BrokenPipeError:
        sys.stderr.close()
        return COULD_NOT
    except OSError as reason:
        print(f"s3desk: The system refused: {reason}.", file=sys.stderr)
        print("Check the name, the folder and the free space.", file=sys.stderr)
        return COULD_NOT


def _print_every_character() -> None:
    """A terminal or pipe that cannot show a character gets its code; it must not stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="s3desk",
        description="Check a smart specialisation strategy against enabling condition 1.1. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"S3 Desk {s3desk.__version__}")
    found = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_file_commands(found)
    _add_export(found)
    _add_catalogue(found)
    _add_support(found)
    return parser


def _add_file_commands(found: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = found.add_parser("demo", help="write the worked example and its reports into a folder")
    demo.add_argument("--out", type=Path, default=Path("s3desk-demo"), metavar="DIR", help=_OUT_DEMO)
    demo.set_defaults(command=commands.demo)

    new = found.add_parser("new", help="make a new, empty assessment file")
    new.add_argument("file", type=Path, metavar="FILE", help="the file to make; it must not exist yet")
    new.set_defaults(command=commands.new)

    info = found.add_parser("info", help="say what a file holds")
    info.add_argument("file", type=Path, metavar="FILE", help=_FILE)
    info.add_argument("--json", action="store_true", help="as JSON")
    info.set_defaults(command=commands.info)

    check = found.add_parser("check", help="list the open points; exit code 1 when there are any")
    check.add_argument("file", type=Path, metavar="FILE", help=_FILE)
    check.add_argument("--json", action="store_true", help="as JSON")
    check.set_defaults(command=commands.check)

    taken = found.add_parser("import", help="make an assessment from a report or data file, or take a workbook back")
    taken.add_argument("file", type=Path, metavar="FILE", help=_INCOMING)
    place = taken.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", type=Path, metavar="NEW.s3desk", help="the assessment to make")
    place.add_argument("--into", type=Path, metavar="FILE.s3desk", help=_INTO)
    taken.add_argument("--accept", metavar="WHICH", help=_ACCEPT)
    taken.set_defaults(command=commands.import_data)

    verify = found.add_parser("verify", help="recompute the check code and compare; exit code 1 when it differs")
    verify.add_argument("file", type=Path, metavar="FILE", help=_REPORT)
    verify.set_defaults(command=commands.verify)

    proof = found.add_parser("self-test", help="try the installed program from end to end")
    proof.set_defaults(command=self_test.self_test)


def _add_export(found: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = found.add_parser("export", help="write a report, note, Table 12, workbook, data file or the evidence")
    export.add_argument("file", type=Path, metavar="FILE", help=_FILE)
    export.add_argument("--what", required=True, choices=(*exporting.OUTPUTS, exporting.EVIDENCE), help="what to write")
    export.add_argument("--profile", choices=exporting.PROFILES, default=exporting.PROFILES[0], help=_PROFILE)
    export.add_argument("--language", choices=exporting.LANGUAGES, default="en", help="of headings and official text")
    export.add_argument("--second-language", choices=exporting.LANGUAGES, help="a bilingual PDF: headings in both")
    compared = export.add_mutually_exclusive_group()
    compared.add_argument("--compare-with", metavar="NAME", help="a saved version (default: the last one)")
    compared.add_argument("--no-comparison", action="store_true", help="say nothing about earlier versions")
    export.add_argument("--out", type=Path, required=True, metavar="PATH", help=_OUT_EXPORT)
    export.add_argument("--no-attachments", action="store_true", help="a PDF report without workbook and data inside")
    export.add_argument("--with-evidence", action="store_true", help="a PDF report with the stored copies inside")
    export.add_argument("--template", type=Path, metavar="FILE", help="a Word file whose styles the note takes over")
    export.add_argument("--force", action="store_true", help="replace PATH when it exists")
    export.set_defaults(command=exporting.export)


def _add_catalogue(found: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    catalogue = found.add_parser("catalogue", help="work on a set of criteria and questions")
    inner = catalogue.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check = inner.add_parser("check", help="list every fault of a catalogue folder with file and line")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that holds catalogue.yaml")
    check.set_defaults(command=commands.check_catalogue)


def _add_support(found: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    request = found.add_parser("request", help="list, start or write requests for support")
    request.add_argument("file", type=Path, metavar="FILE", help="an assessment (.s3desk); only --new changes it")
    request.add_argument("--list", action="store_true", help="list all requests (what happens without other options)")
    request.add_argument("--new", metavar="KIND", help="start a request of this kind, such as matchmaking-text")
    request.add_argument("--for", dest="spot", default="", metavar="SPOT", help="a criterion or question, such as 7.2")
    request.add_argument("--title", default="", help="what is asked for, in a few words")
    request.add_argument("--language", choices=exporting.LANGUAGES, default="en", help="of a new request")
    request.add_argument("--request", default="", metavar="R-01", help="which request is written (default: the last)")
    request.add_argument("--out", type=Path, metavar="PATH", help=".docx, .pdf, .txt, or .eml for a mail draft")
    request.add_argument("--force", action="store_true", help="replace PATH when it exists")
    request.set_defaults(command=commands.request)

    services = found.add_parser("services", help="work on services and forms")
    inner = services.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check = inner.add_parser("check", help="list every fault of services with file and line")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with services (*.yaml), or one such file")
    check.set_defaults(command=support.check_services)

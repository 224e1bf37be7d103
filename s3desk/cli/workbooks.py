"""A filled-in workbook on the command line: its differences as a list, and those that are accepted taken in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.cli.progress import progress_line
from s3desk.formats.gate import printable
from s3desk.operations.proposing import take_proposals
from s3desk.queries.marking import Runs, plain
from s3desk.queries.proposals import ProposalPicture, ProposalRow
from s3desk.queries.report import gather
from s3desk.workspace.files import open_workspace

ALL, NONE = "all", "none"

_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_LOOK = "Run the command without --accept to see the list."


def take_in(source: Path, file: Path, accept: str | None, *, who: str) -> int:
    """Print what a workbook proposes to its own file, and take in what is accepted; without that, nothing."""
    from s3desk.formats.excel import coming_back

    writes = accept not in (None, NONE)
    with closing(open_workspace(file, who=who, read_only=not writes)) as workspace:
        with progress_line() as progress:
            picture = coming_back.proposed(coming_back.read(source, progress), gather(workspace), Language())
        for line in _lines(picture):
            print(line)
        if accept is None and picture.rows:
            print("Nothing was changed. Add --accept all, --accept none or, for example, --accept 1,3,5-7.")
            return 0
        taken = _accepted(picture.rows, NONE if accept is None else accept) if picture.rows else ()
        if taken:
            take_proposals(workspace, picture.workbook, [row.proposal for row in taken])
        print(f"{_counted(len(taken), 'change')} taken." if taken else "Nothing was changed.")
    return 0


def _lines(picture: ProposalPicture) -> Iterator[str]:
    yield printable(picture.about)
    yield from map(printable, picture.notes)
    number = 0
    for group in picture.groups:
        yield from ("", group.title)
        for row in group.rows:
            number += 1
            mark = "*" if row.overtaken else " "
            where = f"{row.spot:5} {row.field}"
            yield f"{number:4}{mark} {printable(where)}: {_side(row.before)} -> {_side(row.after)}"
    if any(row.overtaken for row in picture.rows):
        yield from ("", "*  The file was changed here too, after the workbook was written.")
    if picture.refused:
        yield from ("", "Cannot be taken")
        for cell in picture.refused:
            yield printable(f"      {cell.place}: {cell.reason} {cell.remedy}")
    yield from ("", f"{_counted(len(picture.rows), 'difference')}, {_counted(len(picture.refused), 'cell')} refused.")


def _side(pieces: Runs) -> str:
    return printable(plain(pieces)).strip() or "(empty)"


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _accepted(rows: tuple[ProposalRow, ...], accept: str) -> tuple[ProposalRow, ...]:
    """The rows that "all", "none" or a list of numbers names."""
    if accept in (ALL, NONE):
        return rows if accept == ALL else ()
    wanted: set[int] = set()
    for part in accept.split(","):
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            raise KnownError("“{part}” is not a number of the list. Nothing was changed.", _LOOK, part=part[:20])
        wanted.update(range(int(found[1]), int(found[2] or found[1]) + 1))
    if unknown := sorted(wanted - set(range(1, len(rows) + 1))):
        raise KnownError("There is no difference {number}. Nothing was changed.", _LOOK, number=unknown[0])
    return tuple(row for number, row in enumerate(rows, start=1) if number in wanted)

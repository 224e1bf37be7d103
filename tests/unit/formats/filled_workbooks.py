"""Workbooks as colleagues send them back: written by us, then filled in and saved by another program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.domain.records import Assessment, Record
from s3desk.formats import registry
from s3desk.formats.excel import coming_back
from s3desk.queries.marking import plain
from s3desk.queries.proposals import ProposalPicture
from s3desk.queries.report import gather
from s3desk.workspace.workspace import Workspace
from tests.builders import picture_of, workspace_of
from tests.valdoria import full_records, stored_bytes


def identified(records: Iterable[Record], identity: str = "valdoria") -> tuple[Record, ...]:
    """The records of a file that has an identity, as every file has that was begun with the program."""
    return tuple(replace(one, identity=identity) if isinstance(one, Assessment) else one for one in records)


def valdoria(folder: Path) -> Workspace:
    """The whole example with an identity."""
    return workspace_of(folder, identified(full_records()), stored_bytes())


def sent(workspace: Workspace, path: Path, profile: Profile = Profile.INTERNAL, language: str = "en") -> Path:
    """The workbook as we write it."""
    registry.export(picture_of(workspace, profile, language), "workbook", path)
    return path


def fill_in(source: Path, target: Path, cells: Mapping[str, Any]) -> Path:
    """The workbook with other values in cells such as "Answers!C5", saved by another program."""
    book = load_workbook(source)
    for place, value in cells.items():
        title, _, cell = place.rpartition("!")
        book[title][cell] = value
    book.save(target)
    return target


def sent_and_filled(folder: Path, cells: Mapping[str, Any]) -> Path:
    """The example as a closed file; beside it its workbook as `sent.xlsx` and, filled in, as `filled.xlsx`."""
    workspace = valdoria(folder)
    sent(workspace, folder / "sent.xlsx")
    workspace.close()
    fill_in(folder / "sent.xlsx", folder / "filled.xlsx", cells)
    return workspace.path


def proposed(path: Path, workspace: Workspace, language: str = "en") -> ProposalPicture:
    """What a workbook proposes."""
    return coming_back.proposed(coming_back.read(path), gather(workspace), Language(language))


def shown(picture: ProposalPicture) -> list[tuple[str, str, str, str]]:
    """The differences as people read them: where, field, before, after."""
    return [(row.spot, row.field, plain(row.before), plain(row.after)) for row in picture.rows]

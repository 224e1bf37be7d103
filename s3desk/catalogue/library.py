"""The library: terms of the field, the law in short, and what to read on each criterion. Data, in our own words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.basics.resources import resource
from s3desk.catalogue.faults import Fault
from s3desk.catalogue.files import Folder, refused
from s3desk.catalogue.services import Texts

_SCHEMA = "library.schema.json"
_FAULTY = message("The library in {folder} has {count} faults:\n{faults}")
_GROUPS = ("terms", "law", "readings")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the field and what it means."""

    id: str
    term: Texts
    text: Texts


@dataclass(frozen=True, slots=True)
class LawPoint:
    """One rule in short; `checked` is False while it was not compared with the Official Journal."""

    id: str
    title: Texts
    text: Texts
    reference: str
    checked: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One publication; `criteria` by id, none where it is about all of them."""

    id: str
    title: str
    criteria: tuple[str, ...]
    note: Texts
    link: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """All of it."""

    terms: tuple[Term, ...]
    law: tuple[LawPoint, ...]
    readings: tuple[Reading, ...]


@cache
def shipped_library() -> Library:
    """The library that ships with the program; it was checked before it left."""
    found = Folder(resource("library"))
    found.parse(_files_of(found.path))
    return _made(found)


def load_library(folder: Path) -> Library:
    """The library of a folder. Raises `KnownError` that lists every fault with file and line."""
    if not folder.is_dir():
        raise KnownError("{folder} is not a folder.", "Name the folder that holds the library.", folder=str(folder))
    found = Folder(folder)
    found.parse(_files_of(folder))
    if not found.files and not found.faults:
        found.faults.append(Fault(folder.name, 1, "there is no file (*.yaml)"))
    for name in found.files:
        found.check_shape(name, _SCHEMA, "file")
    if not found.faults:
        _check_ids(found)
    return _made(found)


def _files_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _made(found: Folder) -> Library:
    if found.faults:
        raise refused(_FAULTY, found.path.resolve().name, found.faults)
    plain: dict[str, list[dict[str, Any]]] = {
        group: [one for content in found.files.values() for one in content.get(group, ())] for group in _GROUPS
    }
    readings = [{**one, "criteria": tuple(one["criteria"])} for one in plain["readings"]]
    return Library(
        tuple(Term(**one) for one in plain["terms"]),
        tuple(LawPoint(**one) for one in plain["law"]),
        tuple(Reading(**one) for one in readings),
    )


def _check_ids(found: Folder) -> None:
    seen: set[str] = set()
    for name, content in found.files.items():
        for group in _GROUPS:
            for place, one in enumerate(content.get(group, ())):
                if one["id"] in seen:
                    found.blame(name, (group, place, "id"), f"{one['id']!r} stands twice")
                seen.add(one["id"])

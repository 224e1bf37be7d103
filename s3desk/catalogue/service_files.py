"""Reads services and forms from their files, and writes them as one. A file holds services, forms, or both."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.basics.resources import resource
from s3desk.catalogue.faults import Fault
from s3desk.catalogue.files import Folder, refused
from s3desk.catalogue.services import Choice, Fit, FormField, FormSection, RequestForm, Service, Services

_SCHEMA = "services.schema.json"
_FAULTY = message("The services in {folder} have {count} faults:\n{faults}")


@cache
def shipped_services() -> Services:
    """The services and forms that ship with the program; they were checked before they left."""
    found = Folder(resource("services"))
    found.parse(_files_of(found.path))
    return _made(found, own=False)


def load_services(folder: Path) -> Services:
    """The services of all YAML files in a folder. Raises `KnownError` that lists every fault with file and line."""
    if not folder.is_dir():
        raise KnownError("{folder} is not a folder.", "Name the folder that holds the services.", folder=str(folder))
    return _load(folder, _files_of(folder), own=False)


def read_services(path: Path) -> Services:
    """The services of one file that somebody keeps or sent; each is marked as the user's own."""
    return _load(path.parent, [path], own=True)


def as_yaml(plain: Iterable[Mapping[str, Any]]) -> str:
    """Services and forms, as they were written, as the text of one file."""
    import yaml

    given = list(plain)
    whole: dict[str, Any] = {"format": 1}
    services = [dict(one) for one in given if "sections" not in one]
    forms = [dict(one) for one in given if "sections" in one]
    whole |= {"services": services} if services else {}
    whole |= {"forms": forms} if forms else {}
    written = io.StringIO()
    plain_dumper = type("PlainDumper", (yaml.SafeDumper,), {"ignore_aliases": lambda *_: True})
    yaml.dump(whole, written, plain_dumper, allow_unicode=True, sort_keys=False, width=110)
    return written.getvalue()


def _files_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("**/*.yaml"))


def _load(folder: Path, paths: Sequence[Path], *, own: bool) -> Services:
    found = Folder(folder)
    found.parse(paths)
    if not paths:
        found.faults.append(Fault(folder.name, 1, "there is no file with services (*.yaml)"))
    for name in found.files:
        found.check_shape(name, _SCHEMA, "file")
    if not found.faults:
        _check_between(found)
    return _made(found, own=own)


def _made(found: Folder, *, own: bool) -> Services:
    if found.faults:
        raise refused(_FAULTY, found.path.resolve().name, found.faults)
    services = [plain for content in found.files.values() for plain in content.get("services", ())]
    forms = [plain for content in found.files.values() for plain in content.get("forms", ())]
    return Services(
        tuple(_service(plain, own=own) for plain in services),
        tuple(_form(plain) for plain in forms),
        {plain["id"]: plain for plain in (*services, *forms)},
    )


def _check_between(found: Folder) -> None:
    """Ids stand once, cut-offs are days, each field with choices has them, the needed choice exists."""
    seen: set[str] = set()
    for name, content in found.files.items():
        for group in ("services", "forms"):
            for place, plain in enumerate(content.get(group, ())):
                if plain["id"] in seen:
                    found.blame(name, (group, place, "id"), f"{plain['id']!r} stands twice")
                seen.add(plain["id"])
                for way, text in _faults_within(plain):
                    found.blame(name, (group, place, *way), text)


def _faults_within(plain: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, day in enumerate(plain.get("cut_offs", ())):
        try:
            date.fromisoformat(day)
        except ValueError:
            yield ("cut_offs", number), f"{day!r} is no day"
    seen: set[str] = set()
    for place, section in enumerate(plain.get("sections", ())):
        for number, one in enumerate(section["fields"]):
            way = ("sections", place, "fields", number)
            if one["id"] in seen:
                yield (*way, "id"), f"{one['id']!r} stands twice"
            seen.add(one["id"])
            if (one.get("kind") in ("choice", "several")) != ("choices" in one):
                yield way, "a field of kind choice or several has choices, others have none"
            elif "needs" in one and one["needs"] not in {choice["id"] for choice in one.get("choices", ())}:
                yield (*way, "needs"), f"{one['needs']!r} is none of the choices"


def _service(plain: Mapping[str, Any], *, own: bool) -> Service:
    cut_offs = tuple(date.fromisoformat(day) for day in plain.get("cut_offs", ()))
    fits = tuple(
        Fit(tuple(fit.get("criteria", ())), tuple(fit.get("questions", ())), fit.get("from_distance", 1), fit["reason"])
        for fit in plain["fits"]
    )
    same = {key: plain[key] for key in ("id", "provider", "as_of", "source", "link", "contact")}
    texts = {key: plain[key] for key in ("title", "what", "who", "gives", "how", "when", "unknown")}
    return Service(**same, **texts, form=plain.get("form", ""), cut_offs=cut_offs, fits=fits, own=own)


def _form(plain: Mapping[str, Any]) -> RequestForm:
    sections = tuple(
        FormSection(section["title"], tuple(_field(one) for one in section["fields"])) for section in plain["sections"]
    )
    return RequestForm(plain["id"], plain["title"], plain["about"], plain.get("check", ""), sections)


def _field(plain: Mapping[str, Any]) -> FormField:
    choices = tuple(Choice(one["id"], one["label"]) for one in plain.get("choices", ()))
    return FormField(**{**plain, "choices": choices})

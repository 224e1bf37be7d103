"""Services that help a region, and the guided forms by which they are asked for: data of ours and of the user.

A file holds services, forms, or both; texts are written by language. What the user keeps overrides ours by id.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.basics.resources import resource
from s3desk.catalogue.faults import Fault
from s3desk.catalogue.files import Folder, refused
from s3desk.catalogue.model import Catalogue

Texts = Mapping[str, str]
FieldKind = Literal["line", "text", "choice", "several", "evidence"]

_SCHEMA = "services.schema.json"
_FAULTY = message("The services in {folder} have {count} faults:\n{faults}")


def said(texts: Texts, language: str) -> str:
    """A text in a language; in English, or else in the first language written, where it is missing there."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a service helps: criteria or questions by id, gaps from a distance on, and the sentence that says why."""

    criteria: tuple[str, ...]
    questions: tuple[str, ...]
    from_distance: int
    reason: Texts


@dataclass(frozen=True, slots=True)
class Service:
    """One offer of help, as it was known at `as_of` (a month or a day). `form` is how it is asked for, "" elsewhere."""

    id: str
    provider: str
    form: str
    title: Texts
    what: Texts
    who: Texts
    gives: Texts
    how: Texts
    when: Texts
    unknown: Texts
    cut_offs: tuple[date, ...]
    as_of: str
    source: str
    link: str
    contact: str
    fits: tuple[Fit, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a field offers."""

    id: str
    label: Texts


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form. `prefill` names the rule that fills it, `needs` the choice that the self-check asks for.

    `limit` counts characters with spaces; 0 where no limit is known. `limit_source` says who set it.
    """

    id: str
    label: Texts
    help: Texts = field(default_factory=dict)
    kind: FieldKind = "text"
    choices: tuple[Choice, ...] = ()
    needs: str = ""
    limit: int = 0
    limit_source: str = ""
    required: bool = False
    prefill: str = ""


@dataclass(frozen=True, slots=True)
class FormSection:
    """Fields under a common heading."""

    title: Texts
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class RequestForm:
    """A guided form; `check` names what is examined beyond empty and too long fields."""

    id: str
    title: Texts
    about: Texts
    check: str
    sections: tuple[FormSection, ...]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All fields in order."""
        return tuple(one for section in self.sections for one in section.fields)


@dataclass(frozen=True)
class Services:
    """All services and forms; `plain` holds each as it was written, by id."""

    services: tuple[Service, ...] = ()
    forms: tuple[RequestForm, ...] = ()
    plain: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)

    def service(self, service_id: str) -> Service | None:
        """The service of that id, or None: an assessment may name one that only a colleague keeps."""
        return next((one for one in self.services if one.id == service_id), None)

    def form(self, form_id: str) -> RequestForm | None:
        """The form of that id, or None."""
        return next((one for one in self.forms if one.id == form_id), None)

    def overridden_by(self, own: Services) -> Services:
        """These with the user's own in the place of those with the same id, and the new ones after them."""
        return Services(
            _overridden(self.services, own.services),
            _overridden(self.forms, own.forms),
            {**self.plain, **own.plain},
        )


@cache
def shipped_services() -> Services:
    """The services and forms that ship with the program."""
    return load_services(resource("services"))


def load_services(folder: Path) -> Services:
    """The services of all YAML files in a folder. Raises `KnownError` that lists every fault with file and line."""
    if not folder.is_dir():
        raise KnownError("{folder} is not a folder.", "Name the folder that holds the services.", folder=str(folder))
    return _load(folder, sorted(folder.glob("**/*.yaml")), own=False)


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


def unknown_spots(services: Services, catalogue: Catalogue) -> tuple[str, ...]:
    """What services name that the catalogue does not have: criteria and questions."""
    criteria = {criterion.id for criterion in catalogue.criteria}
    named = [
        (service.id, spot)
        for service in services.services
        for fit in service.fits
        for spot in (*fit.criteria, *fit.questions)
    ]
    return tuple(f"{service}: {spot}" for service, spot in named if spot not in criteria and not catalogue.knows(spot))


def _load(folder: Path, paths: Sequence[Path], *, own: bool) -> Services:
    found = Folder(folder)
    found.parse(paths)
    if not paths:
        found.faults.append(Fault(folder.name, 1, "there is no file with services (*.yaml)"))
    for name in found.files:
        found.check_shape(name, _SCHEMA, "file")
    if not found.faults:
        _check_between(found)
    if found.faults:
        raise refused(_FAULTY, folder.resolve().name, found.faults)
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


def _overridden(ours: tuple[Any, ...], own: tuple[Any, ...]) -> tuple[Any, ...]:
    by_id = {one.id: one for one in own}
    known = {one.id for one in ours}
    return (*(by_id.get(one.id, one) for one in ours), *(one for one in own if one.id not in known))

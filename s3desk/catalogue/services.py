"""Services that help a region, and the guided forms by which they are asked for: data of ours and of the user.

Texts are written by language. What the user keeps overrides ours by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from s3desk.catalogue.model import Catalogue

Texts = Mapping[str, str]
FieldKind = Literal["line", "text", "choice", "several", "evidence"]


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


def _overridden(ours: tuple[Any, ...], own: tuple[Any, ...]) -> tuple[Any, ...]:
    by_id = {one.id: one for one in own}
    known = {one.id for one in ours}
    return (*(by_id.get(one.id, one) for one in ours), *(one for one in own if one.id not in known))

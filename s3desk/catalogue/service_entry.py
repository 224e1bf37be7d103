"""A service as a form shows it, in one language, and back into the plain values that are kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from s3desk.catalogue.services import Service, Texts, said

LONGEST_LINE, LONGEST_TEXT = 300, 3000
"""As in `services.schema.json`."""
_TEXTS = ("title", "what", "who", "gives", "how", "when", "unknown")
_LINES = ("provider", "source", "link", "contact")
_ID_LENGTH = 48


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """What can be written about a service. `as_of` is a month as "2026-11"; `reason` says why it fits `criteria`."""

    title: str
    provider: str
    what: str
    who: str = ""
    gives: str = ""
    how: str = ""
    when: str = ""
    unknown: str = ""
    cut_offs: tuple[date, ...] = ()
    as_of: str = ""
    source: str = ""
    link: str = ""
    contact: str = ""
    form: str = ""
    criteria: tuple[str, ...] = ()
    reason: str = ""


def entry_of(service: Service, language: str) -> ServiceEntry:
    """A service in one language."""
    fit = next((one for one in service.fits if one.criteria), None)
    return ServiceEntry(
        **{key: said(getattr(service, key), language) for key in _TEXTS},
        **{key: getattr(service, key) for key in _LINES},
        cut_offs=service.cut_offs,
        as_of=service.as_of[:7],
        form=service.form,
        criteria=fit.criteria if fit else (),
        reason=said(fit.reason, language) if fit else "",
    )


def finer_rules(service: Service) -> int:
    """How many rules of a service are about single questions: a form leaves them as they are."""
    return sum(not one.criteria for one in service.fits)


def plain_of(
    entry: ServiceEntry, language: str, before: Mapping[str, Any] | None, taken: Collection[str]
) -> dict[str, Any]:
    """The plain values of an entry. `before` is what it was made from; a new one gets an id that is not `taken`.

    A text that was changed is kept in this language alone: what stood there in another one may no longer be true.
    """
    old = before or {}
    plain: dict[str, Any] = {"id": old.get("id") or _new_id(entry.title, taken)}
    plain |= {key: getattr(entry, key) for key in _LINES}
    plain |= {key: _texts(old.get(key, {}), getattr(entry, key), language) for key in _TEXTS}
    plain |= {"form": entry.form} if entry.form else {}
    plain |= {"cut_offs": [day.isoformat() for day in entry.cut_offs]} if entry.cut_offs else {}
    known_as_of = str(old.get("as_of", ""))
    plain["as_of"] = known_as_of if known_as_of[:7] == entry.as_of else entry.as_of
    plain["fits"] = _fits(old.get("fits", ()), entry, language)
    return plain


def _texts(old: Texts, new: str, language: str) -> dict[str, str]:
    if new == said(old, language):
        return dict(old)
    return {language: new} if new else {}


def _fits(old: Sequence[Mapping[str, Any]], entry: ServiceEntry, language: str) -> list[dict[str, Any]]:
    """The rules with the criteria of the entry in the first that names criteria; without any that one goes."""
    place = next((place for place, fit in enumerate(old) if fit.get("criteria")), len(old))
    before = dict(old[place]) if place < len(old) else {}
    changed = {
        **before,
        "criteria": list(entry.criteria),
        "reason": _texts(before.get("reason", {}), entry.reason, language),
    }
    others = [dict(fit) for number, fit in enumerate(old) if number != place]
    return [*others[:place], *([changed] if entry.criteria else []), *others[place:]]


def _new_id(title: str, taken: Collection[str]) -> str:
    """An id that says what it is about, in the letters that an id may have."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:_ID_LENGTH].strip("-")
    first = f"own-{words}".rstrip("-")
    return next(found for number in range(1, len(taken) + 3) if (found := _numbered(first, number)) not in taken)


def _numbered(word: str, number: int) -> str:
    return word if number == 1 else f"{word}-{number}"

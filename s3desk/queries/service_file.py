"""What a file with services holds, in words, before anything of it is taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.services import Service, Services, said
from s3desk.queries.support import as_of_words


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """One service or form of the file: what it is, where it leads, and what taking it would do."""

    id: str
    title: str
    about: str
    effect: str
    new: bool


def offered(found: Services, known: Services, own: Collection[str], language: Language) -> tuple[OfferedLine, ...]:
    """Every service, then every form of a file; `own` are the ids that the user keeps already."""
    form = language.text("Form for requests")
    entries = [(one.id, said(one.title, language.code), _about(one, language)) for one in found.services]
    entries += [(one.id, said(one.title, language.code), form) for one in found.forms]
    return tuple(_line(*entry, found, known, own, language) for entry in entries)


def _about(service: Service, language: Language) -> str:
    known = ". ".join(part for part in (service.provider, as_of_words(service.as_of, language)) if part)
    where = " ".join(part for part in (service.link, service.contact) if part)
    return "\n".join(part for part in (f"{known}.", said(service.what, language.code), where) if part)


def _line(
    key: str, title: str, about: str, found: Services, known: Services, own: Collection[str], language: Language
) -> OfferedLine:
    if found.plain[key] == known.plain.get(key):
        return OfferedLine(key, title, about, language.text("You have it already."), new=False)
    if key in own:
        effect = language.text("It replaces your own version.")
    elif key in known.plain:
        effect = language.text("It is shown instead of ours.")
    else:
        effect = language.text("It is new.")
    return OfferedLine(key, title, about, effect, new=True)

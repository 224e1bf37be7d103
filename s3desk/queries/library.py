"""The library as it is shown: terms, the law, reading by criterion, own good practices; searched by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from s3desk.basics.language import Language
from s3desk.catalogue.library import LawPoint, Library
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.service_files import shipped_services
from s3desk.catalogue.services import Service, Services, said
from s3desk.domain.content import Content
from s3desk.domain.folding import fold, words_of
from s3desk.domain.requests import SupportRequest, request_number
from s3desk.queries import words
from s3desk.queries.support import as_of_words, to_check

Kept = Literal["", "ours", "own", "instead"]

SERVICES = "services"
"""The group of the services."""
GOOD_PRACTICE = "good-practice"
"""The form whose requests are the own good practices."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One entry. `note` says where it is from or what is not certain; `criteria` are numbers, none for all.

    `service_id` names a service that can be asked for here, `request_id` a request of the assessment. `kept` is ""
    for what is no service, else "ours", "own", or "instead" for an own version of ours.
    """

    id: str
    title: str
    text: str
    note: str
    link: str = ""
    criteria: tuple[int, ...] = ()
    request_id: str = ""
    service_id: str = ""
    kept: Kept = ""


@dataclass(frozen=True, slots=True)
class LibraryGroup:
    """Entries of one kind."""

    id: str
    title: str
    entries: tuple[LibraryEntry, ...]

    def anchor(self, entry: LibraryEntry) -> str:
        """The name of the place of an entry: a service and a term may have the same id."""
        return anchor(self.id, entry.id)


def anchor(group_id: str, entry_id: str) -> str:
    """The name of a place in the library, for links that lead there."""
    return f"{group_id}-{entry_id}"


def picture(
    library: Library,
    services: Services,
    catalogue: Catalogue,
    content: Content,
    language: Language,
    wanted: str = "",
) -> tuple[LibraryGroup, ...]:
    """All groups with the entries that hold every word wanted; groups without one are left out."""
    groups = (
        LibraryGroup(SERVICES, language.text("Services"), _services(services, language)),
        LibraryGroup("terms", language.text("Terms"), _terms(library, language)),
        LibraryGroup("law", language.text("The law in short"), _law(library, language)),
        LibraryGroup("readings", language.text("Reading list"), _readings(library, catalogue, language)),
        LibraryGroup("practices", language.text("Own good practices"), _practices(content, language)),
    )
    found = (LibraryGroup(one.id, one.title, _searched(one.entries, wanted)) for one in groups)
    return tuple(group for group in found if group.entries)


def _services(services: Services, language: Language) -> tuple[LibraryEntry, ...]:
    return tuple(_service(one, services, language) for one in services.services)


def _service(service: Service, services: Services, language: Language) -> LibraryEntry:
    """All that is known of a service in one text; what nobody knows is said, too."""
    text, code = language.text, language.code
    parts = (
        said(service.what, code),
        text("Who may ask: {who}", who=said(service.who, code)) if said(service.who, code) else "",
        text("What you get: {gives}", gives=said(service.gives, code)) if said(service.gives, code) else "",
        text("How: {how}", how=said(service.how, code)) if said(service.how, code) else "",
        text("When: {when}", when=said(service.when, code)) if said(service.when, code) else "",
        text("Contact: {contact}", contact=service.contact) if service.contact else "",
        text("Not known to us: {unknown}", unknown=said(service.unknown, code)) if said(service.unknown, code) else "",
    )
    kept: Kept = "ours" if not service.own else "instead" if shipped_services().service(service.id) else "own"
    own = {"own": text("Your own entry"), "instead": text("Your version")}.get(kept, "")
    source = text("Source: {source}", source=service.source) if service.source else ""
    note = ". ".join(part for part in (service.provider, own, as_of_words(service.as_of, language), source) if part)
    return LibraryEntry(
        service.id,
        said(service.title, code),
        "\n".join(part for part in parts if part),
        f"{note}. {to_check(language)}",
        service.link,
        service_id=service.id if services.form(service.form) else "",
        kept=kept,
    )


def _terms(library: Library, language: Language) -> tuple[LibraryEntry, ...]:
    entries = [
        LibraryEntry(one.id, said(one.term, language.code), said(one.text, language.code), "") for one in library.terms
    ]
    return tuple(sorted(entries, key=lambda entry: entry.title.casefold()))


def _law(library: Library, language: Language) -> tuple[LibraryEntry, ...]:
    return tuple(
        LibraryEntry(
            one.id, said(one.title, language.code), said(one.text, language.code), _law_note(one, language), one.link
        )
        for one in library.law
    )


def _law_note(point: LawPoint, language: Language) -> str:
    if point.checked:
        return point.reference
    return language.text("{reference}. To be compared with the Official Journal.", reference=point.reference)


def _readings(library: Library, catalogue: Catalogue, language: Language) -> tuple[LibraryEntry, ...]:
    numbers = {criterion.id: criterion.number for criterion in catalogue.criteria}
    found = []
    for one in library.readings:
        criteria = tuple(sorted(numbers[key] for key in one.criteria if key in numbers))
        about = words.names([str(number) for number in criteria])
        note = language.text("Criteria: {numbers}", numbers=about) if about else language.text("All criteria")
        found.append(LibraryEntry(one.id, one.title, said(one.note, language.code), note, one.link, criteria))
    return tuple(found)


def _practices(content: Content, language: Language) -> tuple[LibraryEntry, ...]:
    return tuple(
        LibraryEntry(one.id, one.title, one.result, f"{request_number(one)}, {words.stage(one.stage, language)}",
                     request_id=one.id)
        for one in content.all(SupportRequest)
        if one.form == GOOD_PRACTICE
    )  # fmt: skip


def _searched(entries: tuple[LibraryEntry, ...], wanted: str) -> tuple[LibraryEntry, ...]:
    parts = words_of(wanted)
    folded = ((entry, fold(f"{entry.title} {entry.text} {entry.note}")) for entry in entries)
    return tuple(entry for entry, text in folded if all(part in text for part in parts))

"""Find: every text of an assessment that holds the words looked for, grouped by kind, with the spot it stands at.

All texts are kept in folded form and read through at each search. With 2 000 questions this takes a few
milliseconds, finds parts of long words too, and there is no query language that a text could break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.own_services import usable_services
from s3desk.catalogue.services import Services
from s3desk.domain.content import Content
from s3desk.domain.folding import words_of
from s3desk.domain.records import RECORD_KINDS, Record
from s3desk.queries.found_entries import GROUPS, Entry, Group, catalogue_entries, entries_of
from s3desk.queries.found_library import library_entries
from s3desk.queries.marking import Runs, excerpt, found, plain
from s3desk.queries.spots import Spot

Ranked = tuple[list[Entry], list[Entry], list[Entry]]

MOST = 25
"""Rows shown of one group; more words find the rest."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One text that was found: where it stands, which of its texts it is, and the part with the words."""

    title: Runs
    what: str
    text: Runs
    spot: Spot
    spoken: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The texts of one kind that were found; `name` says how many there are."""

    name: str
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: `asked` says whether there was anything to look for."""

    asked: bool
    groups: tuple[FoundGroup, ...] = ()


class Finder:
    """Looks through one assessment. Texts are folded once, those of records again when the record changes."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self._language = language
        self._of_catalogue = tuple(catalogue_entries(catalogue, language))
        self._services: Services | None = None
        self._of_library: tuple[Entry, ...] = ()
        self._library()
        self._of_records: dict[tuple[type[Record], str], tuple[Record, tuple[Entry, ...]]] = {}

    def find(self, content: Content, typed: str) -> Found:
        """Every text that holds all words of what was typed, the closest first in each group.

        One letter is no question yet: nearly every text holds it.
        """
        words = words_of(typed)
        if not words or (len("".join(words)) == 1 and words[0].isascii()):
            return Found(asked=False)
        groups: dict[Group, Ranked] = {group: ([], [], []) for group in GROUPS}
        for entry in self._holding(content, words):
            groups[entry.group][_rank(entry, words)].append(entry)
        found = ((group, [*first, *second, *third]) for group, (first, second, third) in groups.items())
        return Found(True, tuple(self._group(group, entries, words) for group, entries in found if entries))

    def _holding(self, content: Content, words: tuple[str, ...]) -> list[Entry]:
        """The entries that hold all words, and one of them in a text of their own."""
        if len(words) == 1:
            word = words[0]
            return [entry for entry in self._entries(content) if word in entry.own]
        entries = list(self._entries(content))
        for word in words:
            entries = [entry for entry in entries if word in entry.folded]
        return [entry for entry in entries if any(word in entry.own for word in words)]

    def _entries(self, content: Content) -> Iterator[Entry]:
        for kind in RECORD_KINDS:
            for key, record in content.shelves[kind].items():
                known = self._of_records.get((kind, key))
                if known is None or known[0] is not record:
                    entries = tuple(entries_of(record, self.catalogue, content, self._language))
                    known = self._of_records[kind, key] = (record, entries)
                yield from known[1]
        yield from self._of_catalogue
        yield from self._library()

    def _library(self) -> tuple[Entry, ...]:
        """The entries of the library, read again when own services changed."""
        services = usable_services()[0]
        if services != self._services:
            self._services = services
            self._of_library = tuple(library_entries(services, self.catalogue, self._language))
        return self._of_library

    def _group(self, group: Group, entries: list[Entry], words: tuple[str, ...]) -> FoundGroup:
        name, text = self._language.text(GROUPS[group]), self._language.text
        total = len(entries)
        name = text("{group}: {n}", group=name, n=total)
        if total > MOST:
            name = text("{count}, the first {n} are shown", count=name, n=MOST)
        return FoundGroup(name, tuple(_row(entry, words) for entry in entries[:MOST]))


def _rank(entry: Entry, words: tuple[str, ...]) -> int:
    """0 where the title begins with the first word, 1 where it holds them, 2 where only the text does."""
    if entry.head.startswith(words[0]):
        return 0
    return 1 if all(word in entry.head for word in words) else 2


def _row(entry: Entry, words: tuple[str, ...]) -> FoundRow:
    title, text = found(entry.title, words), excerpt(entry.text, words)
    spoken = ": ".join(part for part in (", ".join(p for p in (entry.title, entry.what) if p), plain(text)) if part)
    return FoundRow(title, entry.what, text, entry.spot, spoken)

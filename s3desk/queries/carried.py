"""The stored copies of evidence that travel inside a report, where the officer chose so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.domain.content import Content
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, Storage
from s3desk.queries import words
from s3desk.queries.files import FileOfEvidence
from s3desk.queries.picture import CarriedCopy, EvidenceLine

MOST_BYTES = 100_000_000
"""A report with more could hardly be mailed, and would take more memory than small computers have."""


def copies(content: Content, profile: Profile, missing: frozenset[str] = frozenset()) -> tuple[Evidence, ...]:
    """The documents whose copy may travel: stored ones; under the outgoing profile those that are marked for it."""
    stored = (one for one in content.all(Evidence) if one.storage is Storage.COPY and one.id not in missing)
    return tuple(one for one in stored if profile is Profile.INTERNAL or one.outgoing)


def in_words(content: Content, profile: Profile, missing: frozenset[str], language: Language) -> str:
    """How many copies a report would carry and how large they are together; said before it is made."""
    found = copies(content, profile, missing)
    if not found:
        if profile is Profile.OUTGOING:
            return language.text("No stored copy is marked for outgoing reports.")
        return language.text("This file holds no stored copy.")
    total = max(_size_of(found), 1)
    size = words.size(total, language)
    said = language.plural("{n} stored copy, {size}", "{n} stored copies, {size}", len(found), size=size)
    if total <= MOST_BYTES:
        return said
    most = words.size(MOST_BYTES, language)
    return language.text("{copies}: more than a report carries ({most}). Take a folder.", copies=said, most=most)


def carried(
    chosen: tuple[Evidence, ...], lines: Iterable[EvidenceLine], files: Mapping[str, FileOfEvidence], language: Language
) -> tuple[CarriedCopy, ...]:
    """The copies of these documents with their lines. Raises `KnownError` where they are too much for one report."""
    if (size := _size_of(chosen)) > MOST_BYTES:
        raise KnownError(
            "The stored copies have {size} together; a report carries {most} at most. Nothing was written.",
            "Leave the evidence out of the report, or export it as a folder.",
            size=words.size(size, language),
            most=words.size(MOST_BYTES, language),
        )
    by_id = {line.id: line for line in lines}
    return tuple(CarriedCopy(by_id[one.id], files[one.id]) for one in chosen)


def _size_of(evidence: Iterable[Evidence]) -> int:
    return sum(one.size for one in evidence)

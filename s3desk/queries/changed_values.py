"""What one recorded step changed, value by value: where, what, from what to what, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.blank import blank
from s3desk.domain.content import Change, Content
from s3desk.domain.plain import field_names
from s3desk.domain.records import (
    Answer,
    Assessment,
    Check,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    Person,
    Record,
    SavedVersion,
    StatusStep,
    Storage,
)
from s3desk.domain.requests import RequestText, SupportRequest
from s3desk.domain.tokens import token
from s3desk.queries import words
from s3desk.queries.field_words import field_name, field_value
from s3desk.queries.found_entries import title_of

_TOGETHER: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Answer: (("state", "rating", "reason", "held_by", "held_source"),),
    Fulfilment: (("agreed_with", "agreed_on"),),
    Evidence: (("storage", "file_name", "file_path", "size", "sha256"),),
}
"""Fields that say one thing together: they are shown and given back together."""

_UNSAID = frozenset({"id", "position", "written_at", "translated_at", "identity"})
_NOT_GIVEN_BACK = frozenset({"to_confirm", "number", "example"})
_KEPT_AS_THEY_ARE: tuple[type[Record], ...] = (SavedVersion, StatusStep, SupportRequest, RequestText)
"""What is frozen or has steps of its own, such as a request that was sent."""

_LONGEST_TEXT = 30_000

LONGEST_LIST = 300
"""Values of one step that are shown; only the start of a check or an import changes more."""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value before and after. `fields` are given back together; () where nothing can be given back.

    For a record that was added or removed as a whole, `whole` is True.
    """

    change: Change
    fields: tuple[str, ...]
    where: str
    what: str
    before: str
    after: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What is needed to say a value in words: catalogue, language, and names of the records that ids mean."""

    catalogue: Catalogue
    language: Language
    content: Content

    def named(self, value: object, changes: tuple[Change, ...]) -> str:
        """What an id means: a document, a person, a check, a version; also one that is gone."""
        for change in changes:
            if change.key == value and change.before is not None:
                return _name(change.before)
        for kind in (Evidence, Person, Check, SavedVersion):
            found = self.content.get(kind, str(value))
            if found is not None:
                return _name(found)
        return ""


def values_of(changes: tuple[Change, ...], around: Around) -> tuple[ChangedValue, ...]:
    """Every value that a step changed; of a very large step the first ones."""
    values: list[ChangedValue] = []
    for change in changes:
        values += _values(change, changes, around)
        if len(values) >= LONGEST_LIST:
            break
    return tuple(values)


def _values(change: Change, changes: tuple[Change, ...], around: Around) -> Iterator[ChangedValue]:
    record = change.after or change.before
    if record is None:
        return
    where = _where(record, changes, around)
    old, new = (one or blank(change.kind, change.key) for one in (change.before, change.after))
    if old is None or new is None:
        yield _whole(change, where, changes, around)
        return
    for fields in _groups(change.kind):
        if all(getattr(old, name) == getattr(new, name) for name in fields):
            continue
        before, after = (_said(one, fields, changes, around) for one in (old, new))
        if before != after:
            allowed = change.kind not in _KEPT_AS_THEY_ARE and not _NOT_GIVEN_BACK & set(fields)
            what = _what(record, fields, around)
            yield ChangedValue(change, fields if allowed else (), where, what, before, after)


@cache
def _groups(kind: type[Record]) -> tuple[tuple[str, ...], ...]:
    """The fields of a kind, those that belong together as one."""
    together = _TOGETHER.get(kind, ())
    taken = {name for group in together for name in group} | _UNSAID
    return (*together, *((name,) for name in field_names(kind) if name not in taken))


def _whole(change: Change, where: str, changes: tuple[Change, ...], around: Around) -> ChangedValue:
    text, record = around.language.text, change.after or change.before
    added = change.before is None
    shown = _summary(record, changes, around) if record else ""
    what = text("Added") if added else text("Removed")
    return ChangedValue(change, (), where, what, "" if added else shown, shown if added else "", whole=True)


def _summary(record: Record, changes: tuple[Change, ...], around: Around) -> str:
    """A record in one text: the values that it holds."""
    said = ((fields, _said(record, fields, changes, around)) for fields in _groups(type(record)))
    return "\n".join(f"{_what(record, fields, around)}: {value}" for fields, value in said if value)


def _where(record: Record, changes: tuple[Change, ...], around: Around) -> str:
    catalogue, language = around.catalogue, around.language
    if isinstance(record, EvidenceUse):
        question = title_of(Answer(record.question_id), catalogue, around.content, language)
        return f"{around.named(record.evidence_id, changes)}, {question}".strip(", ")
    if isinstance(record, Assessment):
        return language.text("Authority")
    return title_of(record, catalogue, around.content, language)


def _what(record: Record, fields: tuple[str, ...], around: Around) -> str:
    """The name of a value; a fact and fields that belong together have names of their own."""
    language = around.language
    if isinstance(record, FactValue):
        question_id, _, fact_id = record.id.partition("/")
        if around.catalogue.knows(question_id):
            return around.catalogue.question_text(question_id, language.code).facts.get(fact_id, "")
    if "state" in fields:
        return language.text("Answer")
    return language.text("File") if "storage" in fields else field_name(fields[0], language)


def _said(record: Record, fields: tuple[str, ...], changes: tuple[Change, ...], around: Around) -> str:
    """The value of fields in words."""
    if isinstance(record, Answer) and "state" in fields:
        return words.answer_in_full(record, around.catalogue.wording(around.language.code), around.language)
    if isinstance(record, Evidence) and "storage" in fields:
        kept = words.storage(record.storage, around.language)
        return kept if record.storage is Storage.LINK else words.names([kept, record.file_name])
    said = []
    for name in fields:
        value = getattr(record, name)
        meant = around.named(value, changes) if name.endswith("_id") and value else ""
        said.append(meant or field_value(name, value, around.catalogue, around.language, longest=_LONGEST_TEXT))
    return words.names(said)


def _name(record: Record) -> str:
    return token(record) if isinstance(record, Evidence) else str(getattr(record, "name", ""))

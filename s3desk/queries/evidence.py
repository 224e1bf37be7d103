"""The page Evidence: all documents of the file, those that were looked for, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.freshness import State
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Answer, Evidence, EvidenceUse, Storage
from s3desk.queries import words
from s3desk.queries.criterion_picture import EvidenceRow
from s3desk.queries.files import FileState
from s3desk.queries.lists import evidence_rows, uses_by_evidence
from s3desk.queries.picture import EvidenceLine

ALL, TO_CHECK, NOT_USED = "all", "to_check", "not_used"
_TO_CHECK = frozenset((State.OLD, State.EXPIRED, State.FILE_MISSING, State.NOT_INCLUDED))
_OPENABLE = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer looks for: words, one of the filters, one criterion ("" for all)."""

    words: str = ""
    group: str = ALL
    criterion_id: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """What is known about files: copies that did not come along, and what looking at files found."""

    not_included: frozenset[str] = frozenset()
    states: Mapping[Evidence, FileState] = field(default_factory=dict)

    def missing(self, content: Content) -> frozenset[str]:
        """Ids of the documents whose bytes were not found. What was found out about an earlier file does not count."""
        documents = content.all(Evidence)
        return self.not_included | {one.id for one in documents if self.states.get(one) is FileState.NOT_FOUND}


@dataclass(frozen=True, slots=True)
class Group:
    """One filter with the number of documents it lets through."""

    id: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about a document; `link` is an address to open, "" for plain text."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class UseRow:
    """One question that a document is used for."""

    question_id: str
    criterion_id: str
    number: str
    label: str
    pages: str
    answer: Answer
    spoken: str


@dataclass(frozen=True, slots=True)
class EvidenceDetail:
    """One document in full; `file` is what is known of its file, None for a link and before the first look."""

    id: str
    head: str
    title: str
    storage: Storage
    openable: bool
    file: FileState | None
    file_words: str
    facts: tuple[Fact, ...]
    uses_title: str
    uses: tuple[UseRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class EvidencePicture:
    """Everything the page shows; `rows` are those let through, `total` counts all."""

    sentence: str
    groups: tuple[Group, ...]
    criteria: tuple[tuple[str, str], ...]
    rows: tuple[EvidenceRow, ...]
    total: int
    chosen: EvidenceDetail | None


def picture(
    catalogue: Catalogue,
    content: Content,
    language: Language,
    today: date,
    *,
    wanted: Wanted = Wanted(),
    chosen_id: str = "",
    files: Files = Files(),
) -> EvidencePicture:
    """The page with what is wanted; the chosen document, or else the first of those shown, in full."""
    situation = Situation(catalogue, content, today, files.missing(content))
    found = evidence_rows(situation, catalogue.questions, language)
    records = {one.id: one for one in content.all(Evidence)}
    rows = tuple(row for row in found if _is_wanted(row, records[row.line.id], wanted, catalogue, files))
    shown = next((row for row in rows if row.line.id == chosen_id), rows[0] if rows else None)
    return EvidencePicture(
        sentence=_sentence(found, records, files, language),
        groups=_groups(found, records, files, language),
        criteria=_criteria(catalogue, language),
        rows=rows,
        total=len(found),
        chosen=_detail(shown.line, situation, files, language) if shown else None,
    )


def _is_wanted(row: EvidenceRow, record: Evidence, wanted: Wanted, catalogue: Catalogue, files: Files) -> bool:
    line = row.line
    if wanted.criterion_id and catalogue.criterion(wanted.criterion_id).number not in line.criteria:
        return False
    texts = (line.mark, line.title, line.short_title, line.kind, line.issuer, line.link, record.file_name)
    place = " ".join((*texts, row.dated, row.questions)).casefold()
    return _in_group(row, record, wanted.group, files) and all(
        word in place for word in wanted.words.casefold().split()
    )


def _in_group(row: EvidenceRow, record: Evidence, group: str, files: Files) -> bool:
    if group == TO_CHECK:
        return row.state in _TO_CHECK or files.states.get(record) is FileState.CHANGED
    return group != NOT_USED or row.line.uses == 0


def _groups(
    rows: tuple[EvidenceRow, ...], records: Mapping[str, Evidence], files: Files, language: Language
) -> tuple[Group, ...]:
    words = {
        ALL: language.text("All"),
        TO_CHECK: language.text("To check"),
        NOT_USED: language.text("Not used"),
    }
    return tuple(
        Group(group, words[group], sum(_in_group(row, records[row.line.id], group, files) for row in rows))
        for group in words
    )


def _sentence(rows: tuple[EvidenceRow, ...], records: Mapping[str, Evidence], files: Files, language: Language) -> str:
    if not rows:
        return language.text("No documents yet. Link a public page, or store a copy of a document in the file.")
    states = [row.state for row in rows]
    missing = sum(state in (State.FILE_MISSING, State.NOT_INCLUDED) for state in states)
    old, expired = states.count(State.OLD), states.count(State.EXPIRED)
    changed = sum(files.states.get(one) is FileState.CHANGED for one in records.values())
    parts = (
        (missing, language.plural("{n} file is missing", "{n} files are missing", missing)),
        (changed, language.plural("{n} file was changed", "{n} files were changed", changed)),
        (old, language.plural("{n} is over its reminder period", "{n} are over their reminder period", old)),
        (expired, language.plural("{n} is no longer valid", "{n} are no longer valid", expired)),
    )
    trouble = [words for count, words in parts if count]
    uses = sum(row.line.uses for row in rows)
    counted = language.text(
        "{documents}, {uses}.",
        documents=language.plural("{n} document", "{n} documents", len(rows)),
        uses=language.plural("used {n} time", "used {n} times", uses),
    )
    return f"{counted} {language.joined(trouble)}." if trouble else counted


def _criteria(catalogue: Catalogue, language: Language) -> tuple[tuple[str, str], ...]:
    names = (
        (one.id, f"{one.number} {catalogue.criterion_text(one.id, language.code).name}") for one in catalogue.criteria
    )
    return (("", language.text("All criteria")), *names)


def _detail(line: EvidenceLine, situation: Situation, files: Files, language: Language) -> EvidenceDetail:
    record = situation.content.get(Evidence, line.id)
    assert record is not None
    uses = _uses(record, situation, language)
    file = files.states.get(record)
    return EvidenceDetail(
        id=line.id,
        head=" · ".join(part for part in (line.mark, line.kind) if part),
        title=line.title,
        storage=record.storage,
        openable=record.id not in situation.missing_files and record.storage is not Storage.LINK,
        file=file,
        file_words=_file_words(record, file, files, language),
        facts=_facts(line, record, language),
        uses_title=language.plural("Used for {n} answer", "Used for {n} answers", len(uses)),
        uses=uses,
        note=_note(line, record, len(uses), language),
    )


def _file_words(record: Evidence, file: FileState | None, files: Files, language: Language) -> str:
    if record.storage is Storage.LINK:
        return language.text("Link")
    if record.id in files.not_included:
        return language.text("Not included")
    if file is None:
        return ""
    return {
        FileState.UNCHANGED: language.text("File is unchanged"),
        FileState.CHANGED: language.text("File was changed"),
        FileState.NOT_FOUND: language.text("File not found"),
    }[file]


def _facts(line: EvidenceLine, record: Evidence, language: Language) -> tuple[Fact, ...]:
    text = language.text
    name = ", ".join(part for part in (record.file_name, words.size(record.size, language)) if part)
    found = (
        Fact(text("File"), name),
        Fact(text("Issued by"), line.issuer),
        Fact(text("Date"), language.date(line.dated) if line.dated else ""),
        Fact(text("Valid until"), language.date(line.valid_until) if line.valid_until else ""),
        Fact(text("Language"), line.language),
        Fact(text("Public at"), line.link, line.link if line.link.lower().startswith(_OPENABLE) else ""),
        Fact(text("Short title"), line.short_title),
    )
    return tuple(fact for fact in found if fact.value)


def _uses(record: Evidence, situation: Situation, language: Language) -> tuple[UseRow, ...]:
    catalogue = situation.catalogue
    uses = {use.question_id: use for use in uses_by_evidence(situation.content).get(record.id, ())}
    return tuple(_use(uses[one.id], situation, language) for one in catalogue.questions if one.id in uses)


def _use(use: EvidenceUse, situation: Situation, language: Language) -> UseRow:
    catalogue = situation.catalogue
    question = catalogue.question(use.question_id)
    label = catalogue.question_text(question.id, language.code).label
    return UseRow(
        question_id=question.id,
        criterion_id=question.criterion_id,
        number=question.number,
        label=label,
        pages=use.pages or language.text("whole"),
        answer=situation.content.answer(question.id),
        spoken=language.text("Open question {number}, {label}", number=question.number, label=label),
    )


def _note(line: EvidenceLine, record: Evidence, uses: int, language: Language) -> str:
    """Where its bytes are, and how often texts name it."""
    kept = {
        Storage.LINK: language.text("A link only. No file is kept."),
        Storage.LINKED_FILE: language.text("Linked where it lies: {path}", path=record.file_path),
        Storage.COPY: language.text("Stored inside the assessment file."),
    }[record.storage]
    named = line.uses - uses
    texts = language.plural("Named in the texts of {n} criterion.", "Named in the texts of {n} criteria.", named)
    return f"{texts} {kept}" if named else kept

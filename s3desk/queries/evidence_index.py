"""What a folder with all evidence says about each document: its file there, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from s3desk.basics.language import Language
from s3desk.queries import words
from s3desk.queries.picture import EvidenceLine


class Outcome(StrEnum):
    """What became of a document when the folder was made."""

    WRITTEN = "written"
    NOT_FOUND = "not_found"
    DAMAGED = "damaged"
    ONLY_LINK = "only_link"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One document in the index; `file` is its name in the folder, or empty."""

    criteria: str
    mark: str
    title: str
    dated: date | None
    pages: str
    language: str
    file: str
    sha256: str
    link: str
    state: str
    missing: bool


def index_row(line: EvidenceLine, outcome: Outcome, file: str, sha256: str, language: Language) -> IndexRow:
    """The row of a document; `sha256` is that of the file in the folder."""
    written = outcome is Outcome.WRITTEN
    return IndexRow(
        criteria=words.names([str(number) for number in line.criteria]) or "\u2013",
        mark=line.mark,
        title=line.title,
        dated=line.dated,
        pages=line.pages,
        language=line.language,
        file=file if written else "",
        sha256=sha256 if written else "",
        link=line.link,
        state=_words(outcome, language),
        missing=outcome in (Outcome.NOT_FOUND, Outcome.DAMAGED, Outcome.NOTHING),
    )


def _words(outcome: Outcome, language: Language) -> str:
    return {
        Outcome.WRITTEN: language.text("In this folder"),
        Outcome.NOT_FOUND: language.text("Missing: the file was not found"),
        Outcome.DAMAGED: language.text("Missing: the stored copy is damaged"),
        Outcome.ONLY_LINK: language.text("Public link only"),
        Outcome.NOTHING: language.text("Missing: neither file nor link"),
    }[outcome]


def missing_words(rows: tuple[IndexRow, ...], language: Language) -> str:
    """How many documents are in the folder, and how many are missing."""
    inside, missing = sum(bool(row.file) for row in rows), sum(row.missing for row in rows)
    found = language.plural("{n} document is in this folder.", "{n} documents are in this folder.", inside)
    lost = language.plural("{n} is missing.", "{n} are missing.", missing)
    return f"{found} {lost}" if missing else found

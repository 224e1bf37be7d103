"""What people write into the white cells of a workbook, read generously; what cannot be taken says why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import LEVELS
from s3desk.domain import typed
from s3desk.domain.records import AnswerState
from s3desk.domain.texts import clean
from s3desk.queries import words
from s3desk.queries.filled import Trouble, Value, WrittenCell

Choice = TypeVar("Choice")

_USE = re.compile(r"E(\d{1,6})\s*(?:,\s*(.*))?", re.DOTALL | re.IGNORECASE)


def check(cell: WrittenCell) -> None:
    """Raises `KnownError` for a cell whose value is not even looked at."""
    match cell.trouble:
        case Trouble.FORMULA:
            raise KnownError("The cell holds a formula.", "Write the text or number itself.")
        case Trouble.ERROR:
            raise KnownError("The cell shows an error.", "Write the text or number itself.")
        case Trouble.MERGED:
            raise KnownError("The cell is merged with another one.", "Split the cells and fill them in one by one.")
        case Trouble.TWICE:
            raise KnownError("The row stands twice in the sheet.", "Keep one of the two rows.")


def text(value: Value) -> str:
    """A text; a number counts as it is written."""
    match value:
        case None:
            return ""
        case bool():
            raise KnownError("The cell holds true or false instead of a text.", "Write it in words.")
        case date():
            raise KnownError(
                "The cell holds a date instead of a text.",
                "Write it again, with an apostrophe (') before it.",
            )
    return clean(str(value)).strip()


def title(value: Value) -> str:
    """A text that must not be empty."""
    found = text(value)
    if not found:
        raise KnownError("The title is missing.", "Write a title. Remove a document or an action in the window.")
    return found


def day(value: Value, language: Language) -> date | None:
    """A date of the workbook, or one that was typed as text."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    return typed.day(str(value), language)


def link(value: Value) -> str:
    """A web address."""
    return typed.link(text(value))


def answer(value: Value, language: Language) -> tuple[AnswerState, int | None]:
    """A level of 0 to 5, a word of the list in the cell, or nothing for an open question."""
    written = "" if value is None else str(value).strip()
    if not written:
        return AnswerState.OPEN, None
    found = next((level for level in LEVELS if written in (str(level), f"{level}.0")), None)
    if found is not None:
        return AnswerState.RATED, found
    states = [(state, words.answer_state(state, language)) for state, _ in words.other_choices(language)]
    state = _chosen(written, (*words.other_choices(language), *states))
    if state is None:
        raise KnownError(
            "“{value}” is not on the scale.", "Choose 0 to 5, or a word from the list of the cell.", value=written[:40]
        )
    return state, None


def choice(value: Value, choices: Iterable[tuple[Choice, str]]) -> Choice:
    """One of several values, by its words."""
    written = text(value)
    found = _chosen(written, choices)
    if found is None:
        raise KnownError(
            "“{value}” is not in the list of the cell.", "Choose a value from the list.", value=written[:40]
        )
    return found


def uses(value: Value, by_number: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """Documents with their pages: "E14, p. 14-18; E15". `by_number` are the ids of the documents there are."""
    found: dict[str, str] = {}
    for part in filter(None, (one.strip() for one in text(value).split(";"))):
        use = _USE.fullmatch(part)
        if use is None:
            raise KnownError("“{value}” names no document.", "Write for example: E14, p. 3-7; E15", value=part[:40])
        if int(use[1]) not in by_number:
            raise KnownError(
                "There is no document {mark}.", "Use the numbers of the sheet Evidence.", mark=f"E{int(use[1]):02d}"
            )
        found[by_number[int(use[1])]] = (use[2] or "").strip()
    return tuple(sorted(found.items()))


def _chosen(written: str, choices: Iterable[tuple[Choice, str]]) -> Choice | None:
    return next((one for one, word in choices if word.casefold() == written.casefold()), None)

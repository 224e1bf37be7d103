"""The hidden sheet "Lists": what drop-down lists offer, figures for the chart, and what brings the workbook back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from s3desk.basics.language import Language
from s3desk.domain.records import ActionStatus, AnswerState
from s3desk.formats.excel import prints
from s3desk.formats.excel.book import Book, add_sheet, define
from s3desk.formats.excel.cells import Value, put
from s3desk.formats.excel.page import place
from s3desk.queries import words
from s3desk.queries.picture import QuestionPart

RATING_CHOICES = "rating_choices"
RATING_WORDS = "rating_words"
ACTION_STATES = "action_states"
EVIDENCE_KINDS = "evidence_kinds"

FORMAT_NAME = "s3desk-workbook"
FORMAT_VERSION = 1

FIELDS_FROM = 17
FIELD_HEADS = ("sheet", "column", "head", "field")
PRINTS_FROM = 22
"""The columns of this sheet from which on stand the fields, and the prints of the cells of each sheet."""


def choice_of(question: QuestionPart, language: Language) -> Value:
    """What stands in the cell of a rating: 0 to 5, a word for other answers, nothing while it is open."""
    if question.rating is not None:
        return question.rating
    return dict(words.other_choices(language)).get(question.state)


def add(book: Book) -> None:
    """Add the hidden sheet as the last one: what it says about the other sheets is true when they are whole."""
    written = tuple(book.workbook.worksheets)
    sheet = add_sheet(book, book.language.text("Lists"))
    _columns(book, sheet, 1, ("key", "value"), _facts(book))
    _columns(book, sheet, 4, ("criterion", "id"), [(part.number, part.id) for part in book.picture.criteria])
    if book.internal:
        _choices(book, sheet)
        _columns(book, sheet, FIELDS_FROM, FIELD_HEADS, _fields(book))
    for column, other in enumerate(written, start=PRINTS_FROM):
        lines = prints.lines(other, book.fields.get(other.title, {}), book.picture.digest)
        _columns(book, sheet, column, (other.title,), [(line,) for line in lines])
    sheet.sheet_state = "hidden"


def _facts(book: Book) -> list[tuple[str, str | int]]:
    picture = book.picture
    return [
        ("format", FORMAT_NAME),
        ("version", FORMAT_VERSION),
        ("profile", picture.profile.value),
        ("language", picture.language.code),
        ("catalogue", picture.catalogue.id),
        ("catalogue version", picture.catalogue.version),
        ("catalogue digest", picture.catalogue.digest),
        ("digest", picture.digest),
        ("check code", picture.check_code),
        ("made at", picture.head.made_at.isoformat()),
        ("assessment", picture.head.identity),
        ("check", picture.head.check_id),
        ("about", place(book)),
    ]


def _fields(book: Book) -> list[tuple[str, str, str, str]]:
    """Where each field stands that comes back: sheet, column, head of the column, field."""
    return [(title, letter, *known) for title, columns in book.fields.items() for letter, known in columns.items()]


def _choices(book: Book, sheet: Worksheet) -> None:
    language, wording = book.language, book.picture.catalogue.wording(book.language.code)
    levels = [(level, text, AnswerState.RATED.value) for level, text in enumerate(wording.levels)]
    others = [(mark, words.answer_state(state, language), state.value) for state, mark in words.other_choices(language)]
    states = [(words.action_status(status, language), status.value) for status in ActionStatus]
    kinds = [(wording.evidence_kinds.get(kind.id, kind.id), kind.id) for kind in book.picture.catalogue.evidence_kinds]
    last = _columns(book, sheet, 7, ("rating", "words", "state"), [*levels, *others])
    define(book, RATING_CHOICES, sheet, f"$G$2:$G${last}")
    define(book, RATING_WORDS, sheet, f"$H$2:$H${last}")
    last = _columns(book, sheet, 11, ("action", "status"), states)
    define(book, ACTION_STATES, sheet, f"$K$2:$K${last}")
    last = _columns(book, sheet, 14, ("evidence", "kind"), kinds)
    define(book, EVIDENCE_KINDS, sheet, f"$N$2:$N${last}")


def _columns(book: Book, sheet: Worksheet, first: int, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write a small list with its heads from a column on; gives the last row."""
    last = 1
    for last, row in enumerate((heads, *rows), start=1):
        for column, value in enumerate(row, start=first):
            put(book, sheet, last, column, value, "list")
    return last

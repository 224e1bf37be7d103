"""What stands around the table of the summary as label and text: status, background, open points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.domain.records import Decision
from s3desk.formats.excel.book import Book
from s3desk.formats.excel.cells import Link, Value, put, shown
from s3desk.formats.excel.grid import Column, visible
from s3desk.formats.excel.heights import fix, lines
from s3desk.queries.picture import CriterionPart, StatusRow, StepLine, StrategyRow
from s3desk.queries.words import names, profile

_LABELS = 2
"""Labels stand in the first two columns, texts in all others."""

_DECISION_LOOKS = {Decision.YES: "fact yes", Decision.NO: "fact no"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: a label (empty where it is that of the line above), a text and its look."""

    label: str
    text: Value
    look: str = "fact"


@dataclass(frozen=True, slots=True)
class Room:
    """The columns in which the texts stand: the last one and their width together."""

    last: int
    width: float

    @classmethod
    def of(cls, columns: Sequence[Column[CriterionPart]]) -> Room:
        """The room beside the labels."""
        seen = visible(columns)
        return cls(seen, sum(column.width for column in columns[_LABELS:seen]))


def write(book: Book, sheet: Worksheet, row: int, room: Room, facts: Sequence[Fact]) -> int:
    """Write the lines from a row on; gives the row after them."""
    for number, fact in enumerate(facts, start=row):
        put(book, sheet, number, 1, fact.label, "label")
        put(book, sheet, number, _LABELS + 1, fact.text, fact.look)
        text = CellRange(min_col=_LABELS + 1, min_row=number, max_col=room.last, max_row=number)
        sheet.merged_cells.ranges.add(text)  # the shorter way looks at all others first
        fix(sheet, number, lines(shown(fact.text), room.width))
    return row + len(facts)


def status(book: Book) -> list[Fact]:
    """What counts, before the table: the official status first, then our own check."""
    language, picture = book.language, book.picture
    return [
        *_official(book),
        Fact(
            language.text("By our own check"),
            f"{picture.condition_words} ({picture.tally_words})",
            _DECISION_LOOKS.get(picture.condition, "fact open"),
        ),
        *_answered(book),
        Fact(language.text("Status of this document"), _step(book)),
        Fact(language.text("Check code"), _check_code(book)),
    ]


def background(book: Book) -> list[Fact]:
    """Who and what it is about."""
    language, head, catalogue = book.language, book.picture.head, book.picture.catalogue
    text = language.text
    questions = text("Question set {version}, {celex}", version=catalogue.version, celex=catalogue.celex)
    found = [
        Fact(text("Territory"), names(head.territories)),
        Fact(text("Member State"), head.member_state),
        Fact(text("Authority"), names([head.authority, head.unit])),
        *_labelled(text("Strategy"), [_strategy(strategy, book) for strategy in head.strategies]),
        Fact(text("Purpose of this check"), names([head.check, head.purpose])),
        Fact(text("Addressed to"), head.addressee),
        Fact(text("Contact"), names(head.contact)),
        Fact(text("For whom"), profile(book.picture.profile, language)),
        Fact(text("Before"), _compared(book)),
        Fact(text("Based on"), questions),
    ]
    return [fact for fact in found if fact.text]


def open_points(book: Book) -> list[Fact]:
    """Every open point with what to do about it; outgoing workbooks have none."""
    language = book.language
    sentences = [f"{line.sentence} {line.remedy}." for line in book.picture.open_points]
    return _labelled(language.text("Open points"), sentences)


def _labelled(label: str, texts: Sequence[Value]) -> list[Fact]:
    return [Fact("" if number else label, text) for number, text in enumerate(texts)]


def _official(book: Book) -> list[Fact]:
    language = book.language
    programmes = [_programme(row, book) for row in book.picture.head.programmes]
    return _labelled(
        language.text("Official status"), programmes or [language.text("Not known here. No programme is entered.")]
    )


def _programme(row: StatusRow, book: Book) -> str:
    name = f"{row.programme} ({row.cci})" if row.cci else row.programme
    notified = book.language.text("notified by {who}", who=row.notified_by) if row.notified_by else ""
    return f"{name}: {names([row.words, _day(row.dated, book), row.reference, notified])}"


def _answered(book: Book) -> Iterator[Fact]:
    if book.internal:
        language, picture = book.language, book.picture
        sentence = language.text("{n} of {total} questions answered", n=picture.answered, total=picture.asked)
        yield Fact(language.text("Questions"), sentence)


def _step(book: Book) -> str:
    head, steps = book.picture.head, book.picture.steps
    return _step_line(steps[-1], book) if steps else head.step_words


def _step_line(step: StepLine, book: Book) -> str:
    return names(
        [step.words, step.name, step.function, book.language.date(step.taken_on), step.reference, step.addressee]
    )


def _check_code(book: Book) -> str:
    meaning = book.language.text("It shows that report, workbook and data belong together. It is not a signature.")
    return f"{book.picture.check_code}. {meaning}"


def _compared(book: Book) -> str:
    picture = book.picture
    if not (book.internal and picture.compared_with):
        return ""
    return book.language.text("Saved version \u201c{name}\u201d", name=picture.compared_with)


def _strategy(strategy: StrategyRow, book: Book) -> Link:
    parts = [strategy.title, strategy.level, strategy.adopting_act, _day(strategy.adopted_on, book), strategy.period]
    return Link(names([*parts, strategy.link]), strategy.link)


def _day(day: date | None, book: Book) -> str:
    return book.language.date(day) if day else ""

"""The sheet "Answers": every question with its answer; white cells may be filled in and come back by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from s3desk.formats.excel.book import Book, add_sheet, define
from s3desk.formats.excel.cells import Formula, Value
from s3desk.formats.excel.grid import Column, Placed, grid, visible
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper, protect
from s3desk.formats.excel.rules import drop_down, score_colors, words_grey
from s3desk.formats.excel.sheets.lists import RATING_CHOICES, RATING_WORDS, choice_of
from s3desk.queries.picture import CriterionPart, QuestionPart, ReportPicture

RATINGS = "answer_ratings"
CRITERIA = "answer_criteria"
"""Names of the columns that the averages on the summary read."""

_Row = tuple[CriterionPart, QuestionPart]


def add(book: Book) -> None:
    """Add the sheet; only internal workbooks have it."""
    language = book.language
    sheet = add_sheet(book, title(book))
    hint = language.text("Fill in the white cells. Grey cells and hidden columns stay as they are.")
    heading(book, sheet, language.text("Answers"), hint)
    rows = [(criterion, question) for criterion in book.picture.criteria for question in criterion.questions]
    columns = _columns(book)
    placed = grid(book, sheet, "Answers", HEAD_ROW, columns, rows)
    _make_live(book, placed)
    freeze(sheet, HEAD_ROW + 1, 2)
    paper(book, sheet, visible(columns), HEAD_ROW)
    protect(book, sheet)


def title(book: Book) -> str:
    """The title of the sheet."""
    return book.language.text("Answers")


def first_row(picture: ReportPicture, criterion: CriterionPart) -> int:
    """The row of the first question of a criterion."""
    before = (len(other.questions) for other in picture.criteria if other.number < criterion.number)
    return HEAD_ROW + 1 + sum(before)


def _make_live(book: Book, placed: Placed) -> None:
    language, sheet = book.language, placed.sheet
    rating = language.text("Rating")
    define(book, RATINGS, sheet, placed.cells(rating))
    define(book, CRITERIA, sheet, placed.cells(language.text("Criterion")))
    drop_down(sheet, placed.cells(rating), RATING_CHOICES, language)
    score_colors(sheet, placed.cells(rating), placed.top(rating))
    words_grey(sheet, placed.cells(rating), placed.top(rating))


def _columns(book: Book) -> list[Column[_Row]]:
    language, picture = book.language, book.picture
    text, remarks = language.text, _remarks(book)
    with_notes = any(question.note for criterion in picture.criteria for question in criterion.questions)
    before: list[Column[_Row]] = [Column(text("Before"), 9, lambda row: _before(row[1]), "centre muted")]
    notes: list[Column[_Row]] = [Column(text("Private note"), 24, lambda row: row[1].note)]
    return [
        Column(text("No."), 7, lambda row: row[1].number, "mark"),
        Column(text("Question"), 40, lambda row: row[1].question),
        Column(text("Rating"), 11, lambda row: choice_of(row[1], language), "choice", field="answer.rating"),
        Column(text("Level"), 14, lambda row: _level(row[1], book)),
        Column(text("Comment"), 40, lambda row: row[1].comment, field="answer.comment"),
        Column(text("Reason, or where it is held"), 18, lambda row: row[1].reason, field="answer.reason"),
        Column(text("Evidence"), 15, lambda row: row[1].evidence, field="answer.evidence"),
        Column(text("Facts"), 20, lambda row: _facts(row[1])),
        *(before if picture.compared_with else ()),
        Column(text("Open points and actions"), 24, lambda row: "\n".join(remarks[row[1].id]), "warn"),
        *(notes if with_notes else ()),
        Column(text("Criterion"), 9, lambda row: row[0].number, "number", hidden=True),
        Column(text("Id"), 24, lambda row: row[1].id, "muted", "answer.id", hidden=True),
    ]


def _level(question: QuestionPart, book: Book) -> Formula:
    """The words of what stands in the rating's cell, also after somebody changes it."""
    nothing = book.language.text("Open").replace('"', "\u201d")
    formula = f'IFERROR(INDEX({RATING_WORDS},MATCH(C{{row}},{RATING_CHOICES},0)),"{nothing}")'
    return Formula(formula, question.words)


def _before(question: QuestionPart) -> Value:
    return int(question.before) if question.before.isdigit() else question.before


def _facts(question: QuestionPart) -> str:
    return "\n".join(f"{label}: {value}" for label, value in question.facts)


def _remarks(book: Book) -> Mapping[str, list[str]]:
    """The open points and actions of each question, by its id."""
    picture, found = book.picture, defaultdict[str, list[str]](list)
    ids = {question.number: question.id for criterion in picture.criteria for question in criterion.questions}
    for line in picture.open_points:
        found[line.point.question_id].append(line.sentence)
    for action in picture.actions:
        if action.question in ids and not action.done:
            found[ids[action.question]].append(book.language.text("Action {number}", number=action.mark))
    return found

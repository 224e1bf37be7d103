"""The sheet "Actions": what is planned against gaps; an outgoing workbook holds only what is marked for it."""

from __future__ import annotations

from s3desk.formats.excel.book import Book, add_sheet
from s3desk.formats.excel.grid import Column, grid, visible
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper, protect
from s3desk.formats.excel.rules import drop_down
from s3desk.formats.excel.sheets.lists import ACTION_STATES
from s3desk.queries import words
from s3desk.queries.picture import ActionLine


def add(book: Book) -> None:
    """Add the sheet."""
    language, actions = book.language, book.picture.actions
    sheet = add_sheet(book, language.text("Actions"))
    hint = language.text("Fill in the white cells. Grey cells and hidden columns stay as they are.")
    heading(book, sheet, language.text("Actions"), hint if book.internal else "")
    columns = _columns(book)
    nothing = words.no_action(book.picture.profile, language)
    placed = grid(book, sheet, "Actions", HEAD_ROW, columns, actions, empty=nothing)
    if book.internal and actions:
        drop_down(sheet, placed.cells(language.text("Status")), ACTION_STATES, language)
    freeze(sheet, HEAD_ROW + 1, 2)
    paper(book, sheet, visible(columns), HEAD_ROW)
    protect(book, sheet)


def _columns(book: Book) -> list[Column[ActionLine]]:
    text = book.language.text
    public: list[Column[ActionLine]] = [
        Column(text("No."), 7, lambda line: line.mark, "mark"),
        Column(text("Criterion"), 9, lambda line: line.criterion, "centre"),
        Column(text("Question"), 9, lambda line: line.question, "centre"),
        Column(text("Action"), 40, lambda line: line.title, field="action.title"),
        Column(text("Due"), 13, lambda line: line.due, "date", "action.due"),
        Column(text("Status"), 12, lambda line: line.status, _status_look, "action.status"),
        Column(text("Done when"), 30, lambda line: line.done_when, field="action.done_when"),
    ]
    working: list[Column[ActionLine]] = [
        Column(text("Responsible"), 24, lambda line: line.responsible, field="action.responsible"),
        Column(text("Next step"), 28, lambda line: line.next_step, field="action.next_step"),
        Column(text("Money"), 20, lambda line: line.money, field="action.money"),
        Column(text("Support"), 20, lambda line: line.support, field="action.support"),
    ]
    identity: Column[ActionLine] = Column(text("Id"), 20, lambda line: line.id, "muted", "action.id", hidden=True)
    return [*public, *(working if book.internal else ()), identity]


def _status_look(line: ActionLine) -> str:
    return "warn" if line.late else "text"

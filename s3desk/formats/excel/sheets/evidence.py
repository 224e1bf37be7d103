"""The sheet "Evidence": every document with where it is used."""

from __future__ import annotations

from s3desk.formats.excel.book import Book, add_sheet
from s3desk.formats.excel.cells import Link
from s3desk.formats.excel.grid import Column, grid, visible
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper, protect
from s3desk.formats.excel.rules import drop_down
from s3desk.formats.excel.sheets.lists import EVIDENCE_KINDS
from s3desk.queries.picture import EvidenceLine


def add(book: Book) -> None:
    """Add the sheet."""
    language = book.language
    sheet = add_sheet(book, language.text("Evidence"))
    hint = language.text("Uses count questions and fulfilment texts that name the document, not documents.")
    heading(book, sheet, language.text("Evidence"), hint)
    columns = _columns(book)
    empty = language.text("No evidence is entered.")
    placed = grid(book, sheet, "Evidence", HEAD_ROW, columns, book.picture.evidence, empty=empty)
    if book.internal and book.picture.evidence:
        drop_down(sheet, placed.cells(language.text("Kind")), EVIDENCE_KINDS, language)
    freeze(sheet, HEAD_ROW + 1, 2)
    paper(book, sheet, visible(columns), HEAD_ROW)
    protect(book, sheet)


def _columns(book: Book) -> list[Column[EvidenceLine]]:
    text = book.language.text
    where: list[Column[EvidenceLine]] = [
        Column(text("State"), 14, lambda line: line.state),
        Column(text("Stored as"), 11, lambda line: line.storage),
    ]
    return [
        Column(text("No."), 7, lambda line: line.mark, "mark"),
        Column(text("Title"), 38, lambda line: line.title, field="evidence.title"),
        Column(text("Short title"), 20, lambda line: line.short_title, field="evidence.short_title"),
        Column(text("Kind"), 12, lambda line: line.kind, field="evidence.kind"),
        Column(text("Issuer"), 20, lambda line: line.issuer, field="evidence.issuer"),
        Column(text("Date"), 13, lambda line: line.dated, "date", "evidence.dated"),
        Column(text("Valid until"), 13, lambda line: line.valid_until, "date", "evidence.valid_until"),
        Column(text("Language"), 11, lambda line: line.language),
        Column(text("Public link"), 32, lambda line: Link(line.link, line.link), "link", "evidence.link"),
        Column(text("Criteria"), 10, lambda line: ", ".join(map(str, line.criteria))),
        Column(text("Uses"), 8, lambda line: line.uses, "number"),
        Column(text("Pages"), 16, lambda line: line.pages),
        *(where if book.internal else ()),
        Column(text("SHA-256 of the stored copy"), 20, lambda line: line.sha256, "muted", hidden=True),
        Column(text("Id"), 20, lambda line: line.id, "muted", "evidence.id", hidden=True),
    ]

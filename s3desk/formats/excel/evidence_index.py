"""The index of an evidence folder as a workbook: one table, a row for each document."""

from __future__ import annotations

from pathlib import Path

from s3desk.basics.language import Language
from s3desk.formats.excel import saving
from s3desk.formats.excel.book import add_sheet, new_book
from s3desk.formats.excel.cells import Link
from s3desk.formats.excel.grid import Column, grid, visible
from s3desk.formats.excel.page import HEAD_ROW, freeze, heading, paper
from s3desk.queries.evidence_index import IndexRow, missing_words
from s3desk.queries.picture import ReportPicture


def write(picture: ReportPicture, rows: tuple[IndexRow, ...], path: Path) -> None:
    """Write the index."""
    book, language = new_book(picture), picture.language
    sheet = add_sheet(book, language.text("Evidence"))
    heading(book, sheet, language.text("Index of the evidence"), missing_words(rows, language))
    columns = _columns(language)
    grid(book, sheet, "Evidence", HEAD_ROW, columns, rows, empty=language.text("No evidence is entered."))
    freeze(sheet, HEAD_ROW + 1, 3)
    paper(book, sheet, visible(columns), HEAD_ROW)
    saving.save(book, path)
    saving.check(path)


def _columns(language: Language) -> list[Column[IndexRow]]:
    text = language.text
    return [
        Column(text("Criteria"), 10, lambda row: row.criteria),
        Column(text("No."), 7, lambda row: row.mark),
        Column(text("Title"), 38, lambda row: row.title),
        Column(text("Date"), 13, lambda row: row.dated, "date"),
        Column(text("Pages"), 14, lambda row: row.pages),
        Column(text("Language"), 11, lambda row: row.language),
        Column(text("State"), 18, lambda row: row.state),
        Column(text("File"), 38, lambda row: row.file),
        Column(text("SHA-256"), 34, lambda row: row.sha256),
        Column(text("Public link"), 32, lambda row: Link(row.link, row.link), "link"),
    ]

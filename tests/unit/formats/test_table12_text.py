"""Table 12 in all its forms: the columns of the regulation; as text every field with its length, and no formula."""

import csv
import io
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from s3desk.formats.registry import export
from s3desk.queries.picture import ReportPicture
from s3desk.queries.table12 import sfc_fields, tab_separated
from tests.unit.formats.pdf_standards import of_kind

COLUMNS = [
    "Enabling conditions",
    "Fund",
    "Specific objective (N/A to the EMFAF)",
    "Fulfilment of enabling condition (Yes/No)",
    "Criteria",
    "Fulfilment of criteria (Y/N)",
    "Reference to relevant documents [500]",
    "Justification [1 000]",
]
"""Regulation (EU) 2021/1060, Annex V, section 4."""


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def one_line(text: str) -> str:
    return " ".join(text.split())


def without_thin_spaces(texts: list[str]) -> list[str]:
    return [text.replace("\u2009", " ") for text in texts]


def test_the_whole_table_has_the_eight_columns_and_seven_criteria(pictures: dict[str, ReportPicture]) -> None:
    picture = pictures["full outgoing"]
    table = picture.table12[0]
    heads, *rows = rows_of(tab_separated(table, picture.language))
    assert without_thin_spaces(heads) == COLUMNS
    assert [row[:4] for row in rows] == [[table.condition, "ERDF", "RSO1.1, RSO1.4", "No"]] * 7
    assert [row[5] for row in rows] == [row.mark for row in table.rows]
    assert [row[6:] for row in rows] == [
        [one_line(row.references.text), one_line(row.justification.text)] for row in table.rows
    ]


def test_the_workbook_begins_with_the_eight_columns(pictures: dict[str, ReportPicture], tmp_path: Path) -> None:
    for what in ("table12", "workbook"):
        export(pictures["full outgoing"], what, tmp_path / f"{what}.xlsx")
        book = load_workbook(tmp_path / f"{what}.xlsx")
        sheets = [sheet for sheet in book if sheet.title.startswith("Table 12")]
        assert len(sheets) == len(pictures["full outgoing"].table12)
        for sheet in sheets:
            rows = [[str(cell) for cell in row[:8]] for row in sheet.iter_rows(values_only=True)]
            assert COLUMNS in [without_thin_spaces(row) for row in rows]


def test_every_table_of_the_pdf_has_the_eight_columns(tables: dict[str, Path]) -> None:
    with pikepdf.open(tables["full outgoing"]) as pdf:
        heads = [len(list(row.K)) for row in of_kind(pdf, "TR") if all(str(cell.S) == "/TH" for cell in row.K)]
    assert heads == [8, 8]
    for page in PdfReader(tables["full outgoing"]).pages:
        text = " ".join(page.extract_text().split()).replace("\u2009", " ")
        places = [text.find(head) for head in COLUMNS]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("name", ["empty outgoing", "hostile outgoing", "hostile internal"])
def test_no_text_breaks_the_table_or_becomes_a_formula(name: str, pictures: dict[str, ReportPicture]) -> None:
    picture = pictures[name]
    for table in picture.table12:
        rows = rows_of(tab_separated(table, picture.language))
        assert {len(row) for row in rows} == {8}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_every_field_of_the_portal_has_its_text_and_its_length(pictures: dict[str, ReportPicture]) -> None:
    picture = pictures["hostile outgoing"]
    table = picture.table12[0]
    first, *fields = sfc_fields(table, picture.language)
    assert (first.label, first.text, first.limit) == (COLUMNS[3], table.fulfilled, 0)
    assert len(fields) == 3 * 7
    for place, row in enumerate(table.rows):
        mark, references, justification = fields[3 * place : 3 * place + 3]
        assert (mark.label, mark.text) == (f"Criterion {row.number}: {COLUMNS[5]}", row.mark)
        assert (references.text, references.limit) == (row.references.text, 500)
        assert (justification.text, justification.limit) == (row.justification.text, 1000)
        assert justification.characters == sum(not letter.isspace() for letter in justification.text)
    assert max(field.over for field in fields) == 23_000


def test_the_text_file_names_every_programme_and_what_is_too_long(
    pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    export(pictures["full outgoing"], "table12", tmp_path / "t.txt")
    text = (tmp_path / "t.txt").read_text("utf-8")
    for table in pictures["full outgoing"].table12:
        assert f"{table.programme}, {table.cci}" in text
        for row in table.rows:
            assert row.references.text in text
            assert row.justification.text in text
    assert "--- Criterion 1: Justification [" in text
    export(pictures["hostile outgoing"], "table12", tmp_path / "h.txt")
    assert "of 1\u2009000: 23\u2009000 too many]" in (tmp_path / "h.txt").read_text("utf-8")


def test_the_german_table_is_in_german(pictures: dict[str, ReportPicture]) -> None:
    picture = pictures["full german"]
    (first, *_), heads = (
        sfc_fields(picture.table12[0], picture.language),
        tab_separated(picture.table12[0], picture.language).splitlines()[0],
    )
    assert first.label.startswith("Erf\u00fcllung der grundlegenden Voraussetzung")
    assert heads.startswith("Grundlegende Voraussetzungen\tFonds\t")

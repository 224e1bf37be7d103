"""Table 12 as plain text: the columns of the regulation, every field with its length, nothing that becomes a formula."""

import csv
import io
from pathlib import Path

import pytest

from s3desk.formats.registry import export
from s3desk.queries.picture import ReportPicture
from s3desk.queries.table12 import sfc_fields, tab_separated

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

"""What a single cell holds: users' text is text, whatever it looks like, and nothing is cut in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from s3desk.basics.language import Language
from s3desk.formats.excel import saving
from s3desk.formats.excel.book import Book, add_sheet, free_title, new_book
from s3desk.formats.excel.cells import LONGEST, Link, is_web_address, put, safe
from s3desk.formats.excel.heights import lines
from s3desk.formats.excel.styles import PLACE, counted
from tests.builders import empty_records, picture_of, workspace_of
from tests.hostile import HOSTILE_TEXTS


@pytest.fixture
def book(tmp_path: Path) -> Book:
    workspace = workspace_of(tmp_path, empty_records())
    picture = picture_of(workspace)
    workspace.close()
    return new_book(picture)


def written(book: Book, value: str | date | Link, folder: Path, look: str = "text") -> Cell:
    """The cell as a reader of the file finds it."""
    put(book, add_sheet(book, "One"), 1, 1, value, look)
    saving.save(book, folder / "one.xlsx")
    cell = load_workbook(folder / "one.xlsx").worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    return cell


@pytest.mark.parametrize("text", [text for text in HOSTILE_TEXTS if "_x" not in text], ids=range(11))
def test_a_text_comes_back_as_it_was(book: Book, tmp_path: Path, text: str) -> None:
    cell = written(book, text, tmp_path)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_a_text_that_looks_like_a_formula_stays_text_when_it_is_edited(book: Book, tmp_path: Path, text: str) -> None:
    assert written(book, text, tmp_path).quotePrefix


def test_an_ordinary_text_carries_no_quote(book: Book, tmp_path: Path) -> None:
    assert not written(book, "Fine.", tmp_path).quotePrefix


def test_what_one_cell_shows_in_its_own_way_does_not_spread_to_others(book: Book, tmp_path: Path) -> None:
    sheet = add_sheet(book, "One")
    put(book, sheet, 1, 1, "=1", "number")
    sheet.cell(1, 1).number_format = counted(f"{PLACE} of 10")
    put(book, sheet, 2, 1, 734, "number")
    saving.save(book, tmp_path / "one.xlsx")
    cell = load_workbook(tmp_path / "one.xlsx").worksheets[0].cell(2, 1)
    assert (cell.number_format, cell.quotePrefix) == ("General", False)


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_letters_that_no_file_may_hold_are_shown_as_replaced(letter: str) -> None:
    assert safe(f"a{letter}b", Language()) == "a\ufffdb"


def test_a_text_that_excel_would_decode_is_escaped() -> None:
    assert safe("_x000D_ and _x_", Language()) == "_x005F_x000D_ and _x_"


@pytest.mark.parametrize("letter", ["a", "\U0001f680"])
def test_a_full_cell_says_so(letter: str) -> None:
    text = safe(letter * 40_000, Language())
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text.startswith(letter * 16_000)
    assert text.endswith("more characters stand in the data file.]")


def test_a_text_that_just_fits_is_whole() -> None:
    assert safe("a" * LONGEST, Language()) == "a" * LONGEST


def test_a_day_is_a_date_unless_excel_knows_no_such_day(book: Book, tmp_path: Path) -> None:
    assert written(book, date(2026, 11, 16), tmp_path, "date").is_date


def test_a_day_before_1900_is_written_in_words(book: Book, tmp_path: Path) -> None:
    assert written(book, date(1890, 1, 1), tmp_path, "date").value == "1 Jan 1890"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.valdoria.example/s3?x=1&y=2#z", True),
        ("http://valdoria.example:8080", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://valdoria.example/a b", False),
        ("https://valdoria.example/\u03b1", False),
        ("https://valdoria.example/100%", False),
        ("https://valdoria.example/" + "y" * 3_000, False),
        ("=HYPERLINK(1)", False),
    ],
)
def test_only_plain_web_addresses_become_links(book: Book, tmp_path: Path, address: str, link: bool) -> None:
    assert is_web_address(address) is link
    cell = written(book, Link(address, address), tmp_path, "link")
    assert (cell.value, cell.hyperlink is not None) == (address, link)


@pytest.mark.parametrize(
    ("wanted", "taken", "title"),
    [
        ("Table 12", [], "Table 12"),
        ("Table 12", ["table 12"], "Table 12 (2)"),
        ("Table 12", ["Table 12", "Table 12 (2)"], "Table 12 (3)"),
        ("A/B: [C] * ? \\ 'd'", [], "A B C 'd"),
        ("x" * 40, ["x" * 31], "x" * 27 + " (2)"),
        ("\U0001f680" * 20, [], "\U0001f680" * 15),
    ],
)
def test_titles_of_sheets_are_safe_and_unique(wanted: str, taken: list[str], title: str) -> None:
    assert free_title(wanted, taken) == title


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 10, 1),
        ("one\ntwo\n\nfour", 40, 4),
        ("word " * 19 + "word", 20, 7),
        ("w" * 100, 20, 9),
        ("\u6f22" * 20, 20, 3),
    ],
)
def test_lines_of_a_wrapped_text(text: str, width: float, count: int) -> None:
    assert lines(text, width) == count


def test_a_count_says_of_how_many() -> None:
    assert counted(f'{PLACE} of 10 "rated"') == '0" of 10 \u201drated\u201d"'

"""Texts are set in lines as they are: nothing lost, nothing wider than its column, no line alone on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.formats.pdf import styles
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.text import MISSING, Piece, one_line, printable

ENDLESS = 1e6


def lines_of(made: Passage, width: float = 200) -> list[str]:
    made.wrap(width, ENDLESS)
    return ["".join(fragment.text for fragment in line.fragments) for line in made.lines]


def test_nothing_in_a_text_is_markup() -> None:
    hostile = "&<b>{name}</b>&amp;{0}%s <font size=99>=1+1"
    assert lines_of(passage(hostile, styles.BODY), 900) == [hostile]


def test_line_ends_stay() -> None:
    assert lines_of(passage("one\n\ntwo\n", styles.BODY)) == ["one", "", "two"]


def test_letters_that_the_fonts_lack_are_seen() -> None:
    assert printable("a\u05e9b\U0001f680c") == f"a{MISSING}b{MISSING}c"


def test_letters_are_composed_and_invisible_ones_dropped() -> None:
    assert printable("e\u0301\u200b\u202e\x00\x07\ufe0f!") == "\u00e9!"


def test_european_letters_stay() -> None:
    text = "Zażółć gęślą Ελληνικά Български ħġż ŵŷ ț ș ő ű — € ≥ →"
    assert printable(text) == text


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"


def test_links_break_at_their_parts() -> None:
    lines = lines_of(passage("see https://www.valdoria.example/s3/monitoring-2025.pdf", styles.BODY), 150)
    assert lines == ["see https://www.valdoria.example/", "s3/monitoring-2025.pdf"]


def test_figures_with_fixed_spaces_do_not_break() -> None:
    assert all(
        "1" not in line or "1\u2009000" in line for line in lines_of(passage("a 1\u2009000 " * 30, styles.BODY), 60)
    )


def test_pieces_without_a_blank_between_stay_together() -> None:
    made = passage((Piece("aaaa bbbb"), Piece("cccc", strong=True)), styles.BODY)
    assert lines_of(made, 50) == ["aaaa ", "bbbbcccc"]


@given(st.text(max_size=300), st.floats(min_value=12, max_value=400))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    made = passage(text, styles.BODY)
    lines = lines_of(made, width)
    assert "".join(lines).replace(" ", "") == printable(text).replace("\n", "").replace(" ", "")
    for line in made.lines:
        letters = sum(len(fragment.text) for fragment in line.fragments)
        assert line.width <= width + 0.1 or letters <= 1


@given(st.text(alphabet="ab \n-/", max_size=400), st.integers(min_value=0, max_value=40))
def test_a_divided_text_is_the_whole_text(text: str, height_in_lines: int) -> None:
    made = passage(text, styles.BODY)
    whole = lines_of(made)
    parts = made.split(200, height_in_lines * styles.BODY.leading)
    if parts:
        first, rest = (lines_of(part) for part in parts)
        assert first + rest == whole
        assert len(first) >= 2
        assert len(rest) >= 2
        assert len(first) <= height_in_lines


def test_a_part_can_be_laid_out_at_another_width() -> None:
    made = passage("word " * 200, styles.BODY, "el")
    made.wrap(200, ENDLESS)
    rest = made.split(200, 100)[1]
    before = "".join(lines_of(rest)).split()
    assert "".join(lines_of(rest, 333)).split() == before
    assert rest.element is made.element


def test_a_very_long_word_is_set_letter_by_letter() -> None:
    lines = lines_of(passage("x" * 30_000, styles.BODY), 300)
    assert sum(map(len, lines)) == 30_000
    assert len(lines) > 400


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", ""])
def test_only_web_addresses_become_links(link: str) -> None:
    from s3desk.formats.pdf.passage import _look

    assert _look(Piece("x", link=link), styles.BODY)[2] == "text"

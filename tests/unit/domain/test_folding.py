"""Texts are compared without case, accents and invisible characters, and found again where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.domain.folding import fold, ranges, words_of
from tests.hostile import HOSTILE_TEXTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u00dcberwachung", "uberwachung"),
        ("Stra\u00dfe", "STRASSE"),
        ("\u0395\u03bb\u03bb\u03ac\u03b4\u03b1\u03c2", "\u03b5\u03bb\u03bb\u03b1\u03b4\u03b1\u03c3"),
        ("e\u0301tat", "\u00c9tat"),
        ("co\u00adop\u200beration", "cooperation"),
    ],
)
def test_the_same_for_a_search(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("public  Report", ("public", "report")),
        ('"public report" 2025', ("public report", "2025")),
        ("\u201epublic report\u201c", ("public report",)),
        ("mon*", ("mon",)),
        ("(E07),", ("e07",)),
        ("3.5", ("3.5",)),
        ("twice twice", ("twice",)),
        (' " * " ', ()),
        ("", ()),
        ("\u0301\u200f", ()),
    ],
)
def test_words_of_what_was_typed(typed: str, words: tuple[str, ...]) -> None:
    assert words_of(typed) == words


def test_ranges_are_places_of_the_text_as_it_is_written() -> None:
    text = "Die Stra\u00dfe der \u00dcberwachung"
    (street, watch) = ranges(text, words_of("strasse uberw"))
    assert text[slice(*street)] == "Stra\u00dfe"
    assert text[slice(*watch)] == "\u00dcberw"


def test_ranges_that_touch_or_overlap_are_one() -> None:
    assert ranges("report", ("rep", "epo", "ort")) == ((0, 6),)


@given(st.text(max_size=60), st.sampled_from(HOSTILE_TEXTS))
def test_any_query_finds_itself_in_any_text(typed: str, text: str) -> None:
    words = words_of(typed)
    whole = f"{text[:2000]} {typed}"
    for start, end in ranges(whole, words):
        assert 0 <= start < end <= len(whole)
    assert all(word in fold(" ".join(typed.split())) for word in words if " " not in word)

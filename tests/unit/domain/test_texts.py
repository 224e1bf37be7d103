"""Text on its way in: NFC, one kind of line end, no control characters, at most 30 000 characters."""

import unicodedata
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.basics.errors import KnownError
from s3desk.domain.records import Answer, Programme
from s3desk.domain.texts import LONGEST_TEXT, clean, cleaned


@pytest.mark.parametrize(("typed", "kept"), [
    ("plain", "plain"),
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("a\tb", "a\tb"),
    ("a\x00b\x07c\x0bd\x0ce\x1bf\x7fg\x85h\x9fi", "abcdefghi"),
    ("a\ud800b\udfffc", "abc"),
    ("Citta\u0300", "Città"),
    ("\u212bngstr\u00f6m", "Ångström"),
    ("e\x00\u0301", "é"),
    ("\u05e9\u05dc\u05d5\u05dd \u202bרציף\u202c", "\u05e9\u05dc\u05d5\u05dd \u202bרציף\u202c"),
    ("\U0001f469\u200d\U0001f52c", "\U0001f469\u200d\U0001f52c"),
    ("=1+1", "=1+1"),
    ("  spaces stay  ", "  spaces stay  "),
    ("1\u00a0000\u2009m", "1\u00a0000\u2009m"),
])  # fmt: skip
def test_what_a_text_keeps(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(st.characters(codec=None)))
def test_everything_later_may_trust_a_cleaned_text(typed: str) -> None:
    text = clean(typed)
    assert clean(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in text if c not in "\n\t")
    assert text.encode("utf-8").decode("utf-8") == text


def test_the_limit_is_30_000_characters_after_cleaning() -> None:
    assert len(clean("x" * LONGEST_TEXT)) == LONGEST_TEXT
    assert len(clean("x" * LONGEST_TEXT + "\x00" * 10)) == LONGEST_TEXT
    assert len(clean("e\u0301" * LONGEST_TEXT)) == LONGEST_TEXT


@pytest.mark.parametrize("text", ["x" * (LONGEST_TEXT + 1), "\n" * 40_000, "\ufb2c" * 15_000])
def test_a_longer_text_is_refused_whole_with_both_numbers(text: str) -> None:
    with pytest.raises(KnownError, match=r"The text has \d+ characters\. A field holds 30000\. Nothing was changed\."):
        clean(text)


def test_a_record_is_cleaned_in_every_text_also_inside_lists() -> None:
    programme = Programme("p\x00", "Title\x07", objectives=("RSO1.1\ud800", "RSO1.4"))
    assert cleaned(programme) == Programme("p", "Title", objectives=("RSO1.1", "RSO1.4"))


def test_choices_stay_choices_and_a_clean_record_stays_the_same_object() -> None:
    answer = Answer("q", comment="fine")
    assert cleaned(answer) is answer
    dirty = cleaned(Answer("q", comment="a\x00"))
    assert all(type(getattr(dirty, f.name)) is type(getattr(answer, f.name)) for f in fields(dirty))

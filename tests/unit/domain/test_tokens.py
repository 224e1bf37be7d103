"""Evidence inside texts: what is a token, how it is written out, and how the result is counted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.basics.language import Language
from s3desk.domain.records import Evidence, Fulfilment
from s3desk.domain.tokens import first_texts, length, numbers_in, second_texts, token, written_texts

LAW = Evidence("a", 1, "Regional Law 4/2021 on smart specialisation", "Law 4/2021", dated=date(2021, 6, 14),
               link="https://v.example/law")  # fmt: skip
PLAN = Evidence("b", 10, "Action plan")
KNOWN = {1: LAW, 10: PLAN}
LAW_IN_FULL = "Law 4/2021, 14 Jun 2021, https://v.example/law"
ENGLISH = Language()


def written(text: str) -> str:
    return written_texts(text, "", KNOWN, ENGLISH).references


@pytest.mark.parametrize(("text", "numbers"), [
    ("", ()),
    ("E1", (1,)),
    ("E01 and E1 and E0001", (1,)),
    ("E1 E10 E100", (1, 10, 100)),
    ("E10, E2; (E3) [E4] E5. E6: «E7» „E8“ E9!", (10, 2, 3, 4, 5, 6, 7, 8, 9)),
    ("E1/E2, E3-E4, E5\u2013E6", (1, 2, 3, 4, 5, 6)),
    ("E1\nE2\tE3\u00a0E4", (1, 2, 3, 4)),
    ("see E12's annex", (12,)),
    ("CE17, XE1, E1X, E1_2, e17, E, E-17, É1, 1E5, _E1", ()),
    ("E12345", ()),
    ("v.E17 and .E17", ()),
    ("https://v.example/E17/x?y=E18 but E2", (2,)),
    ("HTTP E1", (1,)),
    ("E0", (0,)),
])  # fmt: skip
def test_what_is_a_token(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(("text", "expected"), [
    ("E01", LAW_IN_FULL),
    ("E1, Art. 3", f"{LAW_IN_FULL}, Art. 3"),
    ("E10", "Action plan"),
    ("E01; E10", f"{LAW_IN_FULL}; Action plan"),
    ("E01, E10", f"{LAW_IN_FULL}; Action plan"),
    ("E10 (p. 3, 7),\nE01", f"Action plan (p. 3, 7);\n{LAW_IN_FULL}"),
    ("In 2025, E10 said, E99, E10", "In 2025, Action plan said, E99, Action plan"),
    ("E01, https://v.example/E10, E10", f"{LAW_IN_FULL}, https://v.example/E10, Action plan"),
    ("E01, again E01 and E1", f"{LAW_IN_FULL}, again Law 4/2021 and Law 4/2021"),
    ("E99 stays, E1x stays", "E99 stays, E1x stays"),
    ("(E10)", "(Action plan)"),
    ("https://v.example/E01 stays", "https://v.example/E01 stays"),
    ("", ""),
])  # fmt: skip
def test_how_a_token_is_written_out(text: str, expected: str) -> None:
    assert written(text) == expected


def test_a_document_named_in_the_references_is_short_in_the_justification() -> None:
    result = written_texts("E01", "As E01 says, with E10.", KNOWN, ENGLISH)
    assert result.justification == "As Law 4/2021 says, with Action plan."


def test_dates_follow_the_language_of_the_text() -> None:
    texts = Fulfilment("c", references="E01", second_references="E01")
    assert "14. Juni 2021" in second_texts(texts, KNOWN, Language("de")).references
    assert "14 Jun 2021" in first_texts(texts, KNOWN, ENGLISH).references


def test_a_title_that_looks_like_a_token_or_a_pattern_is_not_read_again() -> None:
    tricky = {1: Evidence("a", 1, "E10 \\1 \\g<0> {x} $1"), 10: PLAN}
    assert written_texts("E1", "", tricky, ENGLISH).references == "E10 \\1 \\g<0> {x} $1"


def test_marks_have_two_digits_or_more() -> None:
    assert [token(Evidence("x", number, "")) for number in (1, 17, 104)] == ["E01", "E17", "E104"]


@pytest.mark.parametrize(("text", "expected"), [
    ("", 0),
    ("abc", 3),
    (" a b\tc\n", 3),
    ("1\u00a0000\u2009km\u202f²", 7),
    ("a\u3000b\u2028c\u2029d\x0be\x85f", 6),
    ("Città", 5),
    ("\U0001f680", 1),
    ("a\u200bb", 3),
])  # fmt: skip
def test_length_is_counted_without_any_white_space(text: str, expected: int) -> None:
    assert length(text) == expected


@given(st.text())
def test_length_is_that_of_the_text_without_its_gaps(text: str) -> None:
    assert length(text) == len("".join(text.split())) or any(c in "\x1c\x1d\x1e\x1f" for c in text)
    assert length(text + " \n\u00a0") == length(text)


@given(st.text(alphabet="E0123456789 .,;/-x\n"))
def test_without_evidence_nothing_changes(text: str) -> None:
    assert written_texts(text, text, {}, ENGLISH).references == text

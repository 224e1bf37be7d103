"""Dates, links and numbers as people type them."""

from datetime import date

import pytest

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.domain import typed

ENGLISH, GERMAN = Language("en"), Language("de")


@pytest.mark.parametrize(
    "text",
    ["31.3.2027", "31. 3. 2027", "31/03/27", "31-3-2027", "2027-03-31", "2027/3/31", "31 March 2027", " 31 mar 2027 "],
)
def test_a_date_may_be_typed_in_many_ways(text: str) -> None:
    assert typed.day(text, ENGLISH) == date(2027, 3, 31)


def test_a_date_that_we_wrote_is_read_back() -> None:
    for language in (ENGLISH, GERMAN, Language("it"), Language("el"), Language("pl")):
        for month in range(1, 13):
            written = date(2027, month, 28)
            assert typed.day(language.date(written), language) == written
            assert typed.day(language.short_date(written), language) == written


def test_nothing_is_no_date() -> None:
    assert typed.day("  ", ENGLISH) is None


@pytest.mark.parametrize("text", ["31.13.2027", "soon", "2027", "1.1", "31.3.20277", "0.0.2027", "\u0663.3.2027x"])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="not a date"):
        typed.day(text, ENGLISH)


@pytest.mark.parametrize("text", ["31/02/27", "0.2.2027"])
def test_a_day_that_a_month_does_not_have(text: str) -> None:
    with pytest.raises(KnownError, match="February 2027 has 28 days"):
        typed.day(text, ENGLISH)


def test_facts_by_their_kind() -> None:
    assert typed.fact("date", "31.3.2027", ENGLISH) == "2027-03-31"
    assert typed.fact("date", "", ENGLISH) == ""
    assert typed.fact("link", "www.valdoria.example/s3", ENGLISH) == "https://www.valdoria.example/s3"
    assert typed.fact("text", " Decision 14/2021 ", ENGLISH) == "Decision 14/2021"


@pytest.mark.parametrize("text", ["1200", "1 200", "1.200,5", "-3", "38 %", "\u22123"])
def test_numbers(text: str) -> None:
    assert typed.fact("number", text, ENGLISH) == text


@pytest.mark.parametrize("text", ["about 12", "twelve", "=1+1"])
def test_what_is_no_number_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="not a number"):
        typed.fact("number", text, ENGLISH)

"""Texts, numbers and dates in a language; nonsense as language code falls back to English."""

from datetime import date, datetime

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from s3desk.basics.errors import KnownError
from s3desk.basics.language import EU_LANGUAGES, Language, available_languages, half_up

ENGLISH, GERMAN = Language(), Language("de")
DAY = date(2027, 3, 1)


@pytest.mark.parametrize(("number", "digits", "expected"), [
    (2.25, 1, 2.3), (2.35, 1, 2.4), (2.45, 1, 2.5), (0.05, 1, 0.1), (1.005, 2, 1.01), (2.5, 0, 3), (3.5, 0, 4),
    (10 / 3, 1, 3.3), (20 / 3, 1, 6.7), (-2.25, 1, -2.3), (0.0, 1, 0.0), (3.95, 1, 4.0), (1e-9, 1, 0.0),
])  # fmt: skip
def test_half_up_as_a_spreadsheet_does(number: float, digits: int, expected: float) -> None:
    assert half_up(number, digits) == expected


@given(st.floats(0, 5, allow_nan=False))
def test_half_up_moves_by_at_most_half_a_step(number: float) -> None:
    assert abs(half_up(number) - number) <= 0.05 + 1e-9


@pytest.mark.parametrize(("number", "english", "german"), [(3.25, "3.3", "3,3"), (1234.5, "1234.5", "1234,5")])
def test_decimals(number: float, english: str, german: str) -> None:
    assert ENGLISH.decimal(number) == english
    assert GERMAN.decimal(number) == german


@pytest.mark.parametrize(("number", "shown"), [
    (0.5, "+0.5"), (-0.3, "\u22120.3"), (0.0, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-1.25, "\u22121.3"),
])  # fmt: skip
def test_a_change_has_its_sign_and_zero_has_none(number: float, shown: str) -> None:
    assert ENGLISH.change(number) == shown


def test_thousands_have_a_thin_space() -> None:
    assert [ENGLISH.integer(number) for number in (0, 999, 1000, 1234567)] == [
        "0",
        "999",
        "1\u2009000",
        "1\u2009234\u2009567",
    ]


def test_dates() -> None:
    assert (ENGLISH.date(DAY), ENGLISH.short_date(DAY), ENGLISH.month(DAY)) == (
        "1 March 2027",
        "1 Mar 2027",
        "March 2027",
    )
    assert (GERMAN.date(DAY), GERMAN.month(DAY)) == ("1. März 2027", "März 2027")
    assert ENGLISH.moment(datetime.fromisoformat("2026-11-16T05:02")) == "16 November 2026, 05:02"


@pytest.mark.parametrize("code", available_languages())
def test_days_and_decimals_are_written_as_the_unicode_consortium_says(code: str) -> None:
    language = Language(code)
    for month in range(1, 13):
        day = date(2027, month, 9)
        for shown, pattern in ((language.date(day), "d MMMM y"), (language.short_date(day), "d MMM y")):
            assert shown == format_date(day, language.text(pattern), locale=code)
    assert language.decimal(1234.25, 2) == format_decimal(1234.25, "0.00", locale=code)


@pytest.mark.parametrize("code", available_languages())
def test_languages_are_named_as_the_unicode_consortium_does(code: str) -> None:
    names = [Language(code).language_name(one) for one in EU_LANGUAGES]
    assert names == [Locale.parse(code).languages[one] for one in EU_LANGUAGES]


@pytest.mark.parametrize(
    ("code", "long", "short", "month"),
    [
        ("it", "3 novembre 2026", "3 nov 2026", "novembre 2026"),
        ("fr", "3 novembre 2026", "3 nov. 2026", "novembre 2026"),
        ("hu", "2026. november 3.", "2026. nov. 3.", "2026. november"),
        ("el", "3 Νοεμβρίου 2026", "3 Νοε 2026", "Νοέμβριος 2026"),
        ("zz", "3 November 2026", "3 Nov 2026", "November 2026"),
    ],
)
def test_days_in_languages_of_which_we_have_no_words(code: str, long: str, short: str, month: str) -> None:
    language, day = Language(code), date(2026, 11, 3)
    assert (language.date(day), language.short_date(day), language.month(day)) == (long, short, month)


def test_words_in_a_pattern_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Language, "text", lambda _language, message: message.replace("d MMMM y", "d 'de' MMMM 'de' y"))
    assert ENGLISH.date(DAY) == "1 de March de 2027"


@pytest.mark.parametrize("code", [*EU_LANGUAGES, "zz", "", "=1+1", "../de", "x" * 500, "en_US", "DE", "\u202e"])
@pytest.mark.parametrize("day", [date.min, DAY, date.max])
def test_every_language_code_can_say_every_day_and_number(code: str, day: date) -> None:
    language = Language(code)
    assert str(day.year) in language.date(day).replace("\u200e", "")
    assert language.month(day)
    assert "5" in language.decimal(2.5)
    assert language.language_name("it")
    assert language.text("Yes")


def test_an_unknown_code_is_its_own_name() -> None:
    assert ENGLISH.language_name("it") == "Italian"
    assert ENGLISH.language_name("=1+1") == "=1+1"


@pytest.mark.parametrize(
    ("items", "joined"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (list("ABC"), "A, B and C")]
)
def test_lists_in_words(items: tuple[str, ...], joined: str) -> None:
    assert ENGLISH.joined(items) == joined


def test_plurals_and_placeholders() -> None:
    assert ENGLISH.plural("{n} question", "{n} questions", 1) == "1 question"
    assert ENGLISH.plural("{n} question of {name}", "{n} questions of {name}", 0, name="A") == "0 questions of A"
    assert ENGLISH.text("Saved {name}", name="{x} %s") == "Saved {x} %s"
    assert ENGLISH.text("") == ""


def test_an_error_is_said_with_its_values_even_when_they_look_like_placeholders() -> None:
    error = KnownError("{name} is empty.", "Open a backup of {name}.", name="{0}{name}.s3desk")
    assert str(error) == ENGLISH.error(error) == "{0}{name}.s3desk is empty."
    assert ENGLISH.hint(error) == "Open a backup of {0}{name}.s3desk."
    assert ENGLISH.hint(KnownError("So.")) == ""
    assert str(KnownError("100 % {of} it")) == "100 % {of} it"


def test_english_comes_first_of_the_languages() -> None:
    assert available_languages()[0] == "en"


@pytest.mark.parametrize(
    ("message", "values", "shown"),
    [
        ("Rate question {number}", {"number": "1.2"}, "Rate question 1.2"),
        ("Rate question {number}", {"number": {"a": [1]}}, "Rate question {'a': [1]}"),
        ("Rate question {number}", {}, "Rate question {number}"),
        ("Rate question {number}", {"other": 1}, "Rate question {number}"),
        ("Rate question {number}", [1], "Rate question {number}"),
        ("Rate question {number}", {"message": "twice", "self": 1}, "Rate question {number}"),
        ("{", {"a": 1}, "{"),
        ("{0}", {"a": 1}, "{0}"),
        ("{a.__class__}", {"a": 1}, "{a.__class__}"),
        ("{a:999999999999}", {"a": 1}, "{a:999999999999}"),
        ("", {"a": 1}, ""),
    ],
)
def test_a_message_kept_in_a_file_is_shown_whatever_it_holds(message: str, values: object, shown: str) -> None:
    assert Language().recorded(message, values) == shown  # type: ignore[arg-type]

"""A language for texts, numbers and dates; it is passed along, so screen and report may speak different ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from s3desk.basics.messages import Messages, read
from s3desk.basics.resources import resource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from babel import Locale

    from s3desk.basics.errors import KnownError

SOURCE_LANGUAGE = "en"
THIN_SPACE = "\u2009"
MINUS = "\u2212"

EU_LANGUAGES = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip

_KEPT = re.compile(r"([^{}]|\{\w+\})*")
"""What a kept message may be: words and names of values, nothing that reaches into them or widens them."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the product; `code` is an ISO 639-1 code such as "de"."""

    code: str = SOURCE_LANGUAGE

    def text(self, message: str, **values: object) -> str:
        """The message in this language, its named placeholders filled."""
        translated = _messages(self.code).text(message) if message else ""
        return translated.format(**values) if values else translated

    def recorded(self, message: str, values: Mapping[str, object]) -> str:
        """A message that a file keeps; as it stands there when it is none of ours or its values do not fit."""
        try:
            return self.text(message, **values) if _KEPT.fullmatch(message) else message
        except (LookupError, TypeError):
            return message

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of the message that fits `n`; the placeholder {n} is filled with it."""
        return _messages(self.code).plural(one, many, n).format(n=n, **values)

    def error(self, error: KnownError) -> str:
        """What happened, in this language."""
        return self.text(error.text, **error.values)

    def hint(self, error: KnownError) -> str:
        """What to do about it, in this language."""
        return self.text(error.hint, **error.values) if error.hint else ""

    def date(self, day: dt.date) -> str:
        """A date in full: "31 March 2027"."""
        return self._written(day, self.text("d MMMM y"))

    def short_date(self, day: dt.date) -> str:
        """A date for tables: "31 Mar 2027"."""
        return self._written(day, self.text("d MMM y"))

    def month(self, day: dt.date) -> str:
        """The month of a date: "November 2025"."""
        return self._written(day, self.text("MMMM y"))

    def moment(self, when: dt.datetime) -> str:
        """Date and time: "16 November 2026, 15:42"."""
        return f"{self.date(when.date())}, {when:%H:%M}"

    def decimal(self, number: float, digits: int = 1) -> str:
        """A number with a fixed count of decimals, rounded half up, in this language's notation."""
        mark = self.text("0.0")[1]
        return f"{half_up(number, digits) + 0.0:.{digits}f}".replace(".", mark)

    def _written(self, day: dt.date, pattern: str) -> str:
        """A day by a pattern such as "d MMMM y"; what stands in 'quotes' is written as it is."""
        if not _is_spoken(self.code):
            return _written_elsewhere(day, self.code, pattern)
        months = self.text(
            "January February March April May June July August September October November December"
        ).split()
        short = self.text("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
        parts = {"MMMM": months[day.month - 1], "MMM": short[day.month - 1], "d": str(day.day), "y": str(day.year)}
        return re.sub("'([^']*)'|MMMM|MMM|d|y", lambda found: parts.get(found[0], found[1] or ""), pattern)

    def change(self, number: float) -> str:
        """A difference with its sign: "+0.5", "\u22120.3", "0.0"."""
        shown = self.decimal(abs(number))
        if not any(digit in shown for digit in "123456789"):
            return shown
        return ("+" if number > 0 else MINUS) + shown

    def integer(self, number: int) -> str:
        """A whole number with a thin space between thousands: "1 000"."""
        return f"{number:,}".replace(",", THIN_SPACE)

    def joined(self, items: tuple[str, ...] | list[str]) -> str:
        """Items as a list in words: "A, B and C"."""
        if len(items) < 2:
            return "".join(items)
        return self.text("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])

    def language_name(self, code: str) -> str:
        """The name of a language in this language: "Italian"."""
        if code not in EU_LANGUAGES or not _is_spoken(self.code):
            return _locale(self.code).languages.get(code, code) or code
        names = self.text(
            "Bulgarian, Czech, Danish, German, Greek, English, Spanish, Estonian, Finnish, French, Irish, Croatian, "
            "Hungarian, Italian, Lithuanian, Latvian, Maltese, Dutch, Polish, Portuguese, Romanian, Slovak, Slovenian, "
            "Swedish"
        )
        return names.split(", ")[EU_LANGUAGES.index(code)]

    def country_name(self, code: str) -> str:
        """The name of a country, by its ISO 3166 code, in this language: "Italy"."""
        return _locale(self.code).territories.get(code, code) or code


def message(text: str) -> str:
    """Mark a text that is translated later, where it is shown; returns it as it is."""
    return text


def available_languages() -> tuple[str, ...]:
    """The codes of the languages the interface and the reports can speak, English first."""
    others = sorted(path.stem for path in resource("locales").glob("*.po"))
    return (SOURCE_LANGUAGE, *(code for code in others if code != SOURCE_LANGUAGE))


def half_up(number: float, digits: int = 1) -> float:
    """Round half up as a spreadsheet does: 2.25 becomes 2.3 (Python's `round` gives 2.2)."""
    from decimal import ROUND_HALF_UP, Decimal

    step = Decimal(1).scaleb(-digits)
    return float(Decimal(repr(number)).quantize(step, rounding=ROUND_HALF_UP))


@cache
def _messages(code: str) -> Messages:
    """The messages of one language, read from its .po file; English and unknown languages stay as written."""
    if code == SOURCE_LANGUAGE or code not in available_languages():
        return Messages()
    return read(resource("locales", f"{code}.po"))


@cache
def _is_spoken(code: str) -> bool:
    """Whether we have words of our own in a language, or it is no language at all and stays English."""
    return code in available_languages() or _locale(code).language == SOURCE_LANGUAGE


def _written_elsewhere(day: dt.date, code: str, pattern: str) -> str:
    """A day in a language in which only the officer writes, as is usual there."""
    from babel.dates import format_date, format_skeleton

    usual = {"d MMMM y": "long", "d MMM y": "medium"}.get(pattern)
    if usual is None:
        return format_skeleton("yMMMM", day, locale=_locale(code))
    return format_date(day, usual, locale=_locale(code))


@cache
def _locale(code: str) -> Locale:
    """How a language writes dates and numbers; English where it is not known, as with its messages."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE_LANGUAGE)

"""What people type into small fields, read generously: dates, links, numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import FactKind

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_WITH_WORD = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})|(?P<first>\d{1,2}|[^\W\d]+)\.?[-./ ]+(?P<last>\d{4})")
_WORD = re.compile(r"[^\W\d]+")
_NUMBER = re.compile(r"[+\-\u2212]?\d[\d\s.,]*%?")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_THIS_CENTURY = 2000


def day(text: str, language: Language) -> date | None:
    """The day somebody typed: "31.3.2027", "31/03/27", "2027-03-31", "31 March 2027"; None for nothing.

    Raises `KnownError` with a sentence about what is wrong.
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    for pattern in (_ISO, _DAY_FIRST, _WITH_WORD):
        if found := pattern.fullmatch(plain):
            year, month, number = _ordered(pattern, found, language)
            return _checked_day(year, month, number, language)
    raise _no_date()


def days(text: str, language: Language) -> tuple[date, ...]:
    """The days somebody typed with a semicolon between them, each once and in order. Raises `KnownError`."""
    found = (day(part, language) for part in text.split(";"))
    return tuple(sorted({one for one in found if one is not None}))


def month(text: str, language: Language) -> date | None:
    """The first day of the month somebody typed: "11/2026", "2026-11", "November 2026"; None for nothing.

    Raises `KnownError` for anything else.
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    if found := _MONTH.fullmatch(plain):
        word = found["month"] or found["first"]
        number = int(word) if word.isdecimal() else _month(word, language)
        year = int(found["year"] or found["last"])
        if 1 <= number <= 12 and 1500 <= year <= 2999:
            return date(year, number, 1)
    raise KnownError("This is not a month.", "Write month and year, for example 11/2026.")


def link(text: str) -> str:
    """The web address somebody typed; "www." gets its "https://". Raises `KnownError` for anything else."""
    plain = text.strip()
    if plain.lower().startswith("www."):
        plain = f"https://{plain}"
    if plain and not _WEB_ADDRESS.fullmatch(plain):
        raise KnownError("This is not a web address.", "A public link begins with https:// and has no spaces.")
    return plain


def fact(kind: FactKind, text: str, language: Language) -> str:
    """What a fact field keeps of a typed text: dates as ISO text, all else as typed. Raises `KnownError`."""
    if kind == "date":
        found = day(text, language)
        return found.isoformat() if found else ""
    if kind == "link":
        return link(text)
    if kind == "number" and text.strip() and not _NUMBER.fullmatch(text.strip()):
        raise KnownError("This is not a number.", "Write figures only, for example 1200.")
    return text.strip()


def _ordered(pattern: re.Pattern[str], found: re.Match[str], language: Language) -> tuple[int, int, int]:
    if pattern is _ISO:
        return int(found[1]), int(found[2]), int(found[3])
    month = int(found[2]) if pattern is _DAY_FIRST else _month(found[2], language)
    year = int(found[3])
    return year if year >= 100 else _THIS_CENTURY + year, month, int(found[1])


def _checked_day(year: int, month: int, number: int, language: Language) -> date:
    if not (1 <= month <= 12 and 1500 <= year <= 2999):
        raise _no_date()
    days = monthrange(year, month)[1]
    if not 1 <= number <= days:
        raise KnownError(
            "{month} has {days} days.", "Choose another date.", month=language.month(date(year, month, 1)), days=days
        )
    return date(year, month, number)


def _month(word: str, language: Language) -> int:
    """The number of a month by its name or its beginning, in the language or in English; 0 for another word."""
    wanted = word.casefold().rstrip(".")
    for spoken in (language, Language()):
        for month in range(1, 13):
            if len(wanted) >= 3 and any(name.startswith(wanted) for name in _month_names(spoken, month)):
                return month
    return 0


def _month_names(language: Language, month: int) -> list[str]:
    """The names of a month in lower case: alone, and as it is written in a date."""
    day = date(_THIS_CENTURY, month, 1)
    written = (language.month(day), language.date(day), language.short_date(day))
    return [word.casefold() for one in written for word in _WORD.findall(one)]


def _no_date() -> KnownError:
    return KnownError("This is not a date.", "Write day, month and year, for example 31.3.2027.")

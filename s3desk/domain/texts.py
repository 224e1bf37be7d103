"""Text on its way in: the one place that decides which characters an assessment may hold."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.domain.plain import field_names
from s3desk.domain.records import R

LONGEST_TEXT = 30_000
_KEPT = "\n\t"


def clean(text: str) -> str:
    """The text in NFC, line ends as newline, without control characters (newline and tab stay).

    Raises `KnownError` when more than 30 000 characters remain.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isprintable():
        plain = "".join(c for c in plain if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cs"))
    plain = unicodedata.normalize("NFC", plain)
    if len(plain) > LONGEST_TEXT:
        raise KnownError(
            "The text has {found} characters. A field holds {limit}. Nothing was changed.",
            "Shorten the text, or add it as a document under Evidence.",
            found=len(plain),
            limit=LONGEST_TEXT,
        )
    return plain


def _clean_value(value: Any) -> Any:
    if type(value) is str:
        return clean(value)
    return tuple(clean(item) for item in value) if type(value) is tuple else value


def cleaned(record: R) -> R:
    """The record with all its texts cleaned; the same object when nothing had to change."""
    changes: dict[str, Any] = {}
    for name in field_names(type(record)):
        value = getattr(record, name)
        better = _clean_value(value)
        if better != value:
            changes[name] = better
    return replace(record, **changes) if changes else record  # type: ignore[type-var]

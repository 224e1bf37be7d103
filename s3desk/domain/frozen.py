"""Content as bytes and back: how saved versions are kept and how data leave and return."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from s3desk.catalogue.plain import canonical
from s3desk.domain.content import Content, content_of
from s3desk.domain.plain import KIND_NAMES, KIND_OF_NAME, from_plain, to_plain
from s3desk.domain.texts import cleaned

Records = Mapping[str, Sequence[Mapping[str, Any]]]


def to_records(content: Content) -> dict[str, list[dict[str, Any]]]:
    """All records as plain values by the name of their kind; kinds without records are left out."""
    return {
        KIND_NAMES[kind]: [dict(to_plain(record)) for record in content.all(kind)]
        for kind in content.shelves
        if content.shelves[kind]
    }


def from_records(records: Records) -> Content:
    """The content of these plain values, texts cleaned. Raises ValueError naming record and field."""
    try:
        return content_of(
            cleaned(from_plain(KIND_OF_NAME[name], plain)) for name, rows in records.items() for plain in rows
        )
    except (AttributeError, KeyError, TypeError) as reason:
        raise ValueError(f"these are no records: {reason}") from reason


def to_bytes(content: Content) -> bytes:
    """The content as canonical bytes: equal contents give equal bytes."""
    return canonical(to_records(content))


def from_bytes(stored: bytes) -> Content:
    """The content of these bytes. Raises ValueError when they are none."""
    try:
        return from_records(json.loads(stored))
    except RecursionError as reason:
        raise ValueError("it is nested too deeply") from reason

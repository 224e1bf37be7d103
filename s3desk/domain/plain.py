"""Records as plain values (texts, numbers, lists) and back: the one form used by file, journal and JSON."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, Union

from s3desk.domain.records import RECORD_KINDS, R, Record

Plain: TypeAlias = str | int | bool | list[str] | None
Reader: TypeAlias = Callable[[Any], Any]

KIND_NAMES: Mapping[type[Record], str] = {
    kind: "".join("_" + c.lower() if c.isupper() else c for c in kind.__name__).lstrip("_") for kind in RECORD_KINDS
}
KIND_OF_NAME: Mapping[str, type[Record]] = {name: kind for kind, name in KIND_NAMES.items()}


def to_plain(record: Record) -> dict[str, Plain]:
    """The record's fields as plain values; dates as ISO texts, choices as their words."""
    return {name: _plain(getattr(record, name)) for name in field_names(type(record))}


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """The record of these plain values; missing fields take their defaults.

    Raises ValueError, naming the field, when a value does not fit.
    """
    readers = _readers(kind)
    values: dict[str, Any] = {}
    for name, value in plain.items():
        if name not in readers:
            raise ValueError(f"{KIND_NAMES[kind]} has no field {name!r}")
        try:
            values[name] = readers[name](value)
        except (ValueError, TypeError) as reason:
            raise ValueError(f"{KIND_NAMES[kind]}, field {name!r}: {reason}") from reason
    try:
        return kind(**values)
    except TypeError as reason:
        raise ValueError(f"{KIND_NAMES[kind]}: {reason}") from reason


@cache
def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The names of a record's fields, the key first."""
    return tuple(field.name for field in fields(kind))  # type: ignore[arg-type]


@cache
def field_types(kind: type[Record]) -> Mapping[str, tuple[type, bool]]:
    """For each field its type (str, int, bool, date, datetime, a choice or tuple) and whether it may be None."""
    hints = typing.get_type_hints(kind)
    return {name: _without_none(hints[name]) for name in field_names(kind)}


def _without_none(hint: Any) -> tuple[type, bool]:
    if typing.get_origin(hint) in (Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(hint) if part is not type(None)]
        return inner, True
    return typing.get_origin(hint) or hint, False


def _plain(value: Any) -> Plain:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value  # type: ignore[no-any-return]


@cache
def _readers(kind: type[Record]) -> Mapping[str, Reader]:
    return {name: _reader(*field_types(kind)[name]) for name in field_names(kind)}


def _reader(kind: type, may_be_none: bool) -> Reader:
    read = _READERS.get(kind, kind)
    if not may_be_none:
        return read
    return lambda value: None if value is None else read(value)


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{value!r} is not of type {kind.__name__}")
        return value

    return read


def _boolean(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError(f"{value!r} is neither true nor false")
    return bool(value)


def _wall_clock(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:  # it could not be compared with the others
        raise ValueError(f"{value!r} is not a time of the wall clock")
    return moment


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{value!r} is not a list of texts")
    return tuple(value)


_READERS: Mapping[type, Reader] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _boolean,
    date: date.fromisoformat,
    datetime: _wall_clock,
    tuple: _texts,
}

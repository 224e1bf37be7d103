"""Write resources/schemas/data.schema.json from the records: run it when a record gains or loses a field."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from s3desk.domain.plain import KIND_NAMES
from s3desk.domain.profile import Profile
from s3desk.domain.records import RECORD_KINDS, Record
from s3desk.domain.texts import LONGEST_TEXT
from s3desk.queries.data import FORMAT_NAME, FORMAT_VERSION

TARGET = Path(__file__).resolve().parents[1] / "resources" / "schemas" / "data.schema.json"
_MOST_RECORDS = 100_000

_SIMPLE: dict[type, dict[str, Any]] = {
    str: {"type": "string", "maxLength": LONGEST_TEXT},
    int: {"type": "integer", "minimum": 0, "maximum": 10**12},
    bool: {"type": "boolean"},
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    datetime: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"},
    tuple: {"type": "array", "maxItems": 1000, "items": {"type": "string", "maxLength": LONGEST_TEXT}},
}


def schema() -> dict[str, Any]:
    """The JSON Schema of a data file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "S3 Desk data",
        "description": "All records of one profile. Made from the program's records; see docs/file-format.md.",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "profile", "catalogue", "records", "versions"],
        "properties": {
            "format": {"const": FORMAT_NAME},
            "version": {"const": FORMAT_VERSION},
            "profile": {"enum": [profile.value for profile in Profile]},
            "exported_at": {"type": "string"},
            "program": {"type": "string"},
            "catalogue": {"type": "object"},
            "records": {"$ref": "#/$defs/records"},
            "versions": {"type": "object", "additionalProperties": {"$ref": "#/$defs/records"}},
        },
        "$defs": {
            "records": {
                "type": "object",
                "additionalProperties": False,
                "properties": {KIND_NAMES[kind]: _list_of(kind) for kind in RECORD_KINDS},
            },
            **{KIND_NAMES[kind]: _record(kind) for kind in RECORD_KINDS},
        },
    }


def _list_of(kind: type[Record]) -> dict[str, Any]:
    return {"type": "array", "maxItems": _MOST_RECORDS, "items": {"$ref": f"#/$defs/{KIND_NAMES[kind]}"}}


def _record(kind: type[Record]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    needed = [field.name for field in fields(kind) if field.default is MISSING]  # type: ignore[arg-type]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": needed,
        "properties": {name: _field(hint) for name, hint in hints.items()},
    }


def _field(hint: Any) -> dict[str, Any]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(hint) if part is not type(None)]
        return {"anyOf": [_field(inner), {"type": "null"}]}
    kind = typing.get_origin(hint) or hint
    if issubclass(kind, StrEnum):
        return {"enum": [choice.value for choice in kind]}
    return _SIMPLE[kind]


def text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")

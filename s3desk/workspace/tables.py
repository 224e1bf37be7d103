"""The tables of an assessment file, derived from the records so that fields and columns cannot differ."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from s3desk.domain.plain import KIND_NAMES, field_types, from_plain, to_plain
from s3desk.domain.records import RECORD_KINDS, EvidenceUse, R, Record

APPLICATION_ID = 0x53334431
"""The bytes "S3D1" in the file's header: this is an S3 Desk file."""

FORMAT = 1
"""The generation of the file format (`user_version`); a higher one is refused, never touched."""

metadata = MetaData()

_REFERENCES: Mapping[tuple[type[Record], str], str] = {(EvidenceUse, "evidence_id"): "evidence.id"}


def _sql_type(kind: type) -> type[TypeEngine[Any]]:
    return {bool: Boolean, int: Integer}.get(kind, Text)


def _column(record_kind: type[Record], name: str, kind: type, may_be_none: bool) -> Column[Any]:
    target = _REFERENCES.get((record_kind, name))
    keys = [ForeignKey(target, deferrable=True, initially="DEFERRED")] if target else []
    return Column(name, _sql_type(kind), *keys, primary_key=name == "id", nullable=may_be_none)


def _table(kind: type[Record]) -> Table:
    columns = [_column(kind, name, *shape) for name, shape in field_types(kind).items()]
    return Table(KIND_NAMES[kind], metadata, *columns)


TABLE_OF: Mapping[type[Record], Table] = {kind: _table(kind) for kind in RECORD_KINDS}

CATALOGUE = Table(
    "catalogue",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", Text, nullable=False),
)

JOURNAL = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("label_values", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("changes", Text, nullable=False),
)

ATTACHMENT = Table(
    "attachment",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)


def to_row(record: Record) -> dict[str, Any]:
    """The record as column values; lists become JSON text."""
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        for name, value in to_plain(record).items()
    }


def from_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """The record of a table's row. Raises ValueError when a value does not fit the record."""
    values = dict(row)
    for name, (shape, _) in field_types(kind).items():
        if shape is tuple:
            values[name] = json.loads(values[name])
    return from_plain(kind, values)

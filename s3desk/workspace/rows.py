"""Catalogue and records of a file: read whole when it is opened, written change by change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.plain import from_plain as catalogue_from_plain
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Change, Content, content_of
from s3desk.domain.records import RECORD_KINDS
from s3desk.workspace.opening import damaged
from s3desk.workspace.tables import CATALOGUE, TABLE_OF, from_row, to_row


def write_records(connection: Connection, changes: Iterable[Change]) -> None:
    """Write each record as it is after its change; remove those that are deleted."""
    for change in changes:
        table = TABLE_OF[change.kind]
        if change.after is None:
            connection.execute(delete(table).where(table.c.id == change.key))
        else:
            row = to_row(change.after)
            connection.execute(upsert(table).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def read_catalogue(connection: Connection, path: Path) -> Catalogue:
    """The catalogue that the assessment was begun with. Raises `BrokenFileError` when it is not what it was."""
    rows = connection.execute(select(CATALOGUE)).all()
    if len(rows) != 1:
        raise damaged(path)
    catalogue = catalogue_from_plain(json.loads(rows[0].content))
    if catalogue.digest != rows[0].digest:
        raise damaged(path)
    return catalogue


def read_content(connection: Connection, catalogue: Catalogue, path: Path) -> Content:
    """All records. Raises `BrokenFileError` when they contradict each other or the catalogue."""
    rows = (
        from_row(kind, dict(row))
        for kind in RECORD_KINDS
        for row in connection.execute(select(TABLE_OF[kind])).mappings()
    )
    content = content_of(rows)
    if inconsistencies(catalogue, content):
        raise damaged(path)
    return content

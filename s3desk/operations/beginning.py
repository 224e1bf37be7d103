"""Begin an assessment file: a new one, or the worked example."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from s3desk.basics.resources import resource
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content
from s3desk.domain.frozen import from_records, to_bytes
from s3desk.domain.records import ASSESSMENT, Assessment, Check, Purpose, Record, SavedBecause, SavedVersion
from s3desk.workspace.attachments import digest_of_bytes
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace, wall_clock

EXAMPLE = "valdoria"

Clock = Callable[[], datetime]


def begin(
    path: Path,
    records: Iterable[Record] = (),
    *,
    who: str,
    purpose: Purpose = Purpose.CONTINUED,
    clock: Clock = wall_clock,
) -> Workspace:
    """A new file with our catalogue and these records; what is missing of the first two kinds is added."""
    given = tuple(_identified(record) for record in records)
    started = clock().date()
    added: list[Record] = []
    if not any(isinstance(record, Assessment) for record in given):
        added.append(_identified(Assessment(ASSESSMENT, "")))
    if not any(isinstance(record, Check) for record in given):
        added.append(Check("first", str(started.year), purpose, started))
    return create(path, default_catalogue(), (*added, *given), who=who, clock=clock)


def _identified(record: Record) -> Record:
    """An assessment that begins gets its identity; everything else is as given."""
    if isinstance(record, Assessment) and not record.identity:
        return replace(record, identity=uuid.uuid4().hex)
    return record


def begin_example(path: Path, *, who: str, clock: Clock = wall_clock) -> Workspace:
    """The worked example, the invented region Valdoria, as a file of its own."""
    records, versions = _example()
    return create(path, default_catalogue(), records, who=who, clock=clock, stored=versions)


def _example() -> tuple[tuple[Record, ...], tuple[bytes, ...]]:
    import yaml

    path = resource("examples", f"{EXAMPLE}.yaml")
    plain = _with_iso_dates(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    now = from_records(plain["records"])
    before = from_records({**plain["records"], **plain["before"]["records"]})
    stored = to_bytes(before)
    version = SavedVersion(
        id="before",
        name=plain["before"]["name"],
        saved_at=datetime.fromisoformat(plain["before"]["saved_at"]),
        saved_by=plain["before"]["saved_by"],
        because=SavedBecause.NEW_CHECK,
        sha256=digest_of_bytes(stored),
    )
    return (*_records(now), version), (stored,)


def _records(content: Content) -> Iterable[Record]:
    return (record for kind in content.shelves for record in content.all(kind))


def _with_iso_dates(plain: Any) -> Any:
    """YAML reads dates as dates; records are read from texts."""
    if isinstance(plain, dict):
        return {key: _with_iso_dates(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_with_iso_dates(value) for value in plain]
    if isinstance(plain, datetime):
        return plain.isoformat(timespec="seconds")
    return plain.isoformat() if isinstance(plain, date) else plain

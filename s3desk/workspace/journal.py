"""The journal: undo stack, redo stack and audit trail in one table. Entries are marked, never deleted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from s3desk.domain.content import Change
from s3desk.domain.plain import KIND_NAMES, KIND_OF_NAME, from_plain, to_plain
from s3desk.domain.records import Record
from s3desk.workspace.tables import JOURNAL

DONE, UNDONE, DROPPED, FIXED = "done", "undone", "dropped", "fixed"
"""States of an entry: done, taken back, taken back and overtaken by a new change, never to be taken back."""

_LAST_THAT_COUNTS = select(func.max(JOURNAL.c.id)).where(JOURNAL.c.state.in_((DONE, FIXED))).scalar_subquery()
_IS_UNDONE = (JOURNAL.c.id > func.coalesce(_LAST_THAT_COUNTS, 0)) & (JOURNAL.c.state == UNDONE)
"""What was taken back stands behind all that counts: a long journal need not be read for it."""


@dataclass(frozen=True, slots=True)
class StepName:
    """What a step is called: a message id and its values."""

    label: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: what was done (a message id and its values), when, by whom, and each record before and after."""

    id: int
    label: str
    values: Mapping[str, Any]
    at: datetime
    who: str
    state: str
    changes: tuple[Change, ...]


def write(
    connection: Connection,
    label: str,
    values: Mapping[str, Any],
    at: datetime,
    who: str,
    changes: Iterable[Change],
    state: str = DONE,
) -> int:
    """Add an entry and mark the undone ones as dropped; returns the entry's number."""
    connection.execute(update(JOURNAL).where(_IS_UNDONE).values(state=DROPPED))
    row = {
        "label": label,
        "label_values": json.dumps(dict(values), ensure_ascii=False),
        "at": at.isoformat(timespec="seconds"),
        "who": who,
        "state": state,
        "changes": _to_text(changes),
    }
    return int(connection.execute(insert(JOURNAL).values(**row)).inserted_primary_key[0])  # type: ignore[index]


def extend(connection: Connection, entry: Entry, at: datetime, changes: Iterable[Change]) -> None:
    """Write newer `after` values into an entry: a run of typing is one step."""
    merged = {(change.kind, change.key): change for change in entry.changes}
    for change in changes:
        first = merged.get((change.kind, change.key), change)
        merged[change.kind, change.key] = Change(change.kind, change.key, first.before, change.after)
    values = {"changes": _to_text(merged.values()), "at": at.isoformat(timespec="seconds")}
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == entry.id).values(**values))


def stamp(connection: Connection) -> tuple[int, str, str]:
    """Number, time and state of the last entry: somebody who writes the file changes at least one of them."""
    statement = select(JOURNAL.c.id, JOURNAL.c.at, JOURNAL.c.state).order_by(JOURNAL.c.id.desc()).limit(1)
    row = connection.execute(statement).first()
    return (0, "", "") if row is None else (row.id, row.at, row.state)


def mark(connection: Connection, entry_id: int, state: str) -> None:
    """Set the state of an entry."""
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == entry_id).values(state=state))


def next_to_undo(connection: Connection) -> Entry | None:
    """The last step that can be taken back."""
    row = connection.execute(_to_undo(JOURNAL)).first()
    return None if row is None else _entry(row)


def next_to_redo(connection: Connection) -> Entry | None:
    """The first step that was taken back and can be done again."""
    row = connection.execute(_to_redo(JOURNAL)).first()
    return None if row is None else _entry(row)


def name_to_undo(connection: Connection) -> StepName | None:
    """What the last step is called that can be taken back; a step may have changed thousands of records."""
    return _name(connection.execute(_to_undo(JOURNAL.c.label, JOURNAL.c.label_values)).first())


def name_to_redo(connection: Connection) -> StepName | None:
    """What the first step is called that can be done again."""
    return _name(connection.execute(_to_redo(JOURNAL.c.label, JOURNAL.c.label_values)).first())


def entries(connection: Connection, kind: type[Record] | None = None, key: str = "") -> tuple[Entry, ...]:
    """All entries that count (neither undone nor dropped), oldest first.

    With a kind those that changed records of it, or the one of that key; the other changes in them are left out.
    """
    statement = select(JOURNAL).where(JOURNAL.c.state.in_((DONE, FIXED))).order_by(JOURNAL.c.id)
    if kind is None:
        return tuple(_entry(row) for row in connection.execute(statement))
    begins = json.dumps([KIND_NAMES[kind], *([key] if key else [])], ensure_ascii=False).removesuffix("]")
    rows = connection.execute(statement.where(func.instr(JOURNAL.c.changes, f"{begins}, ") > 0))
    found = (_entry(row, lambda one: one[0] == KIND_NAMES[kind] and key in ("", one[1])) for row in rows)
    return tuple(entry for entry in found if entry.changes)


def ids(connection: Connection) -> tuple[int, ...]:
    """The numbers of all entries that count, newest first."""
    statement = select(JOURNAL.c.id).where(JOURNAL.c.state.in_((DONE, FIXED))).order_by(JOURNAL.c.id.desc())
    return tuple(connection.execute(statement).scalars())


def of_ids(connection: Connection, wanted: Iterable[int], most: int) -> tuple[Entry, ...]:
    """The entries of these numbers, newest first, each with its first changes, at most so many."""
    statement = select(JOURNAL).where(JOURNAL.c.id.in_(tuple(wanted))).order_by(JOURNAL.c.id.desc())
    return tuple(_entry(row, most=most) for row in connection.execute(statement))


def people(connection: Connection) -> tuple[str, ...]:
    """Who made entries that count, in the order of their names."""
    statement = select(JOURNAL.c.who).where(JOURNAL.c.state.in_((DONE, FIXED))).distinct().order_by(JOURNAL.c.who)
    return tuple(connection.execute(statement).scalars())


def _to_undo(*columns: Any) -> Select[Any]:
    return select(*columns).where(JOURNAL.c.state == DONE).order_by(JOURNAL.c.id.desc()).limit(1)


def _to_redo(*columns: Any) -> Select[Any]:
    return select(*columns).where(_IS_UNDONE).order_by(JOURNAL.c.id).limit(1)


def _name(row: Row[Any] | None) -> StepName | None:
    return None if row is None else StepName(row.label, json.loads(row.label_values))


def _entry(row: Row[Any], is_wanted: Callable[[Any], bool] | None = None, *, most: int | None = None) -> Entry:
    plain = list(filter(is_wanted, json.loads(row.changes))) if is_wanted else json.loads(row.changes)[:most]
    at, values = datetime.fromisoformat(row.at), json.loads(row.label_values)
    return Entry(row.id, row.label, values, at, row.who, row.state, _from_plain(plain))


def _to_text(changes: Iterable[Change]) -> str:
    rows = [[KIND_NAMES[change.kind], change.key, _plain(change.before), _plain(change.after)] for change in changes]
    return json.dumps(rows, ensure_ascii=False)


def _from_plain(rows: Iterable[Any]) -> tuple[Change, ...]:
    return tuple(
        Change(kind, key, _record(kind, before), _record(kind, after))
        for kind, key, before, after in ((KIND_OF_NAME[name], *rest) for name, *rest in rows)
    )


def _plain(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else dict(to_plain(record))


def _record(kind: type[Record], plain: dict[str, Any] | None) -> Record | None:
    return None if plain is None else from_plain(kind, plain)

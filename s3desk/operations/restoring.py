"""Give back what the history keeps: an earlier value of a field, or records that were removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.catalogue.model import Catalogue
from s3desk.domain.blank import ONE_TEXT, blank
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Change
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action, Answer, Evidence, FactValue, Fulfilment, ProgrammeText, Record
from s3desk.domain.tokens import token
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Earlier:
    """Fields of a record as they were; `record` is None where there was no record yet."""

    kind: type[Record]
    key: str
    record: Record | None
    fields: tuple[str, ...]


def restore(workspace: Workspace, earlier: Earlier) -> None:
    """Give the fields of a record the values they had. Raises `KnownError` where the record is gone."""
    now = workspace.content.get(earlier.kind, earlier.key) or blank(earlier.kind, earlier.key)
    then = earlier.record or blank(earlier.kind, earlier.key)
    if now is None or then is None:
        raise KnownError(
            "What this value belonged to was removed. Nothing was changed.",
            "Bring it back first: find the step that removed it in the history.",
        )
    label, values = _label(workspace.catalogue, now)
    with workspace.changing(label, **values) as tx:
        if earlier.record is None and earlier.kind in ONE_TEXT:
            tx.delete(earlier.kind, earlier.key)
        else:
            fields: dict[str, Any] = {name: getattr(then, name) for name in earlier.fields}
            tx.put(replace(now, **fields, **_moments(workspace, fields, now)))  # type: ignore[type-var]
        _refuse_what_does_not_fit(workspace, tx)


def bring_back(workspace: Workspace, records: tuple[Record, ...]) -> None:
    """Put removed records back as they were; those that are there stay as they are now."""
    with workspace.changing("Bring back {mark}", mark=mark_of(records[0])) as tx:
        for record in records:
            if workspace.content.get(type(record), record.id) is None:
                tx.put(record)
        _refuse_what_does_not_fit(workspace, tx)


def mark_of(record: Record) -> str:
    """The mark or the name of a record."""
    if isinstance(record, Evidence):
        return token(record)
    if isinstance(record, Action):
        return action_number(record)
    return str(getattr(record, "name", "") or getattr(record, "title", "") or record.id)


def _moments(workspace: Workspace, fields: Mapping[str, Any], now: Record) -> dict[str, Any]:
    """A text that is given back is written now, so that a translation older than it can be told."""
    if not isinstance(now, Fulfilment):
        return {}
    moments = {"references": "written_at", "justification": "written_at"}
    moments |= {f"second_{name}": "translated_at" for name in moments}
    return {moments[name]: workspace.now() for name in fields if name in moments}


def _refuse_what_does_not_fit(workspace: Workspace, tx: Transaction) -> None:
    """What is around a record may have changed since; a file must never contradict itself."""
    changes: tuple[Change, ...] = tx.changes()
    if workspace.missing_attachments(_new_copies(changes)):
        raise KnownError(
            "The file of this document was removed for good. Nothing was changed.",
            "Choose the file again on the page Evidence.",
        )
    if inconsistencies(workspace.catalogue, workspace.content.with_changes(changes)):
        raise KnownError(
            "The earlier value does not fit what is there now. Nothing was changed.",
            "Look at what was changed since, and change it there.",
        )


def _new_copies(changes: tuple[Change, ...]) -> list[str]:
    """The stored files that documents would name which did not name them before."""
    documents = ((change.before, change.after) for change in changes if isinstance(change.after, Evidence))
    return [
        after.sha256 for before, after in documents if after.sha256 and getattr(before, "sha256", "") != after.sha256
    ]


def _label(catalogue: Catalogue, record: Record) -> tuple[str, dict[str, Any]]:
    first, last = record.id.partition("/")[0], record.id.rpartition("/")[2]
    if isinstance(record, Answer | FactValue) and catalogue.knows(first):
        return message("Restore an earlier value of question {number}"), {"number": catalogue.question(first).number}
    if isinstance(record, Fulfilment | ProgrammeText):
        number = catalogue.criterion(last).number
        return message("Restore an earlier value of criterion {number}"), {"number": number}
    return message("Restore an earlier value of {mark}"), {"mark": mark_of(record)}

"""Say who and what an assessment is about: authority, territories, strategies, programmes, people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from s3desk.basics.language import message
from s3desk.domain.records import (
    ASSESSMENT,
    Assessment,
    Person,
    Programme,
    ProgrammeText,
    Purpose,
    R,
    Record,
    Strategy,
    Territory,
)
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace

_LISTED: dict[type[Record], str] = {
    Territory: message("Change the territories"),
    Strategy: message("Change the strategies"),
    Programme: message("Change the programmes"),
    Person: message("Change the people"),
}


def describe(workspace: Workspace, **fields: Any) -> None:
    """Change fields of the assessment itself, such as authority, unit, languages, addressee, contact."""
    with workspace.changing("Change the description") as tx:
        tx.put(replace(tx.get(Assessment, ASSESSMENT) or Assessment(ASSESSMENT, ""), **fields))


def describe_check(workspace: Workspace, name: str, purpose: Purpose) -> None:
    """Change name and purpose of the present check."""
    check = workspace.content.check()
    if check is None:
        raise LookupError("this assessment has no check")
    with workspace.changing("Change the check") as tx:
        tx.put(replace(check, name=name.strip() or check.name, purpose=purpose))


def replace_all(workspace: Workspace, kind: type[R], records: tuple[R, ...]) -> None:
    """Make these the territories, strategies, programmes or people, in this order, in one step."""
    kept = {record.id for record in records}
    with workspace.changing(_LISTED[kind]) as tx:
        for record in workspace.content.all(kind):
            if record.id not in kept:
                tx.delete(kind, record.id)
        if kind is Programme:
            _delete_texts_of_others(workspace, kept, tx)
        for place, record in enumerate(records):
            tx.put(replace(record, position=place))  # type: ignore[type-var]


def _delete_texts_of_others(workspace: Workspace, kept: set[str], tx: Transaction) -> None:
    """The own texts of a programme go with it: they would leave in data files that no longer name it."""
    for text in workspace.content.all(ProgrammeText):
        if text.id.partition("/")[0] not in kept:
            tx.delete(ProgrammeText, text.id)


def write_programme_text(
    workspace: Workspace, programme_id: str, criterion_id: str, references: str, justification: str
) -> None:
    """Give one programme its own texts for a criterion; two empty texts return to the common ones."""
    key = f"{programme_id}/{criterion_id}"
    with workspace.changing("Write the text of one programme", merge=f"programme:{key}") as tx:
        if references.strip() or justification.strip():
            tx.put(ProgrammeText(key, references, justification))
        else:
            tx.delete(ProgrammeText, key)

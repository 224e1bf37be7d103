"""Keep evidence: add documents as link, stored copy or linked file, and use them for questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.paths import is_file
from s3desk.domain import typed
from s3desk.domain.content import Content
from s3desk.domain.records import Evidence, EvidenceUse, Storage
from s3desk.domain.reminders import Reminder
from s3desk.domain.tokens import token
from s3desk.operations._numbers import next_number
from s3desk.workspace.attachments import not_readable
from s3desk.workspace.beside import StoredFile
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace

Pages = Mapping[str, str]
"""For which questions a document is used: ids, and the pages that matter there ("" for the whole)."""


def add_link(workspace: Workspace, draft: Evidence, uses: Pages | None = None) -> Evidence:
    """Add a document that is found by its public link. Id and number of the draft are given here.

    Raises `KnownError` when the title is missing or the link is not a web address.
    """
    return _add(workspace, replace(draft, storage=Storage.LINK), uses)


def add_copy(workspace: Workspace, draft: Evidence, file: Path | StoredFile, uses: Pages | None = None) -> Evidence:
    """Add a document and store a copy of its file inside the assessment; a large one was stored before."""
    return _add(workspace, _copied(workspace, _checked(draft), file), uses)


def add_linked_file(workspace: Workspace, draft: Evidence, path: Path, uses: Pages | None = None) -> Evidence:
    """Add a document whose file stays where it is."""
    return _add(workspace, _linked(draft, path), uses)


def change(workspace: Workspace, evidence: Evidence, uses: Pages | None = None) -> None:
    """Change the fields of a document; `uses`, when given, are from now on all its uses."""
    mark = token(evidence)
    with workspace.changing("Change {mark}", mark=mark) as tx:
        tx.put(_checked(evidence))
        if uses is not None:
            _put_uses(workspace, tx, evidence.id, uses)


def store_copy(workspace: Workspace, evidence_id: str, file: Path | StoredFile) -> None:
    """Store a copy of a file as the file of a document."""
    copied = _copied(workspace, _evidence(workspace, evidence_id), file)
    with workspace.changing("Store a copy of {mark}", mark=token(copied)) as tx:
        tx.put(copied)


def link_file(workspace: Workspace, evidence_id: str, path: Path) -> None:
    """Say where the file of a document lies; it is not copied."""
    linked = _linked(_evidence(workspace, evidence_id), path)
    with workspace.changing("Link the file of {mark}", mark=token(linked)) as tx:
        tx.put(linked)


def use_for(workspace: Workspace, evidence_id: str, question_id: str, pages: str = "") -> None:
    """Use a document for a question, with its pages; a use that exists gets the new pages."""
    number = workspace.catalogue.question(question_id).number
    mark = token(_evidence(workspace, evidence_id))
    with workspace.changing("Use {mark} for question {number}", mark=mark, number=number) as tx:
        _put_use(workspace, tx, evidence_id, question_id, pages)


def remove(workspace: Workspace, evidence_id: str) -> None:
    """Remove a document and its uses; its mark in texts becomes an open point."""
    mark = token(_evidence(workspace, evidence_id))
    with workspace.changing("Remove {mark}", mark=mark) as tx:
        _put_uses(workspace, tx, evidence_id, {})
        tx.delete(Evidence, evidence_id)


def remove_file(workspace: Workspace, evidence_id: str) -> None:
    """Remove the stored copy of a document for good, with its earlier copies; the document stays as a link.

    Bytes that another document names stay. Undo brings the entry back and not the bytes.
    """
    evidence = _evidence(workspace, evidence_id)
    others = {one.sha256 for one in workspace.content.all(Evidence) if one.id != evidence_id}
    bare = replace(evidence, storage=Storage.LINK, file_name="", file_path="", size=0, sha256="")
    with workspace.changing("Remove the file of {mark} for good", mark=token(evidence)) as tx:
        tx.put(bare)
        for sha256 in {evidence.sha256, *(one.sha256 for one in _earlier(workspace, evidence_id))} - others - {""}:
            tx.forget(sha256)


def set_reminders(workspace: Workspace, months: Mapping[str, int | None]) -> None:
    """Set the reminder periods of kinds of evidence in months: 0 for never, None for the one that we propose."""
    with workspace.changing("Change the reminder periods") as tx:
        for kind, number in months.items():
            if number is None:
                tx.delete(Reminder, kind)
            else:
                tx.put(Reminder(kind, number))


def _earlier(workspace: Workspace, evidence_id: str) -> Iterator[Evidence]:
    for entry in workspace.history(Evidence, evidence_id):
        for change in entry.changes:
            if isinstance(change.before, Evidence):
                yield change.before


def _add(workspace: Workspace, draft: Evidence, uses: Pages | None) -> Evidence:
    added = replace(_checked(draft), id=workspace.new_id(), number=next_number(workspace, Evidence))
    with workspace.changing("Add {mark}", mark=token(added)) as tx:
        tx.put(added)
        _put_uses(workspace, tx, added.id, uses or {})
    return added


def _checked(evidence: Evidence) -> Evidence:
    title = evidence.title.strip()
    if not title:
        raise KnownError("The title of the document is missing.", "Write the title as it stands on the document.")
    return replace(evidence, title=title, link=typed.link(evidence.link))


def _evidence(workspace: Workspace, evidence_id: str) -> Evidence:
    found = workspace.content.get(Evidence, evidence_id)
    if found is None:
        raise LookupError(f"no evidence {evidence_id}")
    return found


def _copied(workspace: Workspace, evidence: Evidence, file: Path | StoredFile) -> Evidence:
    kept = file if isinstance(file, StoredFile) else _stored(workspace, file)
    fields = {"file_name": kept.name, "file_path": "", "size": kept.size, "sha256": kept.sha256}
    return replace(evidence, storage=Storage.COPY, **fields)  # type: ignore[arg-type]


def _stored(workspace: Workspace, path: Path) -> StoredFile:
    try:
        with path.open("rb") as file:
            sha256, size = workspace.attach(file)
    except OSError as reason:
        raise not_readable(path) from reason
    return StoredFile(path.name, size, sha256)


def _linked(evidence: Evidence, path: Path) -> Evidence:
    if not is_file(path):
        raise not_readable(path)
    fields = {"file_name": path.name, "file_path": str(path), "size": path.stat().st_size, "sha256": ""}
    return replace(evidence, storage=Storage.LINKED_FILE, **fields)  # type: ignore[arg-type]


def _use(content: Content, evidence_id: str, question_id: str) -> EvidenceUse | None:
    found = (use for use in content.all(EvidenceUse) if use.evidence_id == evidence_id)
    return next((use for use in found if use.question_id == question_id), None)


def _put_use(workspace: Workspace, tx: Transaction, evidence_id: str, question_id: str, pages: str) -> None:
    known = _use(workspace.content, evidence_id, question_id)
    use = known or EvidenceUse(workspace.new_id(), evidence_id, question_id)
    tx.put(replace(use, pages=pages.strip()))


def _put_uses(workspace: Workspace, tx: Transaction, evidence_id: str, uses: Pages) -> None:
    for use in workspace.content.all(EvidenceUse):
        if use.evidence_id == evidence_id and use.question_id not in uses:
            tx.delete(EvidenceUse, use.id)
    for question_id, pages in uses.items():
        _put_use(workspace, tx, evidence_id, question_id, pages)

"""Copies of an assessment file: the whole of it, without private notes and history, or what is left of it in memory."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from s3desk.basics.drafts import drafted
from s3desk.basics.errors import KnownError
from s3desk.basics.paths import is_same
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import Evidence, Record, SavedVersion, StatusStep
from s3desk.workspace import backup, beside
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Original:
    """What a copy is made of, as it was at the click; a thread may have it."""

    path: Path
    catalogue: Catalogue
    content: Content
    who: str
    now: datetime


def original_of(workspace: Workspace) -> Original:
    """The open file at this moment."""
    return Original(workspace.path, workspace.catalogue, workspace.content, workspace.who, workspace.now())


def copy_file(path: Path, target: Path) -> None:
    """Copy a file whole, also one that is open. Raises `KnownError` when that cannot be done."""
    _into(path, target, lambda draft: backup.copy(path, draft))


def copy_without_private(original: Original, target: Path) -> None:
    """Save a copy that never held private notes, history or saved versions. Raises `KnownError` as above.

    It is a new file made of what remains: nothing that was deleted or overwritten can be found in its bytes.
    """
    shared = replace(original, content=without_private(original.content))
    read = _reading(original.path)
    _into(original.path, target, lambda draft: _write(shared, draft, read))


def rescue(workspace: Workspace, target: Path) -> None:
    """Save what is open when the file on the disk is gone or no longer ours: whole where that still can be read,
    else all records and the documents that can be read, without the history. Raises `KnownError` as above.
    """

    def write(draft: Path) -> None:
        try:
            workspace.copy_to(draft)
        except KnownError:
            _write(original_of(workspace), draft, workspace.attachment)

    _into(workspace.path, target, write)


def without_private(content: Content) -> Content:
    """The records of a copy without private notes and history."""
    kept = stripped(content, Profile.INTERNAL)
    records = (record for kind in kept.shelves for record in kept.all(kind) if kind is not SavedVersion)
    return content_of(_without_version(record) for record in records)


def _without_version(record: Record) -> Record:
    return replace(record, version_id="") if isinstance(record, StatusStep) else record


def _write(original: Original, draft: Path, read: Callable[[str], bytes]) -> None:
    """Make a new file of this content and the documents that its records name."""
    content = original.content
    records = (record for kind in content.shelves for record in content.all(kind))
    stored = _stored(content, read)
    create(draft, original.catalogue, records, who=original.who, clock=lambda: original.now, stored=stored).close()


def _stored(content: Content, read: Callable[[str], bytes]) -> Iterator[bytes]:
    """The bytes that evidence and saved versions name; those that cannot be read any more are left out."""
    documents = {evidence.sha256 for evidence in content.all(Evidence) if evidence.sha256}
    for sha256 in sorted(documents | {version.sha256 for version in content.all(SavedVersion)}):
        with contextlib.suppress(LookupError, KnownError):
            yield read(sha256)


def _reading(path: Path) -> Callable[[str], bytes]:
    return lambda sha256: b"".join(beside.stored_parts(path, sha256))


def _into(path: Path, target: Path, write: Callable[[Path], None]) -> None:
    """Write a draft beside the target and put it in place when it is complete."""
    if is_same(target, path):
        raise KnownError("The copy needs another name.", "Choose a name that differs from the open file.")
    try:
        with drafted(target) as draft:
            write(draft)
    except (KnownError, *backup.CopyError) as reason:
        raise KnownError(
            "{name} could not be written. The open file is unchanged.",
            "Choose another folder, or make room on the disk.",
            name=target.name,
        ) from reason

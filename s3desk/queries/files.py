"""How the files of documents stand: linked ones that were not found or changed, copies that are not in this file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.basics.paths import is_file
from s3desk.basics.progress import Progress
from s3desk.domain.content import Content
from s3desk.domain.records import Evidence, Storage
from s3desk.workspace import attachments, beside
from s3desk.workspace.workspace import Workspace


class FileState(StrEnum):
    """What looking at the file of a document found. Of a linked file only its place and size are known."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class FileOfEvidence:
    """The file of a document: its ending, and its bytes piece by piece, read when they are asked for.

    Reading raises `OSError` or `LookupError` where the file is gone. `sha256` is empty where nobody noted it.
    """

    suffix: str
    sha256: str
    parts: Callable[[], Iterator[bytes]]


def files_of(workspace: Workspace) -> Mapping[str, FileOfEvidence]:
    """The files of all evidence that has one, by the id of the evidence; they may be read in any thread."""
    evidence = workspace.content.all(Evidence)
    return {one.id: _file_of(one, workspace.path) for one in evidence if one.storage is not Storage.LINK}


def _file_of(evidence: Evidence, assessment: Path) -> FileOfEvidence:
    if evidence.storage is Storage.COPY:
        suffix, sha256 = Path(evidence.file_name).suffix, evidence.sha256
        return FileOfEvidence(suffix, sha256, lambda: beside.stored_parts(assessment, sha256))
    path = Path(evidence.file_path)
    return FileOfEvidence(path.suffix, "", lambda: _parts_of(path))


def _parts_of(path: Path) -> Iterator[bytes]:
    if not is_file(path):
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        yield from attachments.parts_of(file)


def missing_linked(content: Content) -> frozenset[str]:
    """Ids of evidence whose linked file was not found. Looks at the disk, so ask it outside the GUI thread."""
    return frozenset(
        evidence.id
        for evidence in content.all(Evidence)
        if evidence.storage is Storage.LINKED_FILE and not is_file(Path(evidence.file_path))
    )


def not_included(workspace: Workspace) -> frozenset[str]:
    """Ids of evidence whose stored copy did not come along, as after an import of data."""
    copies = [one for one in workspace.content.all(Evidence) if one.storage is Storage.COPY]
    missing = workspace.missing_attachments({one.sha256 for one in copies})
    return frozenset(one.id for one in copies if one.sha256 in missing)


@dataclass(frozen=True, slots=True)
class EarlierCopy:
    """A copy that was replaced by another file; its bytes are still in the assessment."""

    sha256: str
    file_name: str
    words: str


def earlier_copies(workspace: Workspace, evidence_id: str, language: Language) -> tuple[EarlierCopy, ...]:
    """The copies of a document that were replaced, the newest first, each with the day on which it was."""
    found: dict[str, EarlierCopy] = {}
    for entry in reversed(workspace.history(Evidence, evidence_id)):
        for change in entry.changes:
            before, after = change.before, change.after
            if isinstance(before, Evidence) and isinstance(after, Evidence) and before.sha256 not in ("", after.sha256):
                words = language.text("Until {day}: {name}", day=language.short_date(entry.at), name=before.file_name)
                found.setdefault(before.sha256, EarlierCopy(before.sha256, before.file_name, words))
    now = workspace.content.get(Evidence, evidence_id)
    gone = workspace.missing_attachments(found) | {now.sha256 if now else ""}
    return tuple(copy for sha256, copy in found.items() if sha256 not in gone)


def look_at(assessment: Path, evidence: Iterable[Evidence], progress: Progress) -> dict[Evidence, FileState]:
    """The state of the files of these documents; links have none. Reads them, so ask it outside the GUI thread."""
    asked = tuple(evidence)
    copies = {one.sha256 for one in asked if one.storage is Storage.COPY}
    altered = beside.altered(assessment, copies, progress)
    found = {one: _of_linked(one) for one in asked if one.storage is Storage.LINKED_FILE}
    found |= {one: _of_copy(one, altered) for one in asked if one.storage is Storage.COPY}
    return found


def _of_copy(evidence: Evidence, altered: frozenset[str]) -> FileState:
    return FileState.CHANGED if evidence.sha256 in altered else FileState.UNCHANGED


def _of_linked(evidence: Evidence) -> FileState:
    path = Path(evidence.file_path)
    if not is_file(path):
        return FileState.NOT_FOUND
    return FileState.UNCHANGED if path.stat().st_size == evidence.size else FileState.CHANGED

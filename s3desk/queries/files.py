"""Which documents can be opened: linked files that were not found, copies that are not in this file."""

from __future__ import annotations

from pathlib import Path

from s3desk.domain.content import Content
from s3desk.domain.records import Evidence, Storage
from s3desk.workspace.workspace import Workspace


def missing_linked(content: Content) -> frozenset[str]:
    """Ids of evidence whose linked file was not found. Looks at the disk, so ask it outside the GUI thread."""
    return frozenset(
        evidence.id
        for evidence in content.all(Evidence)
        if evidence.storage is Storage.LINKED_FILE and not Path(evidence.file_path).is_file()
    )


def not_included(workspace: Workspace) -> frozenset[str]:
    """Ids of evidence whose stored copy did not come along, as after an import of data."""
    copies = [one for one in workspace.content.all(Evidence) if one.storage is Storage.COPY]
    missing = workspace.missing_attachments({one.sha256 for one in copies})
    return frozenset(one.id for one in copies if one.sha256 in missing)

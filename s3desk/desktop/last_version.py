"""The latest saved version with its content, read from the file once and not at each refresh of a page."""

from __future__ import annotations

from s3desk.basics.errors import KnownError
from s3desk.domain.records import SavedVersion
from s3desk.queries.criterion_question import Earlier
from s3desk.workspace.workspace import Workspace


class LastVersion:
    """Remembers what it read until a newer version is saved."""

    def __init__(self) -> None:
        self._read: Earlier | None = None

    def of(self, workspace: Workspace) -> Earlier | None:
        """The version and its content; None before the first is saved."""
        versions = workspace.content.all(SavedVersion)
        if not versions:
            self._read = None
        elif self._read is None or self._read[0] != versions[-1]:
            self._read = _read(workspace, versions[-1])
        return self._read


def _read(workspace: Workspace, version: SavedVersion) -> Earlier | None:
    """What a version holds; one that cannot be read is no reason to stop (the page Saved versions says so)."""
    try:
        return (version, workspace.saved_content(version))
    except KnownError:
        return None

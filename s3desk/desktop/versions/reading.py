"""Reads what saved versions hold: the bytes from the file, and in a thread what they say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress
from s3desk.catalogue.model import Catalogue
from s3desk.desktop.jobs import Job
from s3desk.domain.frozen import from_bytes
from s3desk.domain.records import SavedVersion
from s3desk.queries.versions import Contents, Held, held
from s3desk.workspace.workspace import Workspace


class Reading(QObject):
    """`contents` grows with each version that was read; then `read()` is told."""

    read = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: set[str] = set()
        self.contents: dict[str, Held | None] = {}

    def read_new(self) -> None:
        """Read the versions that were not asked for yet; one that cannot be read is None."""
        new = [one for one in self._workspace.content.all(SavedVersion) if one.id not in self._asked]
        self._asked |= {one.id for one in new}
        stored = {one.id: self._bytes(one) for one in new}
        if stored:
            catalogue = self._workspace.catalogue
            job = Job(lambda progress: _contents(catalogue, stored, progress))
            job.finished.connect(self._take)
            job.start()

    def _bytes(self, version: SavedVersion) -> bytes:
        try:
            return self._workspace.attachment(version.sha256)
        except (KnownError, LookupError):
            return b""

    def _take(self, contents: Contents) -> None:
        self.contents.update(contents)
        self.read.emit()


def _contents(catalogue: Catalogue, stored: Mapping[str, bytes], progress: Progress) -> Contents:
    contents: dict[str, Held | None] = {}
    for number, (key, content) in enumerate(stored.items()):
        progress(number, len(stored))
        contents[key] = _held(catalogue, content)
    return contents


def _held(catalogue: Catalogue, stored: bytes) -> Held | None:
    try:
        return held(catalogue, from_bytes(stored))
    except ValueError:
        return None

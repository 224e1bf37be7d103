"""Which linked files of documents are not where they were; a drive that sleeps must not hold the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Surroundings
from s3desk.domain.content import Content
from s3desk.domain.records import Evidence
from s3desk.queries.files import missing_linked, not_included


class LostFiles(QObject):
    """Looks in a thread for one page and remembers what it found; `changed()` when the page shows something else."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget) -> None:
        super().__init__(page)
        self._surroundings = surroundings
        self._page = page
        self._missing: frozenset[Evidence] = frozenset()

    def now(self) -> frozenset[str]:
        """Ids of the documents without their bytes, as far as it is known; what was given another file is not."""
        documents = self._surroundings.workspace.content.all(Evidence)
        return not_included(self._surroundings.workspace) | {one.id for one in documents if one in self._missing}

    def look(self) -> None:
        """Look at the linked files."""
        content = self._surroundings.workspace.content
        job = Job(lambda _progress: _missing_of(content))
        job.finished.connect(self._take)
        job.start()

    def _take(self, missing: object) -> None:
        assert isinstance(missing, frozenset)
        if missing != self._missing and self._page.isVisible():
            self._missing = missing
            self.changed.emit()


def _missing_of(content: Content) -> frozenset[Evidence]:
    missing = missing_linked(content)
    return frozenset(one for one in content.all(Evidence) if one.id in missing)

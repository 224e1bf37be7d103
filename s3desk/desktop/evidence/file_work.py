"""Looks at the files of documents and takes stored ones out to be read, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s3desk.basics.progress import Progress
from s3desk.desktop import errors
from s3desk.desktop.going_out import open_document, open_linked, place_for
from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Surroundings
from s3desk.domain.records import Evidence, Storage
from s3desk.domain.tokens import token
from s3desk.queries.evidence import Files
from s3desk.queries.files import FileState, look_at, not_included
from s3desk.workspace import beside


class FileWork(QObject):
    """Remembers what was found: `seen` when there is news, `all_seen(found)` when every file was looked at."""

    seen = Signal()
    all_seen = Signal(object)

    def __init__(self, surroundings: Surroundings, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._surroundings = surroundings
        self._states: dict[Evidence, FileState] = {}
        self._asked: set[Evidence] = set()

    def files(self) -> Files:
        """What is known about the files now."""
        return Files(not_included(self._surroundings.workspace), self._states)

    def look_at_new(self, chosen: Evidence | None) -> None:
        """Look at linked files and at the document chosen, each once while it stays what it is."""
        documents = self._surroundings.workspace.content.all(Evidence)
        wanted = [one for one in documents if one.storage is Storage.LINKED_FILE or one == chosen]
        if fresh := self._with_file(one for one in wanted if one not in self._asked):
            self._look_at(fresh, self._take)

    def look_at_all(self) -> None:
        """Look at every file again."""
        self._look_at(self._with_file(self._surroundings.workspace.content.all(Evidence)), self._take_all)

    def open(self, evidence: Evidence) -> None:
        """Open the file of a document; a stored one as a copy that is only looked at."""
        if evidence.storage is Storage.LINKED_FILE:
            open_linked(evidence.file_path, self._surroundings.language, self._page)
        elif evidence.storage is Storage.COPY:
            self.open_copy(evidence, evidence.sha256, evidence.file_name)

    def open_copy(self, evidence: Evidence, sha256: str, file_name: str) -> None:
        """Take stored bytes of a document, present or earlier ones, out into a file of their own and open it."""
        assessment, target = self._surroundings.workspace.path, place_for(file_name, token(evidence))

        def take_out(progress: Progress) -> Path:
            beside.take_out(assessment, sha256, target, progress)
            return target

        self._start(take_out, self._show)

    def _with_file(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        lost = not_included(self._surroundings.workspace)
        return tuple(one for one in evidence if one.storage is not Storage.LINK and one.id not in lost)

    def _look_at(self, evidence: tuple[Evidence, ...], told: Callable[[object], None]) -> None:
        path = self._surroundings.workspace.path
        self._asked.update(evidence)
        self._start(lambda progress: look_at(path, evidence, progress), told)

    def _start(self, work: Callable[[Progress], object], told: Callable[[object], None]) -> None:
        job = Job(work)
        job.finished.connect(told)
        job.refused.connect(self._surroundings.report)
        job.broke.connect(self._break)
        self.destroyed.connect(job.cancel)
        job.start()

    def _take(self, found: object) -> None:
        assert isinstance(found, dict)
        self._states |= found
        self.seen.emit()

    def _take_all(self, found: object) -> None:
        self._take(found)
        self.all_seen.emit(found)

    def _show(self, path: object) -> None:
        assert isinstance(path, Path)
        open_document(path)

    def _break(self, error: Exception) -> None:
        errors.tell(self._surroundings.language, error)

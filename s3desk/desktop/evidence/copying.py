"""Copies files into the open assessment: small ones at once, large ones beside the window with progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.basics.paths import is_file
from s3desk.basics.progress import Progress
from s3desk.desktop import errors, theme
from s3desk.desktop.jobs import Job
from s3desk.desktop.widgets.progress_row import ProgressRow
from s3desk.desktop.widgets.surfaces import column
from s3desk.domain.keeping import LARGE
from s3desk.workspace import beside
from s3desk.workspace.beside import StoredFile

Then = Callable[[Path | StoredFile], object]


class Copying(QWidget):
    """One file after the other; `refused(KnownError)` and `ended()` tell how it went. Hidden while nothing is slow."""

    refused = Signal(object)
    ended = Signal()

    def __init__(self, assessment: Path, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._language = assessment, language
        self._waiting: list[tuple[Path, Then]] = []
        self._job: Job | None = None
        self._then: Then | None = None
        self.progress = ProgressRow(language, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(theme.current().tokens.times["progress_and_cancel_after"])
        column(self, margins=(16, 8, 16, 8)).addWidget(self.progress)
        self.hide()
        self._slow.timeout.connect(self.show)
        self.progress.cancel_requested.connect(self.cancel)

    def begin(self, path: Path, then: Then) -> None:
        """Copy a file, then call `then` with what the operations of evidence take for it."""
        self._waiting.append((path, then))
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Stop; what was copied of the present file is removed, and the files after it are left out."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        while self._waiting and self._job is None:
            path, then = self._waiting.pop(0)
            if is_file(path) and path.stat().st_size > LARGE:
                self._start(path, then)
            else:
                then(path)
        if self._job is None:
            self._rest()

    def _start(self, path: Path, then: Then) -> None:
        assessment = self._assessment
        said = self._language.text("Copying {name} ...", name=path.name)

        def work(progress: Progress) -> StoredFile:
            return beside.store(assessment, path, lambda done, total, _step="": progress(done, total, said))

        job = self._job = Job(work)
        self._then = then
        job.progressed.connect(self.progress.show_progress)
        job.finished.connect(self._finish)
        job.refused.connect(self._refuse)
        job.cancelled.connect(self._stop)
        job.broke.connect(self._break)
        self.destroyed.connect(job.cancel)
        self._slow.start()
        job.start()

    def _finish(self, stored: StoredFile) -> None:
        then, self._job, self._then = self._then, None, None
        if then is not None:
            then(stored)
        self._next()

    def _refuse(self, error: object) -> None:
        self._job = None
        self.refused.emit(error)
        self._next()

    def _stop(self) -> None:
        self._job = None
        self._rest()

    def _break(self, error: Exception) -> None:
        self._stop()
        errors.tell(self._language, error)

    def _rest(self) -> None:
        self._slow.stop()
        self.hide()
        self.ended.emit()

"""Long work beside the window: an ordinary function in a thread, with progress, cancel and errors as signals."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.progress import Progress

_running: set[Job] = set()


def end_all() -> None:
    """Stop what still runs and wait for it: no thread may outlive the application."""
    for job in _running:
        job.cancel()
    QThreadPool.globalInstance().waitForDone()


class Job(QObject):
    """Runs `work(progress)` in a thread. Give it frozen values or paths, never a workspace or a widget.

    One of `finished(result)`, `refused(KnownError)`, `cancelled()`, `broke(Exception)` is told at the end.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    broke = Signal(object)
    _over = Signal()

    def __init__(self, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._over.connect(self._forget)

    def start(self) -> None:
        """Begin; the job lives until it has told its end."""
        _running.add(self)
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except CancelledError:
            self.cancelled.emit()
        except KnownError as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 - a bug in a thread must reach the one error dialog
            self.broke.emit(error)
        else:
            self.finished.emit(result)
        self._over.emit()

    def _progress(self, done: int, total: int, step: str = "") -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done, total, step)

    def _forget(self) -> None:
        _running.discard(self)

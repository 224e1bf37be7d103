"""Takes reports and data files into the window: opened again as a new assessment, or their check code verified."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress
from s3desk.desktop import errors, opening

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.formats.data import Imported

SUFFIXES = (".pdf", ".json")

_MOST_LINES = 15
"""Lines that a message shows at once; a workbook may have many changed cells."""


class Reading(QObject):
    """One file that is read in a thread, with a strip that says so and stops it; `told` gets what was found."""

    def __init__(
        self, window: MainWindow, source: Path, work: Callable[[Progress], object], told: Callable[[object], None]
    ) -> None:
        super().__init__(window)
        from s3desk.desktop.jobs import Job

        self._window, self._told, self._job = window, told, Job(work)
        text, strip = window.language.text, window.frame.notice
        self._job.finished.connect(self._done)
        self._job.refused.connect(self._refused)
        self._job.cancelled.connect(self._end)
        self._job.broke.connect(self._broke)
        window.frame.trouble.hide()
        words = text("Reading {name}", name=source.name)
        strip.say("advice", "", words, button=text("Stop"), do=self._job.cancel, lasting=True)
        self._job.start()

    def _done(self, found: object) -> None:
        self._end()
        self._told(found)

    def _refused(self, error: KnownError) -> None:
        self._end()
        self._window.report(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        errors.tell(self._window.language, error)

    def _end(self) -> None:
        self._window.frame.notice.hide()
        self.deleteLater()


def open_again(window: MainWindow, source: Path) -> None:
    """Read a report or data file, ask where the assessment in it shall lie, and open it there."""

    def read(progress: Progress) -> Imported:
        from s3desk.formats import incoming

        return incoming.read(source, progress)

    Reading(window, source, read, partial(_keep, window, source))


def verify(window: MainWindow) -> None:
    """Ask for a report, data file or workbook and say whether it is as it was written."""
    from PySide6.QtWidgets import QFileDialog

    text = window.language.text
    filters = text("Reports, data files and workbooks") + " (*.pdf *.json *.xlsx)"
    name, _ = QFileDialog.getOpenFileName(window, text("Verify a report"), "", filters)
    if not name:
        return

    def sentences(_progress: Progress) -> tuple[str, ...]:
        from s3desk.formats import verifying

        language = window.language
        return tuple(verifying.sentences(verifying.verify(Path(name), language), language))

    Reading(window, Path(name), sentences, partial(_tell, window, Path(name)))


def _keep(window: MainWindow, source: Path, found: object) -> None:
    from PySide6.QtWidgets import QFileDialog

    from s3desk.formats.data import Imported

    assert isinstance(found, Imported)
    text = window.language.text
    proposed = opening.free_name(source.with_suffix(opening.SUFFIX))
    name, _ = QFileDialog.getSaveFileName(
        window, text("Keep as a new assessment"), str(proposed), text("S3 Desk files") + " (*.s3desk)"
    )
    if name:
        target = opening.with_ending(name, opening.SUFFIX)
        window.file.take(lambda: opening.keep(found, target, window.preferences.now.author))


def _tell(window: MainWindow, path: Path, found: object) -> None:
    from PySide6.QtWidgets import QMessageBox

    assert isinstance(found, tuple)
    shown = found if len(found) <= _MOST_LINES else (*found[: _MOST_LINES - 3], "...", *found[-2:])
    box = QMessageBox(QMessageBox.Icon.NoIcon, path.name, "\n".join(shown), parent=window)
    if shown is not found:
        box.setDetailedText("\n".join(found))
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file may name a code that looks like mark-up
    box.exec()

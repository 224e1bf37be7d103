"""Prints the pages of the preview on a printer that the user chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QWidget

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.desktop import errors
from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.reports.pdf_view import as_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from s3desk.formats.pdf.rendering import Pages

_FINEST = 300
"""Dots an inch: finer ones only make the printer wait."""

_POINTS = 72


class Printing(QObject):
    """Prints beside the window, one document after the other; `changed` when it begins and ends."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget) -> None:
        super().__init__(page)
        self._surroundings, self._page = surroundings, page
        self._job: Job | None = None

    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None

    def ask(self, pages: Pages) -> None:
        """Ask for a printer and print there."""
        if self._job is None:
            name = self._surroundings.workspace.path.stem
            if (printer := ask_printer(pages, name, self._surroundings.language, self._page)) is not None:
                self.begin(pages, printer)

    def begin(self, pages: Pages, printer: QPrinter) -> None:
        """Print on this printer."""
        job = self._job = Job(lambda progress: print_pages(pages, printer, progress))
        job.finished.connect(self._done)
        job.refused.connect(self._surroundings.report)
        job.broke.connect(partial(errors.tell, self._surroundings.language))
        for end in (job.finished, job.refused, job.broke, job.cancelled):
            end.connect(self._end)
        self.destroyed.connect(job.cancel)
        self.changed.emit()
        job.start()

    def _done(self, count: object) -> None:
        assert isinstance(count, int)
        plural = self._surroundings.language.plural
        self._surroundings.say(plural("{n} page sent to the printer.", "{n} pages sent to the printer.", count))

    def _end(self) -> None:
        self._job = None
        self.changed.emit()


def ask_printer(pages: Pages, name: str, language: Language, parent: QWidget) -> QPrinter | None:
    """The printer that the user chose, None when he went back."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(language.text("Print"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.setMinMax(1, len(pages.sizes))
    return printer if dialog.exec() else None


def print_pages(pages: Pages, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that the printer is set to, each as it lies; how many they were. Runs in a job."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages.sizes), len(pages.sizes))
    _lay(printer, pages.sizes[first - 1])
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("The pages could not be printed.", "Check the printer, or create the PDF and print that.")
    try:
        for number in range(first, last + 1):
            progress(number - first, last + 1 - first)
            if number > first:
                _lay(printer, pages.sizes[number - 1])
                printer.newPage()
            _paint(pages, number - 1, painter, printer)
    except CancelledError:
        printer.abort()
        raise
    finally:
        painter.end()
    return last + 1 - first


def _lay(printer: QPrinter, size: tuple[float, float]) -> None:
    width, height = size
    orientations = QPageLayout.Orientation
    printer.setPageOrientation(orientations.Landscape if width > height else orientations.Portrait)


def _paint(pages: Pages, number: int, painter: QPainter, printer: QPrinter) -> None:
    """Put a page on the paper: as large as the paper, or smaller where it is not A4."""
    image = as_image(pages.image(number, min(printer.resolution(), _FINEST) / _POINTS))
    paper = printer.pageLayout().paintRectPixels(printer.resolution())
    shown = QSizeF(image.size())
    share = min(paper.width() / shown.width(), paper.height() / shown.height())
    room = QRectF(0, 0, shown.width() * share, shown.height() * share)
    room.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(room, image)

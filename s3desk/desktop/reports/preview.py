"""The preview: the pages as they will be, made beside the window a moment after each change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.desktop import errors
from s3desk.desktop.jobs import Job
from s3desk.desktop.reports.pdf_view import PdfView
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, ground, row
from s3desk.desktop.widgets.texts import Paragraph, label

if TYPE_CHECKING:
    from s3desk.formats.pdf.rendering import Pages

WAIT = 600
"""Milliseconds after a change until the preview is made anew."""

_WORDS_AFTER = 200
Make = Callable[[Progress], "Pages"]


class Preview(QWidget):
    """`ask` names what makes the pages; what was asked before and is not ready is stopped. `shown()` when it is."""

    shown = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._make: Callable[[], Make] | None = None
        self._job: Job | None = None
        text = language.text
        self.view = PdfView(language, self)
        self.previous = buttons.symbol_button("chevron-left", text("Previous page"), bordered=True, parent=self)
        self.next = buttons.symbol_button("chevron-right", text("Next page"), bordered=True, parent=self)
        self.smaller = buttons.symbol_button("minus", text("Smaller pages"), bordered=True, parent=self)
        self.larger = buttons.symbol_button("plus", text("Larger pages"), bordered=True, parent=self)
        self._place = label("", "body", "muted", self)
        self._words = Paragraph("", "body", "muted", parent=self)
        self._again = buttons.secondary(text("Try again"), parent=self)
        self._parts = QStackedWidget(self)
        self._pause, self._slow = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self._turn(0, 0)

    def ask(self, make: Callable[[], Make], *, at_once: bool = False) -> None:
        """Show what `make` makes; it is called in the window's thread when the work begins."""
        self.stop()
        self._make = make
        self._pause.start(0 if at_once else WAIT)
        self._slow.start()

    def say(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self.stop()
        self._make = None
        self.view.show_pages(None)
        self._tell(sentence)

    def is_busy(self) -> bool:
        """Whether the pages that are shown are not those that were asked for last."""
        return self._job is not None or self._pause.isActive()

    def pages(self) -> Pages | None:
        """The pages shown, when they are those that were asked for last."""
        return None if self.is_busy() or self._parts.currentIndex() else self.view.pages()

    def words(self) -> str:
        """The sentence that stands in place of pages; "" while there are pages."""
        return self._words.words() if self._parts.currentIndex() else ""

    def _begin(self) -> None:
        if self._make is None:
            return
        job = self._job = Job(self._make())
        job.finished.connect(self._done)
        job.refused.connect(self._refused)
        job.broke.connect(self._broke)
        self.destroyed.connect(job.cancel)
        job.start()

    def stop(self) -> None:
        """Make nothing more until it is asked for again: nobody looks, or the file is closed."""
        self._pause.stop()
        self._slow.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self, pages: Pages) -> None:
        if self._ends():
            self._parts.setCurrentIndex(0)
            self.view.show_pages(pages)
            self._turn(self.view.page(), len(pages.sizes))
            self.shown.emit()

    def _refused(self, error: KnownError) -> None:
        if self._ends():
            self._tell(f"{self._language.error(error)} {self._language.hint(error)}", again=True)

    def _broke(self, error: Exception) -> None:
        if self._ends():
            self._tell(self._language.text("The preview could not be made."), again=True)
            errors.tell(self._language, error)

    def _ends(self) -> bool:
        """Whether it is the job asked for last that tells its end; it is over then."""
        if self.sender() is not self._job:
            return False
        self._job = None
        self._slow.stop()
        return True

    def _ask_again(self) -> None:
        if self._make is not None:
            self.ask(self._make, at_once=True)

    def _say_busy(self) -> None:
        said = self._language.text("Preparing the preview ...")
        if self.view.pages() is None:
            self._tell(said)
        else:
            self._place.setText(said)

    def _tell(self, sentence: str, *, again: bool = False) -> None:
        self._words.say(sentence)
        self._again.setVisible(again)
        self._parts.setCurrentIndex(1)
        self._turn(0, 0)

    def _turn(self, page: int, pages: int) -> None:
        there = pages > 0 and self._parts.currentIndex() == 0
        self._place.setText(self._language.text("Page {n} of {total}", n=page, total=pages) if there else "")
        self.previous.setEnabled(there and page > 1)
        self.next.setEnabled(there and page < pages)
        for button in (self.smaller, self.larger):
            button.setEnabled(there)

    def _step(self, step: int) -> None:
        self.view.go_to_page(self.view.page() + step)

    # How it is built

    def _connect(self) -> None:
        self._pause.timeout.connect(self._begin)
        self._slow.timeout.connect(self._say_busy)
        self.view.turned.connect(self._turn)
        self.previous.clicked.connect(partial(self._step, -1))
        self.next.clicked.connect(partial(self._step, 1))
        self.smaller.clicked.connect(partial(self.view.zoom, -1))
        self.larger.clicked.connect(partial(self.view.zoom, 1))
        self._again.clicked.connect(self._ask_again)

    def _lay_out(self) -> None:
        self._pause.setSingleShot(True)
        self._slow.setSingleShot(True)
        self._slow.setInterval(WAIT + _WORDS_AFTER)
        tools = row(space=6, margins=(12, 8, 12, 8))
        tools.addWidget(self.previous)
        tools.addWidget(self.next)
        tools.addWidget(self._place, 1)
        tools.addWidget(self.smaller)
        tools.addWidget(self.larger)
        said = ground("surface", self)
        around = column(said, space=12, margins=(24, 24, 24, 24))
        around.addStretch(1)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        around.addWidget(self._words)
        around.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(2)
        self._parts.addWidget(self.view)
        self._parts.addWidget(said)
        inside = column(self)
        inside.addLayout(tools)
        inside.addWidget(self._parts, 1)

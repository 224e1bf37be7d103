"""Shows a PDF: its pages below each other, as wide as there is room or larger, painted when they come into sight."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme

if TYPE_CHECKING:
    from s3desk.formats.pdf.rendering import PageImage, Pages

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""How much wider than the room a page may be."""

_EDGE, _GAP, _WIDEST = 12, 12, 760
_KEPT = 6
_WORDS_AFTER = 200


class PdfView(QAbstractScrollArea):
    """`turned(page, pages)` when another page is in the middle; the first is 1, and 0 of 0 is nothing to show."""

    turned = Signal(int, int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._pages: Pages | None = None
        self._zoom = 0
        self._shown = 0
        self._tops: list[int] = []
        self._images: dict[tuple[int, int], QImage] = {}
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_WORDS_AFTER)
        self._reading.timeout.connect(self._read_out)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(language.text("Preview"))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._notice_page)

    def show_pages(self, pages: Pages | None) -> None:
        """Show a document in place of the present one, at the same place in it; None shows nothing."""
        place = self.verticalScrollBar().value()
        self._pages = pages
        self._shown = 0
        self._images.clear()
        self._arrange()
        self.verticalScrollBar().setValue(place)
        self._notice_page()
        self.viewport().update()

    def pages(self) -> Pages | None:
        """The document that is shown."""
        return self._pages

    def page(self) -> int:
        """The page in the middle; the first is 1."""
        return self._shown

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if self._pages is not None and 1 <= page <= len(self._pages.sizes):
            self.verticalScrollBar().setValue(self._tops[page - 1] - theme.current().px(_GAP))

    def zoom(self, step: int) -> None:
        """Show pages larger or smaller; the smallest is as wide as the room."""
        before = self._zoom
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1))
        if before != self._zoom:
            self._rearrange()

    def image(self, page: int) -> QImage:
        """A page as it is painted."""
        assert self._pages is not None
        scale = self._width() * self.devicePixelRatioF() / self._pages.sizes[page - 1][0]
        key = (page, round(scale * 1000))
        if key not in self._images:
            while len(self._images) >= _KEPT:
                del self._images[next(iter(self._images))]
            self._images[key] = as_image(self._pages.image(page - 1, scale))
            self._images[key].setDevicePixelRatio(self.devicePixelRatioF())
        return self._images[key]

    # Where the pages lie

    def _width(self) -> int:
        """How wide every page is shown, in pixels: as the room, but no wider than reads well."""
        px = theme.current().px
        room = min(self.viewport().width() - 2 * px(_EDGE), px(_WIDEST))
        return max(1, round(room * ZOOMS[self._zoom]))

    def _height(self, page: int) -> int:
        assert self._pages is not None
        width, height = self._pages.sizes[page - 1]
        return round(height * self._width() / width)

    def _rearrange(self) -> None:
        """Arrange anew and keep the place in the document."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._images.clear()
        self._arrange()
        bar.setValue(round(share * bar.maximum()))
        self._notice_page()
        self.viewport().update()

    def _arrange(self) -> None:
        px = theme.current().px
        gap = px(_GAP)
        count = len(self._pages.sizes) if self._pages else 0
        heights = [self._height(page) + gap for page in range(1, count + 1)]
        self._tops = list(accumulate(heights, initial=gap))
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self._tops[-1] - room.height()) if self._pages else 0)
        down.setPageStep(room.height())
        down.setSingleStep(px(40))
        across.setRange(0, max(0, self._width() + 2 * px(_EDGE) - room.width()) if self._pages else 0)
        across.setPageStep(room.width())
        across.setSingleStep(px(40))

    def _rect(self, page: int) -> QRect:
        """Where a page lies in the viewport; the first is 1."""
        edge = max(theme.current().px(_EDGE), (self.viewport().width() - self._width()) // 2)
        left = edge - self.horizontalScrollBar().value()
        return QRect(left, self._tops[page - 1] - self.verticalScrollBar().value(), self._width(), self._height(page))

    def _notice_page(self) -> None:
        count = len(self._pages.sizes) if self._pages else 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        below = next((place for place, top in enumerate(self._tops[1:], start=1) if top > middle), count)
        page = min(below, count)
        if page != self._shown or not count:
            self._shown = page
            self._reading.start()
            self.turned.emit(page, count)

    def _read_out(self) -> None:
        """Give a screen reader the words of the page."""
        if self._pages is None or not self._shown:
            self.setAccessibleDescription("")
            return
        place = self._language.text("Page {n} of {total}", n=self._shown, total=len(self._pages.sizes))
        self.setAccessibleDescription(f"{place}. {self._pages.words(self._shown - 1)}")

    # What Qt asks

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), shown.color("sunken"))
        if self._pages is None:
            return
        for page in range(1, len(self._pages.sizes) + 1):
            rect = self._rect(page)
            if rect.intersects(event.rect()):
                painter.drawImage(rect, self.image(page))
                painter.setPen(QPen(shown.color("border"), 1))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in ends:
            bar.setValue(ends[key])
        elif key == Qt.Key.Key_Space:
            self.go_to_page(self._shown + 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and not event.modifiers():
            self.zoom(1 if key == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


def as_image(page: PageImage) -> QImage:
    """The pixels of a page as a picture of Qt's, with a memory of its own."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()

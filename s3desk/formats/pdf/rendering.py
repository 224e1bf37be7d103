"""Pages of a finished PDF as pictures and as words, for the preview in the window and for printing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_one_at_a_time = threading.Lock()
"""PDFium works in any thread, but in one at a time."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels of four bytes (blue, green, red, one unused), line by line."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF in memory with the sizes of its pages in points. It may go to any thread."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]

    def image(self, number: int, scale: float) -> PageImage:
        """A page, the first is 0, with `scale` pixels a point."""
        with _page(self.content, number) as page:
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            try:
                return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def words(self, number: int) -> str:
        """What is written on a page."""
        with _page(self.content, number) as page:
            text = page.get_textpage()
            try:
                return str(text.get_text_bounded())
            finally:
                text.close()


def pages_of(content: bytes) -> Pages:
    """Look at a whole PDF."""
    with _opened(content) as document:
        return Pages(content, tuple(document.get_page_size(number) for number in range(len(document))))


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


@contextmanager
def _page(content: bytes, number: int) -> Iterator[Any]:
    with _opened(content) as document:
        page = document[number]
        try:
            yield page
        finally:
            page.close()

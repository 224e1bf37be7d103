"""Pages of a PDF as pictures and words: what the preview shows is what was written."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from s3desk.formats.pdf.rendering import PageImage, Pages, pages_of


@pytest.fixture
def pages() -> Pages:
    """Two pages: a red one upright, a blue one lying, each with its words."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for size, color, words in ((A4, (1, 0, 0), "upright"), (landscape(A4), (0, 0, 1), "lying")):
        canvas.setPageSize(size)
        canvas.setFillColorRGB(*color)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 72, words)
        canvas.showPage()
    canvas.save()
    return pages_of(written.getvalue())


def middle(image: PageImage) -> tuple[int, ...]:
    """The colour in the middle, as red, green, blue."""
    size = (image.width, image.height)
    shown = Image.frombuffer("RGB", size, image.pixels, "raw", "BGRX", image.stride, 1)
    found = shown.getpixel((image.width // 2, image.height // 2))
    assert isinstance(found, tuple)
    return found


def test_each_page_has_its_size_color_and_words(pages: Pages) -> None:
    assert [width < height for width, height in pages.sizes] == [True, False]
    assert [middle(pages.image(number, 1.0)) for number in (0, 1)] == [(255, 0, 0), (0, 0, 255)]
    assert [pages.words(number).strip() for number in (0, 1)] == ["upright", "lying"]


def test_the_scale_says_how_many_pixels_a_point_has(pages: Pages) -> None:
    small, large = pages.image(0, 0.5), pages.image(0, 2.0)
    assert large.width == pytest.approx(4 * small.width, abs=4)
    assert large.height == pytest.approx(4 * small.height, abs=4)


def test_many_threads_may_ask_at_once(pages: Pages) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda turn: middle(pages.image(turn % 2, 1.0)), range(64)))
    assert found == [(255, 0, 0), (0, 0, 255)] * 32

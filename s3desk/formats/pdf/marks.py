"""Small things that draw themselves: figures, texts with a mark before them, framed words."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus.flowables import Flowable

from s3desk.figures.figure import Figure
from s3desk.figures.marks import bullet
from s3desk.formats.pdf import fonts, stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.figures import paint
from s3desk.formats.pdf.passage import Passage, of_element
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.tagged import Element, ListElements
from s3desk.formats.pdf.text import Content, one_line


class Picture(Block):
    """A figure with its text alternative; it shrinks to the width there is."""

    def __init__(self, figure: Figure, scale: float = 1.0, align: str = "left") -> None:
        super().__init__()
        self.figure, self.scale, self.align = figure, scale, align
        self.element = Element("Figure", alternative=one_line(figure.description))

    def lay_out(self, width: float) -> float:
        """The size of the figure."""
        self.used_scale = min(self.scale, width / self.figure.width)
        return self.figure.height * self.used_scale

    def paint(self, canvas: ReportCanvas) -> None:
        """Paint the figure."""
        room = self.width - self.figure.width * self.used_scale
        x = {"left": 0.0, "middle": room / 2, "right": room}[self.align]
        area = canvas.area_on_page((x, 0, x + self.figure.width * self.used_scale, self.height))
        box = " ".join(f"{edge:.2f}" for edge in area)
        self.element.attributes = (f"/O /Layout /Placement /Block /BBox [{box}]",)
        with canvas.marked(self.element):
            paint(canvas, self.figure, x, self.height, self.used_scale)


class Marked(Block):
    """A text with a mark before its first line: an item of a list, a rating, a fulfilment.

    `sign` is the element of the mark; without one it only repeats what the text says.
    """

    def __init__(
        self, mark: Figure | None, text: Passage, indent: float, mark_size: float = 0, sign: Element | None = None
    ) -> None:
        super().__init__()
        self.mark, self.text, self.indent, self.sign = mark, text, indent, sign
        self.mark_size = mark_size or (mark.height if mark else 0)

    def lay_out(self, width: float) -> float:
        """The text with its indent, at least as high as the mark."""
        text_height = stack.height_of((self.text,), width - self.indent)
        self.text_top = max(0.0, (self.mark_size - text_height) / 2)
        return max(text_height, self.mark_size)

    def split(self, width: float, height: float) -> list[Flowable]:
        """The mark stays with the first lines."""
        parts = self.text.split(width - self.indent, height)
        if len(parts) < 2:
            return []
        return [
            Marked(self.mark, parts[0], self.indent, self.mark_size, self.sign),
            *(Marked(None, part, self.indent) for part in parts[1:]),
        ]

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw mark and text."""
        if self.mark is not None:
            first_line = min(self.height, self.text.style.leading + 2 * self.text_top)
            top = self.height - (first_line - self.mark_size) / 2
            with canvas.marked(self.sign) if self.sign else canvas.artifact():
                paint(canvas, self.mark, 0, top, self.mark_size / self.mark.height)
        self.text.drawOn(canvas, self.indent, self.height - self.text_top - self.text.height)


class Tag(Block):
    """A short word in a frame, such as DRAFT."""

    fixed_height = 13.0

    def __init__(self, word: str, ink: str = "warn", align: str = "right") -> None:
        super().__init__()
        self.word, self.ink, self.align = one_line(word), ink, align
        self.element = Element("P")
        self.tag_width = fonts.width_of(self.word, 7.4, strong=True) + 12

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw frame and word."""
        x = self.width - self.tag_width if self.align == "right" else 0
        with canvas.artifact():
            canvas.setStrokeColor(color(self.ink))
            canvas.setLineWidth(0.8)
            canvas.roundRect(x, 0, self.tag_width, self.height, 2.5, stroke=1, fill=0)
        with canvas.marked(self.element):
            canvas.setFillColor(color(self.ink))
            canvas.setFont(fonts.STRONG, 7.4)
            canvas.drawCentredString(x + self.tag_width / 2, 3.9, self.word)


def bullet_list(items: Iterable[Content]) -> list[Flowable]:
    """The items of one list."""
    group = ListElements()
    return [_item(content, *group.item()) for content in items]


def _item(content: Content, label: Element, body: Element) -> Marked:
    label.spoken = "\u2022 "
    return Marked(bullet(), of_element(content, styles.ITEM, body), 10, sign=label)


def spoken(mark: Figure, words: str, text: Passage, indent: float, mark_size: float) -> Marked:
    """A text with a mark that says something of its own."""
    sign = Element("Span", text.element, spoken=words)
    return Marked(mark, text, indent, mark_size, sign)

"""Small things that draw themselves: figures, texts with a mark before them, framed words."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.figures.figure import Figure
from s3desk.figures.marks import bullet
from s3desk.formats.pdf import fonts, stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.figures import paint
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.text import Content, one_line


class Picture(Block):
    """A figure with its text alternative; it shrinks to the width there is."""

    def __init__(self, figure: Figure, scale: float = 1.0, align: str = "left") -> None:
        super().__init__()
        self.figure, self.scale, self.align = figure, scale, align

    def lay_out(self, width: float) -> float:
        """The size of the figure."""
        self.used_scale = min(self.scale, width / self.figure.width)
        return self.figure.height * self.used_scale

    def paint(self, canvas: ReportCanvas) -> None:
        """Paint the figure."""
        room = self.width - self.figure.width * self.used_scale
        x = {"left": 0.0, "middle": room / 2, "right": room}[self.align]
        paint(canvas, self.figure, x, self.height, self.used_scale)


class Marked(Block):
    """A text with a mark before its first line: an item of a list, a rating, a fulfilment."""

    def __init__(self, mark: Figure | None, text: Passage, indent: float, mark_size: float = 0) -> None:
        super().__init__()
        self.mark, self.text, self.indent = mark, text, indent
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
            Marked(self.mark, parts[0], self.indent, self.mark_size),
            *(Marked(None, part, self.indent) for part in parts[1:]),
        ]

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw mark and text."""
        if self.mark is not None:
            first_line = min(self.height, self.text.style.leading + 2 * self.text_top)
            top = self.height - (first_line - self.mark_size) / 2
            paint(canvas, self.mark, 0, top, self.mark_size / self.mark.height)
        self.text.drawOn(canvas, self.indent, self.height - self.text_top - self.text.height)


class Tag(Block):
    """A short word in a frame, such as DRAFT."""

    fixed_height = 13.0

    def __init__(self, word: str, ink: str = "warn", align: str = "right") -> None:
        super().__init__()
        self.word, self.ink, self.align = one_line(word), ink, align
        self.tag_width = fonts.width_of(self.word, 7.4, strong=True) + 12

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw frame and word."""
        x = self.width - self.tag_width if self.align == "right" else 0
        canvas.setStrokeColor(color(self.ink))
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, 0, self.tag_width, self.height, 2.5, stroke=1, fill=0)
        canvas.setFillColor(color(self.ink))
        canvas.setFont(fonts.STRONG, 7.4)
        canvas.drawCentredString(x + self.tag_width / 2, 3.9, self.word)


def bullet_item(content: Content, language: str = "") -> Marked:
    """One item of a list."""
    return Marked(bullet(), passage(content, styles.ITEM, language), 10)

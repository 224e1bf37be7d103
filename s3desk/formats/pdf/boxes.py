"""Blocks that hold others: two columns, a strip of values, the tinted band of the cover."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.figures.figure import Figure
from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.figures import paint
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.tagged import Element, ListElements
from s3desk.formats.pdf.text import Content, one_line, plain


class Beside(Block):
    """Two columns next to each other; both may go on on the next page."""

    def __init__(self, left: Items, right: Items, share: float = 0.5, gap: float = 26, *, middle: bool = False) -> None:
        super().__init__()
        self.left, self.right, self.share, self.gap, self.middle = left, right, share, gap, middle
        self.elements = (Element("Div"), Element("Div"))
        self.spaceBefore = max((column[0].getSpaceBefore() for column in (left, right) if column), default=0)

    def lay_out(self, width: float) -> float:
        """As high as the higher column."""
        self.widths = ((width - self.gap) * self.share, (width - self.gap) * (1 - self.share))
        self.heights = (stack.height_of(self.left, self.widths[0]), stack.height_of(self.right, self.widths[1]))
        return max(self.heights)

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits of each column, and the rest; under each other where that does not help."""
        self.wrap(width, height)
        (left, more_left), (right, more_right) = (
            stack.divided(items, own, height) for items, own in zip((self.left, self.right), self.widths, strict=True)
        )
        if all(first or not items for first, items in ((left, self.left), (right, self.right))):
            return [self._with(left, right), self._with(more_left, more_right)]
        if height < styles.PORTRAIT_HEIGHT - 1:
            return []
        first, rest = stack.divided([*self.left, *self.right], width, height)
        return [*first, *rest]

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw both columns from the top, or in the middle of each other."""
        drop = [(self.height - own) / 2 if self.middle else 0 for own in self.heights]
        with canvas.within(self.elements[0]):
            stack.draw(canvas, self.left, 0, self.height - drop[0], self.widths[0])
        with canvas.within(self.elements[1]):
            stack.draw(canvas, self.right, self.widths[0] + self.gap, self.height - drop[1], self.widths[1])

    def _with(self, left: Items, right: Items) -> Beside:
        part = Beside(left, right, self.share, self.gap, middle=self.middle)
        part.elements = self.elements
        return part


class Strip(Block):
    """A tinted strip with a few labelled values next to each other."""

    _PADDING, _TOP = 13.0, 10.0

    def __init__(self, cells: Sequence[tuple[Content, Flowable]]) -> None:
        super().__init__()
        self.cells = [[passage(label, styles.LABEL), value] for label, value in cells]
        self.spaceBefore, self.spaceAfter = 4, 8

    def lay_out(self, width: float) -> float:
        """As high as its highest cell."""
        self.step = width / len(self.cells)
        inner = self.step - self._PADDING - 6
        return max(stack.height_of(cell, inner) for cell in self.cells) + 2 * self._TOP

    def split(self, width: float, height: float) -> list[Flowable]:
        """Under each other where a value is longer than a page."""
        self.wrap(width, height)
        return [] if self.height <= styles.PORTRAIT_HEIGHT else [item for cell in self.cells for item in cell]

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw the ground, the cells and the lines between them."""
        with canvas.artifact():
            canvas.setFillColor(color("tint"))
            canvas.roundRect(0, 0, self.width, self.height, 4, stroke=0, fill=1)
            canvas.setStrokeColor(color("border"))
            canvas.setLineWidth(0.7)
            for number in range(1, len(self.cells)):
                canvas.line(number * self.step, 9, number * self.step, self.height - 9)
        for number, cell in enumerate(self.cells):
            left = number * self.step + self._PADDING
            stack.draw(canvas, cell, left, self.height - self._TOP, self.step - self._PADDING - 6)


class Band(Block):
    """The upper half of the cover: items on a tinted ground that reaches to the edges of the sheet."""

    _FOOT = 30.0

    def __init__(self, items: Items, least: float, backdrop: Figure | None = None) -> None:
        super().__init__()
        self.items, self.least, self.backdrop = items, least, backdrop
        self.spaceAfter = 20

    def lay_out(self, width: float) -> float:
        """At least half of the sheet."""
        return max(self.least, stack.height_of(self.items, width * 0.8) + self._FOOT)

    def split(self, width: float, height: float) -> list[Flowable]:
        """What does not fit goes on behind it."""
        first, rest = stack.divided(self.items, width * 0.8, height - self._FOOT)
        return [Band(first, height, self.backdrop), *rest] if first and rest else []

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw the ground, what lies on it, and the items."""
        margin = styles.MARGIN
        above = styles.HEAD_SPACE + 2
        with canvas.artifact():
            canvas.setFillColor(color("tint"))
            canvas.rect(-margin - 1, 0, self.width + 2 * margin + 2, self.height + above, stroke=0, fill=1)
            if self.backdrop is not None:
                self._paint_backdrop(canvas, self.backdrop, above)
        stack.draw(canvas, self.items, 0, self.height, self.width * 0.8)

    def _paint_backdrop(self, canvas: ReportCanvas, backdrop: Figure, above: float) -> None:
        margin = styles.MARGIN
        canvas.saveState()
        ground = canvas.beginPath()
        ground.rect(-margin, 0, self.width + 2 * margin, self.height + above)
        canvas.clipPath(ground, stroke=0, fill=0)
        paint(canvas, backdrop, self.width + margin - backdrop.width * 0.55, self.height + above)
        canvas.restoreState()


class Outcomes(Block):
    """Narrow columns next to each other, each under a coloured line: one for each criterion."""

    _GAP = 6.0

    def __init__(self, cells: Sequence[tuple[str, Items]]) -> None:
        super().__init__()
        self.cells = list(cells)
        self.group = ListElements("None")
        self.spaceBefore, self.spaceAfter = 3, 9

    def lay_out(self, width: float) -> float:
        """As high as the highest column."""
        self.cell_width = (width + self._GAP) / len(self.cells) - self._GAP
        self.names_height = max(stack.height_of(items[:1], self.cell_width) for _, items in self.cells)
        rest = max(stack.height_of(items[1:], self.cell_width) for _, items in self.cells)
        return 8 + self.names_height + 3 + rest

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw line, name and outcome of each column; outcomes stand on one line."""
        for number, (ink, items) in enumerate(self.cells):
            x = number * (self.cell_width + self._GAP)
            with canvas.artifact():
                canvas.setFillColor(color(ink))
                canvas.rect(x, self.height - 2, self.cell_width, 2, stroke=0, fill=1)
            with canvas.within(self.group.item()[1]):
                stack.draw(canvas, items[:1], x, self.height - 8, self.cell_width)
                stack.draw(canvas, items[1:], x, self.height - 11 - self.names_height, self.cell_width)


class SignatureBox(Block):
    """An area to sign by hand, with an empty field for an electronic signature."""

    fixed_height = 96.0

    def __init__(self, label: Content, note: Content) -> None:
        super().__init__()
        self.label, self.note = passage(label, styles.LABEL), passage(note, styles.NOTE)
        self.field_words, self.element = one_line(plain(label)), Element("Form")

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw a frame with a label, nothing in it."""
        with canvas.artifact():
            canvas.setStrokeColor(color("control"))
            canvas.setLineWidth(0.7)
            canvas.roundRect(0, 0, self.width, self.height, 4, stroke=1, fill=0)
        stack.draw(canvas, [self.label], 10, self.height - 8, self.width / 2)
        canvas.signature_field(self.element, (10, 20, self.width - 10, self.height - 22), "Signature", self.field_words)
        stack.draw(canvas, [self.note], 10, 18, self.width / 2)

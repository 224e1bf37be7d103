"""The contents with page numbers, before the annex."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.document import Part
from s3desk.formats.pdf.headings import Heading
from s3desk.formats.pdf.labels import labels_of
from s3desk.formats.pdf.pages import Sheet
from s3desk.formats.pdf.passage import of_element, passage
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.tagged import ContentsElements, Element
from s3desk.formats.pdf.text import on_one_line
from s3desk.queries.picture import ReportPicture


def part(picture: ReportPicture, entries: Sequence[Heading]) -> Part:
    """One line for each heading of the report."""
    labels = labels_of(picture)
    kicker, title = passage(labels.text("Annex"), styles.KICKER), Heading(labels.text("Contents"), 1)
    group = ContentsElements()
    return Part(Sheet.PORTRAIT, [kicker, title, *(_Entry(heading, group.entry()) for heading in entries)])


class _Entry(Block):
    """A title that leads to its page."""

    _ROOM, _PADDING = 40.0, 4.0

    def __init__(self, heading: Heading, link: Element) -> None:
        super().__init__()
        self.heading, self.link, self.text = heading, link, of_element(on_one_line(heading.words), styles.ITEM, link)

    def lay_out(self, width: float) -> float:
        """The title with room for the number."""
        return stack.height_of((self.text,), width - self._ROOM) + 2 * self._PADDING

    def split(self, width: float, height: float) -> list[Flowable]:
        """Only a title longer than a page is divided."""
        return list(self.text.split(width - self._ROOM, height)) if self.height > styles.PORTRAIT_HEIGHT else []

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw title, page and a line; the whole line is a link."""
        self.text.drawOn(canvas, 0, self._PADDING)
        with canvas.marked(self.link):
            canvas.draw_page_of(self.heading.key, self.width, self.height - self._PADDING - 9.6)
        whole = (0, 0, self.width, self.height)
        canvas.link(self.link, whole, self.heading.title[:120], bookmark=self.heading.key)
        with canvas.artifact():
            canvas.setStrokeColor(color("border"))
            canvas.setLineWidth(0.5)
            canvas.line(0, 0, self.width, 0)

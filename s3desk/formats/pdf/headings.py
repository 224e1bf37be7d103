"""Headings: they stand in bookmarks and contents, and keep with the beginning of what follows."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.text import Content, one_line, plain


class Heading(Block):
    """A heading of level 1 to 3; those with a key stand in bookmarks and contents."""

    def __init__(
        self,
        content: Content,
        level: int,
        *,
        title: Content = "",
        style: styles.Style | None = None,
        language: str = "",
        outlined: bool = True,
    ) -> None:
        super().__init__()
        self.level, self.key, self.outlined = level, "", outlined and level == 1
        self.words = title or content
        self.title = one_line(plain(self.words))
        self.passage = passage(content, style or (styles.H1, styles.H2, styles.H3)[level - 1], language, f"H{level}")

    def lay_out(self, width: float) -> float:
        """The size of its text."""
        return stack.height_of((self.passage,), width)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Only a heading longer than a page is divided."""
        parts = self.passage.split(width, height)
        if len(parts) < 2:
            return []
        first = Heading("", self.level, title=self.words)
        first.key, first.passage = self.key, parts[0]
        return [first, *parts[1:]]

    def getSpaceBefore(self) -> float:  # noqa: N802 - a name of reportlab
        """The space of its style."""
        return float(self.passage.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - a name of reportlab
        """The space of its style."""
        return float(self.passage.getSpaceAfter())

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw the text; bind the bookmark."""
        if self.key:
            canvas.bookmarkHorizontal(self.key, 0, self.height + 6)
            canvas.addOutlineEntry(self.title[:120], self.key, 0)
            canvas.note_heading(self.key)
        self.passage.drawOn(canvas, 0, 0)


class Headed(Block):
    """A heading, or more that belongs to it, that stays with the beginning of what follows."""

    def __init__(self, heads: Items, following: Flowable) -> None:
        super().__init__()
        self.heads, self.following = tuple(heads), following

    def lay_out(self, width: float) -> float:
        """All under each other."""
        return stack.height_of((*self.heads, self.following), width)

    def split(self, width: float, height: float) -> list[Flowable]:
        """The heads with as much as fits of what follows; all on the next page when that is nothing."""
        first, rest = stack.divided((*self.heads, self.following), width, height)
        if len(first) > len(self.heads):
            return [Headed(self.heads, first[-1]), *rest]
        moved_already = hasattr(self, "_postponed")  # reportlab's note that a new page did not help
        return [*first, *rest] if moved_already else []

    def getSpaceBefore(self) -> float:  # noqa: N802 - a name of reportlab
        """That of the first head."""
        return float(self.heads[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - a name of reportlab
        """That of what follows."""
        return float(self.following.getSpaceAfter())

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw all."""
        stack.draw(canvas, (*self.heads, self.following), 0, self.height, self.width)


def under(heading: Heading, items: Items) -> list[Flowable]:
    """Items under a heading that keeps with the first of them."""
    return [Headed((heading,), items[0]), *items[1:]] if items else [heading]

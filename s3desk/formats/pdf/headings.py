"""Headings: they stand in bookmarks and contents, and keep with the beginning of what follows."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.text import Content, one_line, passage


class Heading(Flowable):
    """A heading of level 1 to 3; those with a key stand in bookmarks and contents."""

    def __init__(self, content: Content, level: int, *, title: str = "", style: ParagraphStyle | None = None) -> None:
        super().__init__()
        self.level, self.key, self.outlined = level, "", level == 1
        self.title = one_line(title or (content if isinstance(content, str) else content[0].text))
        self.passage = passage(content, style or (styles.H1, styles.H2, styles.H3)[level - 1])

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size of its text."""
        self.width, self.height = self.passage.wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Only a heading longer than a page is divided."""
        parts = self.passage.split(width, height)
        if len(parts) < 2:
            return []
        first = Heading("", self.level, title=self.title)
        first.key, first.passage = self.key, parts[0]
        return [first, *parts[1:]]

    def getSpaceBefore(self) -> float:  # noqa: N802 - a name of reportlab
        """The space of its style."""
        return float(self.passage.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - a name of reportlab
        """The space of its style."""
        return float(self.passage.getSpaceAfter())

    def draw(self) -> None:
        """Draw the text; bind the bookmark."""
        if self.key:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 6)
            self.canv.addOutlineEntry(self.title[:120], self.key, 0)
            self.canv.note_heading(self.key)
        self.passage.drawOn(self.canv, 0, 0)


class Headed(Flowable):
    """A heading that stays with the beginning of what follows it."""

    def __init__(self, heading: Heading, following: Flowable) -> None:
        super().__init__()
        self.heading, self.following = heading, following

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Both under each other."""
        self.width, self.height = width, stack.height_of((self.heading, self.following), width)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The heading with as much as fits of what follows; all on the next page when that is nothing."""
        first, rest = stack.divided((self.heading, self.following), width, height)
        moved_already = hasattr(self, "_postponed")  # reportlab's note that a new page did not help
        return [*first, *rest] if len(first) == 2 or moved_already else []

    def getSpaceBefore(self) -> float:  # noqa: N802 - a name of reportlab
        """That of the heading."""
        return self.heading.getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - a name of reportlab
        """That of what follows."""
        return float(self.following.getSpaceAfter())

    def draw(self) -> None:
        """Draw both."""
        stack.draw(self.canv, (self.heading, self.following), 0, self.height, self.width)


def under(heading: Heading, items: Items) -> list[Flowable]:
    """Items under a heading that keeps with the first of them."""
    return [Headed(heading, items[0]), *items[1:]] if items else [heading]

"""Makes a PDF of parts: lays them out page by page, tells the progress, and gives the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab import rl_config
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak

import s3desk
from s3desk.basics.progress import Progress
from s3desk.formats.pdf import fonts
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.headings import Headed, Heading
from s3desk.formats.pdf.pages import Sheet, templates
from s3desk.formats.pdf.tagged import Attachment, Metadata
from s3desk.formats.pdf.text import one_line
from s3desk.queries.picture import ReportPicture

rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller


Carrying = tuple[str, Callable[[], Attachment]]
"""What is told while a file is made that travels inside, and what makes it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that begins on a new page of a kind."""

    sheet: Sheet
    blocks: Sequence[Flowable]


def build(
    picture: ReportPicture,
    parts: Sequence[Part],
    title: str,
    path: Path,
    progress: Progress,
    carried: Sequence[Carrying] = (),
) -> None:
    """Write the document with the files that `carried` makes.

    Raises `CancelledError` from `progress` before anything is written.
    """
    fonts.register()
    story = _story(parts)
    document = _Document(picture, parts[0].sheet, title, path, progress, story, carried)
    del parts  # so that what is painted can be forgotten: only the story holds the rest
    document.build(story, canvasmaker=ReportCanvas)


def headings(blocks: Sequence[Flowable]) -> Iterator[Heading]:
    """The headings that stand in bookmarks and contents."""
    for block in blocks:
        for heading in block.heads if isinstance(block, Headed) else (block,):
            if isinstance(heading, Heading) and heading.outlined:
                yield heading


def number_headings(parts: Sequence[Part]) -> list[Heading]:
    """Give every outlined heading its key; returns them in order."""
    found = [heading for part in parts for heading in headings(part.blocks)]
    for number, heading in enumerate(found, start=1):
        heading.key = f"heading-{number}"
    return found


def check(path: Path) -> None:
    """Look whether a written file is a whole PDF with pages; raises ValueError when it is not."""
    content = path.read_bytes()
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", content)
    if not content.startswith(b"%PDF-") or start is None:
        raise ValueError(f"{path.name} is not a whole PDF")
    if not content[int(start[1]) :].startswith(b"xref"):
        raise ValueError(f"{path.name} has no table of its objects")
    trees = re.findall(rb"/Count (\d+) /Kids \[([^\]]*)\] /Type /Pages", content)
    if not any(int(count) == kids.count(b" R") > 0 for count, kids in trees):
        raise ValueError(f"{path.name} has lost pages")


def _story(parts: Sequence[Part]) -> list[Flowable]:
    number_headings(parts)
    story: list[Flowable] = []
    for number, part in enumerate(parts):
        if number:
            story += [NextPageTemplate(part.sheet.value), PageBreak()]
        if part.sheet is Sheet.COVER:
            story.append(NextPageTemplate(Sheet.PORTRAIT.value))
        story += part.blocks
    return story


class _Document(BaseDocTemplate):
    def __init__(
        self,
        picture: ReportPicture,
        first: Sheet,
        title: str,
        path: Path,
        progress: Progress,
        story: Sequence[Flowable],
        carried: Sequence[Carrying],
    ) -> None:
        super().__init__(
            str(path),
            pageTemplates=sorted(templates(picture), key=lambda template: template.id != first.value),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,
        )
        self._report = (progress, picture, max(len(story), 1))
        self._metadata, self._carried = _metadata(picture, title), carried
        self._left = story  # reportlab takes from it what is laid out

    def beforeDocument(self) -> None:  # noqa: N802 - a name of reportlab
        """Say what the document is, and give it what it carries."""
        assert isinstance(self.canv, ReportCanvas)
        self.canv.describe(self._metadata)
        self.canv.addPageLabel(0, "ARABIC", 1)
        for step, make in self._carried:
            self._tell(step)
            self.canv.attach(make())

    def beforePage(self) -> None:  # noqa: N802 - a name of reportlab
        """Tell the progress; the user may stop here."""
        self._tell(self._report[1].language.text("Page {n}", n=self.page))

    def _tell(self, step: str) -> None:
        progress, _, total = self._report
        progress(max(total - len(self._left), 0), total, step)


def _metadata(picture: ReportPicture, title: str) -> Metadata:
    return Metadata(
        title=one_line(title),
        language=picture.language.code,
        moment=picture.head.made_at,
        author=one_line(picture.head.authority),
        subject=one_line(picture.head.condition_title),
        keywords=picture.check_code,
        program=f"S3 Desk {s3desk.__version__}",
        identifier=f"sha256:{picture.digest}",
    )

"""The same report without its tags: the floor for what accessibility costs."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from s3desk.basics.progress import no_progress
from s3desk.formats import registry
from s3desk.formats.pdf import document
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.tagged import Element, TaggedCanvas
from s3desk.formats.pdf.tagged.canvas import Area
from s3desk.queries.picture import ReportPicture


class _Plain(TaggedCanvas):
    """Draws and links as reportlab does, and says nothing about what is drawn."""

    def within(self, element: Element) -> AbstractContextManager[None]:  # type: ignore[override]  # noqa: ARG002
        return nullcontext()

    def marked(self, element: Element) -> AbstractContextManager[None]:  # type: ignore[override]  # noqa: ARG002
        return nullcontext()

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:  # type: ignore[override]  # noqa: ARG002
        return nullcontext()

    def link(self, element: Element, area: Area, words: str, *, url: str = "", bookmark: str = "") -> None:  # noqa: ARG002
        if url:
            self.linkURL(url, area, relative=1)
        else:
            self.linkAbsolute(words, bookmark, area)

    def signature_field(self, element: Element, area: Area, name: str, words: str) -> None:
        """A field has no plain form."""

    def showPage(self) -> None:
        Canvas.showPage(self)

    def save(self) -> None:
        Canvas.save(self)


class _UntaggedCanvas(ReportCanvas, _Plain):
    """Page numbers as in a report, tags as nowhere."""


def write_untagged(picture: ReportPicture, path: Path) -> None:
    """Write the report as it is, drawn on a canvas without tags."""
    with patch.object(document, "ReportCanvas", _UntaggedCanvas):
        registry.format_of("report", ".pdf").write(picture, path, no_progress)

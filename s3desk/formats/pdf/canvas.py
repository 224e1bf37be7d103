"""The canvas of a report: it knows on which page headings stand, and fills in numbers at the end."""

from __future__ import annotations

from typing import Any

from s3desk.formats.pdf import fonts, styles
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.tagged import TaggedCanvas


class ReportCanvas(TaggedCanvas):
    """Numbers are known only at the end: "3 / 26" and the pages in the contents are forms filled on saving."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._heading_pages: dict[str, int] = {}
        self._wanted: dict[str, int] = {}
        self._folios: list[int] = []

    def note_heading(self, key: str) -> None:
        """Remember that a heading stands on this page."""
        self._heading_pages.setdefault(key, self.getPageNumber())

    def draw_page_of(self, key: str, right: float, y: float) -> None:
        """Draw the page number of a heading, ending at `right`, even when it comes later; a blank stands before it."""
        self._wanted.setdefault(key, len(self._wanted))
        self._place(f"page-of-{key}", right, y)

    def draw_folio(self, right: float, y: float) -> None:
        """Draw this page's number and the count of pages, ending at `right`."""
        self._folios.append(self.getPageNumber())
        self._place(f"folio-{self.getPageNumber()}", right, y)

    def save(self) -> None:
        """Fill in the numbers and write the file."""
        for number in self._folios:
            text = f"{number} / {self.getPageNumber() - 1}"
            self._fill(f"folio-{number}", text, styles.RUNNING_SIZE, "text")
        for key in self._wanted:
            self._fill(f"page-of-{key}", f" {self._heading_pages.get(key, '')}", styles.BODY.size, "muted")
        super().save()

    def _place(self, form: str, right: float, y: float) -> None:
        self.saveState()
        self.translate(right, y)
        self.doForm(form)
        self.restoreState()

    def _fill(self, form: str, text: str, size: float, ink: str) -> None:
        self.beginForm(form, -90, -10, 1, 20)
        self.setFont(fonts.REGULAR, size)
        self.setFillColor(color(ink))
        self.drawRightString(0, 0, text)
        self.endForm()

"""Sheets: head and foot of every page, the count of pages, and the canvas that knows where headings stand."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

import s3desk
from s3desk.domain.records import Step
from s3desk.formats.pdf import fonts, styles
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.text import one_line
from s3desk.queries.picture import ReportPicture


class Sheet(StrEnum):
    """The kinds of pages."""

    COVER = "cover"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class ReportCanvas(Canvas):
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
        """Draw the page number of a heading, ending at `right`, even when it comes later."""
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
            self._fill(f"page-of-{key}", str(self._heading_pages.get(key, "")), styles.BODY.fontSize, "muted")
        super().save()

    def _place(self, form: str, right: float, y: float) -> None:
        self.saveState()
        self.translate(right, y)
        self.doForm(form)
        self.restoreState()

    def _fill(self, form: str, text: str, size: float, ink: str) -> None:
        self.beginForm(form, -90, -size, 1, size * 2)
        self.setFont(fonts.REGULAR, size)
        self.setFillColor(color(ink))
        self.drawRightString(0, 0, text)
        self.endForm()


def templates(picture: ReportPicture) -> list[PageTemplate]:
    """The templates of all kinds of pages."""
    return [
        _Page(picture, Sheet.COVER, styles.PORTRAIT, styles.MARGIN),
        _Page(picture, Sheet.PORTRAIT, styles.PORTRAIT, styles.MARGIN),
        _Page(picture, Sheet.LANDSCAPE, styles.LANDSCAPE, styles.NARROW_MARGIN),
    ]


class _Page(PageTemplate):
    def __init__(self, picture: ReportPicture, sheet: Sheet, size: tuple[float, float], margin: float) -> None:
        width, height = size
        body = height - styles.HEAD_SPACE - styles.FOOT_SPACE
        edges = {f"{side}Padding": 0 for side in ("left", "right", "top", "bottom")}
        frame = Frame(margin, styles.FOOT_SPACE, width - 2 * margin, body, id=sheet.value, **edges)
        super().__init__(id=sheet.value, frames=[frame], pagesize=size)
        self._texts, self._sheet, self._size, self._margin = _running(picture), sheet, size, margin

    def afterDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802 - a name of reportlab
        """Draw head and foot; the cover has no head."""
        canv.saveState()
        if self._sheet is not Sheet.COVER:
            self._head(canv)
        self._foot(canv)
        canv.restoreState()

    def _head(self, canvas: Canvas) -> None:
        width, height = self._size
        y, right = height - 33, width - self._margin
        subject, date, step, draft = self._texts[:4]
        size = styles.RUNNING_SIZE
        step_width = fonts.width_of(step, size, strong=draft)
        date_width = fonts.width_of(date, size)
        _draw(canvas, step, right - step_width, y, "warn" if draft else "muted", strong=draft)
        _draw(canvas, date, right - step_width - date_width, y, "muted")
        room = right - step_width - date_width - self._margin - 20
        _draw(canvas, fonts.shortened(subject, size, room), self._margin, y, "muted")
        _rule(canvas, self._margin, y - 9, right)

    def _foot(self, canvas: Canvas) -> None:
        right = self._size[0] - self._margin
        source, code = self._texts[4:]
        _rule(canvas, self._margin, 44, right)
        _draw(canvas, source, self._margin, 30, "muted")
        canvas.draw_folio(right, 30)
        _draw(canvas, code, right - 48 - fonts.width_of(code, styles.RUNNING_SIZE), 30, "muted")


def _running(picture: ReportPicture) -> tuple[str, str, str, bool, str, str]:
    """What stands at head and foot: subject, date, status and whether it is a draft, source, check code."""
    head, language, catalogue = picture.head, picture.language, picture.catalogue
    place = one_line(head.territory or head.authority)
    subject = language.text("Enabling condition {condition}", condition=catalogue.condition)
    if head.example:
        place = f"{place} ({language.text('Example with invented data')})"
    draft = head.step is Step.DRAFT
    step = language.text("DRAFT") if draft else head.step_words
    source = language.text(
        "S3 Desk {program}, question set {version}, Regulation (EU) 2021/1060, Annex IV",
        program=s3desk.__version__,
        version=catalogue.version,
    )
    code = language.text("Check code {code}", code=picture.check_code)
    return f"{place}. {subject}. {head.purpose}", f"{language.date(head.made_at.date())}, ", step, draft, source, code


def _draw(canvas: Canvas, text: str, x: float, y: float, ink: str, *, strong: bool = False) -> None:
    canvas.setFillColor(color(ink))
    canvas.setFont(fonts.STRONG if strong else fonts.REGULAR, styles.RUNNING_SIZE)
    canvas.drawString(x, y, text)


def _rule(canvas: Canvas, left: float, y: float, right: float) -> None:
    canvas.setStrokeColor(color("border"))
    canvas.setLineWidth(0.6)
    canvas.line(left, y, right, y)

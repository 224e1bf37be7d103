"""Sheets: their sizes, and the head and foot of every page."""

from __future__ import annotations

from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

import s3desk
from s3desk.domain.records import Step
from s3desk.formats.pdf import fonts, styles
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.text import one_line
from s3desk.queries.picture import ReportPicture


class Sheet(StrEnum):
    """The kinds of pages."""

    COVER = "cover"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


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

    def afterDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: ARG002, N802 - reportlab calls it
        """Draw head and foot; the cover has no head."""
        assert isinstance(canv, ReportCanvas)
        with canv.artifact("Pagination"):
            canv.saveState()
            if self._sheet is not Sheet.COVER:
                self._head(canv)
            self._foot(canv)
            canv.restoreState()

    def _head(self, canvas: ReportCanvas) -> None:
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

    def _foot(self, canvas: ReportCanvas) -> None:
        right = self._size[0] - self._margin
        source, example, code = self._texts[4:]
        _rule(canvas, self._margin, 44, right)
        _draw(canvas, source, self._margin, 30, "muted")
        _draw(canvas, example, self._margin, 20, "warn")
        canvas.draw_folio(right, 30)
        _draw(canvas, code, right - 48 - fonts.width_of(code, styles.RUNNING_SIZE), 30, "muted")


def _running(picture: ReportPicture) -> tuple[str, str, str, bool, str, str, str]:
    """What stands at head and foot: subject, date, status and whether it is a draft, source, check code."""
    head, language, catalogue = picture.head, picture.language, picture.catalogue
    place = one_line(head.territory or head.authority)
    subject = language.text("Enabling condition {condition}", condition=catalogue.condition)
    draft = head.step is Step.DRAFT
    step = language.text("DRAFT") if draft else head.step_words
    source = language.text(
        "S3 Desk {program}, question set {version}, Regulation (EU) 2021/1060, Annex IV",
        program=s3desk.__version__,
        version=catalogue.version,
    )
    example = language.text("Example with invented data") if head.example else ""
    code = language.text("Check code {code}", code=picture.check_code)
    return (
        f"{place}. {subject}. {head.purpose}",
        f"{language.date(head.made_at.date())}, ",
        step,
        draft,
        source,
        example,
        code,
    )


def _draw(canvas: ReportCanvas, text: str, x: float, y: float, ink: str, *, strong: bool = False) -> None:
    canvas.setFillColor(color(ink))
    canvas.setFont(fonts.STRONG if strong else fonts.REGULAR, styles.RUNNING_SIZE)
    canvas.drawString(x, y, text)


def _rule(canvas: ReportCanvas, left: float, y: float, right: float) -> None:
    canvas.setStrokeColor(color("border"))
    canvas.setLineWidth(0.6)
    canvas.line(left, y, right, y)

"""A request as a Word document with real styles."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document

from s3desk.basics.progress import Progress
from s3desk.formats.docx import saving, styles
from s3desk.formats.docx.parts import add, foot, heading
from s3desk.formats.requests.export import Outgoing
from s3desk.queries.note import Words
from s3desk.queries.request import RequestPicture
from s3desk.queries.request_fields import FieldLine

_WHOLE, _WHOLE_LINES = 600, 8


def write(request: Outgoing, path: Path, progress: Progress) -> None:
    """Write the document."""
    shown = request.shown
    progress(0, 2, shown.form_title)
    document = styles.own_document()
    styles.complete(document, shown.language.code)
    _write(document, request)
    foot(document, shown.language.text("Check code {code}", code=request.report.check_code))
    progress(1, 2, path.name)
    saving.save(document, path, request.report, shown.form_title, shown.not_official)
    progress(2, 2)


def _write(document: Document, request: Outgoing) -> None:
    shown = request.shown
    add(document, Words(plain=shown.title), styles.TITLE)
    add(document, Words(shown.form_title))
    for line in request.shown.about_lines:
        add(document, line)
    if shown.result:
        heading(document, shown.language.text("Result"))
        for check in shown.result:
            add(document, Words(plain=check.words), styles.BULLET)
    for section in shown.sections:
        fields = [field for field in section.fields if field.printed]
        if fields:
            heading(document, section.title)
        for field in fields:
            _add_field(document, field, shown)


def _add_field(document: Document, field: FieldLine, shown: RequestPicture) -> None:
    """A short text beside its label, a long one under it, in one paragraph; no page break goes through a short one."""
    text = field.text or shown.language.text("Not written yet")
    between = ": " if field.short else "\n"
    add(document, Words(f"{field.label}{between}", text))
    short = len(text) <= _WHOLE and text.count("\n") <= _WHOLE_LINES
    document.paragraphs[-1].paragraph_format.keep_together = short

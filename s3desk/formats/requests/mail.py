"""A request as a draft in the mail program: with the request, and what else was chosen, attached. Nothing is sent."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from s3desk.basics.progress import Progress, no_progress
from s3desk.formats import names, registry
from s3desk.formats.requests.export import Outgoing, file_name

_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_TYPES = {
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_CARRIED = {"report": ".pdf", "workbook": ".xlsx"}


def write(request: Outgoing, path: Path, progress: Progress) -> None:
    """Write the draft; `X-Unsent` makes mail programs open it for editing."""
    makers = _makers(request)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _one_line(f"{request.shown.form_title}: {request.shown.title}")
    address = _ADDRESS.search(request.shown.service.contact) if request.shown.service else None
    if address and address[0].isascii():
        message["To"] = address[0]
    message["X-Unsent"] = "1"
    message.set_content(_letter(request), cte="quoted-printable")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, make) in enumerate(makers):
            progress(number, len(makers), name)
            made = Path(folder) / name
            make(made)
            main, sub = _TYPES[made.suffix]
            message.add_attachment(made.read_bytes(), maintype=main, subtype=sub, filename=name)
    message.set_boundary(f"s3desk-{request.report.check_code}")
    path.write_bytes(message.as_bytes())
    progress(len(makers), len(makers))


def _makers(request: Outgoing) -> list[tuple[str, Callable[[Path], None]]]:
    """The names of what is attached, and what makes each."""
    from s3desk.formats.requests import pdf, word

    found: list[tuple[str, Callable[[Path], None]]] = [
        (file_name(request, ".pdf"), lambda path: pdf.write(request, path, no_progress)),
        (file_name(request, ".docx"), lambda path: word.write(request, path, no_progress)),
    ]
    return found + [
        (names.file_name(request.report, what, _CARRIED[what]), _report_maker(request, what))
        for what in request.carries
    ]


def _report_maker(request: Outgoing, what: str) -> Callable[[Path], None]:
    form = registry.format_of(what, _CARRIED[what])
    return lambda path: form.write(request.report, path, no_progress)


def _letter(request: Outgoing) -> str:
    shown, head, language = request.shown, request.report.head, request.shown.language
    attached = [language.text("the request as PDF and Word document")]
    if "report" in request.carries:
        attached.append(language.text("our self-assessment as PDF report"))
    if "workbook" in request.carries:
        attached.append(language.text("the same as an Excel workbook"))
    lines = [
        language.text("Dear colleagues,"),
        "",
        language.text(
            "{authority} writes to you: {title} ({form}).",
            authority=head.authority, title=shown.title, form=shown.form_title,
        ),
        language.text("Attached: {files}.", files=language.joined(attached)),
        "",
        language.text("Kind regards"),
        *head.contact,
        "",
        shown.not_official,
    ]  # fmt: skip
    return "\n".join(_printable(line) for line in lines) + "\n"


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())


def _one_line(text: str) -> str:
    return _printable(" ".join(text.split()))[:200]

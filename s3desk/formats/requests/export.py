"""Writes a request in the form that the ending of the file names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import Progress, no_progress
from s3desk.catalogue.services import Services
from s3desk.domain.profile import Profile
from s3desk.domain.records import Step
from s3desk.domain.requests import Stage
from s3desk.formats import names, placing
from s3desk.queries import request as requests
from s3desk.queries.picture import ReportPicture
from s3desk.queries.report import NO_COMPARISON, Options, Source
from s3desk.queries.report import picture as report_picture
from s3desk.queries.request import RequestPicture

SUFFIXES = (".docx", ".pdf", ".txt", ".eml")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request with the outgoing report of the same moment: its head stands on the pages, a mail carries it.

    `carries` names what a mail draft carries beside the request: "report", "workbook".
    """

    shown: RequestPicture
    report: ReportPicture
    carries: tuple[str, ...] = ()

    @property
    def framed(self) -> ReportPicture:
        """The report's picture with purpose and status of the request, for the head of its pages."""
        step = Step.DRAFT if self.shown.record.stage is Stage.DRAFT else Step.CHECKED
        words = self.shown.mark if self.shown.record.stage is Stage.READY else self.shown.stage_words
        head = replace(self.report.head, purpose=self.shown.form_title, step=step, step_words=words)
        return replace(self.report, head=head, carries_data=False)


def outgoing(source: Source, services: Services, request_id: str, carries: tuple[str, ...] = ()) -> Outgoing:
    """All that the forms of a request print, made from one state of the assessment."""
    shown = requests.picture(services, source.catalogue, source.content, request_id)
    options = Options(Profile.OUTGOING, Language(shown.record.language), compare_with=NO_COMPARISON)
    return Outgoing(shown, report_picture(source, options), carries)


def file_name(request: Outgoing, suffix: str) -> str:
    """For example "valdoria-s3-2026-11-16-request-r-03-matchmaking-text.pdf"."""
    head = request.report.head
    place = names.slug(head.territory_code or head.territory or head.authority)
    form = names.slug(request.shown.record.form, "form")
    return f"{place}-s3-{head.made_at.date().isoformat()}-request-{request.shown.mark.lower()}-{form}{suffix}"


def export(request: Outgoing, path: Path, progress: Progress = no_progress) -> None:
    """Write a request. Raises `KnownError` for another ending, or when the file cannot be written."""
    write, check = _form(path.suffix.lower())
    placing.place(path, lambda draft: write(request, draft, progress), check)


def _form(suffix: str) -> tuple[Callable[[Outgoing, Path, Progress], None], Callable[[Path], None]]:
    """The functions that write a form and look whether it is whole; libraries are imported only when needed."""
    if suffix == ".docx":
        from s3desk.formats.docx.saving import check
        from s3desk.formats.requests import word

        return word.write, check
    if suffix == ".pdf":
        from s3desk.formats.pdf.document import check as check_pdf
        from s3desk.formats.requests import pdf

        return pdf.write, check_pdf
    if suffix == ".txt":
        from s3desk.formats.requests import text

        return text.write, _not_empty
    if suffix == ".eml":
        from s3desk.formats.requests import mail

        return mail.write, _not_empty
    raise KnownError(
        "A request cannot be written as {suffix}.",
        "Use one of these endings: {possible}.",
        suffix=suffix or "a file without ending",
        possible=", ".join(SUFFIXES),
    )


def _not_empty(path: Path) -> None:
    if path.stat().st_size == 0:
        raise ValueError(f"{path.name} is empty")

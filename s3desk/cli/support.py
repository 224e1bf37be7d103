"""Requests for support and services on the command line."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.own_services import known_services
from s3desk.catalogue.service_files import load_services, read_services
from s3desk.catalogue.services import RequestForm, Services, said, unknown_spots
from s3desk.cli.progress import progress_line
from s3desk.domain.requests import SupportRequest, request_number
from s3desk.formats.requests.export import export, outgoing
from s3desk.operations import requesting
from s3desk.queries import requests, support
from s3desk.queries.report import gather
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace

CARRIED = ("report", "workbook")
"""What a mail draft carries beside the request."""


def request(arguments: argparse.Namespace, *, who: str) -> int:
    """List requests, start one, or write one."""
    services = known_services()
    with closing(open_workspace(arguments.file, who=who, read_only=not arguments.new)) as workspace:
        chosen = _start(workspace, services, arguments) if arguments.new else None
        if arguments.out is not None:
            chosen = chosen or _named(workspace, arguments.request)
            shown = outgoing(gather(workspace), services, chosen.id, CARRIED)
            with progress_line() as progress:
                export(shown, arguments.out, progress)
            print(arguments.out)
        elif chosen is None:
            _list(workspace, services)
    return 0


def check_services(arguments: argparse.Namespace) -> int:
    """Say what a folder or file of services holds, or every fault of it."""
    path: Path = arguments.folder
    found = read_services(path) if path.is_file() else load_services(path)
    print(f"{len(found.services)} services, {len(found.forms)} forms. No faults.")
    strange = unknown_spots(found, default_catalogue())
    for spot in strange:
        print(f"not in our question set: {spot}")
    return 1 if strange else 0


def _list(workspace: Workspace, services: Services) -> None:
    lines = requests.listing(services, workspace.catalogue, workspace.content, Language(), workspace.today())
    for line in lines:
        spot = f" for {line.spot}" if line.spot else ""
        print(f"{line.mark}  {line.stage_words:10}{line.title} ({line.form}{spot}){' late' if line.late else ''}")
    if not lines:
        print("No requests.")


def _start(workspace: Workspace, services: Services, arguments: argparse.Namespace) -> SupportRequest:
    form = services.form(arguments.new)
    if form is None:
        kinds = ", ".join(one.id for one in services.forms)
        raise KnownError("There is no kind {kind}.", "Kinds: {kinds}.", kind=arguments.new, kinds=kinds)
    criterion_id, question_id = _spot(arguments.spot, workspace.catalogue)
    draft = SupportRequest(
        id="",
        number=0,
        title=arguments.title or _title(workspace.catalogue, criterion_id, question_id, form, arguments.language),
        form=form.id,
        service_id=_service(services, workspace, form.id, criterion_id),
        criterion_id=criterion_id,
        question_id=question_id,
        language=arguments.language,
    )
    started = requesting.start(workspace, draft)
    print(request_number(started))
    return started


def _title(catalogue: Catalogue, criterion_id: str, question_id: str, form: RequestForm, language: str) -> str:
    """What the request is about, where nobody said it: the question, the criterion, or the form."""
    if question_id:
        return catalogue.question_text(question_id, language).label
    return catalogue.criterion_text(criterion_id, language).title if criterion_id else said(form.title, language)


def _service(services: Services, workspace: Workspace, form_id: str, criterion_id: str) -> str:
    """The service that is asked for by a form: the one proposed for the criterion, or the only one there is."""
    if criterion_id:
        proposed = support.for_criterion(services, workspace.catalogue, workspace.content, criterion_id, Language())
        fitting = [one.service_id for one in proposed if one.form == form_id]
        if fitting:
            return fitting[0]
    asked = [one.id for one in services.services if one.form == form_id]
    return asked[0] if len(asked) == 1 else ""


def _spot(wanted: str, catalogue: Catalogue) -> tuple[str, str]:
    """Criterion and question that were named by id or number: "7", "7.2", "cooperation.networks"."""
    for criterion in catalogue.criteria:
        if wanted in (criterion.id, str(criterion.number)):
            return criterion.id, ""
        for question in criterion.questions:
            if wanted in (question.id, question.number):
                return criterion.id, question.id
    if wanted:
        raise KnownError(
            "There is no criterion or question {spot}.", "Name it by number, such as 7 or 7.2.", spot=wanted
        )
    return "", ""


def _named(workspace: Workspace, mark: str) -> SupportRequest:
    """The request of that mark; without one, the last."""
    found = [one for one in workspace.content.all(SupportRequest) if mark in ("", request_number(one))]
    if not found:
        raise KnownError("There is no request {mark}.", "See them with --list.", mark=mark or "in this file")
    return found[-1]

"""Ask for support: start a request, write its fields, choose evidence, and record what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from s3desk.basics.errors import KnownError
from s3desk.domain.content import Content
from s3desk.domain.records import EvidenceUse
from s3desk.domain.requests import (
    SENT_FROM,
    SENT_TO,
    RequestText,
    Stage,
    SupportRequest,
    request_number,
    text_key,
)
from s3desk.operations._numbers import next_number
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace

_OPEN = (Stage.DRAFT, Stage.READY)


def start(workspace: Workspace, draft: SupportRequest) -> SupportRequest:
    """Start a request. Id, number, day and, where the draft names none, the evidence are given here."""
    started = replace(
        _checked(draft),
        id=workspace.new_id(),
        number=next_number(workspace, SupportRequest),
        started_on=workspace.today(),
        evidence_ids=draft.evidence_ids or _evidence_in_use(workspace, draft),
    )
    with workspace.changing("Start request {mark}", mark=request_number(started)) as tx:
        tx.put(started)
    return started


def change(workspace: Workspace, request: SupportRequest, *, typing_in: str = "") -> None:
    """Change what a request says about itself: title, day, language, service, result, lesson.

    Steps of typing in the same field, named by `typing_in`, become one. Raises `KnownError` for another language,
    spot or choice of evidence once it was sent.
    """
    before = workspace.content.get(SupportRequest, request.id)
    if before is not None and before.stage not in _OPEN and _leaving(before) != _leaving(request):
        raise _closed(before)
    merge = f"request:{request.id}:{typing_in}" if typing_in else ""
    mark = request_number(request)
    with workspace.changing("Change request {mark}", merge=merge, mark=mark) as tx:
        tx.put(_checked(request))


def write(workspace: Workspace, request_id: str, field_id: str, text: str) -> None:
    """Write a field. Raises `KnownError` once the request was sent."""
    request = _still_open(workspace, request_id)
    key = text_key(request_id, field_id)
    mark = request_number(request)
    with workspace.changing("Write in request {mark}", merge=f"request:{key}", mark=mark) as tx:
        tx.put(RequestText(key, text))


def take_from_assessment(workspace: Workspace, request_id: str, field_id: str) -> None:
    """Drop what was written into a field: it shows again what the assessment says."""
    request = _still_open(workspace, request_id)
    with workspace.changing("Fill a field of request {mark} again", mark=request_number(request)) as tx:
        _drop(workspace.content, tx, text_key(request_id, field_id))


def choose_evidence(workspace: Workspace, request_id: str, evidence_ids: tuple[str, ...]) -> None:
    """Say which documents the request names. Raises `KnownError` once it was sent."""
    request = _still_open(workspace, request_id)
    with workspace.changing("Choose evidence for request {mark}", mark=request_number(request)) as tx:
        tx.put(replace(request, evidence_ids=evidence_ids))


def mark_ready(workspace: Workspace, request_id: str, texts: Mapping[str, str]) -> None:
    """Say that a request can be sent; `texts` are all its fields as shown, kept from now on as they are."""
    request = _still_open(workspace, request_id)
    with workspace.changing("Mark request {mark} as ready", mark=request_number(request)) as tx:
        tx.put(replace(request, stage=Stage.READY))
        _keep(workspace.content, tx, request_id, texts)


def mark_draft(workspace: Workspace, request_id: str) -> None:
    """Go on working on a request that was ready or withdrawn."""
    request = _found(workspace, request_id)
    if request.stage in (Stage.SENT, Stage.ANSWERED):
        raise _closed(request)
    with workspace.changing("Go on with request {mark}", mark=request_number(request)) as tx:
        tx.put(replace(request, stage=Stage.DRAFT))


def mark_sent(
    workspace: Workspace, request_id: str, texts: Mapping[str, str], sent_on: date, reference: str = ""
) -> None:
    """Record that a request was sent, when and under which reference; its texts stay as they were sent.

    `texts` are all that leaves: the fields, and with `SENT_FROM` and `SENT_TO` who asks whom.
    """
    request = _still_open(workspace, request_id)
    with workspace.changing("Record request {mark} as sent", mark=request_number(request)) as tx:
        tx.put(replace(request, stage=Stage.SENT, sent_on=sent_on, reference=reference.strip()))
        _keep(workspace.content, tx, request_id, texts)


def mark_answered(workspace: Workspace, request_id: str, answered_on: date, result: str, lesson: str = "") -> None:
    """Record the answer: what came of it and what we learnt. Raises `KnownError` before it was sent."""
    request = _found(workspace, request_id)
    if request.stage not in (Stage.SENT, Stage.ANSWERED):
        raise KnownError("The request {mark} was not sent yet.", "Record first when it was sent.",
                         mark=request_number(request))  # fmt: skip
    with workspace.changing("Record the answer to request {mark}", mark=request_number(request)) as tx:
        tx.put(replace(request, stage=Stage.ANSWERED, answered_on=answered_on, result=result, lesson=lesson))


def withdraw(workspace: Workspace, request_id: str) -> None:
    """Say that a request is not followed any more; it stays in the file."""
    request = _found(workspace, request_id)
    with workspace.changing("Withdraw request {mark}", mark=request_number(request)) as tx:
        tx.put(replace(request, stage=Stage.WITHDRAWN))


def remove(workspace: Workspace, request_id: str) -> None:
    """Remove a request with its texts."""
    request = _found(workspace, request_id)
    with workspace.changing("Remove request {mark}", mark=request_number(request)) as tx:
        for text in workspace.content.all(RequestText):
            if text.id.startswith(f"{request_id}/"):
                tx.delete(RequestText, text.id)
        tx.delete(SupportRequest, request_id)


def _checked(request: SupportRequest) -> SupportRequest:
    title = request.title.strip()
    if not title:
        raise KnownError("The request has no title.", "Say in a few words what you ask for.")
    return replace(request, title=title)


def _leaving(request: SupportRequest) -> tuple[object, ...]:
    """What stands in the forms of a request beside its texts."""
    return request.form, request.language, request.criterion_id, request.question_id, request.evidence_ids


def _found(workspace: Workspace, request_id: str) -> SupportRequest:
    found = workspace.content.get(SupportRequest, request_id)
    if found is None:
        raise LookupError(f"no request {request_id}")
    return found


def _still_open(workspace: Workspace, request_id: str) -> SupportRequest:
    request = _found(workspace, request_id)
    if request.stage not in _OPEN:
        raise _closed(request)
    return request


def _closed(request: SupportRequest) -> KnownError:
    return KnownError(
        "The request {mark} is closed: its texts stay as they were. Nothing was changed.",
        "Go on with it as a draft if it was withdrawn, or start a new request.",
        mark=request_number(request),
    )


def _evidence_in_use(workspace: Workspace, draft: SupportRequest) -> tuple[str, ...]:
    """The documents used for the question of a request, or for any question of its criterion."""
    catalogue = workspace.catalogue
    wanted = {draft.question_id} if draft.question_id else set()
    if draft.criterion_id and not wanted:
        wanted = {question.id for question in catalogue.criterion(draft.criterion_id).questions}
    uses = [use for use in workspace.content.all(EvidenceUse) if use.question_id in wanted]
    return tuple(dict.fromkeys(use.evidence_id for use in uses))


def _keep(content: Content, tx: Transaction, request_id: str, texts: Mapping[str, str]) -> None:
    for field_id, text in texts.items():
        key = text_key(request_id, field_id)
        if content.get(RequestText, key) is None or field_id in (SENT_FROM, SENT_TO):
            tx.put(RequestText(key, text))


def _drop(content: Content, tx: Transaction, key: str) -> None:
    if content.get(RequestText, key) is not None:
        tx.delete(RequestText, key)

"""Save versions, start a new check, take a step of the status chain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from s3desk.domain.content import Change, Content
from s3desk.domain.frozen import to_bytes
from s3desk.domain.records import (
    Answer,
    AnswerState,
    Check,
    Decision,
    Fulfilment,
    Purpose,
    SavedBecause,
    SavedVersion,
    StatusStep,
    Step,
)
from s3desk.workspace.transaction import Transaction
from s3desk.workspace.workspace import Workspace


def save_version(workspace: Workspace, name: str, remark: str = "") -> str:
    """Freeze the present state under a name, with a remark why; returns the id of the saved version."""
    version = replace(_version(workspace, name, SavedBecause.BY_HAND), remark=remark.strip())
    with workspace.changing("Save the version {name}", name=name) as tx:
        tx.put(version)
    return version.id


def start_check(workspace: Workspace, name: str, purpose: Purpose = Purpose.CONTINUED) -> None:
    """Begin the next round: the present state becomes a saved version, everything said is to confirm."""
    before = workspace.content.check()
    version = _version(workspace, before.name if before else name, SavedBecause.NEW_CHECK)
    position = before.position + 1 if before else 0
    with workspace.changing("Start the check {name}", name=name) as tx:
        tx.put(version)
        tx.put(Check(workspace.new_id(), name, purpose, workspace.today(), position))
        _mark_to_confirm(workspace.content, tx)


def take_step(
    workspace: Workspace,
    step: Step,
    name: str,
    taken_on: date,
    *,
    function: str = "",
    addressee: str = "",
    reference: str = "",
) -> None:
    """Record a step of the status chain; the state with this step is saved as a version."""
    check = workspace.content.check()
    taken = StatusStep(
        workspace.new_id(),
        step,
        name,
        taken_on,
        check_id=check.id if check else "",
        function=function,
        addressee=addressee,
        reference=reference,
        version_id=workspace.new_id(),
        position=len(workspace.content.all(StatusStep)),
    )
    content = workspace.content.with_changes((Change(StatusStep, taken.id, None, taken),))
    version = _version(workspace, check.name if check else "", SavedBecause.STATUS, content)
    with workspace.changing("Record the status") as tx:
        tx.put(replace(version, id=taken.version_id))
        tx.put(taken)


def _version(workspace: Workspace, name: str, because: SavedBecause, content: Content | None = None) -> SavedVersion:
    sha256, _ = workspace.attach(to_bytes(_without_versions(content or workspace.content)))
    return SavedVersion(workspace.new_id(), name, workspace.now(), workspace.who, because, sha256)


def _without_versions(content: Content) -> Content:
    """A saved version does not hold the ones before it: they stay beside it in the file."""
    return Content({**content.shelves, SavedVersion: {}})


def _mark_to_confirm(content: Content, tx: Transaction) -> None:
    for answer in content.all(Answer):
        if answer.state is not AnswerState.OPEN:
            tx.put(replace(answer, to_confirm=True))
    for fulfilment in content.all(Fulfilment):
        if fulfilment.decision is not Decision.NOT_DECIDED:
            tx.put(replace(fulfilment, to_confirm=True))

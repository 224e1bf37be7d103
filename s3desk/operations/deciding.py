"""Decide whether a criterion is fulfilled, and write the two texts that say why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.catalogue.model import LEVELS
from s3desk.domain.records import Answer, Decision, Fulfilment, MetAt
from s3desk.domain.texts import clean
from s3desk.workspace.workspace import Workspace


def decide(workspace: Workspace, criterion_id: str, decision: Decision) -> None:
    """Record the decision. Raises `KnownError` for "not relevant" where the law does not say "where relevant"."""
    criterion = workspace.catalogue.criterion(criterion_id)
    if decision is Decision.NOT_RELEVANT and not criterion.where_relevant:
        raise KnownError(
            "The law asks criterion {number} of every region. Nothing was changed.",
            "Choose Yes or No.",
            number=criterion.number,
        )
    label = message("Decide on criterion {number}")
    _change(workspace, label, criterion_id, decision=decision, to_confirm=False)


def write_references(workspace: Workspace, criterion_id: str, text: str) -> None:
    """Write the reference to relevant documents, with evidence as tokens ("E17")."""
    _write(workspace, "Write the references of criterion {number}", criterion_id, "references", text)


def write_justification(workspace: Workspace, criterion_id: str, text: str) -> None:
    """Write the justification."""
    _write(workspace, "Write the justification of criterion {number}", criterion_id, "justification", text)


def write_second_references(workspace: Workspace, criterion_id: str, text: str) -> None:
    """Write the references in the second language."""
    label = message("Translate the references of criterion {number}")
    _write(workspace, label, criterion_id, "second_references", text)


def write_second_justification(workspace: Workspace, criterion_id: str, text: str) -> None:
    """Write the justification in the second language."""
    label = message("Translate the justification of criterion {number}")
    _write(workspace, label, criterion_id, "second_justification", text)


def set_met_at(workspace: Workspace, criterion_id: str, met_at: MetAt | None) -> None:
    """Say at which level the criterion is met."""
    _change(workspace, "Set the level of criterion {number}", criterion_id, met_at=met_at)


def set_proof_holder(workspace: Workspace, criterion_id: str, holder: str) -> None:
    """Say who holds the proof."""
    label, merge = message("Say who holds the proof of criterion {number}"), f"proof:{criterion_id}"
    _change(workspace, label, criterion_id, merge=merge, proof_holder=holder)


def record_agreement(workspace: Workspace, criterion_id: str, agreed_with: str, agreed_on: date | None) -> None:
    """Record who at the Commission's desk agreed that a criterion is not relevant, and when."""
    label, merge = message("Record who agreed on criterion {number}"), f"agreed:{criterion_id}"
    _change(workspace, label, criterion_id, merge=merge, agreed_with=agreed_with, agreed_on=agreed_on)


def set_owner(workspace: Workspace, criterion_id: str, person_id: str) -> None:
    """Say which person looks after the criterion; "" for nobody."""
    _change(workspace, "Set the owner of criterion {number}", criterion_id, owner_id=person_id)


def set_target(workspace: Workspace, criterion_id: str, target: int | None) -> None:
    """Set the level that the questions of a criterion shall reach; None takes the target away."""
    if target is not None and target not in LEVELS[1:]:
        raise ValueError(f"a target is one of {LEVELS[1:]}, not {target}")
    _change(workspace, "Set the target of criterion {number}", criterion_id, target=target)


def confirm_criterion(workspace: Workspace, criterion_id: str) -> None:
    """Confirm everything of a criterion that was carried over from the check before."""
    criterion = workspace.catalogue.criterion(criterion_id)
    with workspace.changing("Confirm criterion {number}", number=criterion.number) as tx:
        if fulfilment := tx.get(Fulfilment, criterion_id):
            tx.put(replace(fulfilment, to_confirm=False))
        for question in criterion.questions:
            if answer := tx.get(Answer, question.id):
                tx.put(replace(answer, to_confirm=False))


def _write(workspace: Workspace, label: str, criterion_id: str, field: str, text: str) -> None:
    """Write one text. Its moment is kept, so that a translation older than its original can be told."""
    if getattr(workspace.content.fulfilment(criterion_id), field) == clean(text):
        return
    moment = "translated_at" if field.startswith("second_") else "written_at"
    fields = {field: text, moment: workspace.now()}
    _change(workspace, label, criterion_id, merge=f"{field}:{criterion_id}", **fields)


def _change(
    workspace: Workspace,
    label: str,
    criterion_id: str,
    *,
    merge: str = "",
    **fields: Any,
) -> None:
    number = workspace.catalogue.criterion(criterion_id).number
    with workspace.changing(label, merge=merge, number=number) as tx:
        tx.put(replace(tx.get(Fulfilment, criterion_id) or Fulfilment(criterion_id), **fields))

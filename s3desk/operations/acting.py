"""Plan actions against gaps, and say where none is needed."""

from __future__ import annotations

from dataclasses import replace

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action, Answer
from s3desk.operations._numbers import next_number
from s3desk.workspace.workspace import Workspace


def add(workspace: Workspace, draft: Action) -> Action:
    """Add an action. Id and number of the draft are given here. Raises `KnownError` without a title."""
    added = replace(_checked(draft), id=workspace.new_id(), number=next_number(workspace, Action))
    with workspace.changing("Add action {mark}", mark=action_number(added)) as tx:
        tx.put(added)
    return added


def change(workspace: Workspace, action: Action, *, typing_in: str = "") -> None:
    """Change the fields of an action. Raises `KnownError` without a title.

    Steps of typing in the same field, named by `typing_in`, become one.
    """
    merge, mark = f"action:{action.id}:{typing_in}" if typing_in else "", action_number(action)
    with workspace.changing("Change action {mark}", merge=merge, mark=mark) as tx:
        tx.put(_checked(action))


def remove(workspace: Workspace, action_id: str) -> None:
    """Remove an action."""
    action = workspace.content.get(Action, action_id)
    if action is None:
        raise LookupError(f"no action {action_id}")
    with workspace.changing("Remove action {mark}", mark=action_number(action)) as tx:
        tx.delete(Action, action_id)


def mark_no_action_needed(workspace: Workspace, question_id: str, reason: str) -> None:
    """Say why a gap needs no action; "" takes the word back."""
    number = workspace.catalogue.question(question_id).number
    label = message("Say that question {number} needs no action")
    with workspace.changing(label, merge=f"no_action:{question_id}", number=number) as tx:
        tx.put(replace(tx.get(Answer, question_id) or Answer(question_id), no_action_reason=reason))


def _checked(action: Action) -> Action:
    title = action.title.strip()
    if not title:
        raise KnownError("The action has no title.", "Say in a few words what will be done.")
    return replace(action, title=title)

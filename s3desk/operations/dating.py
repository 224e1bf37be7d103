"""Keep days in mind: events, cut-offs, committees and reviews."""

from __future__ import annotations

from dataclasses import replace

from s3desk.basics.errors import KnownError
from s3desk.domain import typed
from s3desk.domain.requests import Appointment
from s3desk.workspace.workspace import Workspace


def add(workspace: Workspace, draft: Appointment) -> Appointment:
    """Add a day. The id of the draft is given here. Raises `KnownError` without a title."""
    added = replace(_checked(draft), id=workspace.new_id())
    with workspace.changing("Add the date {title}", title=added.title) as tx:
        tx.put(added)
    return added


def change(workspace: Workspace, appointment: Appointment) -> None:
    """Change a day. Raises `KnownError` without a title."""
    changed = _checked(appointment)
    with workspace.changing("Change the date {title}", title=changed.title) as tx:
        tx.put(changed)


def remove(workspace: Workspace, appointment_id: str) -> None:
    """Remove a day."""
    found = workspace.content.get(Appointment, appointment_id)
    if found is None:
        raise LookupError(f"no appointment {appointment_id}")
    with workspace.changing("Remove the date {title}", title=found.title) as tx:
        tx.delete(Appointment, appointment_id)


def _checked(appointment: Appointment) -> Appointment:
    title = appointment.title.strip()
    if not title:
        raise KnownError("The date has no title.", "Say in a few words what happens on that day.")
    return replace(appointment, title=title, link=typed.link(appointment.link))

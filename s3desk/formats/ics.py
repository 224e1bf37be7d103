"""Deadlines of actions as a calendar file (RFC 5545): one whole-day event for each, found again by its UID."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.domain.content import Content
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action, ActionStatus

_LONGEST = 75
"""Octets in a line; longer ones are folded (section 3.1)."""


def write_deadlines(content: Content, now: datetime, path: Path) -> None:
    """Write all actions with a day that are not done. Raises `KnownError` when the folder does not allow it."""
    try:
        path.write_bytes(deadlines(content, now).encode("utf-8"))
    except OSError as reason:
        raise KnownError(
            "The file {name} could not be written.", "Choose a folder that you may write to.", name=path.name
        ) from reason


def deadlines(content: Content, now: datetime) -> str:
    """The calendar as text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//S3 Desk//Deadlines//EN"]
    for action in content.all(Action):
        if action.due is not None and action.status is not ActionStatus.DONE:
            lines += _event(action, now)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(action: Action, now: datetime) -> Iterator[str]:
    assert action.due is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{action.id}@s3desk"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    yield f"DTSTART;VALUE=DATE:{action.due:%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{action_number(action)} {action.title}')}"
    if action.next_step:
        yield f"DESCRIPTION:{_escaped(action.next_step)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A text value (section 3.3.11); characters that no calendar allows are left out."""
    plain = "\n".join(text.splitlines())
    kept = "".join(sign for sign in plain if sign >= " " or sign == "\n")
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, the later ones begun by a space; no character is split."""
    pieces, room = [""], _LONGEST
    for sign in line:
        size = len(sign.encode("utf-8"))
        if size > room:
            pieces.append("")
            room = _LONGEST - 1
        pieces[-1] += sign
        room -= size
    return "\r\n ".join(pieces)

"""Days as a calendar file (RFC 5545): one whole-day event for each, found again by its UID."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from s3desk.domain.content import Content
from s3desk.domain.open_points import action_number
from s3desk.domain.records import Action, ActionStatus
from s3desk.formats import placing
from s3desk.queries.dates import DateLine

_LONGEST = 75
"""Octets in a line; longer ones are folded (section 3.1)."""


def write_deadlines(content: Content, now: datetime, path: Path) -> None:
    """Write all actions with a day that are not done. Raises `KnownError` when the folder does not allow it."""
    _write(deadlines(content, now), path)


def write_dates(lines: Iterable[DateLine], now: datetime, path: Path) -> None:
    """Write the list of dates. Raises `KnownError` when the folder does not allow it."""
    _write(calendar(lines, now), path)


def deadlines(content: Content, now: datetime) -> str:
    """The days of the actions as text."""
    events = [
        _event(action.id, action.due, f"{action_number(action)} {action.title}", action.next_step, now)
        for action in content.all(Action)
        if action.due is not None and action.status is not ActionStatus.DONE
    ]
    return _calendar(events)


def calendar(lines: Iterable[DateLine], now: datetime) -> str:
    """The list of dates as text; what kind of day it is stands before its title."""
    return _calendar(
        _event(line.key, line.day, f"{line.about}: {line.title}", "\n".join(_details(line)), now) for line in lines
    )


def _details(line: DateLine) -> Iterator[str]:
    yield from (text for text in (line.detail, line.link) if text)


def _calendar(events: Iterable[Iterable[str]]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//S3 Desk//Deadlines//EN"]
    lines += [line for event in events for line in event]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _write(text: str, path: Path) -> None:
    placing.place(path, lambda draft: draft.write_bytes(text.encode("utf-8")), lambda _draft: None)


def _event(key: str, day: date, summary: str, description: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(key)}@s3desk"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    if description:
        yield f"DESCRIPTION:{_escaped(description)}"
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

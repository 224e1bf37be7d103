"""The columns of every table of documents."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QIcon

from s3desk.basics.language import Language
from s3desk.desktop.icons import icon
from s3desk.desktop.models.records_model import Column
from s3desk.domain.freshness import State
from s3desk.queries.criterion_picture import EvidenceRow

TYPE = 2
"""The column that goes first where the room is narrow."""

_STATE_ICONS = {
    State.IN_FORCE: ("check", "ok"),
    State.CURRENT: ("check", "ok"),
    State.OLD: ("clock", "warn"),
    State.EXPIRED: ("clock", "warn"),
    State.FILE_MISSING: ("cross", "bad"),
}


def evidence_columns(
    language: Language, head: str, used: Callable[[EvidenceRow], str]
) -> tuple[Column[EvidenceRow], ...]:
    """Number, title, type, date, where it is used (`head` and `used` say how), and its state."""
    text = language.text
    return (
        Column(text("No."), _mark, strong=True),
        Column(text("Title"), _title, stretch=True),
        Column(text("Type"), _kind, muted=True),
        Column(text("Date"), _dated),
        Column(head, used),
        Column(text("State"), _state, icon=_state_icon),
    )


def _mark(row: EvidenceRow) -> str:
    return row.line.mark


def _title(row: EvidenceRow) -> str:
    return row.line.title


def _kind(row: EvidenceRow) -> str:
    return row.line.kind


def _dated(row: EvidenceRow) -> str:
    return row.dated


def _state(row: EvidenceRow) -> str:
    return row.line.state


def _state_icon(row: EvidenceRow) -> QIcon | None:
    found = _STATE_ICONS.get(row.state)
    return icon(*found, size=14) if found else None

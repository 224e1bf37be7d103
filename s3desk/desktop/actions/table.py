"""The columns of every table of actions."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from s3desk.basics.language import Language
from s3desk.desktop.icons import icon
from s3desk.desktop.models.records_model import Column
from s3desk.domain.records import ActionStatus
from s3desk.queries import words
from s3desk.queries.criterion_picture import ActionRow

RATING = 3
"""The column of the rating and its target, where it is shown."""

DROPPED = (2, 4)
"""Question and responsible go first where the room is narrow; the form has them."""

_LOOKS = {
    ActionStatus.PLANNED: ("circle", "muted"),
    ActionStatus.IN_PROGRESS: ("half", "accent"),
    ActionStatus.DONE: ("check", "ok"),
}


def action_columns(language: Language, *, with_rating: bool = False) -> tuple[Column[ActionRow], ...]:
    """Number, action, question, who, until when, how far; the list of all actions has the rating too."""
    text = language.text
    rating = (Column(text("Rating"), _rating),) if with_rating else ()
    return (
        Column(text("No."), _mark, strong=True),
        Column(text("Action"), _title, stretch=True),
        Column(text("Question"), _question),
        *rating,
        Column(text("Responsible"), _responsible, width=136),
        Column(text("Due"), _due),
        Column(text("Status"), _status, icon=_status_icon),
    )


def _mark(row: ActionRow) -> str:
    return row.line.mark


def _title(row: ActionRow) -> str:
    return row.line.title


def _question(row: ActionRow) -> str:
    return row.line.question


def _responsible(row: ActionRow) -> str:
    return row.line.responsible


def _due(row: ActionRow) -> str:
    return row.due


def _status(row: ActionRow) -> str:
    return row.line.status


def _status_icon(row: ActionRow) -> QIcon | None:
    return icon(*(("clock", "bad") if row.line.late else _LOOKS[row.status]), size=14)


def _rating(row: ActionRow) -> str:
    """What is read out; on the screen the chips are painted in its place."""
    return f"{words.answer_mark(row.answer)} → {row.target}" if row.answer else ""

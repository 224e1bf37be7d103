"""The columns of every table of actions."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from s3desk.basics.language import Language
from s3desk.desktop.icons import icon
from s3desk.desktop.models.records_model import Column
from s3desk.queries.criterion_picture import ActionRow


def action_columns(language: Language) -> tuple[Column[ActionRow], ...]:
    """Number, action, question, who, until when, how far."""
    text = language.text
    return (
        Column(text("No."), _mark, strong=True),
        Column(text("Action"), _title, stretch=True),
        Column(text("Question"), _question),
        Column(text("Responsible"), _responsible),
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
    if row.line.late:
        return icon("clock", "bad", size=14)
    return icon("check", "ok", size=14) if row.line.done else None

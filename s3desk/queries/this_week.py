"""The list of this week on the overview: what is overdue or due within seven days, from the one list of dates."""

from __future__ import annotations

from datetime import timedelta

from s3desk.basics.language import Language
from s3desk.catalogue.services import Services
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Action
from s3desk.queries.dates import DateLine, dates
from s3desk.queries.overview_picture import TaskLine
from s3desk.queries.spots import Spot

DUE_SOON = timedelta(days=7)


def tasks(situation: Situation, language: Language) -> tuple[TaskLine, ...]:
    """What is overdue or due within a week, the oldest day first; documents that end are among the open points."""
    catalogue, content, today = situation.catalogue, situation.content, situation.today
    last = today + DUE_SOON
    lines = dates(Services(), catalogue, content, today, language)
    due = (line for line in lines if (line.overdue or today <= line.day <= last) and not line.evidence_id)
    return tuple(_task(line, situation, language) for line in due)


def _task(line: DateLine, situation: Situation, language: Language) -> TaskLine:
    due = _due(line, situation, language)
    title = line.title.removeprefix(f"{line.mark} ")
    return TaskLine(line.mark, title, due, line.overdue, _where(line, situation), f"{line.title}, {due}")


def _due(line: DateLine, situation: Situation, language: Language) -> str:
    """When it is due; what is no action says what kind of day it is."""
    text, day = language.text, language.short_date(line.day)
    if line.action_id:
        due = text("Late since {day}", day=day) if line.overdue else text("Due {day}", day=day)
        return text("Due today") if line.day == situation.today else due
    when = text("overdue since {day}", day=day) if line.overdue else day
    return f"{line.about}: {text('today') if line.day == situation.today else when}"


def _where(line: DateLine, situation: Situation) -> Spot:
    action = situation.content.get(Action, line.action_id)
    if action is not None:
        return Spot(action.criterion_id, "actions", action_id=action.id)
    if line.question_id:
        criterion_id = situation.catalogue.question(line.question_id).criterion_id
        return Spot(criterion_id, "questions", line.question_id)
    return Spot(request_id=line.request_id, appointment_id=line.appointment_id)

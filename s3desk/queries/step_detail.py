"""One step of the history in full: every value with its differences, where it stands, and what can be given back."""

from __future__ import annotations

from dataclasses import dataclass

from s3desk.domain.blank import blank
from s3desk.domain.records import Record
from s3desk.queries.changed_values import Around, ChangedValue
from s3desk.queries.marking import Runs, differing, shortened
from s3desk.queries.spots import Spot, field_spot
from s3desk.queries.steps import Step


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One value; `note` says why it cannot be given back where people may expect it."""

    value: ChangedValue
    before: Runs
    after: Runs
    spot: Spot | None
    may_be_restored: bool
    note: str


@dataclass(frozen=True, slots=True)
class StepDetail:
    """One step; `removed` are the records that it removed and that are not there now.

    Its values become lines one by one, when they are shown: comparing hundreds of texts takes time.
    """

    name: str
    when: str
    values: tuple[ChangedValue, ...]
    removed: tuple[Record, ...]


def detail(step: Step, around: Around) -> StepDetail:
    """A step in full, as things stand now."""
    language = around.language
    removed = (value.change.before for value in step.values if value.whole and value.change.after is None)
    gone = tuple(one for one in removed if one is not None and around.content.get(type(one), one.id) is None)
    moment = language.moment(step.at)
    when = language.text("{moment} by {name}", moment=moment, name=step.who) if step.who else moment
    return StepDetail(step.name, when, step.values, gone)


def value_line(value: ChangedValue, around: Around) -> ValueLine:
    """One value in full, as things stand now."""
    before, after = _as_one(value) if value.whole else differing(value.before, value.after)
    note = _why_not(value, around) if value.fields else ""
    allowed = bool(value.fields) and not note
    return ValueLine(value, shortened(before), shortened(after), spot_of(value, around), allowed, note)


def _as_one(value: ChangedValue) -> tuple[Runs, Runs]:
    """Both sides of a record that was added or removed: as there is nothing on the other side, no word is marked."""
    before, after = (((text, False),) if text else () for text in (value.before, value.after))
    return before, after


def spot_of(value: ChangedValue, around: Around) -> Spot | None:
    """Where a value stands now."""
    record = value.change.after or value.change.before
    field = value.fields[0] if value.fields else ""
    field = {"state": "", "storage": "file"}.get(field, field)
    return field_spot(record, field, around.catalogue, around.content) if record is not None else None


def _why_not(value: ChangedValue, around: Around) -> str:
    """Why a value cannot be given back now; "" where it can."""
    change, text = value.change, around.language.text
    now = around.content.get(change.kind, change.key) or blank(change.kind, change.key)
    then = change.before or blank(change.kind, change.key)
    if now is None or then is None:
        return text("What it belongs to was removed later.")
    same = all(getattr(now, name) == getattr(then, name) for name in value.fields)
    return text("The earlier value is there again.") if same else ""

"""Marks in every field that may not leave, to be searched for in whatever does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from s3desk.domain.records import (
    Action,
    Answer,
    Assessment,
    Evidence,
    FactValue,
    Fulfilment,
    Person,
    Record,
    SavedVersion,
    StatusStep,
)
from s3desk.domain.requests import Appointment, RequestText, SupportRequest

_PRIVATE_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Person: ("name", "role", "function", "email", "phone"),
    Answer: ("reason", "held_by", "held_source", "comment", "note", "no_action_reason"),
    FactValue: ("value",),
    Fulfilment: ("agreed_with",),
    Evidence: ("file_path", "file_name"),
    Action: ("responsible", "next_step", "money", "support"),
    SavedVersion: ("saved_by",),
    StatusStep: ("name",),
    SupportRequest: ("title", "reference", "result", "lesson"),
    RequestText: ("text",),
    Appointment: ("title", "link"),
}
"""The texts that no outgoing file may hold; of actions that are not marked for it, the title and the rest too."""


def seeded_private(records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """The records with a mark of its own in each private field, and all marks: search for them in what leaves.

    The contact that the assessment names keeps its data, but for the role: it was chosen to leave.
    """
    given = tuple(records)
    contacts = {record.contact_id for record in given if isinstance(record, Assessment)}
    found: list[Record] = []
    marks: list[str] = []
    for record in given:
        fields = _private_fields(record, contacts)
        own = {name: f"QSEED{len(marks) + place:04}" for place, name in enumerate(fields)}
        found.append(replace(record, **own))  # type: ignore[type-var]
        marks.extend(own.values())
    return tuple(found), tuple(marks)


def _private_fields(record: Record, contacts: set[str]) -> tuple[str, ...]:
    fields = _PRIVATE_FIELDS.get(type(record), ())
    if isinstance(record, Person) and record.id in contacts:
        return ("role",)
    if isinstance(record, Action) and not record.outgoing:
        return (*fields, "title", "done_when")
    return fields

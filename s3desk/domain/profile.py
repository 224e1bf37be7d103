"""The two profiles of what leaves: content is stripped once, here, before any report is computed from it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from s3desk.domain.content import Content, content_of
from s3desk.domain.keeping import ending
from s3desk.domain.records import (
    Action,
    Answer,
    Assessment,
    Check,
    Evidence,
    EvidenceUse,
    Fulfilment,
    Person,
    Programme,
    ProgrammeText,
    Record,
    StatusStep,
    Storage,
    Strategy,
    Territory,
)
from s3desk.domain.tokens import token


class Profile(StrEnum):
    """For whom it is: the Commission's desk and the public, or the own office."""

    OUTGOING = "outgoing"
    INTERNAL = "internal"


def stripped(content: Content, profile: Profile, *, with_notes: bool = False) -> Content:
    """The content that may leave under a profile; what is not here cannot be printed or embedded."""
    if profile is Profile.OUTGOING:
        return content_of(_outgoing(content))
    return content if with_notes else content_of(_internal(content))


def _internal(content: Content) -> list[Record]:
    return [
        replace(record, note="") if isinstance(record, Answer) else record
        for kind in content.shelves
        for record in content.all(kind)
    ]


def _outgoing(content: Content) -> list[Record]:
    contact = content.get(Person, content.assessment().contact_id)
    return [
        *(replace(record, contact_id=contact.id if contact else "") for record in content.all(Assessment)),
        *([replace(contact, role="")] if contact else []),
        *content.all(Territory),
        *content.all(Strategy),
        *content.all(Programme),
        *content.all(Check),
        *(_public_fulfilment(record) for record in content.all(Fulfilment)),
        *content.all(ProgrammeText),
        *(_public_evidence(record) for record in content.all(Evidence)),
        *content.all(EvidenceUse),
        *(_public_action(record) for record in content.all(Action) if record.outgoing),
        *(replace(record, name="", version_id="") for record in content.all(StatusStep)),
    ]


def _public_fulfilment(fulfilment: Fulfilment) -> Fulfilment:
    """Decision and texts; without the desk officer who agreed, the owner, the target and working marks."""
    return replace(
        fulfilment,
        agreed_with="",
        agreed_on=None,
        owner_id="",
        target=None,
        to_confirm=False,
        written_at=None,
        translated_at=None,
    )


def _public_evidence(evidence: Evidence) -> Evidence:
    """Without path and file name; a copy that may leave keeps the ending, so that its reader can open it."""
    leaves = evidence.outgoing and evidence.storage is Storage.COPY
    return replace(evidence, file_path="", file_name=token(evidence) + ending(evidence.file_name) if leaves else "")


def _public_action(action: Action) -> Action:
    """What is done by when; without names, money and working steps."""
    return replace(action, responsible="", next_step="", money="", support="")

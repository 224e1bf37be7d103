"""The names of the fields of all records, and their values in words, for the history of an assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from s3desk.basics.language import Language, message
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.own_services import usable_services
from s3desk.catalogue.services import said
from s3desk.domain.records import (
    ActionStatus,
    AnswerState,
    Decision,
    MetAt,
    OfficialStatus,
    Purpose,
    SavedBecause,
    Step,
    Storage,
    StrategyLevel,
)
from s3desk.domain.requests import Occasion, Stage
from s3desk.queries import words

_LONGEST_SHOWN = 2_000

NAMES = {
    "addressee": message("Addressee"),
    "adopted_on": message("Adopted on"),
    "adopting_act": message("Adopting act"),
    "agreed_on": message("Agreed on"),
    "agreed_with": message("Agreed with, at the Commission"),
    "answered_on": message("Answered on"),
    "authority": message("Authority"),
    "because": message("Why"),
    "cci": message("CCI number"),
    "check_id": message("Check"),
    "code": message("NUTS code"),
    "comment": message("Comment"),
    "contact_id": message("Contact"),
    "country": message("Country"),
    "criterion_id": message("Criterion"),
    "dated": message("Date"),
    "day": message("Day"),
    "decision": message("Fulfilment"),
    "done": message("Done"),
    "done_when": message("Done when"),
    "due": message("Due"),
    "email": message("E-mail"),
    "evidence_id": message("Document"),
    "evidence_ids": message("Evidence"),
    "example": message("Invented example"),
    "file_name": message("File"),
    "file_path": message("Place of the file"),
    "form": message("Form"),
    "function": message("Function"),
    "held_by": message("Held by"),
    "held_source": message("Source"),
    "identity": message("Identity of the assessment"),
    "issuer": message("Issuer"),
    "justification": message("Justification"),
    "kind": message("Kind"),
    "language": message("Language"),
    "lesson": message("Lesson learnt"),
    "level": message("Level of the strategy"),
    "link": message("Public link"),
    "managing_authority": message("Managing authority"),
    "member_state": message("Member State"),
    "met_at": message("Met at"),
    "money": message("Money"),
    "name": message("Name"),
    "months": message("Months"),
    "next_step": message("Next step"),
    "no_action_reason": message("Why no action is needed"),
    "note": message("Private note"),
    "notified_by": message("Notified by"),
    "number": message("No."),
    "objectives": message("Specific objectives"),
    "occasion": message("Occasion"),
    "official_status": message("Official status"),
    "outgoing": message("In the outgoing report"),
    "owner_id": message("Owner of the criterion"),
    "pages": message("Pages"),
    "period": message("Period"),
    "phone": message("Telephone"),
    "position": message("Place in the list"),
    "proof_holder": message("Proof held by"),
    "purpose": message("Purpose"),
    "question_id": message("Question"),
    "rating": message("Rating"),
    "reason": message("Reason"),
    "reference": message("Reference"),
    "references": message("References"),
    "remark": message("Remark"),
    "responsible": message("Responsible"),
    "result": message("Result"),
    "review": message("Marked for review"),
    "role": message("Role"),
    "saved_at": message("Saved at"),
    "saved_by": message("Saved by"),
    "second_justification": message("Justification, second language"),
    "second_language": message("Second language"),
    "second_references": message("Reference, second language"),
    "sent_on": message("Sent on"),
    "service_id": message("Service"),
    "sha256": message("SHA-256 of the stored copy"),
    "short_title": message("Short title"),
    "size": message("Size in bytes"),
    "stage": message("Stage"),
    "started_on": message("Started on"),
    "state": message("Kind of answer"),
    "status": message("Status"),
    "status_date": message("Date of the decision or letter"),
    "status_reference": message("Number of the decision or letter"),
    "step": message("Step"),
    "storage": message("Stored as"),
    "support": message("Support"),
    "taken_on": message("Taken on"),
    "target": message("Target"),
    "text": message("Text"),
    "title": message("Title"),
    "to_confirm": message("To be confirmed"),
    "translated_at": message("Translated at"),
    "unit": message("Unit"),
    "valid_until": message("Valid until"),
    "value": message("Fact"),
    "version_id": message("Saved version"),
    "written_at": message("Written at"),
}

_WORDS: dict[type[Enum], Callable[[Any, Language], str]] = {
    ActionStatus: words.action_status,
    AnswerState: words.answer_state,
    Decision: words.decision,
    MetAt: words.met_at,
    Occasion: words.occasion,
    OfficialStatus: words.official_status,
    Purpose: words.purpose,
    SavedBecause: words.saved_because,
    Stage: words.stage,
    Step: words.step,
    Storage: words.storage,
    StrategyLevel: words.strategy_level,
}


_OF_A_SUM = 12
"""So many characters tell one stored file from another; nobody reads all 64."""


def field_name(name: str, language: Language) -> str:
    """The name of a field as people know it."""
    return language.text(NAMES[name])


def field_value(
    name: str, value: object, catalogue: Catalogue, language: Language, *, longest: int = _LONGEST_SHOWN
) -> str:
    """The value of a field in words; "" where there is nothing to say. Texts over `longest` characters are cut."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, Enum):
        return _WORDS[type(value)](value, language)
    if isinstance(value, datetime):
        return language.moment(value)
    if isinstance(value, date):
        return language.date(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return language.text("Yes") if value is True else _text(name, str(value), catalogue, language)[:longest]


def _text(name: str, value: str, catalogue: Catalogue, language: Language) -> str:
    """What a code of the catalogue, of a language or of a service means; other texts as they are."""
    meaning = _MEANINGS.get(name)
    return meaning(value, catalogue, language) if meaning else value


def _question(value: str, catalogue: Catalogue, _language: Language) -> str:
    return catalogue.question(value).number if catalogue.knows(value) else value


def _criterion(value: str, catalogue: Catalogue, _language: Language) -> str:
    return next((str(one.number) for one in catalogue.criteria if one.id == value), value)


def _digest(value: str, _catalogue: Catalogue, _language: Language) -> str:
    return f"{value[:_OF_A_SUM]}..." if value else ""


def _kind(value: str, catalogue: Catalogue, language: Language) -> str:
    return catalogue.wording(language.code).evidence_kinds.get(value, value)


def _language_name(value: str, _catalogue: Catalogue, language: Language) -> str:
    return language.language_name(value)


def _service_or_form(value: str, _catalogue: Catalogue, language: Language) -> str:
    services = usable_services()[0]
    found = services.form(value) or services.service(value)
    return said(found.title, language.code) if found else value


_MEANINGS: Mapping[str, Callable[[str, Catalogue, Language], str]] = {
    "question_id": _question,
    "criterion_id": _criterion,
    "sha256": _digest,
    "kind": _kind,
    "language": _language_name,
    "second_language": _language_name,
    "form": _service_or_form,
    "service_id": _service_or_form,
}

"""What can be found: each text of questions and records with its group, its heading and its spot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from s3desk.basics.language import Language, message
from s3desk.catalogue.model import Catalogue, Question
from s3desk.domain.content import Content
from s3desk.domain.folding import fold
from s3desk.domain.open_points import action_number
from s3desk.domain.records import (
    Action,
    Answer,
    Assessment,
    Check,
    Evidence,
    FactValue,
    Fulfilment,
    Person,
    Programme,
    ProgrammeText,
    Record,
    Strategy,
    Territory,
)
from s3desk.domain.requests import Appointment, RequestText, SupportRequest, request_number
from s3desk.domain.tokens import token
from s3desk.queries.field_words import field_name
from s3desk.queries.spots import Spot, field_spot


class Group(StrEnum):
    """The kinds of texts that are found, in the order in which they are shown."""

    QUESTIONS = "questions"
    ANSWERS = "answers"
    FULFILMENT = "fulfilment"
    EVIDENCE = "evidence"
    ACTIONS = "actions"
    SUPPORT = "support"
    DATES = "dates"
    PEOPLE = "people"
    ABOUT = "about"
    GUIDANCE = "guidance"
    LIBRARY = "library"


GROUPS = {
    Group.QUESTIONS: message("Questions and criteria"),
    Group.ANSWERS: message("Answers"),
    Group.FULFILMENT: message("Fulfilment"),
    Group.EVIDENCE: message("Evidence"),
    Group.ACTIONS: message("Actions"),
    Group.SUPPORT: message("Support"),
    Group.DATES: message("Dates"),
    Group.PEOPLE: message("People"),
    Group.ABOUT: message("Region and programme"),
    Group.GUIDANCE: message("Guidance"),
    Group.LIBRARY: message("Library"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: under `title`, as its `what` (the name of a field, or "").

    `folded` holds title (alone: `head`) and text; a word at least has to stand in `own`, so that a title is
    found once.
    """

    group: Group
    title: str
    what: str
    text: str
    spot: Spot
    head: str
    folded: str
    own: str


def catalogue_entries(catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    """The texts of criteria and questions in a language."""
    official = catalogue.official_text(language.code)
    for criterion in catalogue.criteria:
        title = f"{criterion.number} {catalogue.criterion_text(criterion.id, language.code).title}"
        yield entry(Group.QUESTIONS, title, "", official.criteria[criterion.id], Spot(criterion.id, "questions"))
        for question in criterion.questions:
            yield from _question_entries(catalogue, question, language)


def _question_entries(catalogue: Catalogue, question: Question, language: Language) -> Iterator[Entry]:
    words, text = catalogue.question_text(question.id, language.code), language.text
    title, levels = f"{question.number} {words.label}", " ".join(words.levels)
    yield entry(Group.QUESTIONS, title, "", words.question, _at(question, ""))
    yield entry(Group.GUIDANCE, title, text("Levels"), levels, _at(question, ""))
    for field, what, texts in (
        ("guidance", text("Guidance"), (words.about, *words.how)),
        ("guidance/evidence", text("Typical evidence"), words.evidence),
        ("guidance/weaknesses", text("Common weaknesses"), words.weaknesses),
    ):
        yield entry(Group.GUIDANCE, title, what, " ".join(texts), _at(question, field))


def _at(question: Question, field: str) -> Spot:
    return Spot(question.criterion_id, "questions", question.id, field)


_FIELDS: dict[type[Record], tuple[Group, tuple[str, ...]]] = {
    Answer: (Group.ANSWERS, ("comment", "note", "reason", "held_by", "held_source", "no_action_reason")),
    FactValue: (Group.ANSWERS, ("value",)),
    Fulfilment: (
        Group.FULFILMENT,
        ("references", "justification", "second_references", "second_justification", "proof_holder", "agreed_with"),
    ),
    ProgrammeText: (Group.FULFILMENT, ("references", "justification")),
    Evidence: (Group.EVIDENCE, ("title", "short_title", "issuer", "link", "file_name")),
    Action: (Group.ACTIONS, ("title", "responsible", "next_step", "done_when", "money", "support")),
    SupportRequest: (Group.SUPPORT, ("title", "reference", "result", "lesson")),
    RequestText: (Group.SUPPORT, ("text",)),
    Appointment: (Group.DATES, ("title", "link")),
    Person: (Group.PEOPLE, ("name", "role", "function", "email", "phone")),
    Assessment: (Group.ABOUT, ("authority", "unit", "addressee")),
    Territory: (Group.ABOUT, ("name", "code")),
    Strategy: (Group.ABOUT, ("title", "adopting_act", "link")),
    Programme: (Group.ABOUT, ("title", "cci", "managing_authority", "status_reference", "notified_by")),
    Check: (Group.ABOUT, ("name",)),
}


def entries_of(record: Record, catalogue: Catalogue, content: Content, language: Language) -> Iterator[Entry]:
    """Each text of a record that is not empty."""
    group, fields = _FIELDS.get(type(record), (Group.ABOUT, ()))
    title = title_of(record, catalogue, content, language)
    for field in fields:
        text, spot = getattr(record, field), field_spot(record, field, catalogue, content)
        if text and field == fields[0] and title.endswith(text):
            yield entry(group, title, "", "", spot)
        elif text:
            yield entry(group, title, _what(record, field, catalogue, language), text, spot)


def title_of(record: Record, catalogue: Catalogue, content: Content, language: Language) -> str:
    """What a record is called where it stands alone: "3.5 Public report", "E07 Minutes", "A-04 Publish it"."""
    match record:
        case Answer() | FactValue():
            title = _question_title(record.id.partition("/")[0], catalogue, language)
        case Fulfilment() | ProgrammeText():
            title = criterion_title(record.id.rpartition("/")[2], catalogue, language)
        case Evidence():
            title = f"{token(record)} {record.title}"
        case Action():
            title = f"{action_number(record)} {record.title}"
        case SupportRequest():
            title = f"{request_number(record)} {record.title}"
        case RequestText():
            request = content.get(SupportRequest, record.id.partition("/")[0])
            title = title_of(request, catalogue, content, language) if request else record.id
        case Assessment():
            title = record.authority
        case _:
            title = str(getattr(record, "name", "") or getattr(record, "title", ""))
    return title


def _question_title(question_id: str, catalogue: Catalogue, language: Language) -> str:
    if not catalogue.knows(question_id):
        return question_id
    question = catalogue.question(question_id)
    return f"{question.number} {catalogue.question_text(question_id, language.code).label}"


def criterion_title(criterion_id: str, catalogue: Catalogue, language: Language) -> str:
    """Number and title of a criterion; an id that is not known stays as it is."""
    found = next((one for one in catalogue.criteria if one.id == criterion_id), None)
    if found is None:
        return criterion_id
    return f"{found.number} {catalogue.criterion_text(criterion_id, language.code).title}"


def _what(record: Record, field: str, catalogue: Catalogue, language: Language) -> str:
    """The name of a field; a fact has a name of its own."""
    if isinstance(record, FactValue):
        question_id, _, fact_id = record.id.partition("/")
        if catalogue.knows(question_id):
            return catalogue.question_text(question_id, language.code).facts.get(fact_id, "")
    return field_name(field, language)


def entry(group: Group, title: str, what: str, text: str, spot: Spot | None) -> Entry:
    """One text in the form in which it is looked through."""
    head, words = fold(title), fold(" ".join(text.split()))
    folded = f"{head}\n{words}"
    return Entry(group, title, what, text, spot or Spot(), head, folded, words if what else folded)

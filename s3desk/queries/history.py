"""What changed: since a saved version, and step by step with who, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.comparison import Aspect, Difference, differences
from s3desk.domain.content import Change, Content
from s3desk.domain.open_points import action_number
from s3desk.domain.plain import field_names
from s3desk.domain.records import Action, Answer, Decision, Evidence, FactValue, Fulfilment, ProgrammeText, Record
from s3desk.domain.requests import SupportRequest, request_number
from s3desk.domain.tokens import token
from s3desk.queries import words
from s3desk.queries.field_words import field_name, field_value
from s3desk.queries.picture import ChangeLine, HistoryLine
from s3desk.workspace.journal import FIXED, Entry


def change_lines(catalogue: Catalogue, earlier: Content, later: Content, language: Language) -> tuple[ChangeLine, ...]:
    """What differs from an earlier content; in an outgoing report both are stripped already."""
    return tuple(change_line(difference, catalogue, language) for difference in differences(catalogue, earlier, later))


def change_line(difference: Difference, catalogue: Catalogue, language: Language) -> ChangeLine:
    """One difference in words."""
    criterion = catalogue.criterion(difference.criterion_id)
    names = catalogue.criterion_text(criterion.id, language.code)
    if difference.question_id:
        question = catalogue.question(difference.question_id)
        label = catalogue.question_text(question.id, language.code).label
        spot, what = f"{question.number} {label}", language.text("Rating")
    else:
        spot, what = f"{criterion.number} {names.title}", _aspect(difference.aspect, language)
    return ChangeLine(spot, what, _side(difference.before, language), _side(difference.after, language))


def _aspect(aspect: Aspect, language: Language) -> str:
    return {
        Aspect.DECISION: language.text("Fulfilment"),
        Aspect.REFERENCES: language.text("References changed"),
        Aspect.JUSTIFICATION: language.text("Justification changed"),
        Aspect.ANSWER: language.text("Rating"),
    }[aspect]


def _side(value: Decision | Answer | None, language: Language) -> str:
    if isinstance(value, Decision):
        return words.decision(value, language)
    return words.answer_mark(value) if value is not None else ""


def history_lines(
    catalogue: Catalogue, entries: Iterable[Entry], language: Language, *, with_notes: bool
) -> tuple[HistoryLine, ...]:
    """Every recorded change of every field, newest first; private notes only when asked.

    What an assessment was begun with is one line: it is not a change of anything.
    """
    lines = [
        HistoryLine(entry.at, entry.who, language.recorded(entry.label, entry.values), *fields)
        for entry in entries
        for fields in _entry_fields(catalogue, entry, language, with_notes=with_notes)
    ]
    return tuple(reversed(lines))


def _entry_fields(
    catalogue: Catalogue, entry: Entry, language: Language, *, with_notes: bool
) -> Iterator[tuple[str, str, str, str]]:
    if entry.state == FIXED:
        yield "", "", "", ""
        return
    for change in entry.changes:
        yield from _fields(catalogue, change, language, with_notes=with_notes)


def _fields(
    catalogue: Catalogue, change: Change, language: Language, *, with_notes: bool
) -> Iterator[tuple[str, str, str, str]]:
    for name in field_names(change.kind):
        if name == "id" or (name == "note" and not with_notes):
            continue
        before, after = getattr(change.before, name, None), getattr(change.after, name, None)
        shown = [field_value(name, value, catalogue, language) for value in (before, after)]
        if before != after and any(shown):
            yield spot_of(catalogue, change.after or change.before), field_name(name, language), shown[0], shown[1]


def spot_of(catalogue: Catalogue, record: Record | None) -> str:
    """Where a record stands, by the marks people know: "3.5", "Criterion 4", "E17", "A-04"."""
    match record:
        case Answer() | FactValue():
            question_id = record.id.split("/")[0]
            return catalogue.question(question_id).number if catalogue.knows(question_id) else record.id
        case Fulfilment() | ProgrammeText():
            criterion_id = record.id.split("/")[-1]
            numbers = {criterion.id: str(criterion.number) for criterion in catalogue.criteria}
            return numbers.get(criterion_id, criterion_id)
        case Evidence():
            return token(record)
        case Action():
            return action_number(record)
        case SupportRequest():
            return request_number(record)
    return str(getattr(record, "name", "") or getattr(record, "title", ""))

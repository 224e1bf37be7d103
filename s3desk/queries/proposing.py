"""Turns what was written into the cells of a workbook into proposals, or into reasons why it cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.proposals import Proposal
from s3desk.domain.records import Action, ActionStatus, Answer, AnswerState, Evidence, EvidenceUse, R
from s3desk.domain.tokens import by_number
from s3desk.queries import filled_values, words
from s3desk.queries.filled import Filled, WrittenCell

Read = Callable[[Any], Any]
Cells = Mapping[str, WrittenCell]
Overtaken = frozenset[tuple[str, str]]
"""Fields and keys of the cells that the file would fill differently now than when the workbook was written."""

_WITHOUT_REASON = (AnswerState.OPEN, AnswerState.RATED, AnswerState.NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be taken, and why."""

    cell: WrittenCell
    reason: KnownError


@dataclass(frozen=True, slots=True)
class Present:
    """The file into which a workbook comes back, as it is now."""

    catalogue: Catalogue
    content: Content
    overtaken: Overtaken


def proposals(filled: Filled, present: Present) -> tuple[Proposal | Refusal, ...]:
    """What each changed cell proposes; a cell that says what the file says already proposes nothing."""
    return tuple(_found(filled, present))


def _found(filled: Filled, present: Present) -> Iterator[Proposal | Refusal]:
    good: list[WrittenCell] = []
    for cell in filled.cells:
        try:
            filled_values.check(cell)
            _check_row(cell, present)
        except KnownError as reason:
            yield Refusal(cell, reason)
        else:
            good.append(cell)
    spoken = Language(filled.language)
    answers: dict[str, dict[str, WrittenCell]] = {}
    for cell in good:
        name, _, field = cell.field.partition(".")
        if name == "answer":
            answers.setdefault(cell.key, {})[field] = cell
    for key, cells in answers.items():
        yield from _answer(key, cells, present, spoken)
    readers = {Evidence: _evidence_readers(present.catalogue, spoken), Action: _action_readers(spoken)}
    for kind, name in ((Evidence, "evidence."), (Action, "action.")):
        for cell in good:
            if cell.field.startswith(name):
                yield from _of_field(cell, kind, readers[kind], present)


def _check_row(cell: WrittenCell, present: Present) -> None:
    kind = {"evidence": Evidence, "action": Action}.get(cell.field.partition(".")[0])
    known = present.catalogue.knows(cell.key) if kind is None else present.content.get(kind, cell.key) is not None
    if not known:
        raise KnownError("What this row is about is no longer in the file.", "Enter it in the window.")


# Answers


def _answer(key: str, cells: Cells, present: Present, spoken: Language) -> Iterator[Proposal | Refusal]:
    if "rating" in cells or "reason" in cells:
        yield from _state(key, cells, present, spoken)
    if cell := cells.get("comment"):
        yield from _of_field(cell, Answer, {"comment": filled_values.text}, present)
    if cell := cells.get("evidence"):
        yield from _uses(cell, present)


def _state(key: str, cells: Cells, present: Present, spoken: Language) -> Iterator[Proposal | Refusal]:
    """Rating and reason are one change: a reason without its kind of answer would say nothing."""
    now = present.content.answer(key)
    wanted = Answer(key, now.state, now.rating, now.reason, now.held_by, now.held_source)
    if cell := cells.get("rating"):
        try:
            wanted = _with_rating(wanted, cell, present.catalogue, spoken)
        except KnownError as reason:
            yield Refusal(cell, reason)
    if cell := cells.get("reason"):
        try:
            wanted = _with_reason(wanted, now, cell)
        except KnownError as reason:
            yield Refusal(cell, reason)
    names = ("state", "rating", "reason", "held_by", "held_source")
    values = tuple((name, getattr(wanted, name)) for name in names)
    if values != tuple((name, getattr(now, name)) for name in names):
        overtaken = any((cell.field, key) in present.overtaken for cell in cells.values() if _is_state(cell))
        yield Proposal(Answer, key, "answer", (*values, ("to_confirm", False)), overtaken)


def _is_state(cell: WrittenCell) -> bool:
    return cell.field in ("answer.rating", "answer.reason")


def _with_rating(answer: Answer, cell: WrittenCell, catalogue: Catalogue, spoken: Language) -> Answer:
    state, rating = filled_values.answer(cell.value, spoken)
    if state is AnswerState.NOT_APPLICABLE and catalogue.question(answer.id).core:
        raise KnownError(
            "Question {number} follows from the legal text, so it always applies.",
            "Rate it, or choose “Elsewhere” or “Not known”.",
            number=catalogue.question(answer.id).number,
        )
    return replace(answer, rating=rating) if state is answer.state else Answer(answer.id, state, rating)


def _with_reason(answer: Answer, now: Answer, cell: WrittenCell) -> Answer:
    reason = filled_values.text(cell.value)
    if answer.state is AnswerState.NOT_APPLICABLE:
        return replace(answer, reason=reason)
    if answer.state is AnswerState.ELSEWHERE:
        held_by, source = _holder(reason, now)
        return replace(answer, held_by=held_by, held_source=source)
    if reason and answer.state in _WITHOUT_REASON:
        raise KnownError(
            "A reason belongs only to “N/A” or “Elsewhere”.", "Choose one of them as rating, or write a comment."
        )
    return answer


def _holder(written: str, now: Answer) -> tuple[str, str]:
    """Who holds the answer and where it can be read, which stand in one cell with a comma between them."""
    if now.held_source and written.endswith(f", {now.held_source}"):
        return written.removesuffix(f", {now.held_source}"), now.held_source
    if now.held_by and written.startswith(f"{now.held_by}, "):
        return now.held_by, written.removeprefix(f"{now.held_by}, ")
    held_by, _, source = written.partition(", ")
    return held_by, source


def _uses(cell: WrittenCell, present: Present) -> Iterator[Proposal | Refusal]:
    numbers = {number: evidence.id for number, evidence in by_number(present.content).items()}
    try:
        wanted = filled_values.uses(cell.value, numbers)
    except KnownError as reason:
        yield Refusal(cell, reason)
        return
    now = [use for use in present.content.all(EvidenceUse) if use.question_id == cell.key]
    if wanted != tuple(sorted((use.evidence_id, use.pages) for use in now)):
        yield Proposal(EvidenceUse, cell.key, "uses", wanted, (cell.field, cell.key) in present.overtaken)


# Evidence and actions


def _of_field(
    cell: WrittenCell, kind: type[R], readers: Mapping[str, Read], present: Present
) -> Iterator[Proposal | Refusal]:
    """One field of one record."""
    name = cell.field.partition(".")[2]
    try:
        value = readers[name](cell.value)
    except KnownError as reason:
        yield Refusal(cell, reason)
        return
    now = present.content.get(kind, cell.key)
    if value != (getattr(now, name) if now else ""):
        yield Proposal(kind, cell.key, name, ((name, value),), (cell.field, cell.key) in present.overtaken)


def _evidence_readers(catalogue: Catalogue, spoken: Language) -> Mapping[str, Read]:
    names = catalogue.wording(spoken.code).evidence_kinds
    kinds = [("", ""), *((kind.id, names.get(kind.id, kind.id)) for kind in catalogue.evidence_kinds)]
    return {
        "title": filled_values.title,
        "short_title": filled_values.text,
        "kind": partial(filled_values.choice, choices=kinds),
        "issuer": filled_values.text,
        "dated": partial(filled_values.day, language=spoken),
        "valid_until": partial(filled_values.day, language=spoken),
        "link": filled_values.link,
    }


def _action_readers(spoken: Language) -> Mapping[str, Read]:
    states = [(status, words.action_status(status, spoken)) for status in ActionStatus]
    texts = ("responsible", "next_step", "done_when", "money", "support")
    return {
        "title": filled_values.title,
        "due": partial(filled_values.day, language=spoken),
        "status": partial(filled_values.choice, choices=states),
        **dict.fromkeys(texts, filled_values.text),
    }

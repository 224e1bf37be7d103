"""Answer questions: rate, say why there is no rating, comment, fill in facts, mark for review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.catalogue.model import LEVELS
from s3desk.domain.records import Answer, AnswerState, FactValue
from s3desk.workspace.workspace import Workspace

# A state takes the place of the former one with everything that belonged to it; undo brings it back.
_BLANK: dict[str, Any] = {"rating": None, "reason": "", "held_by": "", "held_source": "", "to_confirm": False}


def rate(workspace: Workspace, question_id: str, rating: int) -> None:
    """Rate a question on the scale of 0 to 5."""
    if rating not in LEVELS:
        raise ValueError(f"a rating is one of {LEVELS}, not {rating}")
    state = {**_BLANK, "state": AnswerState.RATED, "rating": rating}
    _change(workspace, "Rate question {number}", question_id, **state)


def clear(workspace: Workspace, question_id: str) -> None:
    """Open the question again; comment, note and facts stay."""
    state = {**_BLANK, "state": AnswerState.OPEN}
    _change(workspace, "Open question {number} again", question_id, **state)


def mark_not_applicable(workspace: Workspace, question_id: str, reason: str = "") -> None:
    """Say that a question does not apply, and why. Raises `KnownError` on a core question."""
    if workspace.catalogue.question(question_id).core:
        raise KnownError(
            "Question {number} follows from the legal text, so it always applies. Nothing was changed.",
            "Rate it, or choose \u201cHeld at another level\u201d or \u201cNot known\u201d.",
            number=workspace.catalogue.question(question_id).number,
        )
    state = {**_BLANK, "state": AnswerState.NOT_APPLICABLE, "reason": reason}
    label = message("Mark question {number} as not applicable")
    _change(workspace, label, question_id, merge=f"reason:{question_id}", **state)


def mark_held_elsewhere(workspace: Workspace, question_id: str, held_by: str = "", source: str = "") -> None:
    """Say who holds the answer to a question at another level, and where it can be read."""
    state = {**_BLANK, "state": AnswerState.ELSEWHERE, "held_by": held_by, "held_source": source}
    label = message("Mark question {number} as held at another level")
    _change(workspace, label, question_id, merge=f"held:{question_id}", **state)


def mark_not_known(workspace: Workspace, question_id: str) -> None:
    """Say that nobody here knows the answer yet."""
    state = {**_BLANK, "state": AnswerState.NOT_KNOWN}
    _change(workspace, "Mark question {number} as not known", question_id, **state)


def comment(workspace: Workspace, question_id: str, text: str) -> None:
    """Write the comment, which goes into internal reports."""
    merge = f"comment:{question_id}"
    _change(workspace, "Comment on question {number}", question_id, merge=merge, comment=text)


def note(workspace: Workspace, question_id: str, text: str) -> None:
    """Write the private note, which never leaves the file."""
    merge = f"note:{question_id}"
    _change(workspace, "Write a note on question {number}", question_id, merge=merge, note=text)


def mark_for_review(workspace: Workspace, question_id: str, *, review: bool) -> None:
    """Mark a question for review, or take the mark away."""
    mark = message("Mark question {number} for review")
    unmark = message("Take the review mark from question {number}")
    _change(workspace, mark if review else unmark, question_id, review=review)


def confirm(workspace: Workspace, question_id: str) -> None:
    """Confirm an answer that was carried over from the check before."""
    _change(workspace, "Confirm the answer to question {number}", question_id, to_confirm=False)


def set_fact(workspace: Workspace, question_id: str, fact_id: str, value: str) -> None:
    """Fill in a fact field; dates as ISO text, yes or no as "yes" or "no". "" empties it."""
    key = f"{question_id}/{fact_id}"
    number = workspace.catalogue.question(question_id).number
    label = message("Fill in a fact of question {number}")
    with workspace.changing(label, merge=f"fact:{key}", number=number) as tx:
        if value.strip():
            tx.put(FactValue(key, value.strip()))
        else:
            tx.delete(FactValue, key)


def _change(
    workspace: Workspace,
    label: str,
    question_id: str,
    *,
    merge: str = "",
    **fields: Any,
) -> None:
    number = workspace.catalogue.question(question_id).number
    with workspace.changing(label, merge=merge, number=number) as tx:
        tx.put(replace(tx.get(Answer, question_id) or Answer(question_id), **fields))

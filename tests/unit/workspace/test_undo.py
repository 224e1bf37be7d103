"""The journal: undo, redo, runs of typing, what is never deleted, who is told."""

import sqlite3
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.records import Action, Answer, AnswerState, Evidence, EvidenceUse, Fulfilment, Record, Strategy
from s3desk.operations import answering, deciding
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace

Q, R = "analysis.digital", "analysis.channels"


class Clock:
    """A clock that a test winds."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr("s3desk.workspace.workspace.time.monotonic", found.monotonic)
    return found


def states(path: Path) -> list[str]:
    raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return [state for (state,) in raw.execute("SELECT state FROM journal ORDER BY id")]
    finally:
        raw.close()


def comment(workspace: Workspace) -> str:
    return workspace.content.answer(Q).comment


def test_undo_is_before_and_redo_is_after(workspace: Workspace) -> None:
    before = workspace.content
    answering.rate(workspace, Q, 1)
    after = workspace.content
    assert before != after
    undone = workspace.undo()
    assert workspace.content == before
    assert undone is not None
    assert (undone.label, undone.values, undone.who) == ("Rate question {number}", {"number": "1.7"}, "R. Conti")
    assert workspace.redo() is not None
    assert workspace.content == after


def test_undo_and_redo_go_on_after_reopening(path: Path) -> None:
    first = open_workspace(path, who="A")
    before = first.content
    answering.rate(first, Q, 1)
    answering.rate(first, R, 2)
    after = first.content
    first.undo()
    first.close()
    second = open_workspace(path, who="B")
    assert second.next_redo is not None
    second.undo()
    assert second.content == before
    assert second.next_undo is None
    second.close()
    third = open_workspace(path, who="C")
    third.redo()
    third.redo()
    assert third.content == after
    assert third.redo() is None
    third.close()


def test_the_beginning_cannot_be_taken_back(workspace: Workspace) -> None:
    before = workspace.content
    assert workspace.next_undo is None
    assert workspace.undo() is None
    assert workspace.content == before


def test_typing_within_two_seconds_is_one_step(workspace: Workspace, clock: Clock) -> None:
    before = workspace.content
    for text in ("H", "He", "Hello"):
        answering.comment(workspace, Q, text)
        clock.seconds += 1.9
    assert len(workspace.history()) == 2
    workspace.undo()
    assert workspace.content == before
    workspace.redo()
    assert comment(workspace) == "Hello"


def test_a_pause_of_two_seconds_begins_a_new_step(workspace: Workspace, clock: Clock) -> None:
    answering.comment(workspace, Q, "Hello")
    clock.seconds += 2.0
    answering.comment(workspace, Q, "Hello there")
    workspace.undo()
    assert comment(workspace) == "Hello"


@pytest.mark.parametrize("between", ["leave", "rate", "other field", "undo and redo"])
def test_a_run_of_typing_ends_when_something_else_happens(workspace: Workspace, clock: Clock, between: str) -> None:
    answering.comment(workspace, Q, "one")
    if between == "leave":
        workspace.end_typing()
    elif between == "rate":
        answering.rate(workspace, R, 5)
    elif between == "other field":
        answering.note(workspace, Q, "a note")
    else:
        workspace.undo()
        workspace.redo()
    answering.comment(workspace, Q, "one two")
    clock.seconds += 0.1
    workspace.undo()
    assert comment(workspace) == "one"


def test_typing_after_reopening_is_a_new_step(path: Path, clock: Clock) -> None:
    first = open_workspace(path, who="A")
    answering.comment(first, Q, "one")
    first.close()
    clock.seconds += 0.5
    second = open_workspace(path, who="A")
    answering.comment(second, Q, "one two")
    second.undo()
    assert comment(second) == "one"
    second.close()


def test_a_new_change_drops_what_was_undone_but_the_journal_keeps_it(workspace: Workspace) -> None:
    for rating in (1, 2, 3):
        answering.rate(workspace, Q, rating)
    workspace.undo()
    workspace.undo()
    answering.rate(workspace, R, 0)
    assert workspace.next_redo is None
    assert workspace.redo() is None
    assert states(workspace.path) == ["fixed", "done", "dropped", "dropped", "done"]
    assert len(workspace.history()) == 3


def test_putting_the_same_again_is_no_step_and_tells_nobody(workspace: Workspace) -> None:
    told: list[int] = []
    answering.rate(workspace, Q, 1)
    workspace.subscribe(lambda: told.append(1))
    answering.rate(workspace, Q, 1)
    assert told == []
    assert len(workspace.history()) == 2


def test_everybody_is_told_once_the_content_is_new(workspace: Workspace) -> None:
    before = workspace.content.answer(Q).rating
    told: list[int | None] = []
    workspace.subscribe(lambda: told.append(workspace.content.answer(Q).rating))
    answering.rate(workspace, Q, 1)
    workspace.undo()
    assert before != 1
    assert told == [1, before]


def test_a_refused_text_leaves_everything_as_it_was(workspace: Workspace) -> None:
    before = workspace.content
    with pytest.raises(KnownError, match="30001 characters"):
        answering.comment(workspace, Q, "x" * 30_001)
    assert workspace.content == before
    assert len(workspace.history()) == 1


def test_an_error_inside_a_change_takes_all_of_it_back(workspace: Workspace) -> None:
    before = workspace.content
    with pytest.raises(ZeroDivisionError), workspace.changing("Try") as tx:  # noqa: PT012
        tx.put(Answer(Q, AnswerState.RATED, 1))
        tx.delete(Fulfilment, "analysis")
        assert tx.get(Answer, Q) == Answer(Q, AnswerState.RATED, 1)
        assert tx.get(Fulfilment, "analysis") is None
        raise ZeroDivisionError
    assert workspace.content == before
    assert states(workspace.path) == ["fixed"]


def test_a_deleted_record_returns_by_undo(workspace: Workspace) -> None:
    before = workspace.content.fulfilment("analysis")
    with workspace.changing("Remove") as tx:
        tx.delete(Fulfilment, "analysis")
    assert workspace.content.fulfilment("analysis") == Fulfilment("analysis")
    workspace.undo()
    assert workspace.content.fulfilment("analysis") == before


def test_the_history_of_a_kind_or_of_one_record_leaves_other_changes_out(workspace: Workspace) -> None:
    keys = ("a", 'say "b", null]', "ä")
    with workspace.changing("Add") as tx:
        for number, key in enumerate(keys, start=1):
            tx.put(Evidence(key, number, '["evidence", "a", '))
        tx.put(Action("a", 1, "Do it", "analysis"))
        tx.put(EvidenceUse("u", "a", Q))
    answering.comment(workspace, Q, '["evidence", "a", ')

    def found(kind: type[Record], key: str = "") -> list[tuple[type[Record], str]]:
        steps = [entry for entry in workspace.history(kind, key) if entry.state == "done"]
        return [(one.kind, one.key) for entry in steps for one in entry.changes]

    assert found(Evidence) == [(Evidence, key) for key in keys]
    for key in keys:
        assert found(Evidence, key) == [(Evidence, key)]
    assert found(Action, "a") == [(Action, "a")]
    assert found(Action, "b") == found(Strategy) == []


def test_the_journal_tells_the_content(workspace: Workspace) -> None:
    """Every record is what the last entry that counts says about it."""
    answering.rate(workspace, Q, 1)
    deciding.write_justification(workspace, "analysis", "Because. “Così”")
    answering.rate(workspace, Q, 2)
    workspace.undo()
    found = {(c.kind, c.key): c.after for entry in workspace.history() for c in entry.changes}
    kept = {(kind, key): record for kind, shelf in workspace.content.shelves.items() for key, record in shelf.items()}
    assert {key: record for key, record in found.items() if record is not None} == kept

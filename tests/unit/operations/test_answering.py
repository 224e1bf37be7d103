"""Answers: what a state keeps, what is refused, which typing is one step."""

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.records import Answer, AnswerState, FactValue
from s3desk.operations import answering
from s3desk.workspace.workspace import Workspace

INDICATORS = "monitoring.indicators"
REPORT = "monitoring.public-report"


def test_a_rating_replaces_a_reason_and_undo_brings_it_back(workspace: Workspace) -> None:
    answering.mark_not_applicable(workspace, REPORT, "No report is due yet")
    answering.rate(workspace, REPORT, 0)
    assert workspace.content.answer(REPORT) == Answer(REPORT, AnswerState.RATED, 0)
    workspace.undo()
    assert workspace.content.answer(REPORT).reason == "No report is due yet"


def test_a_new_state_confirms_and_keeps_comment_and_note(workspace: Workspace) -> None:
    answering.note(workspace, INDICATORS, "private")
    answering.mark_held_elsewhere(workspace, INDICATORS, "Ministry", "Decree 7")
    answer = workspace.content.answer(INDICATORS)
    assert (answer.rating, answer.to_confirm) == (None, False)
    assert (answer.comment, answer.note) == ("Two of six", "private")


def test_a_core_question_always_applies(workspace: Workspace) -> None:
    before = workspace.content
    with pytest.raises(KnownError, match=r"Question 3\.2"):
        answering.mark_not_applicable(workspace, INDICATORS, "We are small")
    assert workspace.content is before


@pytest.mark.parametrize("rating", [-1, 6])
def test_there_is_no_level_beyond_the_scale(workspace: Workspace, rating: int) -> None:
    with pytest.raises(ValueError, match="a rating is one of"):
        answering.rate(workspace, INDICATORS, rating)


def test_typing_in_one_field_is_one_step(workspace: Workspace) -> None:
    steps = len(workspace.history())
    for text in ("O", "On", "Once a year"):
        answering.comment(workspace, REPORT, text)
    assert len(workspace.history()) == steps + 1
    workspace.undo()
    assert workspace.content.answer(REPORT).comment == ""


def test_typing_in_two_fields_is_two_steps(workspace: Workspace) -> None:
    answering.comment(workspace, REPORT, "Once a year")
    answering.comment(workspace, INDICATORS, "Six of six")
    workspace.undo()
    assert workspace.content.answer(INDICATORS).comment == "Two of six"
    assert workspace.content.answer(REPORT).comment == "Once a year"


def test_an_emptied_fact_is_gone(workspace: Workspace) -> None:
    answering.set_fact(workspace, INDICATORS, "indicators", "  ")
    assert workspace.content.get(FactValue, f"{INDICATORS}/indicators") is None


def test_the_same_rating_again_is_no_step(workspace: Workspace) -> None:
    answering.rate(workspace, REPORT, 3)
    steps = len(workspace.history())
    answering.rate(workspace, REPORT, 3)
    assert len(workspace.history()) == steps


def test_control_characters_do_not_reach_the_file(workspace: Workspace) -> None:
    answering.comment(workspace, REPORT, "a\0b\u200fc\r\n=1+1 <b>{x}")
    assert workspace.content.answer(REPORT).comment == "ab\u200fc\n=1+1 <b>{x}"

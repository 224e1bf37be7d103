"""Earlier values come back as new changes; what no longer fits is refused, and nothing is changed then."""

from datetime import date, datetime
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.consistency import inconsistencies
from s3desk.domain.content import Change
from s3desk.domain.records import Action, Answer, AnswerState, Evidence, EvidenceUse, FactValue, Fulfilment
from s3desk.operations import acting, answering, deciding, evidencing, restoring
from s3desk.operations.restoring import Earlier
from s3desk.workspace.workspace import Workspace

INDICATORS, REPORT = "monitoring.indicators", "monitoring.public-report"
STATE = ("state", "rating", "reason", "held_by", "held_source")


def last_change(workspace: Workspace) -> Change:
    """What the newest step changed first."""
    return workspace.history()[-1].changes[0]


def earlier(change: Change, *fields: str) -> Earlier:
    return Earlier(change.kind, change.key, change.before, fields)


def test_one_value_comes_back_and_later_changes_of_others_stay(workspace: Workspace) -> None:
    answering.comment(workspace, INDICATORS, "Three of six")
    step = last_change(workspace)
    answering.note(workspace, INDICATORS, "Ask Giulia")
    restoring.restore(workspace, earlier(step, "comment"))
    answer = workspace.content.answer(INDICATORS)
    assert (answer.comment, answer.note) == ("Two of six", "Ask Giulia")
    assert workspace.history()[-1].label == "Restore an earlier value of question {number}"
    workspace.undo()
    assert workspace.content.answer(INDICATORS).comment == "Three of six"


def test_an_answer_comes_back_as_a_whole(workspace: Workspace) -> None:
    answering.mark_held_elsewhere(workspace, REPORT, "Ministry", "Decree 7")
    answering.rate(workspace, REPORT, 4)
    step = last_change(workspace)
    answering.mark_not_known(workspace, REPORT)
    restoring.restore(workspace, earlier(step, *STATE))
    answer = workspace.content.answer(REPORT)
    assert (answer.state, answer.rating, answer.held_by) == (AnswerState.ELSEWHERE, None, "Ministry")


def test_what_was_not_there_yet_becomes_blank_again(workspace: Workspace) -> None:
    answering.rate(workspace, REPORT, 4)
    rated = last_change(workspace)
    question = next(one for one in workspace.catalogue.questions if one.facts and one.id != INDICATORS)
    answering.set_fact(workspace, question.id, question.facts[0].id, "12")
    filled = last_change(workspace)
    restoring.restore(workspace, earlier(rated, *STATE))
    restoring.restore(workspace, earlier(filled, "value"))
    assert workspace.content.answer(REPORT).state is AnswerState.OPEN
    assert workspace.content.get(FactValue, filled.key) is None


def test_a_text_that_comes_back_is_written_now(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    deciding.write_references(workspace, "monitoring", "E02")
    step = last_change(workspace)
    later = datetime.fromisoformat("2027-02-01T09:00")
    monkeypatch.setattr(workspace, "_clock", lambda: later)
    restoring.restore(workspace, earlier(step, "references"))
    fulfilment = workspace.content.get(Fulfilment, "monitoring")
    assert fulfilment is not None
    assert (fulfilment.references, fulfilment.written_at) == ("E01", later)


def test_a_removed_document_comes_back_with_its_uses(workspace: Workspace) -> None:
    before = workspace.content
    evidencing.remove(workspace, "e1")
    removed = tuple(change.before for change in workspace.history()[-1].changes if change.before is not None)
    restoring.bring_back(workspace, removed)
    assert workspace.content == before
    assert {type(record) for record in removed} == {Evidence, EvidenceUse}


def test_what_is_there_again_stays_as_it_is_now(workspace: Workspace) -> None:
    acting.change(workspace, Action("a1", 1, "Agree on the data model", "monitoring", due=date(2027, 3, 31)))
    now = workspace.content
    restoring.bring_back(workspace, (Action("a1", 1, "Agree on data exchange", "monitoring"),))
    assert workspace.content == now


def test_a_value_of_a_removed_record_is_refused(workspace: Workspace) -> None:
    acting.change(workspace, Action("a1", 1, "Agree on the data model", "monitoring"))
    step = last_change(workspace)
    acting.remove(workspace, "a1")
    before = workspace.content
    with pytest.raises(KnownError, match="was removed"):
        restoring.restore(workspace, earlier(step, "title"))
    assert workspace.content == before


@pytest.mark.parametrize(
    "record",
    [
        EvidenceUse("u9", "gone", INDICATORS),
        Evidence("e9", 1, "Another document with the number of E01"),
        Answer("gone.question", AnswerState.RATED, 2),
    ],
)
def test_a_file_never_comes_to_contradict_itself(workspace: Workspace, record: Evidence | EvidenceUse | Answer) -> None:
    before = workspace.content
    with pytest.raises(KnownError, match="does not fit"):
        restoring.bring_back(workspace, (record,))
    assert workspace.content == before
    assert inconsistencies(workspace.catalogue, workspace.content) == ()


def test_a_file_removed_for_good_does_not_come_back(workspace: Workspace, document: Path) -> None:
    added = evidencing.add_copy(workspace, Evidence("", 0, "Report"), document)
    evidencing.remove_file(workspace, added.id)
    before = workspace.content
    with pytest.raises(KnownError, match="removed for good"):
        restoring.restore(workspace, Earlier(Evidence, added.id, added, ("storage", "file_name", "size", "sha256")))
    assert workspace.content == before

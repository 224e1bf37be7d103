"""Requests: what a start gives, what stays once it was sent, what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.requests import Appointment, RequestText, Stage, SupportRequest
from s3desk.operations import dating, requesting
from s3desk.workspace.workspace import Workspace

DRAFT = SupportRequest("", 0, "  Help with indicators ", "matchmaking-text", criterion_id="monitoring")


def request(workspace: Workspace, request_id: str = "r1") -> SupportRequest:
    found = workspace.content.get(SupportRequest, request_id)
    assert found is not None
    return found


def text(workspace: Workspace, key: str) -> str | None:
    found = workspace.content.get(RequestText, key)
    return found.text if found else None


def test_a_start_gives_number_day_and_the_evidence_in_use(workspace: Workspace, day: date) -> None:
    started = requesting.start(workspace, DRAFT)
    assert (started.number, started.title, started.started_on) == (4, "Help with indicators", day)
    assert started.evidence_ids == ("e1",)
    assert requesting.start(workspace, replace(DRAFT, question_id="monitoring.public-report")).evidence_ids == ()
    assert requesting.start(workspace, replace(DRAFT, evidence_ids=("e2",))).evidence_ids == ("e2",)


def test_a_number_is_never_given_twice(workspace: Workspace) -> None:
    started = requesting.start(workspace, DRAFT)
    requesting.remove(workspace, started.id)
    assert requesting.start(workspace, DRAFT).number == started.number + 1


def test_typing_in_one_field_is_one_step(workspace: Workspace) -> None:
    before = len(workspace.history())
    for words in ("H", "Ho", "How"):
        requesting.write(workspace, "r1", "challenge", words)
    assert len(workspace.history()) == before + 1
    assert text(workspace, "r1/challenge") == "How"


def test_an_emptied_field_stays_empty_until_the_assessment_is_taken_again(workspace: Workspace) -> None:
    requesting.write(workspace, "r1", "area", "")
    assert text(workspace, "r1/area") == ""
    requesting.take_from_assessment(workspace, "r1", "area")
    assert text(workspace, "r1/area") is None


def test_sent_texts_stay_as_they_were(workspace: Workspace) -> None:
    requesting.mark_sent(workspace, "r1", {"area": "Another", "challenge": "How?"}, date(2026, 11, 20), " 2026/7 ")
    sent = request(workspace)
    assert (sent.stage, sent.sent_on, sent.reference) == (Stage.SENT, date(2026, 11, 20), "2026/7")
    assert (text(workspace, "r1/area"), text(workspace, "r1/challenge")) == ("Monitoring", "How?")
    attempts: tuple[Callable[[], None], ...] = (
        lambda: requesting.write(workspace, "r1", "area", "x"),
        lambda: requesting.choose_evidence(workspace, "r1", ()),
        lambda: requesting.take_from_assessment(workspace, "r1", "area"),
        lambda: requesting.mark_draft(workspace, "r1"),
        lambda: requesting.change(workspace, replace(request(workspace), language="de")),
        lambda: requesting.mark_sent(workspace, "r1", {}, date(2026, 11, 21)),
    )
    for refused in attempts:
        with pytest.raises(KnownError, match="R-01 is closed"):
            refused()


def test_result_and_lesson_may_still_be_written_after_the_answer(workspace: Workspace) -> None:
    requesting.change(workspace, replace(request(workspace, "r2"), result="Two days in May", lesson="Ask earlier"))
    assert request(workspace, "r2").lesson == "Ask earlier"


def test_an_answer_needs_a_request_that_was_sent(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="was not sent yet"):
        requesting.mark_answered(workspace, "r1", date(2026, 12, 1), "Yes")
    requesting.mark_answered(workspace, "r2", date(2026, 12, 1), "Accepted", "Ask in January")
    requesting.mark_answered(workspace, "r2", date(2026, 12, 2), "Accepted for May", "Ask in January")
    answered = request(workspace, "r2")
    assert (answered.stage, answered.result, answered.lesson) == (
        Stage.ANSWERED, "Accepted for May", "Ask in January"
    )  # fmt: skip


def test_a_withdrawn_request_can_go_on(workspace: Workspace) -> None:
    with pytest.raises(KnownError):
        requesting.write(workspace, "r3", "group", "Diffusion")
    requesting.mark_draft(workspace, "r3")
    requesting.write(workspace, "r3", "group", "Diffusion")
    assert text(workspace, "r3/group") == "Diffusion"


def test_a_removed_request_takes_its_texts_with_it(workspace: Workspace) -> None:
    requesting.remove(workspace, "r1")
    assert workspace.content.all(RequestText) == ()


def test_titles_are_needed(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="no title"):
        requesting.start(workspace, replace(DRAFT, title=" "))
    with pytest.raises(KnownError, match="no title"):
        dating.add(workspace, Appointment("", "", date(2027, 1, 1)))


def test_the_link_of_a_date_is_a_web_address(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="not a web address"):
        dating.add(workspace, Appointment("", "Conference", date(2027, 1, 1), link="javascript:alert(1)"))


@pytest.mark.parametrize("change", [requesting.withdraw, requesting.remove, requesting.mark_draft])
def test_an_unknown_request_is_a_bug(workspace: Workspace, change: Callable[[Workspace, str], None]) -> None:
    with pytest.raises(LookupError):
        change(workspace, "nobody")

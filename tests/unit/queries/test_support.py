"""From a gap to a service: what is proposed, why, and where nothing is."""

from dataclasses import replace

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.service_files import shipped_services
from s3desk.catalogue.services import Services
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Action, ActionStatus, Answer, AnswerState, Decision, Fulfilment
from s3desk.queries import support
from tests.builders import empty_records

CATALOGUE = default_catalogue()
SERVICES = shipped_services()
ENGLISH = Language()
NETWORKS, MANDATE = "cooperation.networks", "body.mandate"


def rated(question_id: str, level: int, *records: object) -> Content:
    return content_of([*empty_records(), Answer(question_id, AnswerState.RATED, level), *records])  # type: ignore[list-item]


def for_question(content: Content, question_id: str) -> list[str]:
    found = support.for_question(SERVICES, CATALOGUE, content, question_id, ENGLISH)
    return [one.service_id for one in found]


def for_criterion(content: Content, criterion_id: str) -> list[str]:
    return [one.service_id for one in support.for_criterion(SERVICES, CATALOGUE, content, criterion_id, ENGLISH)]


@pytest.mark.parametrize(
    ("question_id", "level", "proposed"),
    [
        (NETWORKS, 3, []),
        (NETWORKS, 5, []),
        (NETWORKS, 2, ["thematic-partnerships", "working-group-interregional-collaboration", "matchmaking"]),
        (NETWORKS, 1, ["thematic-partnerships", "new-partnership", "targeted-support",
                       "working-group-interregional-collaboration", "peer-review", "matchmaking"]),
        (MANDATE, 2, ["s3-studies", "helpdesk"]),
        (MANDATE, 0, ["targeted-support", "s3-studies", "peer-review", "helpdesk"]),
        ("stakeholders.team", 2, ["targeted-support", "matchmaking", "good-practice-database"]),
    ],
)  # fmt: skip
def test_the_gap_of_a_question(question_id: str, level: int, proposed: list[str]) -> None:
    assert for_question(rated(question_id, level), question_id) == proposed


def test_without_rating_there_is_no_gap_and_no_proposal() -> None:
    content = content_of([*empty_records(), Answer(NETWORKS, AnswerState.NOT_KNOWN)])
    assert for_question(content, NETWORKS) == []
    assert for_criterion(content, "cooperation") == []


def test_a_target_makes_the_gap_wider() -> None:
    content = rated(NETWORKS, 3, Fulfilment("cooperation", target=5))
    assert "targeted-support" in for_question(content, NETWORKS)


def test_nothing_is_proposed_where_a_criterion_is_not_relevant() -> None:
    content = rated("transition.direction", 0, Fulfilment("transition", Decision.NOT_RELEVANT))
    assert for_question(content, "transition.direction") == []
    assert for_criterion(content, "transition") == []


def test_a_criterion_that_is_not_fulfilled_gets_proposals_without_ratings() -> None:
    content = content_of([*empty_records(), Fulfilment("cooperation", Decision.NO)])
    assert for_criterion(content, "cooperation") == ["working-group-interregional-collaboration", "matchmaking"]
    assert for_criterion(content, "body") == []


def test_a_criterion_takes_what_fits_its_gaps() -> None:
    assert for_criterion(rated(NETWORKS, 2), "cooperation") == for_question(rated(NETWORKS, 2), NETWORKS)


ACTION = Action("a", 1, "Join a partnership", "cooperation", NETWORKS)


@pytest.mark.parametrize(
    ("action", "level", "some"),
    [
        (ACTION, 1, True),
        (ACTION, 4, False),
        (ACTION, None, True),
        (replace(ACTION, status=ActionStatus.DONE), 1, False),
        (replace(ACTION, question_id=""), 1, True),
        (replace(ACTION, question_id=""), 4, False),
    ],
)
def test_an_action(action: Action, level: int | None, *, some: bool) -> None:
    content = rated(NETWORKS, level) if level is not None else content_of(empty_records())
    assert bool(support.for_action(SERVICES, CATALOGUE, content, action, ENGLISH)) is some


def test_a_proposal_says_why_and_that_the_call_is_to_check() -> None:
    german = support.for_question(SERVICES, CATALOGUE, rated(NETWORKS, 2), NETWORKS, Language("de"))[0]
    assert german.reason.startswith("Eine Partnerschaft in einem Ihrer")
    english = support.for_question(SERVICES, CATALOGUE, rated(NETWORKS, 2), NETWORKS, ENGLISH)[0]
    assert (english.as_of, english.to_check) == ("As of June 2025", "Check that the call is still open.")
    assert english.form == "participation-note"


def test_without_services_nothing_is_proposed() -> None:
    assert support.for_question(Services(), CATALOGUE, rated(NETWORKS, 0), NETWORKS, ENGLISH) == ()

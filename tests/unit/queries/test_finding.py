"""Find reads questions, guidance and every text of an assessment, and says where each stands."""

from datetime import date
from pathlib import Path

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue import own_services
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.service_files import shipped_services
from s3desk.domain.content import content_of
from s3desk.domain.records import ASSESSMENT, Action, Answer, Assessment, Evidence
from s3desk.domain.requests import Appointment, Occasion, SupportRequest
from s3desk.operations import acting, answering, dating, evidencing, requesting
from s3desk.queries.finding import MOST, Finder, Found, FoundRow
from s3desk.queries.marking import plain
from s3desk.queries.spots import Spot
from s3desk.workspace.workspace import Workspace
from tests.builders import full_workspace
from tests.hostile import HOSTILE_TEXTS

REPORT = "monitoring.public-report"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return full_workspace(tmp_path)


@pytest.fixture
def finder(workspace: Workspace) -> Finder:
    return Finder(workspace.catalogue, Language())


def rows(found: Found) -> list[FoundRow]:
    return [row for group in found.groups for row in group.rows]


def spots(found: Found) -> list[Spot]:
    return [row.spot for row in rows(found)]


def test_each_kind_of_text_is_found_at_its_spot(workspace: Workspace, finder: Finder) -> None:
    def at(typed: str) -> list[Spot]:
        return spots(finder.find(workspace.content, typed))

    assert Spot("body", "questions", "body.tasks", "comment") in at("qprivate-comment")
    assert Spot("body", "questions", "body.tasks", "note") in at("QPRIVATE-note")
    assert Spot("transition", "fulfilment", field="justification") in at("working group reports in march")
    assert Spot(evidence_id="e-07", field="title") in at("E07")
    assert Spot(action_id="a-2", field="title") in at("grant database")
    assert Spot(people=True) in at("roberta conti")
    assert Spot(programmes=True) in at("just transition programme")
    assert Spot("monitoring", "questions", "monitoring.outside-erdf") in at("3.5")
    assert any(spot.field == "guidance/weaknesses" for spot in at("indicators"))


def test_groups_name_their_number_and_the_closest_comes_first(workspace: Workspace, finder: Finder) -> None:
    found = finder.find(workspace.content, "report")
    assert [group.name.split(":")[0].split(",")[0] for group in found.groups][-2:] == ["Guidance", "Library"]
    assert plain(found.groups[0].rows[0].title) == "3.6 Regular public report"
    guidance = found.groups[-2]
    assert len(guidance.rows) == MOST
    assert f"the first {MOST} are shown" in guidance.name


def test_all_words_count_parts_of_words_too_and_quotes_keep_them_together(workspace: Workspace, finder: Finder) -> None:
    answering.comment(workspace, REPORT, "Das Wirkungs\u00fcberwachungssystem berichtet j\u00e4hrlich.")
    answering.note(workspace, REPORT, "j\u00e4hrlich berichtet")
    found = rows(finder.find(workspace.content, "UBERWACHUNG jahrlich"))
    assert [(row.what, row.spot.field) for row in found] == [("Comment", "comment")]
    assert [text for text, is_marked in found[0].text if is_marked] == ["\u00fcberwachung", "j\u00e4hrlich"]
    assert [row.what for row in rows(finder.find(workspace.content, '"berichtet j\u00e4hrlich"'))] == ["Comment"]


def test_it_follows_every_change(workspace: Workspace, finder: Finder) -> None:
    assert rows(finder.find(workspace.content, "zanzibar")) == []
    atlas = evidencing.add_link(workspace, Evidence("", 0, "Atlas of Zanzibar"))
    assert spots(finder.find(workspace.content, "zanzibar")) == [Spot(evidence_id=atlas.id, field="title")]
    workspace.undo()
    assert rows(finder.find(workspace.content, "zanzibar")) == []
    action = acting.add(workspace, Action("", 0, "Visit Zanzibar", "monitoring"))
    assert spots(finder.find(workspace.content, "zanzibar")) == [Spot(action_id=action.id, field="title")]


def test_a_request_for_support_and_each_of_its_texts(workspace: Workspace, finder: Finder) -> None:
    request = requesting.start(workspace, SupportRequest("", 0, "Help with zebras", "matchmaking-text"))
    requesting.write(workspace, request.id, "challenge", "How did you count the zebras?")
    found = rows(finder.find(workspace.content, "zebras"))
    assert [row.spot for row in found] == [Spot(request_id=request.id), Spot(request_id=request.id, field="challenge")]
    assert {plain(row.title) for row in found} == {"R-01 Help with zebras"}


def test_nothing_typed_is_not_nothing_found(workspace: Workspace, finder: Finder) -> None:
    assert finder.find(workspace.content, ' "*" ') == Found(asked=False)
    assert finder.find(workspace.content, "r") == Found(asked=False)
    assert finder.find(workspace.content, "qqqq") == Found(asked=True)


@pytest.mark.parametrize(
    "typed",
    [*HOSTILE_TEXTS, "NEAR(a b)", 'a" OR "b', "-", "^a", "a:b", "{a b}", "\U0001f44d", "\u05e9\u05dc\u05d5\u05dd"],
)
def test_no_query_fails_and_each_finds_its_own_text(typed: str) -> None:
    catalogue = default_catalogue()
    content = content_of([Assessment(ASSESSMENT, "A"), Answer(REPORT, comment=f"before {typed} after")])
    found = Finder(catalogue, Language()).find(content, typed[:200])
    if found.asked:
        assert Spot("monitoring", "questions", REPORT, "comment") in spots(found)


def test_texts_of_the_catalogue_are_found_in_the_language_of_the_screen(workspace: Workspace) -> None:
    german = Finder(workspace.catalogue, Language("de"))
    assert "monitoring" in {spot.criterion_id for spot in spots(german.find(workspace.content, "\u00dcberwachung"))}


def test_services_terms_law_and_own_dates_are_found_too(workspace: Workspace, finder: Finder) -> None:
    def at(typed: str) -> list[Spot]:
        return spots(finder.find(workspace.content, typed))

    assert Spot(library_id="services-matchmaking") in at("matchmaking")
    assert Spot(library_id="terms-edp") in at("entrepreneurial discovery")
    assert any(spot.library_id for spot in at("Article 15"))
    made = dating.add(workspace, Appointment("", "Qcommittee of spring", date(2027, 3, 1), Occasion.COMMITTEE))
    assert at("qcommittee") == [Spot(appointment_id=made.id)]
    own_services.keep([{**shipped_services().plain["helpdesk"], "id": "own", "title": {"en": "Qcoaches"}}])
    assert at("qcoaches") == [Spot(library_id="services-own")]
    own_services.drop("own")
    assert at("qcoaches") == []

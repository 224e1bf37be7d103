"""The history for its page: steps in words, filters, differences, and what can be given back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from s3desk.basics.language import Language
from s3desk.domain.records import Action, Answer, Decision, Evidence, Person
from s3desk.domain.requests import RequestText
from s3desk.operations import acting, answering, deciding, evidencing, versioning
from s3desk.queries.changed_values import LONGEST_LIST, Around
from s3desk.queries.spots import Spot
from s3desk.queries.step_detail import StepDetail, ValueLine, detail, value_line
from s3desk.queries.steps import Since, Step, Topic, Wanted, day_words, fits, step_of
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW, full_workspace

REPORT = "monitoring.public-report"
TODAY = NOW.date()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(full_workspace(tmp_path)) as made:
        yield made


def around(workspace: Workspace, language: str = "en") -> Around:
    return Around(workspace.catalogue, Language(language), workspace.content)


def steps(workspace: Workspace, language: str = "en") -> list[Step]:
    """All steps in words, newest first."""
    entries = workspace.history_of(workspace.history_ids(), LONGEST_LIST)
    return [step_of(entry, around(workspace, language)) for entry in entries]


def newest(workspace: Workspace) -> StepDetail:
    return detail(steps(workspace)[0], around(workspace))


def lines(step: Step, workspace: Workspace) -> list[ValueLine]:
    """Every value of a step in full."""
    return [value_line(value, around(workspace)) for value in detail(step, around(workspace)).values]


def test_a_step_says_who_where_what_from_what_to_what(workspace: Workspace) -> None:
    answering.rate(workspace, REPORT, 2)
    step = steps(workspace)[0]
    assert (step.who, step.name) == ("R. Conti", "Rate question 3.6")
    assert step.change == "Answer: 4 Strong \u2192 2 To be improved"
    (value,) = step.values
    assert (value.where, value.what) == ("3.6 Regular public report", "Answer")
    assert "16 November 2026, 15:42" in step.spoken


def test_it_speaks_the_language_of_the_screen(workspace: Workspace) -> None:
    answering.rate(workspace, REPORT, 2)
    assert steps(workspace, "de")[0].name.startswith("Frage 3.6")


def test_ids_are_said_by_their_names_also_of_what_is_gone(workspace: Workspace) -> None:
    person = workspace.content.all(Person)[0]
    deciding.set_owner(workspace, "monitoring", person.id)
    assert steps(workspace)[0].values[0].after == person.name
    evidencing.remove(workspace, "e-01")
    removed = steps(workspace)[0]
    assert removed.values[0].where.startswith("E01, 1.1")
    assert {value.what for value in removed.values} == {"Removed"}


def test_what_an_assessment_was_begun_with_changed_nothing(workspace: Workspace) -> None:
    begun = steps(workspace)[-1]
    assert (begun.values, begun.change) == ((), "")


def test_undone_steps_do_not_count_and_the_numbers_say_so(workspace: Workspace) -> None:
    before = workspace.history_ids()
    answering.rate(workspace, REPORT, 2)
    assert len(workspace.history_ids()) == len(before) + 1
    workspace.undo()
    assert workspace.history_ids() == before
    assert workspace.history_people() == ("R. Conti",)


def test_a_long_text_that_changes_at_its_end_is_a_change(workspace: Workspace) -> None:
    answering.comment(workspace, REPORT, "word " * 4000 + "spring")
    workspace.end_typing()
    answering.comment(workspace, REPORT, "word " * 4000 + "autumn")
    (value,) = lines(steps(workspace)[0], workspace)
    assert [text.strip() for text, is_marked in value.before if is_marked] == ["spring"]
    assert [text.strip() for text, is_marked in value.after if is_marked] == ["autumn"]
    assert sum(len(text) for text, _ in value.after) < 400


def test_of_a_very_large_step_the_first_changes_are_read(workspace: Workspace) -> None:
    versioning.start_check(workspace, "Autumn 2027")
    (few,) = workspace.history_of(workspace.history_ids()[:1], 5)
    assert len(few.changes) == 5
    assert len(workspace.history()[-1].changes) > 60


def test_filters(workspace: Workspace) -> None:
    answering.rate(workspace, REPORT, 2)
    deciding.decide(workspace, "analysis", Decision.NO)
    evidencing.change(workspace, replace(workspace.content.all(Evidence)[0], issuer="\u00dcberregionale Agentur"))
    acting.change(workspace, replace(workspace.content.all(Action)[0], title="Something else"))

    def found(wanted: Wanted, today: date = TODAY) -> list[str]:
        return [step.name for step in steps(workspace) if fits(step, wanted, today, date(2026, 11, 1))][::-1]

    everything = found(Wanted())
    assert len(everything) == 5
    assert found(Wanted(criterion_id="analysis")) == ["Decide on criterion 1", "Change E01"]
    assert found(Wanted(topic=Topic.ANSWERS)) == ["Rate question 3.6"]
    assert found(Wanted(topic=Topic.ACTIONS)) == ["Change action A-01"]
    assert found(Wanted(words="uberregional")) == ["Change E01"]
    assert found(Wanted(who="R. Conti")) == everything
    assert found(Wanted(who="Somebody else")) == []
    assert found(Wanted(since=Since.TODAY)) == everything
    assert found(Wanted(since=Since.CHECK)) == everything
    assert found(Wanted(since=Since.WEEK), TODAY + timedelta(days=6)) == everything
    assert found(Wanted(since=Since.WEEK), TODAY + timedelta(days=7)) == []
    assert found(Wanted(since=Since.MONTH), TODAY + timedelta(days=30)) == []


def test_days_in_words() -> None:
    language = Language()
    assert day_words(TODAY, TODAY, language) == "Today, 16 November 2026"
    assert day_words(TODAY - timedelta(days=1), TODAY, language) == "Yesterday, 15 November 2026"
    assert day_words(date(2025, 1, 2), TODAY, language) == "2 January 2025"


def test_a_value_leads_to_its_field_and_may_come_back(workspace: Workspace) -> None:
    answering.comment(workspace, REPORT, "New")
    (value,) = lines(steps(workspace)[0], workspace)
    assert value.spot == Spot("monitoring", "questions", REPORT, "comment")
    assert value.may_be_restored
    assert (value.value.change.kind, value.value.fields) == (Answer, ("comment",))


def test_what_cannot_come_back_says_why(workspace: Workspace) -> None:
    answering.comment(workspace, REPORT, "New")
    step = steps(workspace)[0]
    answering.comment(workspace, REPORT, "")
    workspace.end_typing()
    before = step.values[0].before
    answering.comment(workspace, REPORT, before)
    (again,) = lines(step, workspace)
    assert (again.may_be_restored, again.note) == (False, "The earlier value is there again.")
    acting.change(workspace, replace(workspace.content.all(Action)[0], title="Other"))
    changed = steps(workspace)[0]
    acting.remove(workspace, workspace.content.all(Action)[0].id)
    (gone,) = lines(changed, workspace)
    assert (gone.may_be_restored, gone.spot, gone.note) == (False, None, "What it belongs to was removed later.")
    assert len(newest(workspace).removed) == 1


def test_versions_and_frozen_requests_are_kept_as_they_are(workspace: Workspace) -> None:
    versioning.save_version(workspace, "Before the summer")
    assert not lines(steps(workspace)[0], workspace)[0].may_be_restored
    with workspace.changing("Change it") as tx:
        tx.put(RequestText("r-1/challenge", "How did you do it?"))
    assert not lines(steps(workspace)[0], workspace)[0].may_be_restored

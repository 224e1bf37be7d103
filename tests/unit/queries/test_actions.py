"""The page Actions as a picture: gaps first, states by the day, one action to change."""

from dataclasses import replace
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Action, Answer, AnswerState, Fulfilment
from s3desk.queries.actions import DONE, OPEN, ActionsPicture, picture, question_choices, spot_key, spot_of
from tests.builders import empty_records
from tests.hostile import hostile_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()
TODAY = date(2026, 11, 16)
FULL = content_of(full_records())


def shown(content: Content = FULL, group: str = "all", chosen: str = "", today: date = TODAY) -> ActionsPicture:
    return picture(CATALOGUE, content, Language(), today, group=group, chosen_id=chosen)


def rated(*levels: int) -> list[Answer]:
    questions = CATALOGUE.criterion("monitoring").questions
    return [Answer(one.id, AnswerState.RATED, level) for one, level in zip(questions, levels, strict=False)]


def test_the_sentence_counts_what_is_open_late_and_without_action() -> None:
    assert shown().sentence == "4 actions are open, 1 of them late. 1 is done. 9 gaps have no action yet."
    assert shown().groups == (("all", "All", 5), ("open", "Open", 4), ("done", "Done", 1))


def test_late_is_computed_with_the_day() -> None:
    assert [row.line.late for row in shown().rows] == [False, True, False, False, False]
    assert not any(row.line.late for row in shown(today=date(2026, 10, 31)).rows)
    assert [row.line.late for row in shown(today=date(2028, 1, 1)).rows] == [True, True, True, True, False]


def test_filters_show_open_or_done_ones() -> None:
    assert [row.line.mark for row in shown(group=DONE).rows] == ["A-05"]
    assert len(shown(group=OPEN).rows) == 4


def test_a_row_has_the_rating_and_the_target() -> None:
    row = shown().rows[2]
    assert row.answer is not None
    assert (row.line.question, row.answer.rating, row.target) == ("6.2", 1, 3)


def test_gaps_stand_by_distance_and_leave_when_planned_for() -> None:
    records = [*empty_records(), *rated(2, 0, 1, 5, 3)]
    assert [(gap.number, gap.rating) for gap in shown(content_of(records)).gaps] == [("3.2", 0), ("3.3", 1), ("3.1", 2)]
    planned = Action("a", 1, "Do", "monitoring", CATALOGUE.criterion("monitoring").questions[1].id)
    assert [gap.number for gap in shown(content_of([*records, planned])).gaps] == ["3.3", "3.1"]
    higher = Fulfilment("monitoring", target=4)
    assert [gap.number for gap in shown(content_of([*records, higher])).gaps] == ["3.2", "3.3", "3.1", "3.5"]


def test_a_gap_with_a_reason_needs_no_action() -> None:
    (answer,) = rated(1)
    reasoned = replace(answer, no_action_reason="The programme ends")
    found = shown(content_of([*empty_records(), reasoned]))
    assert found.sentence == "Nothing is planned yet."
    assert [gap.reason for gap in found.gaps] == ["The programme ends"]


def test_what_is_said_without_gaps() -> None:
    assert shown(content_of(empty_records())).nothing.startswith("No ratings yet.")
    assert shown(content_of([*empty_records(), *rated(4)])).nothing == "No gaps. All ratings reach their target."
    planned = Action("a", 1, "Do", "monitoring", CATALOGUE.criterion("monitoring").questions[0].id)
    assert shown(content_of([*empty_records(), *rated(1), planned])).nothing == "Each gap has its action."
    assert shown(content_of([*empty_records(), *rated(1)])).nothing == "", "a gap is shown"


def test_the_chosen_action_and_its_place() -> None:
    detail = shown(chosen="a-2").chosen
    assert detail is not None
    assert (detail.mark, detail.due, detail.late, detail.link) == (
        "A-02",
        "31 October 2026",
        "Late",
        "Open question 3.4",
    )
    assert spot_of(detail.spot) == ("monitoring", "monitoring.data-collection")


def test_choices_hold_criteria_and_their_questions() -> None:
    keys = [key for key, _ in question_choices(CATALOGUE, Language())]
    assert len(keys) == len(set(keys)) == 7 + len(CATALOGUE.questions)
    of_one = question_choices(CATALOGUE, Language(), "monitoring")
    assert of_one[0] == (spot_key("monitoring", ""), "The whole criterion 3")


def test_hostile_texts_are_shown() -> None:
    assert shown(content_of(hostile_records())).total > 10

"""The picture of the overview: every number it shows, from frozen content alone."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.open_points import Kind, OpenPoint, Situation
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    ActionStatus,
    Answer,
    AnswerState,
    Assessment,
    Decision,
    Evidence,
    EvidenceUse,
    Fulfilment,
    OfficialStatus,
    Programme,
    Record,
    SavedVersion,
)
from s3desk.domain.requests import Appointment, Occasion, Stage, SupportRequest
from s3desk.queries import overview as query
from s3desk.queries.criterion_picture import NextStep, StepKind
from s3desk.queries.lists import evidence_lines
from s3desk.queries.overview_picture import (
    CriterionLine,
    GapLine,
    OverviewPicture,
    PointLine,
    RatingPart,
    StatusLine,
    TaskLine,
)
from s3desk.queries.spots import Spot, spot
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, full_workspace, saved
from tests.hostile import hostile_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()
TODAY = date(2026, 11, 16)
ABOUT = Assessment(ASSESSMENT, "Valdoria", second_language="it")


def situation(*records: Record) -> Situation:
    return Situation(CATALOGUE, content_of(records or (ABOUT,)), TODAY)


def picture(*records: Record, language: str = "en", read_only: bool = False) -> OverviewPicture:
    return query.picture(situation(*records), Language(language), read_only=read_only)


def rated(criterion: str, rating: int = 3) -> list[Answer]:
    return [Answer(one.id, AnswerState.RATED, rating) for one in CATALOGUE.criterion(criterion).questions]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Workspace]:
    made = full_workspace(tmp_path)
    yield made
    made.close()


def test_the_whole_picture_of_valdoria(full: Workspace) -> None:
    version = full.content.all(SavedVersion)[-1]
    earlier = (version, saved(full, version.id))
    shown = query.picture(Situation(CATALOGUE, full.content, TODAY), Language(), earlier=earlier)
    assert shown.sentence == "66 of 73 questions answered, 6 of 7 criteria decided. 1 point to solve."
    assert shown.programmes == (
        StatusLine(
            "ERDF Programme Valdoria 2021-2027",
            OfficialStatus.AT_APPROVAL,
            "Fulfilled at approval of the programme",
            "28 Nov 2022, C(2022) 8712",
        ),
        StatusLine("Just Transition Programme Valdoria", OfficialStatus.NOT_KNOWN, "Not known here", ""),
    )
    assert (shown.tally, shown.condition, shown.condition_words) == ("5 Yes, 1 No, 1 not decided", Decision.NO, "No")
    assert shown.step == NextStep(
        StepKind.QUESTION, "Continue with question 3.10", "monitoring", "monitoring.data-model"
    )
    assert shown.before_name == "November 2025"
    rows = [(one.state, one.answered, one.decision_words, one.uses, one.actions) for one in shown.criteria]
    assert rows == [
        ("Complete", "10 of 10", "Yes", 7, 0),
        ("Complete", "11 of 11", "Yes", 5, 0),
        ("3 questions open", "8 of 11", "Not decided", 5, 2),
        ("Complete", "11 of 11", "Yes", 3, 0),
        ("Complete", "10 of 10", "Yes", 2, 0),
        ("4 questions open", "6 of 10", "No", 3, 2),
        ("Complete", "10 of 10", "Yes", 2, 0),
    ]
    ratings = [(one.rating.words, one.rating.rated, one.rating.change, one.rating.target) for one in shown.criteria]
    assert ratings == [
        ("3.6", "10 of 10 rated", "+0.5", 4),
        ("4.1", "10 of 11 rated", "+0.2", 4),
        ("3.0", "8 of 11 rated", "+0.8", None),
        ("3.6", "11 of 11 rated", "+0.5", None),
        ("3.3", "9 of 10 rated", "0.0", None),
        ("2.2", "5 of 10 rated", "+0.8", None),
        ("3.4", "10 of 10 rated", "+0.9", None),
    ]
    assert shown.criteria[0].spoken == (
        "1 Up-to-date analysis, Complete, 10 of 10 answered, average 3.6 of 5, 10 of 10 rated, target 4, "
        "+0.5 since November 2025, fulfilment: Yes, evidence used 7 times, 0 open actions"
    )
    assert shown.point_counts == "1 to solve, 8 to check"
    assert shown.points[0] == PointLine(
        True,
        "Criterion 3 is not decided.",
        "Decide criterion 3",
        Spot("monitoring", "fulfilment"),
        "To solve: Criterion 3 is not decided. Decide criterion 3",
    )
    assert [point.to_solve for point in shown.points] == [True] + [False] * 8
    assert [(gap.number, gap.levels, gap.distance) for gap in shown.gaps] == [
        ("6.2", "1 of 3", "−2"),
        ("1.3", "3 of 4", "−1"),
        ("1.5", "3 of 4", "−1"),
    ]
    assert shown.gaps[0] == GapLine(
        "6.2",
        "Systems and dependencies",
        "1 of 3",
        "−2",
        Spot("transition", "questions", "transition.systems-map"),
        "6.2 Systems and dependencies, 1 of 3",
    )
    assert shown.gap_note == "11 gaps"
    assert shown.tasks == (
        TaskLine(
            "A-02",
            "Link the monitoring tool with the grant database",
            "Late since 31 Oct 2026",
            True,
            Spot("monitoring", "actions", action_id="a-2"),
            "A-02 Link the monitoring tool with the grant database, Late since 31 Oct 2026",
        ),
    )


def test_an_empty_file_shows_no_average_and_no_zero() -> None:
    shown = picture(*empty_records())
    assert shown.sentence.startswith("Nothing is answered yet.")
    assert shown.step is not None
    assert shown.step.text == "Rate the first question"
    assert (shown.tally, shown.condition) == ("7 not decided", Decision.NOT_DECIDED)
    assert {one.rating for one in shown.criteria} == {
        RatingPart(None, "", f"0 of {n} rated", None, "", "", None, "") for n in (10, 11)
    }
    assert (shown.programmes, shown.gaps, shown.tasks) == ((), (), ())
    assert shown.gap_note == "Gaps appear with the first ratings."


def test_there_is_no_average_over_criteria() -> None:
    every = {field.name for part in (OverviewPicture, CriterionLine, RatingPart) for field in fields(part)}
    assert "average" in every
    assert not any("average" in field.name for field in fields(OverviewPicture))


@pytest.mark.parametrize("records", [full_records(), empty_records(), hostile_records()], ids=["full", "empty", "bad"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_row_is_spoken_and_every_link_leads_somewhere(records: tuple[Record, ...], language: str) -> None:
    shown = picture(*records, language=language)
    spoken = [
        *(row.spoken for row in shown.criteria),
        *(row.spoken for row in shown.points),
        *(row.spoken for row in shown.gaps),
        *(row.spoken for row in shown.tasks),
    ]
    assert all(words.strip() for words in spoken)
    for point in shown.points:
        assert point.spot is not None
        assert point.remedy


def test_uses_are_counted_as_in_the_list_of_evidence() -> None:
    where = situation(*full_records())
    listed = sum(line.uses for line in evidence_lines(where, Language()))
    assert sum(one.uses for one in query.picture(where, Language()).criteria) == listed


def test_a_token_without_evidence_is_no_use() -> None:
    shown = picture(
        ABOUT, Fulfilment("body", references="E01, E77"), Evidence("e", 1, "Act"), EvidenceUse("u", "e", "gone")
    )
    assert [one.uses for one in shown.criteria] == [0, 1, 0, 0, 0, 0, 0]


def test_a_criterion_that_is_not_relevant_has_no_counts() -> None:
    sixth = picture(ABOUT, *rated("transition"), Fulfilment("transition", Decision.NOT_RELEVANT)).criteria[5]
    assert (sixth.relevant, sixth.answered, sixth.rating.words, sixth.rating.rated) == (False, "", "", "")
    assert sixth.decision_words == "Not relevant here"
    assert "not rated" not in sixth.spoken


@pytest.mark.parametrize(
    ("records", "state"),
    [
        ((), "11 questions open"),
        (tuple(rated("monitoring")), "Fulfilment open"),
        ((*rated("monitoring")[1:], Fulfilment("monitoring", Decision.YES)), "1 question open"),
        ((*rated("monitoring"), Fulfilment("monitoring", Decision.YES)), "Complete"),
        ((*rated("monitoring"), Fulfilment("monitoring", Decision.NO, to_confirm=True)), "Fulfilment to confirm"),
        (
            (
                *(replace(one, to_confirm=True) for one in rated("monitoring")),
                Fulfilment("monitoring", Decision.YES, to_confirm=True),
            ),
            "11 answers to confirm",
        ),
    ],
)
def test_the_state_of_a_criterion(records: tuple[Record, ...], state: str) -> None:
    assert picture(ABOUT, *records).criteria[2].state == state


def test_the_step_goes_from_questions_to_decisions_to_the_report() -> None:
    answers = [answer for criterion in CATALOGUE.criteria for answer in rated(criterion.id)]
    all_but_last = picture(ABOUT, *answers[:-1]).step
    decided = [Fulfilment(criterion.id, Decision.YES) for criterion in CATALOGUE.criteria]
    assert all_but_last is not None
    assert (all_but_last.kind, all_but_last.criterion_id) == (StepKind.FULFILMENT, "analysis")
    last = picture(ABOUT, *answers[:-1], *decided).step
    assert last is not None
    assert last.question_id == CATALOGUE.questions[-1].id
    report = picture(ABOUT, *answers, *decided).step
    assert report is not None
    assert report.kind is StepKind.REPORT


def test_this_week_holds_what_is_late_or_due_within_seven_days() -> None:
    def action(number: int, days: int | None, status: ActionStatus = ActionStatus.PLANNED) -> Action:
        due = None if days is None else TODAY + timedelta(days=days)
        return Action(f"a{number}", number, f"Do {number}", "analysis", due=due, status=status)

    actions = (
        action(1, 7),
        action(2, 8),
        action(3, -1),
        action(4, 0),
        action(5, None),
        action(6, -9, ActionStatus.DONE),
    )
    shown = picture(ABOUT, *actions).tasks
    assert [(task.mark, task.due, task.late) for task in shown] == [
        ("A-03", "Late since 15 Nov 2026", True),
        ("A-04", "Due today", False),
        ("A-01", "Due 23 Nov 2026", False),
    ]


def test_this_week_holds_requests_committees_and_reviews_too() -> None:
    def day(days: int) -> date:
        return TODAY + timedelta(days=days)

    records: list[Record] = [
        SupportRequest("r1", 1, "Peer review", "peer-review-tor", due=day(-3)),
        SupportRequest("r2", 2, "Sent long ago", "peer-review-tor", due=day(-9), stage=Stage.SENT),
        Appointment("c", "Monitoring committee", day(-2), Occasion.COMMITTEE),
        Appointment("d", "A conference that is over", day(-2), Occasion.EVENT),
        Appointment("e", "Review meeting", day(0), Occasion.REVIEW),
        Appointment("f", "Far away", day(8), Occasion.REVIEW),
        Appointment("g", "Ticked as done", day(-8), Occasion.COMMITTEE, done=True),
    ]
    shown = picture(ABOUT, *records).tasks
    assert [(task.mark, task.title, task.due, task.late) for task in shown] == [
        ("R-01", "Peer review", "Request to be sent: overdue since 13 Nov 2026", True),
        ("", "Monitoring committee", "Committee: overdue since 14 Nov 2026", True),
        ("", "Review meeting", "Review: today", False),
    ]
    assert [task.spot for task in shown] == [
        Spot(request_id="r1"),
        Spot(appointment_id="c"),
        Spot(appointment_id="e"),
    ]


def test_a_file_to_read_has_no_step_and_no_links_to_what_cannot_be_changed() -> None:
    shown = picture(*full_records(), read_only=True)
    assert shown.step is None
    without = [point.sentence for point in shown.points if point.spot is None]
    assert without
    assert all(sentence.startswith(("E", "Criterion 6 refers", "Action")) for sentence in without)
    assert all(not point.remedy for point in shown.points if point.spot is None)


@pytest.mark.parametrize(
    ("point", "place"),
    [
        (OpenPoint(Kind.NO_PROGRAMME), Spot(programmes=True)),
        (OpenPoint(Kind.JUSTIFICATION_MISSING, "body"), Spot("body", "fulfilment", field="justification")),
        (
            OpenPoint(Kind.REFERENCES_TOO_LONG, "body", values={"language": "it"}),
            Spot("body", "fulfilment", field="second_references"),
        ),
        (
            OpenPoint(Kind.REFERENCES_TOO_LONG, "body", values={"language": "en"}),
            Spot("body", "fulfilment", field="references"),
        ),
        (
            OpenPoint(Kind.UNKNOWN_TOKEN, "body", values={"token": "E07"}),
            Spot("body", "fulfilment", field="references"),
        ),
        (
            OpenPoint(Kind.UNKNOWN_TOKEN, "body", values={"token": "E1234"}),
            Spot("body", "fulfilment", field="justification"),
        ),
        (OpenPoint(Kind.TRANSLATION_OLDER, "body"), Spot("body", "fulfilment", field="second_justification")),
        (OpenPoint(Kind.YES_WITHOUT_EVIDENCE, "body"), Spot("body", "evidence")),
        (
            OpenPoint(Kind.ELSEWHERE_WITHOUT_SOURCE, "body", "body.staff"),
            Spot("body", "questions", "body.staff", "source"),
        ),
        (OpenPoint(Kind.NOT_KNOWN, "body", "body.staff"), Spot("body", "questions", "body.staff")),
        (OpenPoint(Kind.REFERENCE_WITHOUT_LINK, "body", evidence_id="e"), Spot(field="link", evidence_id="e")),
        (OpenPoint(Kind.ACTION_LATE, "body", "body.staff", action_id="a"), Spot(action_id="a")),
    ],
    ids=lambda value: str(value.kind) if isinstance(value, OpenPoint) else "",
)
def test_each_point_leads_to_its_spot(point: OpenPoint, place: Spot) -> None:
    content = content_of((ABOUT, Fulfilment("body", references="E07", justification="E1234")))
    assert spot(point, content) == place


OF_RECORDS = {Kind.FILE_MISSING, Kind.COPY_NOT_INCLUDED, Kind.EVIDENCE_OLD, Kind.EVIDENCE_EXPIRED, Kind.SAME_DOCUMENT}
OF_QUESTIONS = {
    Kind.NA_WITHOUT_REASON,
    Kind.ELSEWHERE_WITHOUT_SOURCE,
    Kind.NOT_KNOWN,
    Kind.CORE_OPEN,
    Kind.ANSWER_TO_CONFIRM,
    Kind.FOR_REVIEW,
}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_point_has_a_spot(kind: Kind) -> None:
    evidence = "e" if kind in OF_RECORDS else ""
    question = "body.staff" if kind in OF_QUESTIONS else ""
    action = "a" if kind is Kind.ACTION_LATE else ""
    if kind is Kind.REFERENCE_WITHOUT_LINK:
        evidence = "e"
    point = OpenPoint(kind, "body", question, evidence, action, values={"token": "E01", "language": "en"})
    assert spot(point, content_of((ABOUT,))) != Spot()


def test_a_programme_without_date_says_its_status_only() -> None:
    shown = picture(ABOUT, Programme("p", "P", official_status=OfficialStatus.NOT_ACCEPTED, status_reference="Ares 7"))
    assert (shown.programmes[0].words, shown.programmes[0].about) == ("Not accepted", "Ares 7")

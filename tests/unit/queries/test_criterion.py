"""The picture of a criterion: everything the page shows, in words, from frozen content alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import (
    ASSESSMENT,
    Answer,
    AnswerState,
    Assessment,
    Decision,
    Evidence,
    Fulfilment,
    Record,
    SavedVersion,
)
from s3desk.queries import criterion as query
from s3desk.queries.criterion_fulfilment import counters
from s3desk.queries.criterion_picture import CriterionPicture, Fill, StepKind
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, full_workspace, saved
from tests.hostile import hostile_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()
ENGLISH = Language("en")
TODAY = date(2026, 11, 16)
ABOUT = Assessment(ASSESSMENT, "Valdoria")


def picture(
    *records: Record, criterion: str = "monitoring", question: str = "", language: str = "en"
) -> CriterionPicture:
    content = content_of(records or (ABOUT,))
    return query.picture(CATALOGUE, content, criterion, Language(language), TODAY, question_id=question)


def rated(criterion: str, rating: int = 3) -> list[Answer]:
    return [Answer(one.id, AnswerState.RATED, rating) for one in CATALOGUE.criterion(criterion).questions]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Workspace]:
    made = full_workspace(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    "records", [empty_records(), full_records(), hostile_records()], ids=["empty", "full", "hostile"]
)
@pytest.mark.parametrize("criterion", CATALOGUE.criteria, ids=lambda one: one.id)
def test_every_criterion_has_a_picture(records: tuple[Record, ...], criterion: object) -> None:
    found = picture(*records, criterion=criterion.id)  # type: ignore[attr-defined]
    assert len(found.rows) == len(criterion.questions)  # type: ignore[attr-defined]
    assert [tab.id for tab in found.tabs] == ["questions", "fulfilment", "evidence", "actions"]
    assert all(row.spoken for row in found.rows)


def test_the_official_text_is_exact_and_a_stand_in_is_said() -> None:
    german, polish = picture(language="de"), picture(language="pl")
    assert german.official.startswith("Überwachungs- und Evaluierungsinstrumente")
    assert german.language_note == ""
    assert polish.official.startswith("Monitoring and evaluation tools")
    assert "Polish" in polish.language_note or "polski" in polish.language_note


def test_an_empty_criterion_has_no_average() -> None:
    average = picture().average
    assert (average.value, average.words, average.rated) == (None, "", "0 of 11 rated")


def test_an_average_stands_with_how_many_are_rated() -> None:
    found = picture(ABOUT, *rated("monitoring")[:8], Fulfilment("monitoring", target=4))
    assert (found.average.words, found.average.rated, found.average.note) == ("3.0", "8 of 11 rated", "Target 4")
    assert found.tabs[0].count == "8/11"


def test_a_core_question_is_marked_and_always_applies() -> None:
    core = picture(question="monitoring.indicators").question
    other = picture(question="monitoring.public-report").question
    assert core.core_note == "Core question: follows from the legal text"
    assert (core.may_be_not_applicable, other.may_be_not_applicable) == (False, True)
    assert other.core_note == ""


def test_a_rating_is_spoken_with_figure_and_word() -> None:
    found = picture(ABOUT, Answer("monitoring.outside-erdf", AnswerState.RATED, 2), question="monitoring.outside-erdf")
    assert found.question.spoken == "Rating, question 3.5, 2 of 5, To be improved"
    assert picture(question="monitoring.outside-erdf").question.spoken == "Rating, question 3.5, Open"


def test_the_next_step_goes_through_the_criterion_then_decides_then_crosses() -> None:
    last = CATALOGUE.criterion("monitoring").questions[-1].id
    first_open = picture(ABOUT, *rated("monitoring")[1:], question=last).question.next_step
    assert (first_open.kind, first_open.text) == (StepKind.QUESTION, "Next open question: 3.1")
    decide = picture(ABOUT, *rated("monitoring"), question=last).question.next_step
    assert (decide.kind, decide.text) == (StepKind.FULFILMENT, "Decide fulfilment")
    decided = Fulfilment("monitoring", Decision.YES)
    cross = picture(ABOUT, *rated("monitoring"), decided, question=last).question.next_step
    assert (cross.criterion_id, cross.text) == ("stakeholders", "Next open question: 4.1")


def test_when_everything_is_done_the_report_is_next() -> None:
    answers = [answer for one in CATALOGUE.criteria for answer in rated(one.id)]
    decisions = [Fulfilment(one.id, Decision.YES) for one in CATALOGUE.criteria]
    step = picture(ABOUT, *answers, *decisions).question.next_step
    assert (step.kind, step.text) == (StepKind.REPORT, "Create report")


def test_a_new_check_goes_on_with_what_is_to_be_confirmed() -> None:
    answers = [replace(answer, to_confirm=True) for one in CATALOGUE.criteria for answer in rated(one.id)]
    decisions = [Fulfilment(one.id, Decision.YES, to_confirm=True) for one in CATALOGUE.criteria]
    whole = picture(ABOUT, *answers, *decisions).question.next_step
    assert (whole.kind, whole.criterion_id, whole.text) == (StepKind.FULFILMENT, "monitoring", "Confirm criterion 3")
    confirmed = [replace(one, to_confirm=False) for one in decisions]
    left = picture(ABOUT, *answers, *confirmed)
    assert left.question.next_step.text == "Confirm criterion 3", "answers are left when a decision was taken anew"
    assert left.fulfilment.confirm_text
    own = [replace(one, to_confirm=not one.id.startswith("monitoring")) for one in answers]
    cross = picture(ABOUT, *own, confirmed[2], *decisions[:2], *decisions[3:]).fulfilment.next_step
    assert cross is not None
    assert (cross.kind, cross.text) == (StepKind.FULFILMENT, "Confirm criterion 4")


def test_not_known_is_said_on_purpose_and_not_proposed_again() -> None:
    answers = rated("monitoring")[:-1]
    unknown = Answer(CATALOGUE.criterion("monitoring").questions[-1].id, AnswerState.NOT_KNOWN)
    found = picture(ABOUT, *answers, unknown)
    assert found.question.next_step.kind is StepKind.FULFILMENT
    assert found.tabs[0].count == "10/11"


def test_questions_close_where_a_criterion_is_not_relevant() -> None:
    found = picture(
        ABOUT, *rated("transition"), Fulfilment("transition", Decision.NOT_RELEVANT), criterion="transition"
    )
    assert not found.relevant
    assert found.tabs[0].count == "closed"
    assert found.average.rated == ""
    assert "closed" in found.relevance_note


def test_only_five_and_six_offer_not_relevant() -> None:
    for criterion in CATALOGUE.criteria:
        choices = [choice.decision for choice in picture(criterion=criterion.id).fulfilment.choices]
        assert (Decision.NOT_RELEVANT in choices) == (criterion.number in (5, 6))


def test_choosing_no_warns_with_the_sentence_of_the_model() -> None:
    warning = picture(ABOUT, Fulfilment("monitoring", Decision.NO)).fulfilment.warning
    assert warning == (
        "Working answer. Talk to the managing authority before this leaves your office: the Member State informs "
        "the Commission of changes (Art. 15(6))."
    )


def test_advice_begins_with_half_of_the_core_questions() -> None:
    core = [one.id for one in CATALOGUE.criterion("monitoring").questions if one.core]
    one = Answer(core[0], AnswerState.RATED, 2)
    two = Answer(core[1], AnswerState.RATED, 4)
    assert picture(ABOUT, one).fulfilment.advice == ""
    assert picture(ABOUT, one, two).fulfilment.advice == "Core questions without a weak point: 1 of 3. You decide."


def evidence(**fields: object) -> Evidence:
    return replace(Evidence("e1", 17, "Minutes", link="https://valdoria.example/17"), **fields)  # type: ignore[arg-type]


def test_the_counter_counts_what_results_without_spaces() -> None:
    fulfilment = Fulfilment("monitoring", references="See E17 now")
    minutes = evidence(dated=date(2026, 10, 29))
    text = picture(ABOUT, minutes, fulfilment).fulfilment.texts[0]
    assert text.written == "See Minutes, 29 Oct 2026, https://valdoria.example/17 now"
    content = content_of((ABOUT, minutes))
    counter, _ = counters(CATALOGUE, content, fulfilment.references, "", second=False, language=ENGLISH)
    assert counter.words == "51 of 500"


@pytest.mark.parametrize(
    ("used", "remark", "fill"),
    [
        (0, "", Fill.FINE),
        (449, "", Fill.FINE),
        (450, "50 left", Fill.NEAR),
        (500, "0 left", Fill.NEAR),
        (501, "1 too many", Fill.OVER),
    ],
)
def test_the_counter_warns_from_90_percent_on(used: int, remark: str, fill: Fill) -> None:
    content = content_of((ABOUT,))
    counter, _ = counters(CATALOGUE, content, "x " * used, "", second=False, language=ENGLISH)
    assert (counter.remark, counter.fill) == (remark, fill)
    assert counter.words == f"{used} of 500"


def test_thousands_have_a_thin_space() -> None:
    _, counter = counters(CATALOGUE, content_of((ABOUT,)), "", "x" * 1046, second=False, language=ENGLISH)
    assert (counter.words, counter.remark) == ("1\u2009046 of 1\u2009000", "46 too many")


def test_second_texts_only_with_a_second_language() -> None:
    assert picture(ABOUT).fulfilment.second == ()
    with_second = picture(replace(ABOUT, second_language="it")).fulfilment
    assert [text.id for text in with_second.second] == ["second_references", "second_justification"]
    assert with_second.second_title == "The same texts in Italian"


def test_evidence_of_the_criterion_comes_first_and_says_where_it_is_used(full: Workspace) -> None:
    found = picture_of(full)
    assert [row.line.mark for row in found.evidence] == ["E05", "E06", "E07"]
    assert [row.questions for row in found.evidence] == ["3.1", "3.2", "3.8"]
    usable = found.fulfilment.evidence
    assert [one.mark for one in usable[:3]] == ["E05", "E06", "E07"]
    assert [one.in_texts for one in usable[:4]] == [False, True, True, False]
    assert len(usable) == 12


def picture_of(workspace: Workspace, question: str = "") -> CriterionPicture:
    version = workspace.content.all(SavedVersion)[-1]
    earlier: tuple[SavedVersion, Content] = (version, saved(workspace, version.id))
    return query.picture(
        workspace.catalogue, workspace.content, "monitoring", ENGLISH, TODAY, question_id=question, earlier=earlier
    )


def test_last_time_stands_beside_the_answer(full: Workspace) -> None:
    last = picture_of(full, "monitoring.national-link").question.guidance.last_time
    assert last is None
    last = picture_of(full, "monitoring.intervention-logic").question.guidance.last_time
    assert last is not None
    assert (last.title, last.rating) == ("Last time, November 2025", 2)
    assert "November 2025: 2.3" in picture_of(full).average.note


def test_what_was_carried_over_offers_to_confirm(full: Workspace) -> None:
    answer = replace(full.content.answer("monitoring.intervention-logic"), to_confirm=True)
    content = content_of([*(one for one in full_records() if one.id != answer.id), answer])
    version = content.all(SavedVersion)[-1]
    found = query.picture(CATALOGUE, content, "monitoring", ENGLISH, TODAY, earlier=(version, content))
    assert found.question.confirm_text == "No change since November 2025"
    assert found.rows[0].to_confirm
    assert found.rows[0].spoken.endswith("to confirm")


def test_gaps_without_action_largest_first(full: Workspace) -> None:
    gaps = picture_of(full).gaps
    assert "monitoring.data-collection" not in [gap.question_id for gap in gaps]
    assert [gap.target - gap.rating for gap in gaps] == sorted((gap.target - gap.rating for gap in gaps), reverse=True)

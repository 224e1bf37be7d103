"""The quick check: only the core questions are asked, until all of them are asked again."""

from __future__ import annotations

from pathlib import Path

from s3desk.catalogue.known import default_catalogue
from s3desk.desktop.pages.overview import OverviewPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import click, opened

CORE, OTHER = "monitoring.indicators", "monitoring.public-report"


def test_one_click_leaves_the_core_questions_and_another_brings_all_back(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring")
    everything = page.questions.list.view.model().rowCount()
    click(page.questions.list.fewer)
    core = [question.id for question in window.workspace.catalogue.criterion("monitoring").questions if question.core]
    assert page.questions.list.view.model().rowCount() == len(core) < everything
    click(page.questions.list.fewer)
    assert page.questions.list.view.model().rowCount() == everything


def test_the_steps_lead_through_core_questions_only(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring")
    window.run("view.core")
    seen = set()
    for _step in range(2):
        seen.add(page.place().question_id)
        click(page.questions.footer.next)
    assert all(window.workspace.catalogue.question(question).core for question in seen)
    assert len(seen) == 2


def test_the_overview_says_that_only_core_questions_count(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    window.run("view.core")
    page = window.page
    assert isinstance(page, OverviewPage)
    assert page.sentence.words().startswith("Quick check: ")
    assert "of 21 core questions" in page.sentence.words()


def test_a_link_to_another_question_asks_all_again_and_says_so(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=CORE)
    window.run("view.core")
    window.enter(Place("criterion", "monitoring", "questions", OTHER))
    assert page.place().question_id == OTHER
    assert window.frame.notice.isVisible()
    assert not window.preferences.now.core_only


def test_a_question_that_is_no_longer_asked_gives_way_to_the_first(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "monitoring", question=OTHER)
    window.run("view.core")
    assert window.workspace.catalogue.question(page.place().question_id).core


def test_the_choice_is_remembered(make: MakeWindow, empty_file: Path) -> None:
    window = make(core_only=True)
    page = opened(window, empty_file, "monitoring")
    assert page.questions.list.view.model().rowCount() < 10
    assert window.commands.actions["view.core"].isChecked()


def test_a_criterion_without_core_questions_keeps_its_own() -> None:
    catalogue = default_catalogue()
    quick = catalogue.quick_check
    assert quick.quick
    assert {question.id for question in quick.questions} == {one.id for one in catalogue.questions if one.core}
    assert all(criterion.questions for criterion in quick.criteria)

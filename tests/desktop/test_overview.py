"""The overview page: opened first, complete by keyboard, each link lands on its spot with the cursor in the field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.dialogs.version import VersionDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.overview import OverviewPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    Answer,
    AnswerState,
    Assessment,
    Decision,
    Evidence,
    Fulfilment,
    Programme,
    Record,
    SavedVersion,
    Storage,
)
from s3desk.figures.wheel import describe
from s3desk.operations import answering
from s3desk.workspace.files import open_workspace
from tests.builders import workspace_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import chain_from, click, press
from tests.desktop.looking import nameless, spoken_name

REPORT = "monitoring.public-report"


def overview(window: MainWindow, path: Path) -> OverviewPage:
    """Open a file; it opens on the overview."""
    assert window.open_path(path)
    window.activateWindow()
    assert isinstance(window.page, OverviewPage)
    return window.page


def file_of(folder: Path, *records: Record) -> Path:
    """A file with these records and nothing else."""
    workspace = workspace_of(folder, (Assessment(ASSESSMENT, "Valdoria", second_language="it"), *records))
    workspace.close()
    return workspace.path


def open_point(page: OverviewPage, words: str) -> None:
    """Choose the open point whose sentence has these words, and press Enter."""
    if page.points.fold.isVisible():
        click(page.points.fold)
    rows = [row.spoken for row in page.points.list.rows()]
    place = next(place for place, spoken in enumerate(rows) if words in spoken)
    page.points.list.setFocus()
    page.points.list.setCurrentIndex(page.points.list.model().index(place, 0))
    press(page.points.list, Qt.Key.Key_Return)


def is_seen(widget: QWidget) -> bool:
    """Whether the areas around a widget are scrolled so that it is seen."""
    room = widget.parentWidget()
    while room is not None and not isinstance(room, QScrollArea):
        room = room.parentWidget()
    if not isinstance(room, QScrollArea):
        return widget.isVisible()
    at = QRect(widget.mapTo(room.viewport(), widget.rect().topLeft()), widget.size())
    return widget.isVisible() and room.viewport().rect().intersects(at)


def test_a_file_opens_on_the_overview_with_the_next_step_under_the_keyboard(
    window: MainWindow, full_file: Path, qtbot: QtBot
) -> None:
    page = overview(window, full_file)
    qtbot.waitUntil(page.step.hasFocus)
    assert page.step.text() == "Continue with question 3.10"
    press(page.step, Qt.Key.Key_Space)
    assert window.page.place() == Place("criterion", "monitoring", "questions", "monitoring.data-model")
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.page is page
    assert page.step.hasFocus()
    assert window.frame.navigation._list.currentIndex().row() == 0


def test_the_official_status_stands_first_and_our_own_check_beside_it(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    first, second = page.status.words()
    assert first.startswith("ERDF Programme Valdoria 2021-2027: Fulfilled at approval of the programme (28 Nov 2022")
    assert second == "Just Transition Programme Valdoria: Not known here"
    assert (page.status.tally.text(), page.status.condition.text()) == (
        "5 Yes, 1 No, 1 not decided",
        "The condition: No",
    )
    assert page.status.y() < page.criteria.y()


def test_a_rating_is_shown_at_once(window: MainWindow, empty_file: Path) -> None:
    page = overview(window, empty_file)
    assert page.step.text() == "Rate the first question"
    assert "not rated" in page.ratings.wheel.accessibleDescription()
    answering.rate(window.workspace, REPORT, 2)
    assert "average 2.0 of 5, 1 of 11 rated" in page.criteria.list.rows()[2].spoken
    assert "Criterion 3, Monitoring: 2.0 of 5." in page.ratings.wheel.accessibleDescription()
    assert page.gaps.list.rows()[0].spoken.endswith("2 of 3")
    window.workspace.undo()
    assert page.step.text() == "Rate the first question"


def test_enter_and_click_open_a_criterion(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    view = page.criteria.list
    view.setFocus()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    assert window.page.place().criterion_id == "body"
    window.run("go.overview")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(5, 0)).center())
    assert window.page.place().criterion_id == "transition"


def test_points_are_three_at_once_or_all(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    assert len(page.points.list.rows()) == 3
    assert page.points.note.text() == "1 to solve, 8 to check"
    assert page.points.fold.text() == "Show all 9"
    low = page.points.list.height()
    click(page.points.fold)
    assert len(page.points.list.rows()) == 9
    assert page.points.list.height() > low * 2
    answering.rate(window.workspace, "body.tasks", 5)
    assert page.points.fold.text() == "Show the first 3", "what was unfolded stays so"


FIELDS = (
    ("is not decided", lambda page: page.fulfilment.cards.cards[0]),
    ("justification of criterion 2 is missing", lambda page: page.fulfilment.texts["justification"].field),
    ("references of criterion 3 (English)", lambda page: page.fulfilment.texts["references"].field),
    ("justification of criterion 3 (Italian)", lambda page: page.fulfilment.texts["second_justification"].field),
    ("names E99", lambda page: page.fulfilment.texts["references"].field),
    ("Who agreed at the Commission", lambda page: page.fulfilment.agreement.who),
    ("fulfilment of criterion 4 is to be confirmed", lambda page: page.fulfilment.carried_over.button()),
    ("Question 1.3 is “Not applicable”", lambda page: page.questions.editor.other.reason),
    ("Question 1.4 is held at another level", lambda page: page.questions.editor.other.source),
    ("question 2.1 is to be confirmed", lambda page: page.questions.editor.carried_over.button()),
    ("Question 2.4 is marked for review", lambda page: page.questions.editor.review),
    ("Core question 7.1 is not answered", lambda page: page.questions.editor.focus_target()),
    ("Criterion 2 is “Yes” without evidence", lambda page: page.evidence.focus_target()),
)


def troubled() -> tuple[Record, ...]:
    """Records with an open point of almost every kind."""
    questions = {one.number: one.id for one in default_catalogue().questions}
    return (
        Programme("p", "ERDF"),
        Answer(questions["1.3"], AnswerState.NOT_APPLICABLE),
        Answer(questions["1.4"], AnswerState.ELSEWHERE, held_by="Ministry"),
        Answer(questions["2.1"], AnswerState.RATED, 4, to_confirm=True),
        Answer(questions["2.4"], AnswerState.RATED, 4, review=True),
        Fulfilment("body", Decision.YES),
        Fulfilment(
            "monitoring", Decision.YES, references="x" * 600, justification="y", second_justification="z" * 1100
        ),
        Fulfilment("stakeholders", Decision.YES, references="E99", justification="y", to_confirm=True),
        Fulfilment("ri-systems", Decision.NOT_RELEVANT, justification="y"),
        Evidence("e-1", 1, "Strategy", storage=Storage.LINKED_FILE, file_path="/gone/strategy.pdf"),
        Action("a-1", 1, "Publish", "body", due=date(2020, 1, 1)),
    )


@pytest.mark.parametrize(("words", "field"), FIELDS, ids=[words for words, _ in FIELDS])
@pytest.mark.parametrize("size", [(1366, 688), (1000, 520)], ids=["wide", "small"])
def test_an_open_point_lands_on_its_spot_with_the_cursor_there(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, words: str, field: object, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page = overview(window, file_of(tmp_path, *troubled()))
    open_point(page, words)
    assert isinstance(window.page, CriterionPage)
    target = field(window.page)  # type: ignore[operator]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is target)
    qtbot.waitUntil(lambda: is_seen(target))


def dialog_on(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_a_lost_file_is_found_by_the_thread_and_its_link_opens_the_document(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = overview(window, file_of(tmp_path, *troubled()))
    qtbot.waitUntil(lambda: any("file of E01" in point.spoken for point in page.points._all))
    open_point(page, "file of E01")
    dialog = dialog_on(window, EvidenceDialog)
    assert isinstance(dialog, EvidenceDialog)
    qtbot.waitUntil(dialog.file.choose.hasFocus)
    dialog.done(0)


def test_a_late_action_opens_at_its_day(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    page = overview(window, file_of(tmp_path, *troubled()))
    page.week.list.setFocus()
    press(page.week.list, Qt.Key.Key_Space)
    dialog = dialog_on(window, ActionDialog)
    assert isinstance(dialog, ActionDialog)
    qtbot.waitUntil(dialog.due.line.hasFocus)
    dialog.due.show_text("31.12.2099")
    click(dialog.done_button)
    assert page.week.list.rows() == ()
    assert window.page is page


def test_a_long_list_of_the_week_is_folded(window: MainWindow, tmp_path: Path) -> None:
    late = [Action(f"a-{number}", number, "Publish", "body", due=date(2020, 1, 1)) for number in range(1, 13)]
    page = overview(window, file_of(tmp_path, *late))
    assert [row.spoken[:4] for row in page.week.list.rows()] == [f"A-{number:02d}" for number in range(1, 9)]
    assert page.week.fold.text() == "Show all 12"
    click(page.week.fold)
    assert len(page.week.list.rows()) == 12
    click(page.week.fold)
    assert len(page.week.list.rows()) == 8


def test_a_gap_opens_its_question(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    page.gaps.list.setFocus()
    press(page.gaps.list, Qt.Key.Key_Return)
    assert window.page.place().question_id == "transition.systems-map"
    window.run("go.overview")
    click(page.gaps.all)
    assert window.page.id == "actions"


def test_tab_goes_through_the_page_as_it_is_read(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    reached = chain_from(page.save_version)
    stops = (page.step, page.criteria.list, page.points.fold, page.points.list, page.gaps.list, page.week.list)
    places = [reached.index(stop) for stop in stops]
    assert places == sorted(places)


def test_the_page_scrolls_with_the_keyboard(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.resize(1093, 566)
    page = overview(window, full_file)
    page.points.fold.click()
    view, room = page.points.list, page._area.viewport()
    view.setFocus()
    press(view, Qt.Key.Key_End)

    def row_is_seen() -> bool:
        row = view.visualRect(view.currentIndex())
        return room.rect().contains(QRect(view.mapTo(room, row.topLeft()), row.size()))

    assert view.currentIndex().row() == 8
    qtbot.waitUntil(row_is_seen)
    press(view, Qt.Key.Key_Home)
    qtbot.waitUntil(row_is_seen)


def test_a_version_is_saved_by_name_and_the_change_is_counted_from_it(window: MainWindow, empty_file: Path) -> None:
    page = overview(window, empty_file)
    answering.rate(window.workspace, REPORT, 2)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_S, modifiers)
    dialog = dialog_on(window, VersionDialog)
    assert isinstance(dialog, VersionDialog)
    assert nameless(dialog) == []
    assert dialog.name_field.text() == Language().date(window.workspace.today())
    dialog.name_field.show_text("   ")
    click(dialog.done_button)
    assert dialog.isVisible()
    assert dialog.name_field.error()
    dialog.name_field.show_text("Before the workshop")
    click(dialog.done_button)
    assert [one.name for one in window.workspace.content.all(SavedVersion)] == ["Before the workshop"]
    assert window.frame.notice.text() == "The version is saved."
    answering.rate(window.workspace, REPORT, 5)
    assert "+3.0 since Before the workshop" in page.criteria.list.rows()[2].spoken
    click(window.frame.notice.button())
    click(page.save_version)
    dialog_on(window, VersionDialog).reject()


def test_two_versions_have_two_names(window: MainWindow, empty_file: Path) -> None:
    overview(window, empty_file)
    for _ in range(2):
        window.run("file.version")
        click(dialog_on(window, VersionDialog).done_button)  # type: ignore[attr-defined]
    day = Language().date(window.workspace.today())
    assert {one.name for one in window.workspace.content.all(SavedVersion)} == {day, f"{day} (2)"}


def test_a_file_to_read_has_no_filled_button(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = overview(window, full_file)
    assert page.step.isHidden()
    assert page.save_version.isHidden()
    assert not window.commands.actions["file.version"].isEnabled()
    assert page.criteria.list.hasFocus()
    open_point(page, "is not decided")
    assert window.page.place().tab == "fulfilment"
    writer.close()


def test_a_screen_reader_hears_every_number(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    assert nameless(page) == []
    wheel = QAccessible.queryAccessibleInterface(page.ratings.wheel)
    assert wheel.text(QAccessible.Text.Name) == "Ratings of seven criteria"
    said = wheel.text(QAccessible.Text.Description)
    assert "Criterion 1, Analysis: 3.6 of 5, target 4.0, November 2025 3.1." in said
    assert said.startswith(describe((), Language()))
    rows = QAccessible.queryAccessibleInterface(page.criteria.list)
    assert rows.childCount() == 7
    assert rows.child(5).text(QAccessible.Text.Name).startswith("6 Industrial transition, 4 questions open, 6 of 10")
    assert [spoken_name(area) for area in page.areas()[1:]] == [
        "Criteria",
        "Open points",
        "Largest gaps",
        "My list this week",
    ]


@pytest.mark.parametrize(
    ("size", "text_size"),
    [((1366, 688), 100), ((1093, 566), 100), ((960, 500), 100), ((1366, 688), 200), ((960, 500), 200)],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_wider_than_the_window(
    make: MakeWindow, full_file: Path, qtbot: QtBot, size: tuple[int, int], text_size: int, language: str
) -> None:
    window = make(author="R. Conti", text_size=text_size, language=language)
    window.resize(*size)
    page = overview(window, full_file)
    area = page._area
    qtbot.waitUntil(lambda: page._content.width() == area.viewport().width())
    for part in page._content.findChildren(QWidget):
        if part.isVisible():
            left = part.mapTo(page._content, part.rect().topLeft()).x()
            assert left >= 0
            assert left + part.width() <= page._content.width(), f"{part!r} is cut"


def test_the_right_column_moves_below_where_the_window_is_narrow(window: MainWindow, full_file: Path) -> None:
    page = overview(window, full_file)
    assert page.ratings.mapTo(page, page.ratings.rect().topLeft()).x() > page.criteria.width()
    window.resize(1093, 566)
    QApplication.processEvents()
    below = page.ratings.mapTo(page._content, page.ratings.rect().topLeft())
    assert below.x() < 100
    assert below.y() > page.points.y()


def test_the_ratings_are_there_as_a_table_too(window: MainWindow, full_file: Path) -> None:
    assert window.open_path(full_file)
    page = window.page
    assert isinstance(page, OverviewPage)
    window.run("view.ratings")
    table = page.ratings.table
    assert table.isVisible()
    assert not page.ratings.wheel.isVisible()
    heads = [table.model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
    assert heads[1:3] == ["Now", "Target"]
    line = table.model.rows[2]
    shown = [table.model.index(2, place).data() for place in range(4)]
    assert shown == ["3 Monitoring", line.rating.words, line.rating.target_words, line.rating.before_words]
    assert f"average {shown[1]} of 5" in line.spoken
    window.run("view.ratings")
    assert page.ratings.wheel.isVisible()

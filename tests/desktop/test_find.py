"""Find in a real window: typed in the top bar, results below, Enter puts the cursor on the spot."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.describe import DescribeDialog
from s3desk.desktop.find.field import FindField
from s3desk.desktop.find.panel import FindPanel
from s3desk.desktop.pages.actions import ActionsPage
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.widgets.grouped_list import Heading
from s3desk.desktop.window import MainWindow
from s3desk.operations import answering
from s3desk.queries.finding import FoundRow
from tests.builders import empty_records, workspace_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import press
from tests.desktop.looking import nameless, spoken_name, type_into
from tests.hostile import HOSTILE_TEXTS

REPORT = "monitoring.public-report"


def field_of(window: MainWindow) -> FindField:
    """The field in the top bar."""
    return window.top_bar.file_corner.find_field


def find(window: MainWindow, typed: str, qtbot: QtBot) -> FindPanel:
    """Type into the field and wait for what is found."""
    window.activateWindow()
    window.run("edit.find")
    assert field_of(window).hasFocus()
    panel = window.finding.panel
    field_of(window).clear()
    type_into(field_of(window), typed)
    qtbot.waitUntil(lambda: bool(panel.list.rows()) or "Nothing holds" in panel.sentence())
    return panel


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_the_field_is_there_while_a_file_is_open(window: MainWindow, full_file: Path) -> None:
    assert not window.commands.actions["edit.find"].isEnabled()
    window.open_path(full_file)
    field = field_of(window)
    assert field.isVisible()
    assert nameless(window.top_bar) == []
    window.close_file()
    assert not field.isVisible()


def test_before_anything_is_typed_it_says_where_it_looks(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    window.activateWindow()
    window.run("edit.find")
    assert window.finding.panel.isVisible()
    assert window.finding.panel.sentence().startswith("Find looks in questions")


def test_results_stand_in_groups_with_their_place(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "report", qtbot)
    rows = panel.list.rows()
    headings = [row.text for row in rows if isinstance(row, Heading)]
    assert headings[0].startswith("Questions and criteria: ")
    assert any(heading.startswith("Evidence: ") for heading in headings)
    assert panel.list.row().spoken.startswith("3.6 Regular public report: ")
    assert spoken_name(panel.list) == "Results of Find"


def test_enter_puts_the_cursor_into_the_field(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    answering.comment(window.workspace, REPORT, "A zebra was counted.")
    panel = find(window, "zebra", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, CriterionPage)
    assert page.place() == Place("criterion", "monitoring", "questions", REPORT)
    assert focus() is page.questions.editor.comment
    assert not panel.isVisible()


def test_a_folded_note_and_the_guidance_are_opened(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    answering.note(window.workspace, REPORT, "Ask the zebra.")
    find(window, "zebra", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, CriterionPage)
    assert focus() is page.questions.editor.note
    page.toggle_guidance()
    assert page.questions.guidance.isHidden()
    find(window, "Evaluation of the innovation agency", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    assert page.questions.guidance.isVisible()
    assert focus() is page.questions.guidance.tabs[1]


def test_texts_of_a_fulfilment_and_of_an_action(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    find(window, "working group reports in march", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, CriterionPage)
    assert page.place().tab == "fulfilment"
    assert focus() is page.fulfilment.field("justification")
    find(window, "grant database", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    actions = window.page
    assert isinstance(actions, ActionsPage)
    assert actions.place().record_id == "a-2"
    assert focus() is actions.form.lines["title"]


def test_a_document_is_shown_on_its_page(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "E07", qtbot)
    row = next(row for row in panel.list.rows() if isinstance(row, FoundRow) and row.spot.evidence_id)
    panel.list.opened.emit(row)
    assert window.page.place() == Place("evidence", record_id="e-07")


def test_a_person_opens_the_people(
    window: MainWindow, full_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(full_file)
    opened: list[DescribeDialog] = []

    def shown(dialog: DescribeDialog) -> None:
        opened.append(dialog)

    monkeypatch.setattr(DescribeDialog, "exec", shown)
    find(window, "roberta conti", qtbot)
    press(field_of(window), Qt.Key.Key_Return)
    assert opened[0]._tabs.checkedId() == 3


def test_arrows_go_through_the_results_and_back_to_the_field(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "report", qtbot)
    first = panel.list.row()
    press(field_of(window), Qt.Key.Key_Down)
    assert focus() is panel.list
    press(panel.list, Qt.Key.Key_Down)
    second = panel.list.row()
    assert second != first
    press(panel.list, Qt.Key.Key_Up)
    assert panel.list.row() == first
    press(panel.list, Qt.Key.Key_Up)
    assert focus() is field_of(window)
    press(field_of(window), Qt.Key.Key_Down)
    QTest.keyClicks(panel.list, "ing")
    assert field_of(window).text() == "reporting"
    assert focus() is field_of(window)


def test_down_crosses_the_headings_of_groups(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "report", qtbot)
    press(field_of(window), Qt.Key.Key_Down)
    rows = [row for row in panel.list.rows() if not isinstance(row, Heading)]
    for expected in rows[1:]:
        press(panel.list, Qt.Key.Key_Down)
        assert panel.list.row() == expected


def test_home_and_page_up_reach_the_first_result(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "report", qtbot)
    first = panel.list.row()
    press(field_of(window), Qt.Key.Key_Down)
    press(panel.list, Qt.Key.Key_End)
    assert panel.list.row() == [row for row in panel.list.rows() if not isinstance(row, Heading)][-1]
    press(panel.list, Qt.Key.Key_Home)
    assert panel.list.row() == first
    press(panel.list, Qt.Key.Key_PageDown)
    for _ in range(5):
        press(panel.list, Qt.Key.Key_PageUp)
    assert panel.list.row() == first


def test_escape_returns_to_where_the_keyboard_was(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    window.enter(Place("criterion", "monitoring", "questions", REPORT, field="comment"))
    window.activateWindow()
    before = focus()
    panel = find(window, "report", qtbot)
    press(field_of(window), Qt.Key.Key_Down)
    press(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focus() is before


def test_what_is_typed_elsewhere_is_found_at_once(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    find(window, "zebra", qtbot)
    assert window.finding.panel.sentence().startswith("Nothing holds \u201czebra\u201d. Try fewer words")
    window.enter(Place("criterion", "monitoring", "questions", REPORT, field="comment"))
    assert not window.finding.panel.isVisible()
    field = focus()
    assert field is not None
    type_into(field, "A zebra. ")
    panel = find(window, "zebra", qtbot)
    assert panel.list.row().spot.question_id == REPORT


def test_a_click_beside_the_results_closes_them(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    panel = find(window, "report", qtbot)
    QTest.mouseClick(window.frame, Qt.MouseButton.LeftButton, pos=window.frame.rect().bottomLeft())
    assert not panel.isVisible()


def test_no_text_can_break_it(window: MainWindow, full_file: Path, qtbot: QtBot) -> None:
    window.open_path(full_file)
    find(window, "report", qtbot)
    for typed in (*HOSTILE_TEXTS, '"', "*", "NEAR(", "-a", "a:b", "\u05e9\u05dc\u05d5\u05dd"):
        field_of(window).setText(typed[:300])
        answering.comment(window.workspace, REPORT, typed)
        press(field_of(window), Qt.Key.Key_Down)
        assert window.finding.panel.isVisible()
        assert not window.grab().isNull()
        field_of(window).setFocus()


def test_closing_the_file_and_opening_another(
    window: MainWindow, full_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    workspace_of(other, empty_records()).close()
    window.open_path(full_file)
    find(window, "grant database", qtbot)
    window.close_file()
    assert not window.finding.panel.isVisible()
    window.open_path(other / "assessment.s3desk")
    panel = find(window, "grant database", qtbot)
    assert panel.list.rows() == ()


def test_in_a_narrow_window_the_menus_and_find_keep_their_room(make: MakeWindow, full_file: Path, qtbot: QtBot) -> None:
    window = make(language="de", text_size=200)
    window.open_path(full_file)
    corner, menus = window.top_bar.file_corner, window.top_bar.menus
    qtbot.waitUntil(lambda: menus.width() >= menus.sizeHint().width())
    assert field_of(window).width() >= field_of(window).minimumWidth()
    assert not corner.state.isVisible()
    assert corner._symbol.accessibleName() == "Alle \u00c4nderungen gespeichert"


def test_what_is_typed_while_the_file_is_closed_is_not_looked_for(
    window: MainWindow, full_file: Path, qtbot: QtBot
) -> None:
    window.open_path(full_file)
    panel = find(window, "ing", qtbot)
    type_into(field_of(window), "mon")
    window.close_file()
    assert not [timer for timer in window.finding.findChildren(QTimer) if timer.isActive()]
    assert panel.isHidden()

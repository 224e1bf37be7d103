"""Forms in dialogs: what is wrong is in sight and under the keyboard, and nothing typed is lost by one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.describe import DescribeDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.dialogs.new_check import NewCheckDialog
from s3desk.desktop.dialogs.status import StatusDialog
from s3desk.desktop.window import MainWindow
from tests.desktop.conftest import MakeWindow
from tests.desktop.criterion_page import click, dialog_of, opened, press
from tests.desktop.looking import type_into


def evidence_form(window: MainWindow, path: Path) -> EvidenceDialog:
    page = opened(window, path, "monitoring", "evidence")
    click(page.evidence.first if page.evidence.first.isVisible() else page.evidence.add)
    return dialog_of(page, EvidenceDialog)


def in_sight(field: QWidget, area: QWidget) -> bool:
    """Whether the whole field lies inside the area that scrolls it."""
    place = QPoint(0, 0)
    above = field.mapTo(area, place).y()
    return above >= 0 and above + field.height() <= area.height()


@pytest.mark.parametrize(("text_size", "height"), [(100, 400), (200, 640)])
def test_the_first_field_with_something_wrong_takes_the_keyboard(
    make: MakeWindow, qtbot: QtBot, empty_file: Path, text_size: int, height: int
) -> None:
    dialog = evidence_form(make(text_size=text_size), empty_file)
    dialog.resize(dialog.width(), height)
    type_into(dialog.title_field.line, "Report")
    dialog.link.line.setFocus()
    type_into(dialog.link.line, "no address")
    dialog.done_button.setFocus()
    press(dialog.done_button, Qt.Key.Key_Space)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.link.line
    qtbot.waitUntil(lambda: in_sight(dialog.link, dialog.area.viewport()))


def test_of_several_the_upper_one_comes_first(window: MainWindow, empty_file: Path) -> None:
    assert window.open_path(empty_file)
    window.run("assessment.record_status")
    dialog = dialog_of(window, StatusDialog)
    dialog.taken_on.show_text("31.13.2026")
    click(dialog.done_button)
    assert dialog.name_field.error()
    assert dialog.taken_on.error()
    assert dialog.focusWidget() is dialog.name_field.line


def test_a_missing_authority_takes_the_keyboard(qtbot: QtBot) -> None:
    dialog = NewCheckDialog(Language())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.forward.setFocus()
    press(dialog.forward, Qt.Key.Key_Space)
    assert dialog.step() == 0
    assert dialog.focusWidget() is dialog.authority.authority.line


class Answers:
    """Somebody who is asked whether to leave a form."""

    def __init__(self) -> None:
        self.leave, self.asked = False, 0

    def __call__(self, *_said: object) -> bool:
        self.asked += 1
        return self.leave


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr("s3desk.desktop.dialogs.leaving.asked", made)
    return made


def new_check(window: MainWindow, _path: Path) -> tuple[NewCheckDialog, QWidget]:
    dialog = NewCheckDialog(Language(), window)
    dialog.show()
    return dialog, dialog.authority.authority.line


def new_evidence(window: MainWindow, path: Path) -> tuple[EvidenceDialog, QWidget]:
    dialog = evidence_form(window, path)
    return dialog, dialog.title_field.line


def description(window: MainWindow, path: Path) -> tuple[DescribeDialog, QWidget]:
    assert window.open_path(path)
    dialog = DescribeDialog(window.workspace, window.language, window)
    dialog.show()
    return dialog, dialog.authority.unit.line


Opens = Callable[[MainWindow, Path], tuple[NewCheckDialog | EvidenceDialog | DescribeDialog, QWidget]]


@pytest.mark.parametrize("opens", [new_check, new_evidence, description])
def test_escape_asks_before_typed_text_is_lost(
    window: MainWindow, full_file: Path, answers: Answers, opens: Opens
) -> None:
    dialog, field = opens(window, full_file)
    type_into(field, "Half an hour of work")
    press(field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), answers.asked) == (True, 1)
    answers.leave = True
    press(field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), answers.asked) == (False, 2)


@pytest.mark.parametrize("opens", [new_check, new_evidence, description])
def test_escape_asks_nothing_where_nothing_was_typed(
    window: MainWindow, full_file: Path, answers: Answers, opens: Opens
) -> None:
    dialog, field = opens(window, full_file)
    press(field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), answers.asked) == (False, 0)


def test_add_another_comes_after_the_cards_in_the_way_of_the_tab_key(qtbot: QtBot) -> None:
    dialog = NewCheckDialog(Language())
    qtbot.addWidget(dialog)
    dialog.show()
    type_into(dialog.authority.authority.line, "Region")
    click(dialog.forward)
    click(dialog.strategies.more)
    first, second = dialog.strategies.forms()
    reached: list[QWidget] = []
    dialog.activateWindow()
    first.title.line.setFocus()
    for _stop in range(30):
        here = dialog.focusWidget()
        reached.append(here)
        press(here, Qt.Key.Key_Tab)
    places = [reached.index(one) for one in (first.title.line, second.title.line, dialog.strategies.more)]
    assert places == sorted(places)
    assert reached.index(dialog.forward) > places[-1]


def test_a_planned_action_leaves_the_keyboard_in_the_list(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "monitoring", "actions")
    gap, button = next(iter(page.actions_list.gaps.plan_buttons.items()))
    click(button)
    dialog = dialog_of(page, ActionDialog)
    type_into(dialog.title_field.line, "Agree on it")
    click(dialog.done_button)
    assert gap not in page.actions_list.gaps.plan_buttons
    assert window.focusWidget() is page.actions_list.table.view

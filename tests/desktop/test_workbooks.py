"""Workbooks in the window: dropped or opened, their differences are shown, chosen from and taken in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.proposals import ProposalsDialog
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile
from s3desk.operations import answering
from s3desk.queries.marking import plain
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import nameless
from tests.desktop.test_language import cut_off
from tests.desktop.test_pseudo_language import forgotten, pseudo
from tests.unit.formats.filled_workbooks import fill_in, sent, sent_and_filled

__all__ = ["pseudo"]

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

CELLS = {
    "Answers!C5": 2,
    "Answers!E6": "Two by the agency & <b>one</b>",
    "Answers!C7": 7,
    "Actions!D5": "Another action",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return sent_and_filled(tmp_path, CELLS)


@pytest.fixture
def filled(file: Path) -> Path:
    return file.with_name("filled.xlsx")


def dialog_of(qtbot: QtBot, window: MainWindow) -> ProposalsDialog:
    def shown() -> list[ProposalsDialog]:
        return [one for one in window.findChildren(ProposalsDialog) if one.isVisible() and one.whole]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_dropped_workbook_shows_its_differences_and_what_is_accepted_is_one_undo(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    window.open_path(file)
    before = window.workspace.content
    drop(window, filled)
    dialog = dialog_of(qtbot, window)
    assert [box.text() for box in dialog.boxes] == ["1.1  Rating", "1.2  Comment", "A-01  Title"]
    assert all(box.isChecked() for box in dialog.boxes)
    assert "1 cell cannot be taken" in dialog.notes.text()
    assert dialog.take.text() == "Take 3 changes"
    dialog.boxes[2].click()
    assert dialog.take.text() == "Take 2 changes"
    assert window.workspace.content is before
    dialog.take.click()
    first, second = (question.id for question in window.workspace.catalogue.questions[:2])
    assert window.workspace.content.answer(first).rating == 2
    assert window.workspace.content.answer(second).comment == "Two by the agency & <b>one</b>"
    assert "2 changes taken." in window.frame.notice.text()
    window.frame.notice.button().click()
    assert window.workspace.content == before


def test_the_dialog_can_be_used_with_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    window.open_path(file)
    window.open_path(filled)
    dialog = dialog_of(qtbot, window)
    assert nameless(dialog) == []
    qtbot.waitUntil(dialog.boxes[0].hasFocus)
    assert "4 Strong" in dialog.boxes[0].accessibleDescription()
    QTest.keyClick(dialog.boxes[0], Qt.Key.Key_Space)
    assert not dialog.boxes[0].isChecked()
    QTest.keyClick(dialog.boxes[0], Qt.Key.Key_Tab)
    assert dialog.boxes[1].hasFocus()
    dialog.none.click()
    assert not any(box.isChecked() for box in dialog.boxes)
    assert not dialog.take.isEnabled()
    dialog.all.click()
    assert all(box.isChecked() for box in dialog.boxes)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "3 changes taken." in window.frame.notice.text())


def test_conflicts_are_not_ticked_and_both_texts_stand_side_by_side(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    window.open_path(file)
    second = window.workspace.catalogue.questions[1].id
    answering.comment(window.workspace, second, "One by the agency")
    window.open_path(filled)
    dialog = dialog_of(qtbot, window)
    assert [box.isChecked() for box in dialog.boxes] == [True, False, True]
    assert "1 difference was changed in the file as well" in dialog.notes.text()
    assert "In the file: One by the agency" in dialog.boxes[1].accessibleDescription()
    row = dialog._picture.rows[1]
    assert row.before[0] == ("One ", True)
    assert plain(row.after) == "Two by the agency & <b>one</b>"
    dialog.cancel.click()
    assert window.workspace.content.answer(second).comment == "One by the agency"


def test_what_is_written_while_the_workbook_is_read_is_seen(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    window.open_path(file)
    window.open_path(filled)
    answering.comment(window.workspace, window.workspace.catalogue.questions[1].id, "Meanwhile")
    assert [box.isChecked() for box in dialog_of(qtbot, window).boxes] == [True, False, True]


def test_many_differences_are_made_while_the_window_answers(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    cells = {f"Answers!E{row}": f"Comment {row}" for row in range(5, 78)}
    fill_in(file.with_name("sent.xlsx"), filled, cells)
    window.open_path(file)
    window.open_path(filled)
    dialog = dialog_of(qtbot, window)
    assert len(dialog.boxes) == 73
    dialog.take.click()
    assert "73 changes taken." in window.frame.notice.text()
    assert len(window.workspace.history()[-1].changes) == 73


def test_a_workbook_without_changes_says_so(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.open_path(file)
    window.open_path(file.with_name("sent.xlsx"))
    qtbot.waitUntil(lambda: "sent.xlsx proposes no changes." in window.frame.notice.text(), timeout=20_000)


def test_the_menu_asks_for_a_workbook(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(filled), ""))
    assert not window.commands.actions["file.workbook"].isEnabled()
    window.open_path(file)
    window.run("file.workbook")
    dialog_of(qtbot, window).reject()


def test_on_the_start_page_its_assessment_is_offered(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path
) -> None:
    window.open_path(file)
    window.close_file()
    drop(window, filled)
    qtbot.waitUntil(lambda: "filled.xlsx belongs to Valdoria." in window.frame.notice.text(), timeout=20_000)
    assert window.frame.notice.button().text() == "Open assessment"
    window.frame.notice.button().click()
    assert window.workspace.path == file
    assert len(dialog_of(qtbot, window).boxes) == 3


def test_without_a_recent_file_it_says_which_one_is_needed(qtbot: QtBot, window: MainWindow, filled: Path) -> None:
    window.open_path(filled)
    qtbot.waitUntil(
        lambda: "comes back into its own assessment (Valdoria)" in window.frame.trouble.text(), timeout=20_000
    )
    assert "Open that assessment first" in window.frame.trouble.text()
    assert not window.has_file


@pytest.mark.parametrize("is_open", [True, False])
def test_an_outgoing_workbook_is_refused(
    qtbot: QtBot, window: MainWindow, file: Path, tmp_path: Path, *, is_open: bool
) -> None:
    window.open_path(file)
    path = sent(window.workspace, tmp_path / "outgoing.xlsx", Profile.OUTGOING)
    if not is_open:
        window.close_file()
    window.open_path(path)
    qtbot.waitUntil(lambda: "it has no cells to fill in" in window.frame.trouble.text(), timeout=20_000)


def test_a_foreign_file_leaves_a_sentence(qtbot: QtBot, window: MainWindow, file: Path, tmp_path: Path) -> None:
    window.open_path(file)
    (tmp_path / "list.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    window.open_path(tmp_path / "list.xls")
    qtbot.waitUntil(lambda: "list.xls is a workbook of an old form." in window.frame.trouble.text())
    assert window.has_file


@pytest.mark.parametrize("size", [100, 200])
def test_the_dialog_has_room_for_a_longer_language(
    qtbot: QtBot, make: MakeWindow, file: Path, filled: Path, request: pytest.FixtureRequest, size: int
) -> None:
    request.getfixturevalue("pseudo")  # only now: the workbook itself was written before, in plain words
    window = make(text_size=size)
    window.open_path(file)
    window.open_path(filled)
    dialog = dialog_of(qtbot, window)
    cut, unnamed = list(cut_off(dialog)), nameless(dialog)
    own = (dialog.all, dialog.none, dialog.cancel, dialog.take, dialog.count)
    said = [part for one in own for part in forgotten(one.text())]
    dialog.reject()
    assert (said, cut, unnamed) == ([], [], [])


def test_of_many_changed_cells_the_verdict_stays_in_sight(
    qtbot: QtBot, window: MainWindow, file: Path, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(file.with_name("sent.xlsx"), filled, {f"Answers!E{row}": "Filled in" for row in range(5, 45)})
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(filled), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.detailedText())))
    window.run("help.verify")
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    ((text, details),) = shown
    assert len(text.splitlines()) == 15
    assert "Only white cells were filled in" in text
    assert details.count(": filled in") == 40

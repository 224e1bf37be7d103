"""What happens after a bug: a log and a report without answers, and one calm dialog."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop import errors
from s3desk.desktop.dialogs.bug import BugDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.desktop.window import MainWindow
from s3desk.workspace.files import open_workspace
from tests.builders import workspace_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import nameless
from tests.private import seeded_private
from tests.valdoria import full_records, stored_bytes

SECRET = "QPRIVATE answer of the officer"


def broken() -> str:
    answer = SECRET
    try:
        raise KeyError(answer)
    except KeyError as error:
        return errors.report_of(error, sys.exc_info()[2])


def test_the_report_names_the_place_and_no_answer() -> None:
    report = broken()
    assert report.startswith("KeyError in")
    assert "test_errors.py" in report
    assert "in broken" in report
    assert SECRET not in report


def test_the_report_does_not_name_the_users_folder() -> None:
    assert str(Path.home()) not in broken()
    assert errors._short("/home/lucia/S3/s3desk/desktop/window.py") == "s3desk/desktop/window.py"
    assert errors._short("C:\\Users\\lucia\\s3desk\\desktop\\window.py") == "s3desk/desktop/window.py"


def test_a_bug_is_logged_without_answers(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    errors._log.cache_clear()
    monkeypatch.setattr(BugDialog, "open_now", True)
    errors.tell(Language(), ValueError(SECRET))
    log = (own_folders / "log" / "s3desk.log").read_text()
    assert "ValueError in" in log
    assert SECRET not in log
    for handler in tuple(errors._log().handlers):
        handler.close()
        errors._log().removeHandler(handler)
    errors._log.cache_clear()


def test_a_known_error_that_nobody_caught_is_told_calmly(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = qInstallMessageHandler(None)
    errors.install(window)
    sys.excepthook(KnownError, KnownError("The disk is full.", "Make room."), None)
    qInstallMessageHandler(before)
    assert window.frame.trouble.text() == "The disk is full. Make room."


def test_the_dialog_gives_the_report_to_copy(qtbot: QtBot) -> None:
    dialog = BugDialog(Language(), broken())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._copy()
    assert QApplication.clipboard().text() == dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert nameless(dialog) == []


def test_work_goes_on_after_a_bug(own_folders: Path, full_file: Path) -> None:
    """The program as it is started; a slot breaks, its dialog is closed, and the next rating is stored."""
    program = """
import subprocess
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from s3desk.desktop.app import make_window
from s3desk.desktop import errors
from s3desk.desktop.dialogs.bug import BugDialog
from s3desk.operations import answering

app = QApplication([])
window = make_window(app)
errors.install(window)
window.show()
window.open_path(Path(sys.argv[1]))

def broken_slot():
    answer = window.workspace.content.answer("monitoring.indicators")
    raise ValueError(f"cannot show {answer.comment} of QSECRETNAME")

def close_dialog():
    dialog = app.activeModalWidget()
    assert isinstance(dialog, BugDialog)
    print(dialog._report)
    dialog.accept()
    QTimer.singleShot(50, go_on)

def go_on():
    answering.rate(window.workspace, "monitoring.indicators", 5)
    print("stored", window.workspace.content.answer("monitoring.indicators").rating)
    window.close()
    app.quit()

QTimer.singleShot(0, broken_slot)
QTimer.singleShot(300, close_dialog)
app.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(full_file)], capture_output=True, text=True, check=False, timeout=60
    )
    log = (own_folders / "log" / "s3desk.log").read_text(encoding="utf-8")
    assert done.stdout.startswith("ValueError in")
    assert done.stdout.splitlines()[-1] == "stored 5"
    for text in (done.stdout, log):
        assert "broken_slot" in text
        assert "QSECRETNAME" not in text
        assert "cannot show" not in text
    after = open_workspace(full_file, who="x")
    assert after.content.answer("monitoring.indicators").rating == 5
    after.close()


def test_no_answer_reaches_the_log(
    make: MakeWindow, qtbot: QtBot, tmp_path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file full of marked words is opened, shown on every page, broken in a slot, refused by the disk, closed."""
    records, marks = seeded_private(full_records())
    workspace = workspace_of(tmp_path, records, stored_bytes())
    workspace.close()
    errors._log.cache_clear()
    window = make()
    monkeypatch.setattr(BugDialog, "open_now", True)
    before = qInstallMessageHandler(errors._log_qt)
    try:
        assert window.open_path(workspace.path)
        for row in PAGES:
            place = Place(row.id, "monitoring") if row.for_criteria else Place(row.id)
            window.go_to(place)
            qtbot.wait(20)
            try:
                raise LookupError(repr(window.workspace.content), window.page)
            except LookupError as error:
                errors.tell(window.language, error)
        window.report(KnownError("{name} cannot be read.", name=marks[0]))
        window.close_file()
    finally:
        qInstallMessageHandler(before)
    log = (own_folders / "log" / "s3desk.log").read_text(encoding="utf-8")
    for handler in tuple(errors._log().handlers):
        handler.close()
        errors._log().removeHandler(handler)
    errors._log.cache_clear()
    assert log.count("LookupError in") == len(PAGES)
    assert [mark for mark in marks if mark in log] == []
    assert str(tmp_path) not in log

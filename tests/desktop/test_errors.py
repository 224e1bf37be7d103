"""What happens after a bug: a log and a report without answers, and one calm dialog."""

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
from s3desk.desktop.window import MainWindow
from tests.desktop.looking import nameless

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

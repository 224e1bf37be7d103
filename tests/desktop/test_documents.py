"""A file among other people, programs and folders: what the window says about it, and the ways out it offers."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from s3desk.desktop.dialogs.copy import CopyDialog
from s3desk.desktop.pages.criterion import CriterionPage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.settings import RecentFile
from s3desk.desktop.window import MainWindow
from s3desk.operations import answering
from s3desk.workspace.files import open_workspace
from tests.desktop.conftest import MakeWindow
from tests.desktop.looking import find_dialog, nameless, type_into

Q = "monitoring.intervention-logic"
HOLDER = """
import sys, time
from pathlib import Path
from s3desk.operations import answering
from s3desk.workspace.files import open_workspace
workspace = open_workspace(Path(sys.argv[1]), who="Lucia Bianchi")
answering.rate(workspace, "monitoring.intervention-logic", 5)
print(workspace.changed_at.strftime("%H:%M:%S"), flush=True)
time.sleep(600)
"""

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")


@contextmanager
def held(path: Path) -> Iterator[str]:
    """Another process has the file open for writing and is killed at the end; tells when it wrote its last change."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        try:
            yield holder.stdout.readline().strip()
        finally:
            holder.kill()


def replace_outside(path: Path) -> bytes:
    """What a synchronising program does: another file takes the place of this one."""
    other = path.with_suffix(".other")
    shutil.copyfile(path, other)
    other.replace(path)
    return path.read_bytes()


def comment_field(window: MainWindow) -> CriterionPage:
    window.go_to(Place("criterion", "monitoring", "questions", Q))
    page = window.page
    assert isinstance(page, CriterionPage)
    page.questions.editor.comment.setFocus()
    return page


def test_another_process_that_writes_is_named_and_its_crash_too(window: MainWindow, full_file: Path) -> None:
    with held(full_file) as moment:
        window.open_path(full_file)
        assert not window.file.is_writable
        assert window.frame.banner.text().startswith("Read-only. Lucia Bianchi opened this file at ")
        window.close_file()
    window.open_path(full_file)
    assert not window.workspace.read_only
    assert window.workspace.content.answer(Q).rating == 5
    said = window.frame.notice.text()
    assert said == f"S3 Desk did not close this file properly. Everything up to {moment} is in the file."
    window.close_file()
    window.open_path(full_file)
    assert window.frame.notice.isHidden(), "said once"


def test_who_reads_only_is_told_of_newer_words_and_of_the_end(window: MainWindow, full_file: Path) -> None:
    writer = open_workspace(full_file, who="Lucia Bianchi")
    window.open_path(full_file)
    window.go_to(Place("criterion", "monitoring", "questions", Q))
    active = Qt.ApplicationState.ApplicationActive
    window._application_changed(active)
    assert window.frame.notice.isHidden()
    answering.comment(writer, Q, "Newer words")
    window._application_changed(active)
    assert window.frame.notice.text() == "Lucia Bianchi has changed the file since you opened it."
    window.frame.notice.button().click()
    assert window.workspace.content.answer(Q).comment == "Newer words"
    assert window.page.place().question_id == Q
    assert window.frame.banner.isVisible(), "still for reading only"
    writer.close()
    window._application_changed(active)
    assert window.frame.notice.text() == "Lucia Bianchi has closed the file."
    window.frame.notice.button().click()
    assert window.file.is_writable
    assert window.frame.banner.isHidden()


def test_after_a_crash_the_start_page_says_what_is_safe(make: MakeWindow, qtbot: QtBot, full_file: Path) -> None:
    with held(full_file):
        pass
    window = make(recent=(RecentFile("/gone.s3desk"), RecentFile(str(full_file))))
    window.first_paint_done()
    qtbot.waitUntil(window.frame.notice.isVisible)
    assert window.frame.notice.text().startswith("S3 Desk did not close properly. Everything up to ")
    window.frame.notice.button().click()
    assert window.workspace.path == full_file


def test_a_file_that_another_process_has_open_is_no_crash(make: MakeWindow, qtbot: QtBot, full_file: Path) -> None:
    with held(full_file):
        window = make(recent=(RecentFile(str(full_file)),))
        window.first_paint_done()
        qtbot.wait(300)
        assert window.frame.notice.isHidden()


@not_on_windows
@pytest.mark.parametrize("how", ["replaced", "gone"])
def test_a_file_that_is_not_ours_any_more_is_told_and_the_words_go_on_in_a_copy(
    window: MainWindow, qtbot: QtBot, full_file: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    window.open_path(full_file)
    page = comment_field(window)
    if how == "gone":
        full_file.unlink()
    theirs = replace_outside(full_file) if how == "replaced" else b""
    type_into(page.questions.editor.comment, "New words. ")
    qtbot.waitUntil(window.frame.banner.isVisible)
    assert window.frame.banner.button().text() == "Save a copy"
    assert window.top_bar.file_corner.state.text() == "Not saved"
    window.go_to(Place("overview"))
    assert window.frame.banner.isVisible(), "it stays until it is solved"
    window.go_to(Place("criterion", "monitoring", "questions", Q))
    target = full_file.with_name("rescued.s3desk")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.frame.banner.button().click()
    assert window.workspace.path == target
    assert not window.workspace.read_only
    assert "New words. " in window.workspace.content.answer(Q).comment
    assert window.frame.banner.isHidden()
    assert window.top_bar.file_corner.state.text() == "All changes saved"
    assert window.page.place().question_id == Q
    assert window.frame.notice.text() == "You work in the copy rescued.s3desk now."
    assert (full_file.read_bytes() if full_file.exists() else b"") == theirs


@not_on_windows
def test_coming_back_to_the_window_looks_at_the_file(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    away = full_file.with_suffix(".away")
    full_file.rename(away)
    window._application_changed(Qt.ApplicationState.ApplicationActive)
    assert window.frame.banner.text().startswith("assessment.s3desk is no longer in its folder.")
    away.rename(full_file)
    window._application_changed(Qt.ApplicationState.ApplicationActive)
    assert window.frame.banner.isHidden()
    answering.rate(window.workspace, Q, 0)


@not_on_windows
def test_a_file_that_is_gone_can_be_closed(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    shutil.rmtree(full_file.parent)
    assert window.close_file()
    assert not window.has_file


@pytest.mark.parametrize("without_private", [False, True])
def test_a_copy_is_saved_as_chosen(
    window: MainWindow, qtbot: QtBot, full_file: Path, monkeypatch: pytest.MonkeyPatch, *, without_private: bool
) -> None:
    window.open_path(full_file)
    answering.note(window.workspace, Q, "QNOTE")
    target = full_file.with_name("copy.s3desk")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.run("file.copy")
    dialog = find_dialog(CopyDialog)
    assert nameless(dialog) == []
    dialog.choice.choose(without_private)
    dialog.accept()
    qtbot.waitUntil(lambda: window.frame.notice.text() == "A copy is saved as copy.s3desk.")
    assert window.workspace.path == full_file
    assert (b"QNOTE" in target.read_bytes()) is not without_private
    copy = open_workspace(target, who="x")
    assert len(copy.history()) == (1 if without_private else len(window.workspace.history()))
    copy.close()


def test_a_synchronised_folder_is_said_once(window: MainWindow, qtbot: QtBot, full_file: Path) -> None:
    folder = full_file.parent / "OneDrive - Regione"
    folder.mkdir()
    for name in ("one.s3desk", "two.s3desk"):
        shutil.copyfile(full_file, folder / name)
    window.open_path(folder / "one.s3desk")
    qtbot.waitUntil(window.frame.trouble.isVisible)
    assert window.frame.trouble.text().startswith("OneDrive synchronises the folder of this file. Let it finish")
    window.open_path(folder / "two.s3desk")
    qtbot.wait(200)
    assert window.frame.trouble.isHidden()
    assert window.preferences.now.folders_told == (str(folder),)


@pytest.mark.parametrize(
    ("opened", "beside", "said"),
    [
        ("assessment", "assessment-PC042", "Beside this file lies assessment-PC042.s3desk."),
        ("assessment (1)", "assessment", "This file may be a second version of assessment.s3desk."),
    ],
)
def test_a_conflict_copy_is_said_each_time(
    window: MainWindow, qtbot: QtBot, full_file: Path, opened: str, beside: str, said: str
) -> None:
    first, second = (full_file.with_stem(stem) for stem in (opened, beside))
    for path in (first, second):
        if path != full_file:
            shutil.copyfile(full_file, path)
    for _ in range(2):
        window.open_path(first)
        qtbot.waitUntil(window.frame.trouble.isVisible)
        assert window.frame.trouble.text().startswith(said)
        assert window.frame.trouble.button().text() == "Show in folder"
        window.close_file()


def test_the_place_is_found_again(make: MakeWindow, full_file: Path) -> None:
    window = make()
    window.open_path(full_file)
    window.go_to(Place("criterion", "body", "fulfilment"))
    window.close()
    again = make()
    again.open_path(full_file)
    assert (again.page.id, again.page.place().criterion_id, again.page.place().tab) == (
        "criterion",
        "body",
        "fulfilment",
    )


@pytest.mark.parametrize(
    "place",
    [
        "",
        "start",
        "gone",
        "criterion/gone",
        "criterion/monitoring/questions/gone",
        "evidence////gone",
        "actions////gone",
        "////",
        "a/b/c/d/e/f/g",
    ],
)
def test_a_place_that_is_not_there_any_more_is_the_overview_or_its_page(
    make: MakeWindow, full_file: Path, place: str
) -> None:
    window = make(recent=(RecentFile(str(full_file), place=place),))
    window.open_path(full_file)
    assert window.page.id == (place.partition("/")[0] if "////gone" in place else "overview")


@pytest.mark.parametrize("given", ["absolute", "relative"])
def test_the_window_opens_the_file_named_at_its_start(full_file: Path, given: str) -> None:
    program = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from s3desk.__main__ import window
def told():
    shown = next(one for one in QApplication.topLevelWidgets() if one.isWindow() and one.windowTitle())
    if shown.windowTitle() != "S3 Desk":
        print(shown.windowTitle()); QApplication.quit()
timer = QTimer(interval=20); timer.timeout.connect(told)
QTimer.singleShot(0, timer.start)
sys.exit(window())
"""
    name = str(full_file) if given == "absolute" else full_file.name
    done = subprocess.run(
        [sys.executable, "-c", program, name],
        cwd=full_file.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "assessment.s3desk – S3 Desk", done.stderr

"""The page Reports: what it proposes and shows beforehand, what it writes, and what it says when it cannot."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s3desk.desktop import jobs
from s3desk.desktop.dialogs.programme_text import ProgrammeTextDialog
from s3desk.desktop.pages.page import Place
from s3desk.desktop.reporting import DATA, EVIDENCE, NOTE_WORD, OUTPUTS, REPORT
from s3desk.desktop.window import MainWindow
from s3desk.domain.profile import Profile
from s3desk.domain.records import ASSESSMENT, Assessment, Programme, ProgrammeText, Purpose, SavedVersion
from s3desk.formats import registry
from s3desk.formats.pdf.rendering import pages_of
from s3desk.operations.answering import comment, rate
from s3desk.operations.describing import describe_check, write_programme_text
from s3desk.queries.report import NO_COMPARISON
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import dialog_of
from tests.desktop.looking import nameless
from tests.desktop.reports_page import PATIENCE, create, opened, wait_for_preview, words_of
from tests.valdoria import PRIVATE_TEXTS

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE12 = ("table12", ".pdf")
COPIED_ONLY = {("table12", ".txt"), ("table12", ".tsv")}
"""Forms that the page gives as fields to copy."""


def test_every_output_of_the_formats_is_offered_and_the_folder_with_evidence() -> None:
    possible = {(what, suffix) for what in registry.OUTPUTS for suffix in registry.suffixes_of(what)}
    assert {*OUTPUTS} == (possible - COPIED_ONLY) | {EVIDENCE}


def test_ctrl_p_leads_to_the_page(window: MainWindow, full_file: Path) -> None:
    window.open_path(full_file)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL)
    assert window.page.id == "reports"


def test_outgoing_is_proposed_and_the_button_counts(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    assert page.order().options.profile is Profile.OUTGOING
    assert page.order().outputs == (REPORT,)
    assert page.make.text() == "Create 1 file"
    page.outputs.choose((DATA, TABLE12))
    assert page.make.text() == "Create 2 files"
    page.outputs.choose(())
    assert not page.make.isEnabled()
    assert nameless(page) == []


@pytest.mark.parametrize("purpose", Purpose)
def test_the_purpose_of_the_check_proposes_the_files(window: MainWindow, full_file: Path, purpose: Purpose) -> None:
    window.open_path(full_file)
    describe_check(window.workspace, "2026", purpose)
    window.enter(Place("reports"))
    outputs = opened(window, full_file).order().outputs
    assert (("table12", ".xlsx") in outputs) is (purpose in (Purpose.PROGRAMME, Purpose.FULFILMENT))
    assert outputs


# The preview


def test_the_preview_follows_the_profile_and_says_what_is_left_out(
    qtbot: QtBot, window: MainWindow, full_file: Path
) -> None:
    page = opened(window, full_file)
    wait_for_preview(qtbot, page)
    outgoing = words_of(page)
    assert not [text for text in PRIVATE_TEXTS if text in outgoing]
    assert "To be improved" not in outgoing
    page.options.profile[Profile.INTERNAL].click()
    wait_for_preview(qtbot, page)
    assert "To be improved" in words_of(page)
    assert not [text for text in PRIVATE_TEXTS if text in words_of(page) and text.startswith("QSEED")]


def test_a_change_in_the_file_renews_the_preview(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    page.options.choose_profile(Profile.INTERNAL)
    wait_for_preview(qtbot, page)
    comment(window.workspace, "monitoring.public-report", "Seen in the preview")
    assert page.preview.is_busy()
    wait_for_preview(qtbot, page)
    assert "Seen in the preview" in words_of(page)


def test_what_is_asked_later_stops_what_was_asked_before(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    for output in (("note", ".pdf"), REPORT, TABLE12):
        page.outputs.boxes[output].setFocus()
    wait_for_preview(qtbot, page)
    qtbot.waitUntil(lambda: not jobs._running, timeout=PATIENCE)
    pages = page.preview.pages()
    assert pages is not None
    assert {width > height for width, height in pages.sizes} == {True}
    assert "Table 12" in words_of(page)


def test_the_word_note_is_shown_as_its_pages_and_a_workbook_has_none(
    qtbot: QtBot, window: MainWindow, full_file: Path
) -> None:
    page = opened(window, full_file)
    page.outputs.boxes[NOTE_WORD].setFocus()
    wait_for_preview(qtbot, page)
    assert "Note on enabling condition 1.1" in words_of(page)
    page.outputs.boxes["workbook", ".xlsx"].setFocus()
    assert "no preview" in page.preview.words()
    assert not page.print.isEnabled()


def test_pages_are_turned_by_buttons_and_keys_and_read_out(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    wait_for_preview(qtbot, page)
    view = page.preview.view
    page.preview.next.click()
    assert view.page() == 2
    QTest.keyClick(view, Qt.Key.Key_End)
    pages = page.preview.pages()
    assert pages is not None
    assert view.page() == len(pages.sizes)
    assert not page.preview.next.isEnabled()
    qtbot.waitUntil(lambda: f"Page {len(pages.sizes)} of {len(pages.sizes)}" in view.accessibleDescription())
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 1
    before = view.image(1).width()
    page.preview.larger.click()
    assert view.image(1).width() > before
    assert view.horizontalScrollBar().maximum() > 0


def test_the_preview_waits_under_its_tab_in_a_small_window(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    window.resize(1093, 566)
    qtbot.waitUntil(page.arrangement.tabs.isVisible)
    assert not page.preview.isVisible()
    window.run("go.tab")
    assert page.preview.isVisible()
    assert not page.outputs.isVisible()
    wait_for_preview(qtbot, page)
    assert page.preview.pages() is not None


# What is made


def test_the_file_is_written_and_its_folder_named(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    page = opened(window, full_file)
    (name,) = create(qtbot, page, DATA)
    assert page.creating.strip.text().startswith("1 file created.")
    content = (tmp_path / name).read_text(encoding="utf-8")
    assert json.loads(content)
    assert not [text for text in PRIVATE_TEXTS if text in content]
    assert page.make.isEnabled()


def test_a_file_of_the_same_name_is_never_replaced(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    page = opened(window, full_file)
    (first,) = create(qtbot, page, DATA)
    before = (tmp_path / first).read_bytes()
    rate(window.workspace, "monitoring.public-report", 5)
    (second,) = create(qtbot, page, DATA)
    assert second == first.replace(".json", "-2.json")
    assert (tmp_path / first).read_bytes() == before


def test_what_was_made_is_verified_on_the_page(qtbot: QtBot, window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    (name,) = create(qtbot, page, REPORT)
    page.creating.made_buttons["Verify", name].click()
    qtbot.waitUntil(lambda: not page.creating.is_busy(), timeout=PATIENCE)
    assert "name the same check code" in page.creating.strip.text()
    assert nameless(page) == []


def test_the_evidence_folder_names_what_is_missing(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    page = opened(window, full_file)
    (name,) = create(qtbot, page, EVIDENCE)
    assert (tmp_path / name / "00_index.pdf").is_file()


def test_a_folder_that_is_gone_is_explained(qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    page = opened(window, full_file)
    page.creating.use_folder(tmp_path / "nowhere")
    assert create(qtbot, page, DATA) == []
    assert "could not be written" in page.creating.strip.text()
    assert not list(tmp_path.glob("*.json"))


def test_a_template_that_is_none_is_refused_before_anything_is_written(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    template = tmp_path / "house.docx"
    template.write_bytes(b"not a Word document")
    page = opened(window, full_file)
    page.options.use_template(template)
    assert create(qtbot, page, DATA, NOTE_WORD) == []
    assert "cannot be used as a template" in page.creating.strip.text()
    assert not list(tmp_path.glob("*.json"))


def test_closing_the_file_in_the_middle_stops_the_work(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    page = opened(window, full_file)
    page.outputs.choose(OUTPUTS)
    page.make.click()
    window.close_file()
    qtbot.waitUntil(lambda: not jobs._running, timeout=PATIENCE)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("~valdoria")]


def test_cancel_leaves_finished_files_and_no_unfinished_one(
    qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path
) -> None:
    page = opened(window, full_file)
    page.outputs.choose((DATA, REPORT))
    with qtbot.waitSignal(page.creating.ended, timeout=PATIENCE):
        page.make.click()
        page.creating.progress.cancel_requested.emit()
    assert page.creating.strip.text().startswith("Stopped.")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("~valdoria")]
    assert page.make.isEnabled()


def test_a_file_that_is_only_read_gives_reports_but_no_own_texts(
    qtbot: QtBot, window: MainWindow, full_file: Path
) -> None:
    with closing(open_workspace(full_file, who="L. Bianchi")):
        page = opened(window, full_file, "fields")
        assert window.workspace.read_only
        assert not page.fields.own_buttons["analysis"].isEnabled()
        assert len(create(qtbot, page, DATA)) == 1
        window.close_file()


def test_the_folder_is_remembered(window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    page = opened(window, full_file)
    folder = tmp_path / "reports"
    folder.mkdir()
    page.creating.folder_chosen.emit(folder)
    window.close_file()
    assert opened(window, full_file).creating.folder() == folder


def test_nothing_and_versions_are_offered_for_the_comparison(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    version = window.workspace.content.all(SavedVersion)[-1]
    assert page.order().options.compare_with == version.id
    assert page.options.compare.box.findData(NO_COMPARISON) >= 0


def test_an_empty_file_has_nothing_to_compare_with_and_a_preview(
    qtbot: QtBot, window: MainWindow, empty_file: Path
) -> None:
    page = opened(window, empty_file)
    assert not page.options.compare.box.isEnabled()
    assert page.order().options.compare_with == NO_COMPARISON
    wait_for_preview(qtbot, page)
    assert page.preview.pages() is not None


def test_private_notes_are_only_for_the_own_office(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    assert not page.options.notes.isEnabled()
    page.options.choose_profile(Profile.INTERNAL)
    page.options.notes.click()
    assert page.order().options.with_notes
    page.options.choose_profile(Profile.OUTGOING)
    assert not page.order().options.with_notes


def test_an_open_point_leads_to_its_spot(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    page.points.list.setFocus()
    QTest.keyClick(page.points.list, Qt.Key.Key_Return)
    assert window.page.place() == Place("criterion", "monitoring", "fulfilment", window.page.place().question_id)


# Printing


def test_pages_are_printed_each_as_it_lies(qtbot: QtBot, window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    page = opened(window, full_file)
    page.outputs.boxes[TABLE12].setFocus()
    wait_for_preview(qtbot, page)
    pages = page.preview.pages()
    assert pages is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.printing.begin(replace(pages, sizes=pages.sizes[:2]), printer)
    qtbot.waitUntil(lambda: not page.printing.is_busy(), timeout=PATIENCE)
    printed = pages_of((tmp_path / "printed.pdf").read_bytes())
    assert [width > height for width, height in printed.sizes] == [True, True]
    assert "2 pages sent to the printer." in window.frame.notice.text()


def test_the_keys_ask_for_a_printer_and_going_back_prints_nothing(
    qtbot: QtBot, window: MainWindow, full_file: Path
) -> None:
    page = opened(window, full_file)
    wait_for_preview(qtbot, page)
    asked: list[object] = []

    def go_back() -> None:
        dialog = QApplication.activeModalWidget()
        asked.append(dialog)
        assert isinstance(dialog, QPrintDialog)
        assert (dialog.minPage(), dialog.maxPage()) == (1, len(page.preview.view.pages().sizes))  # type: ignore[union-attr]
        dialog.reject()

    QTimer.singleShot(200, window, go_back)
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 1
    assert not page.printing.is_busy()


# Table 12, field by field


def test_fields_are_copied_as_they_leave(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "fields")
    copy = page.fields.copy_buttons["Criterion 1: Justification"]
    copy.click()
    assert QGuiApplication.clipboard().text().startswith("The analysis Diffusion analysis 2026")
    assert "of 1" in copy.accessibleDescription()
    page.fields.whole.click()
    assert QGuiApplication.clipboard().text().count("\t") >= 7 * 8
    assert nameless(page) == []


def test_a_programme_gets_its_own_text_and_returns_to_the_common_one(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "fields")
    page.fields.own_buttons["analysis"].click()
    dialog = dialog_of(page, ProgrammeTextDialog)
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.texts[1].field, "Only here, see E01")
    dialog.done_button.click()
    first, second = window.workspace.content.all(Programme)
    own = window.workspace.content.get(ProgrammeText, f"{first.id}/analysis")
    assert own is not None
    assert own.justification == "Only here, see E01"
    page.fields.copy_buttons["Criterion 1: Justification"].click()
    assert QGuiApplication.clipboard().text().startswith("Only here, see Diffusion")
    page.fields.programme.box.setCurrentIndex(1)
    page.fields.programme.box.activated.emit(1)
    page.fields.copy_buttons["Criterion 1: Justification"].click()
    assert QGuiApplication.clipboard().text().startswith("The analysis")
    write_programme_text(window.workspace, first.id, "analysis", "", "")
    assert window.workspace.content.get(ProgrammeText, f"{second.id}/analysis") is None


def test_without_a_programme_there_are_fields_but_no_own_texts(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file, "fields")
    assert window.workspace.content.get(Assessment, ASSESSMENT)
    assert not page.fields.own_buttons
    assert "Criterion 7: Justification" in page.fields.copy_buttons

"""The page Evidence: looking for documents, adding them in every way, their files, their uses."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s3desk.desktop import going_out
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.evidence import copying
from s3desk.desktop.pages.evidence import EvidencePage
from s3desk.desktop.pages.page import Place
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import Evidence, EvidenceUse, Storage
from s3desk.operations import evidencing
from s3desk.workspace.files import open_workspace
from tests.desktop.criterion_page import click, dialog_of, press
from tests.desktop.looking import nameless


def opened(window: MainWindow, path: Path, evidence: str = "") -> EvidencePage:
    assert window.open_path(path)
    window.go_to(Place("evidence", record_id=evidence))
    window.activateWindow()
    page = window.page
    assert isinstance(page, EvidencePage)
    page.focus_target().setFocus()
    return page


def documents(window: MainWindow) -> tuple[Evidence, ...]:
    return window.workspace.content.all(Evidence)


def marks(page: EvidencePage) -> list[str]:
    return [row.line.mark for row in page.listing.table.model.rows]


def drop(page: EvidencePage, data: QMimeData) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.dropEvent(event)
    QTest.qWait(10)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_documents_are_searched_and_filtered(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    assert len(marks(page)) == 12
    assert nameless(page) == []
    QTest.keyClicks(page.listing.search, "marble")
    assert marks(page) == ["E11"]
    QTest.keyClicks(page.listing.search, "qqq")
    click(page.listing.show_all)
    assert len(marks(page)) == 12
    click(page.listing.filters.button("to_check"))
    assert "E09" in marks(page)
    assert "E01" not in marks(page)
    window.go_to(Place("evidence", record_id="e-01"))
    assert (len(marks(page)), page.place().record_id) == (12, "e-01")


def test_the_row_chosen_is_shown_in_full_and_leads_to_its_question(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file)
    press(page.listing.table.view, Qt.Key.Key_Down)
    assert page.place().record_id == "e-02"
    click(page.detail.use_buttons["analysis.digital"])
    assert window.page.place().question_id == "analysis.digital"


def test_f2_edits_and_delete_can_be_undone(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "e-05")
    before = window.workspace.content
    press(page.listing.table.view, Qt.Key.Key_F2)
    dialog = dialog_of(page, EvidenceDialog)
    assert dialog.title_field.text() == "Smart Specialisation Strategy 2021-2027"
    dialog.done(0)
    press(page.listing.table.view, Qt.Key.Key_Delete)
    assert window.workspace.content.get(Evidence, "e-05") is None
    click(window.frame.notice.button())
    assert window.workspace.content == before


def test_the_first_document_begins_with_the_one_button(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file)
    assert not page.add.isVisible()
    click(page.listing.first)
    dialog = dialog_of(page, EvidenceDialog)
    QTest.keyClicks(dialog.title_field.line, "Report")
    click(dialog.done_button)
    assert marks(page) == ["E01"]
    assert page.add.isVisible()


def test_one_dropped_file_is_shown_in_the_form(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "Monitoring_2025.pdf"
    path.write_bytes(b"%PDF")
    page = opened(window, empty_file)
    drop(page, files(path))
    dialog = dialog_of(page, EvidenceDialog)
    assert dialog.title_field.text() == "Monitoring 2025"
    assert not dialog.outgoing.isChecked()
    click(dialog.outgoing)
    click(dialog.done_button)
    (stored,) = documents(window)
    assert (stored.storage, stored.file_name, stored.outgoing) == (Storage.COPY, "Monitoring_2025.pdf", True)


def test_several_dropped_files_are_added_at_once(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"minutes {number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(path.name)
    page = opened(window, empty_file)
    drop(page, files(*paths, tmp_path))
    assert [one.title for one in documents(window)] == ["minutes 0", "minutes 1", "minutes 2"]
    assert {one.storage for one in documents(window)} == {Storage.COPY}
    assert page.place().record_id == documents(window)[-1].id


def test_large_dropped_files_are_linked_as_proposed(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.bin"
    small.write_text("x")
    large.write_bytes(bytes(6 * 1024 * 1024))
    page = opened(window, empty_file)
    drop(page, files(large, small))
    assert {one.file_name: one.storage for one in documents(window)} == {
        "large.bin": Storage.LINKED_FILE,
        "small.txt": Storage.COPY,
    }


def test_a_large_copy_is_made_beside_the_window(
    window: MainWindow, full_file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "LARGE", 1000)
    large = tmp_path / "new.pdf"
    large.write_bytes(b"%PDF" * 1000)
    page = opened(window, full_file, "e-06")
    kept = window.workspace.content.get(Evidence, "e-06")
    assert kept is not None
    page.adding.replace_file(kept, large)
    assert window.workspace.content.get(Evidence, "e-06") == kept
    qtbot.waitUntil(lambda: window.workspace.content.get(Evidence, "e-06") != kept)
    changed = window.workspace.content.get(Evidence, "e-06")
    assert changed is not None
    assert (changed.file_name, changed.size) == ("new.pdf", 4000)
    assert window.workspace.attachment(changed.sha256) == large.read_bytes()


def test_a_large_copy_in_the_form_keeps_the_form_until_it_is_stored(
    window: MainWindow, empty_file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "LARGE", 1000)
    large = tmp_path / "new.pdf"
    large.write_bytes(b"%PDF" * 1000)
    page = opened(window, empty_file)
    drop(page, files(large))
    dialog = dialog_of(page, EvidenceDialog)
    dialog.file.copy.setChecked(True)
    click(dialog.done_button)
    assert dialog.isVisible()
    assert not dialog.done_button.isEnabled()
    qtbot.waitUntil(lambda: len(documents(window)) == 1)
    assert documents(window)[0].size == 4000


def test_closing_the_form_cancels_its_copy(
    window: MainWindow, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "LARGE", 1000)
    large = tmp_path / "new.pdf"
    large.write_bytes(bytes(8 * 1024 * 1024))
    page = opened(window, empty_file)
    drop(page, files(large))
    dialog = dialog_of(page, EvidenceDialog)
    dialog.file.copy.setChecked(True)
    click(dialog.done_button)
    dialog.done(0)
    QTest.qWait(300)
    assert documents(window) == ()


def test_a_link_and_a_picture_are_pasted(window: MainWindow, empty_file: Path) -> None:
    page = opened(window, empty_file)
    QGuiApplication.clipboard().setText("www.valdoria.example/s3")
    press(page.listing.first, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page, EvidenceDialog)
    assert dialog.link.text() == "https://www.valdoria.example/s3"
    dialog.done(0)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page.paste()
    picture = next(one for one in page.findChildren(EvidenceDialog) if one is not dialog and one.isVisible())
    assert not picture.file.link.isVisible()
    QTest.keyClicks(picture.title_field.line, "Screen")
    click(picture.done_button)
    (stored,) = documents(window)
    assert window.workspace.attachment(stored.sha256).startswith(b"\x89PNG")


def test_what_is_no_evidence_is_not_taken(window: MainWindow, empty_file: Path, tmp_path: Path) -> None:
    page = opened(window, empty_file)
    text = QMimeData()
    text.setText("javascript:alert(1)")
    for data in (text, files(tmp_path), files(tmp_path / "gone.pdf"), QMimeData()):
        drop(page, data)
    assert [one for one in page.findChildren(EvidenceDialog) if one.isVisible()] == []
    assert documents(window) == ()


def test_a_linked_file_that_is_gone_is_located(
    window: MainWindow, full_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"1")
    page = opened(window, full_file, "e-07")
    evidencing.link_file(window.workspace, "e-07", path)
    qtbot.waitUntil(lambda: page.detail._state.text() == "File is unchanged")
    moved = path.rename(tmp_path / "moved.pdf")
    click(page.check)
    qtbot.waitUntil(lambda: page.detail.replace.text() == "Locate...")
    assert not page.detail.open.isEnabled()
    assert "1 needs a look" in window.frame.notice.text()
    lost = window.workspace.content.get(Evidence, "e-07")
    assert lost is not None
    page.adding.replace_file(lost, moved)
    qtbot.waitUntil(page.detail.open.isEnabled)
    found = window.workspace.content.get(Evidence, "e-07")
    assert found is not None
    assert found.file_path == str(moved)


def test_a_stored_copy_is_opened_outside(window: MainWindow, full_file: Path, qtbot: QtBot, outside: list[str]) -> None:
    page = opened(window, full_file, "e-06")
    kept = window.workspace.content.get(Evidence, "e-06")
    assert kept is not None
    evidencing.change(window.workspace, replace(kept, file_name="../../report “1”.pdf"))
    click(page.detail.open)
    qtbot.waitUntil(lambda: bool(outside))
    opened_path = Path(outside[0])
    assert opened_path.name == "report “1”.pdf"
    assert opened_path.read_bytes() == window.workspace.attachment(kept.sha256)


def test_a_program_is_never_started(tmp_path: Path, outside: list[str]) -> None:
    going_out.open_document(tmp_path / "invoice.pdf.exe")
    going_out.open_document(tmp_path / "run.desktop")
    assert outside == [str(tmp_path), str(tmp_path)]


def test_an_address_is_shown_before_it_is_opened(
    window: MainWindow, full_file: Path, outside: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def answer(_parent: object, _language: object, _what: str, address: str, _do: str) -> bool:
        shown.append(address)
        return len(shown) > 1

    monkeypatch.setattr(going_out, "asked", answer)
    page = opened(window, full_file, "e-01")
    for _ in range(2):
        going_out.open_address("https://www.valdoria.example/a", window.language, page)
    going_out.open_address("file:///etc/passwd", window.language, page)
    assert shown == ["https://www.valdoria.example/a"] * 2
    assert outside == ["https://www.valdoria.example/a"]


def test_use_for_a_question_opens_the_form_at_its_uses(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "e-06")
    click(page.detail.use)
    dialog = dialog_of(page, EvidenceDialog)
    dialog.uses.add("monitoring.public-report", "9")
    click(dialog.done_button)
    uses = [use for use in window.workspace.content.all(EvidenceUse) if use.evidence_id == "e-06"]
    assert len(uses) == 2
    assert list(page.detail.use_buttons) == ["monitoring.indicators", "monitoring.public-report"]


def test_for_reading_only_nothing_can_be_changed(window: MainWindow, full_file: Path, tmp_path: Path) -> None:
    writer = open_workspace(full_file, who="L. Bianchi")
    page = opened(window, full_file, "e-05")
    for button in (page.add, page.detail.edit, page.detail.remove, page.detail.replace, page.detail.use):
        assert not button.isVisible()
    press(page.listing.table.view, Qt.Key.Key_Delete)
    press(page.listing.table.view, Qt.Key.Key_F2)
    path = tmp_path / "a.txt"
    path.write_text("x")
    drop(page, files(path))
    page.add_evidence()
    assert len(documents(window)) == 12
    assert [one for one in page.findChildren(EvidenceDialog) if one.isVisible()] == []
    writer.close()


def test_in_a_narrow_window_the_detail_moves_below(window: MainWindow, full_file: Path) -> None:
    page = opened(window, full_file, "e-05")
    assert page.detail.mapTo(page, page.detail.rect().topLeft()).x() > page.listing.width()
    window.resize(1093, 566)
    QTest.qWait(20)
    assert page.detail.width() > page.width() - 100
    assert page.detail.y() > page.listing.y()

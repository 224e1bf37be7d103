"""The dialog that creates files: what it proposes, what it writes, and what it says when it cannot."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from s3desk.basics.language import Language
from s3desk.desktop import jobs
from s3desk.desktop.dialogs.report import ReportDialog
from s3desk.desktop.reporting import OUTPUTS
from s3desk.domain.profile import Profile
from s3desk.domain.records import Purpose
from s3desk.formats import registry
from s3desk.operations.describing import describe_check
from s3desk.workspace.workspace import Workspace
from tests.builders import full_workspace
from tests.desktop.looking import nameless
from tests.valdoria import PRIVATE_TEXTS


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = full_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace) -> ReportDialog:
    made = ReportDialog(workspace, Language())
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ReportDialog, *outputs: tuple[str, str]) -> None:
    for output, box in dialog.outputs.items():
        box.setChecked(output in outputs)


def test_every_output_of_the_formats_is_offered() -> None:
    possible = {(what, suffix) for what in registry.OUTPUTS for suffix in registry.suffixes_of(what)}
    assert set(OUTPUTS) == possible


def test_outgoing_is_proposed_and_the_button_counts(dialog: ReportDialog) -> None:
    assert dialog.order().profile is Profile.OUTGOING
    assert dialog.order().outputs == (("report", ".pdf"),)
    assert dialog.make.text() == "Create 1 file"
    choose(dialog, ("data", ".json"), ("table12", ".xlsx"))
    assert dialog.make.text() == "Create 2 files"
    choose(dialog)
    assert not dialog.make.isEnabled()
    assert nameless(dialog) == []


@pytest.mark.parametrize("purpose", Purpose)
def test_the_purpose_of_the_check_proposes_the_files(qtbot: QtBot, workspace: Workspace, purpose: Purpose) -> None:
    describe_check(workspace, "2026", purpose)
    dialog = ReportDialog(workspace, Language())
    qtbot.addWidget(dialog)
    outputs = dialog.order().outputs
    assert (("table12", ".xlsx") in outputs) is (purpose in (Purpose.PROGRAMME, Purpose.FULFILMENT))
    assert outputs


def test_the_file_is_written_and_its_folder_named(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    choose(dialog, ("data", ".json"))
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.strip.isHidden())
    assert dialog.strip.text().startswith("1 file created.")
    (written,) = tmp_path.glob("*.json")
    content = written.read_text(encoding="utf-8")
    assert json.loads(content)
    assert not [text for text in PRIVATE_TEXTS if text in content]
    assert dialog.make.isEnabled()


def test_a_folder_that_is_not_there_is_explained(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    choose(dialog, ("data", ".json"))
    dialog.folder.show_text(str(tmp_path / "nowhere"))
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.strip.isHidden())
    assert "could not be written" in dialog.strip.text()
    assert not list(tmp_path.glob("*.json"))


def test_closing_in_the_middle_stops_the_work(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    choose(dialog, *OUTPUTS)
    dialog.make.click()
    job = dialog._job
    assert job is not None
    dialog.reject()
    qtbot.waitUntil(lambda: job not in jobs._running, timeout=20_000)
    assert not list(tmp_path.glob("*.part"))

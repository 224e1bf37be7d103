"""A file that is changed from outside while it is open: noticed before anything is written, never overwritten."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from s3desk.basics.progress import no_progress
from s3desk.operations import answering
from s3desk.workspace import beside
from s3desk.workspace.files import open_workspace
from s3desk.workspace.on_disk import ChangedOnDiskError
from s3desk.workspace.workspace import Workspace

Q = "analysis.digital"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")


def refused(workspace: Workspace, sentence: str) -> None:
    """Neither a check nor a change is accepted, and the content stays."""
    before = workspace.content
    with pytest.raises(ChangedOnDiskError, match=sentence):
        workspace.check_on_disk()
    with pytest.raises(ChangedOnDiskError, match=sentence):
        answering.rate(workspace, Q, 1)
    assert workspace.content == before


def test_a_file_that_nobody_touched_is_as_it_was(workspace: Workspace) -> None:
    workspace.check_on_disk()
    answering.rate(workspace, Q, 1)
    workspace.undo()
    workspace.redo()
    workspace.check_on_disk()


def test_a_file_that_was_taken_away_is_told_and_works_again_when_it_is_back(workspace: Workspace) -> None:
    away = workspace.path.with_suffix(".away")
    workspace.path.rename(away)
    refused(workspace, "is no longer in its folder")
    away.rename(workspace.path)
    workspace.check_on_disk()
    answering.rate(workspace, Q, 1)
    assert workspace.content.answer(Q).rating == 1


def test_another_file_in_its_place_is_not_touched(workspace: Workspace) -> None:
    other = workspace.path.with_suffix(".other")
    shutil.copyfile(workspace.path, other)
    other.replace(workspace.path)
    before = workspace.path.read_bytes()
    refused(workspace, "another file in the place of")
    assert workspace.path.read_bytes() == before


def test_what_somebody_else_wrote_is_not_overwritten(workspace: Workspace) -> None:
    """As on a network drive on which locks do not work: two programs of ours write one file."""
    other = sqlite3.connect(workspace.path)
    with other:
        other.execute("UPDATE answer SET comment = 'theirs' WHERE id = ?", (Q,))
        other.execute(
            "INSERT INTO journal (label, label_values, at, who, state, changes)"
            " SELECT label, label_values, at, 'L. Bianchi', 'done', '[]' FROM journal LIMIT 1"
        )
    other.close()
    refused(workspace, "Somebody else has changed")
    found = sqlite3.connect(workspace.path)
    assert found.execute("SELECT comment FROM answer WHERE id = ?", (Q,)).fetchone() == ("theirs",)
    found.close()


def test_garbage_written_into_the_file_is_told_as_a_change(workspace: Workspace) -> None:
    with workspace.path.open("r+b") as file:
        file.write(os.urandom(20_000))
    refused(workspace, "Somebody else has changed")


def test_documents_that_our_own_threads_store_are_no_change(workspace: Workspace, tmp_path: Path) -> None:
    document = tmp_path / "report.pdf"
    document.write_bytes(os.urandom(3_000_000))
    beside.store(workspace.path, document, no_progress)
    workspace.check_on_disk()
    answering.rate(workspace, Q, 1)


def test_a_reader_is_not_disturbed_by_the_writer(workspace: Workspace) -> None:
    reader = open_workspace(workspace.path, who="x")
    assert reader.read_only
    answering.rate(workspace, Q, 1)
    reader.check_on_disk()
    reader.close()

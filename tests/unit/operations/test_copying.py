"""Copies of the open file: whole, without what is private, and of a file that is no longer there."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.records import Answer, Evidence, SavedVersion, StatusStep, Step, Storage
from s3desk.operations import answering, copying, evidencing, versioning
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW, full_workspace

Q = "monitoring.outside-erdf"
SECRETS = ("QNOTE", "QOLDNOTE", "QOLDCOMMENT", "QVERSIONNOTE", "QDELETED", "QREPLACED", "QWHO")
"""Words that once stood in the file, each in another way not meant for others."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An assessment with a past: notes, earlier wordings, a saved version, a removed and a replaced document."""
    made = full_workspace(tmp_path)
    made.who = "QWHO"
    answering.note(made, Q, "QVERSIONNOTE")
    answering.comment(made, Q, "QOLDCOMMENT")
    versioning.save_version(made, "Before the talk")
    versioning.take_step(made, Step.CHECKED, "G. Conti", NOW.date())
    answering.note(made, Q, "QOLDNOTE")
    made.end_typing()
    answering.note(made, Q, "QNOTE kept to myself")
    answering.comment(made, Q, "A comment for colleagues")
    for number, name in enumerate(("QDELETED", "QREPLACED", "Kept"), start=901):
        sha256, size = made.attach(f"{name} document ".encode() * 1000)
        with made.changing("Add evidence") as tx:
            tx.put(Evidence(str(number), number, name, storage=Storage.COPY, size=size, sha256=sha256))
    evidencing.remove(made, "901")
    replaced, kept = made.content.get(Evidence, "902"), made.content.get(Evidence, "903")
    assert replaced is not None
    assert kept is not None
    with made.changing("Replace") as tx:
        tx.put(replace(replaced, title="Newer", sha256=kept.sha256, size=kept.size))
    made.who = "R. Conti"
    yield made
    made.close()


def test_a_copy_for_others_never_held_what_is_private(workspace: Workspace, tmp_path: Path) -> None:
    whole = workspace.path.read_bytes()
    assert [word for word in SECRETS if word.encode() not in whole] == [], "the test would prove nothing"
    target = tmp_path / "for others.s3desk"
    copying.copy_without_private(copying.original_of(workspace), target)
    found = target.read_bytes()
    assert [word for word in SECRETS if word.encode() in found] == []
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("~") and "others" in one.name] == []


def test_a_copy_for_others_holds_all_the_rest(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "for others.s3desk"
    copying.copy_without_private(copying.original_of(workspace), target)
    copy = open_workspace(target, who="x")
    ours = {answer.id: replace(answer, note="") for answer in workspace.content.all(Answer)}
    assert {answer.id: answer for answer in copy.content.all(Answer)} == ours
    assert copy.content.answer(Q).comment == "A comment for colleagues"
    for kind in set(workspace.content.shelves) - {Answer, SavedVersion, StatusStep}:
        assert copy.content.all(kind) == workspace.content.all(kind), kind
    assert copy.content.all(SavedVersion) == ()
    assert {step.version_id for step in copy.content.all(StatusStep)} == {""}
    assert len(copy.history()) == 1
    kept = copy.content.get(Evidence, "903")
    assert kept is not None
    assert copy.attachment(kept.sha256).startswith(b"Kept document")
    copy.close()


def test_a_whole_copy_keeps_the_history(workspace: Workspace, tmp_path: Path) -> None:
    copying.copy_file(workspace.path, tmp_path / "whole.s3desk")
    copy = open_workspace(tmp_path / "whole.s3desk", who="x")
    assert copy.content == workspace.content
    assert len(copy.history()) == len(workspace.history())
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away there")
@pytest.mark.parametrize("how", ["deleted", "replaced", "overwritten", "folder gone"])
def test_what_is_open_can_be_saved_when_the_file_is_not_ours_any_more(
    workspace: Workspace, tmp_path: Path, how: str
) -> None:
    content, steps = workspace.content, len(workspace.history())
    if how == "deleted":
        workspace.path.unlink()
    elif how == "replaced":
        (tmp_path / "other").write_bytes(b"another program's file")
        (tmp_path / "other").replace(workspace.path)
    elif how == "overwritten":
        workspace.path.write_bytes(os.urandom(50_000))
    else:
        (tmp_path / "elsewhere").mkdir()
        shutil.move(workspace.path, tmp_path / "elsewhere")
    target = tmp_path / "rescued.s3desk"
    copying.rescue(workspace, target)
    rescued = open_workspace(target, who="x")
    assert rescued.content == content
    assert len(rescued.history()) == (1 if how == "overwritten" else steps)
    rescued.close()


@pytest.mark.parametrize("name", ["none/x.s3desk", "a folder", "n" * 300], ids=["none", "folder", "long"])
def test_a_copy_that_cannot_be_written_is_told(workspace: Workspace, tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    with pytest.raises(KnownError, match="could not be written"):
        copying.copy_without_private(copying.original_of(workspace), tmp_path / name)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("~") and "assess" not in one.name] == []

"""A full disk, a disk that vanishes, a writer that dies in the middle: what was saved before is safe."""

import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.catalogue.known import default_catalogue
from s3desk.operations import answering, versioning
from s3desk.workspace import storage
from s3desk.workspace.files import create, open_workspace
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, full_workspace
from tests.unit.workspace.conftest import AsNobody
from tests.valdoria import full_records, stored_bytes

Q = "analysis.digital"
LONG = "A text of the officer. " * 1_300


def fill_up(workspace: Workspace) -> None:
    """From now on the file may not grow: to the program this is a full disk."""
    raw = storage.raw(workspace._connection)
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")


def make_room(workspace: Workspace) -> None:
    storage.raw(workspace._connection).execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_loses_nothing_and_the_next_step_works_again(tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    answering.comment(workspace, Q, "saved before")
    before = workspace.content
    fill_up(workspace)
    for _ in range(2):
        with pytest.raises(KnownError, match=r"The disk is full\..*What was saved before is safe") as caught:
            answering.comment(workspace, Q, LONG)
        assert caught.value.hint.startswith("Make room on the disk")
        assert workspace.content == before
    with pytest.raises(KnownError, match="The disk is full"):
        versioning.save_version(workspace, "Now")
    assert workspace.content == before
    make_room(workspace)
    answering.comment(workspace, Q, LONG)
    workspace.close()
    again = open_workspace(workspace.path, who="x")
    assert again.content.answer(Q).comment == LONG
    assert again.content == workspace.content
    again.close()


def test_undo_on_a_full_disk_keeps_the_step(workspace: Workspace) -> None:
    answering.comment(workspace, Q, LONG)
    workspace.end_typing()
    answering.comment(workspace, Q, "")
    fill_up(workspace)
    with pytest.raises(KnownError, match="The disk is full"):
        versioning.save_version(workspace, "Now")
    assert workspace.next_undo is not None
    make_room(workspace)
    workspace.undo()


def test_no_room_for_a_new_file_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = storage._pragmas
    monkeypatch.setattr(
        storage, "_pragmas", lambda *, read_only: (*pragmas(read_only=read_only), "max_page_count = 40")
    )
    with pytest.raises(KnownError, match=r"The disk is full\. a\.s3desk could not be saved"):
        create(tmp_path / "a.s3desk", default_catalogue(), full_records(), who="x", stored=stored_bytes())
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 700 kB."""
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not done or done.returncode != 0:
        pytest.skip("cannot mount a small disk here (needs root)")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_really_full_disk(tiny_disk: Path) -> None:
    made = full_workspace(tiny_disk)
    saved = 0
    with pytest.raises(KnownError, match=r"disk is full|did not take the change"):  # noqa: PT012
        for number, question in enumerate(made.catalogue.questions):
            answering.comment(made, question.id, f"{number} {LONG}")
            saved = number + 1
    assert saved > 0
    kept = made.content
    made.close()
    again = open_workspace(made.path, who="x")
    assert again.content == kept
    again.close()


def test_a_new_file_on_a_really_full_disk(tiny_disk: Path) -> None:
    (tiny_disk / "filler").write_bytes(b"x" * 500_000)
    with pytest.raises(KnownError, match=r"disk is full|did not take|could not be made"):
        create(tiny_disk / "a.s3desk", default_catalogue(), full_records(), who="x", stored=stored_bytes())
    assert [found.name for found in tiny_disk.iterdir()] == ["filler"]


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_file_that_vanishes_under_us_is_told_and_can_be_closed(tmp_path: Path, *, whole_folder: bool) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = full_workspace(folder)
    shutil.rmtree(folder) if whole_folder else made.path.unlink()
    before = made.content
    with pytest.raises(KnownError, match="is no longer in its folder"):
        answering.rate(made, Q, 1)
    assert made.content == before
    made.close()


def _die_while_writing(path: Path) -> None:
    """A change that has reached the disk in part: pages are spilled, the journal is hot, nothing is committed."""
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in ("journal_mode = TRUNCATE", "cache_size = 1", "synchronous = FULL"):
        raw.execute(f"PRAGMA {statement}")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE answer SET comment = ?, rating = NULL", (LONG,))
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def interrupted(path: Path) -> Path:
    """A file whose writer was killed in the middle of a change."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    child = os.fork()
    if child == 0:
        _die_while_writing(path)
    os.waitpid(child, 0)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0, "the journal should be hot"
    return path


@pytest.mark.parametrize("read_only", [True, False])
def test_an_unfinished_change_is_taken_back_at_opening(interrupted: Path, *, read_only: bool) -> None:
    opened = open_workspace(interrupted, who="x", read_only=read_only)
    assert LONG not in {answer.comment for answer in map(opened.content.answer, (Q, "body.staff"))}
    assert opened.content.answer("body.staff").comment.startswith("Five full-time posts")
    opened.close()
    assert [found.name for found in interrupted.parent.iterdir()] == [interrupted.name]


def _open_for_reading(path: Path) -> str:
    try:
        open_workspace(path, who="nobody", read_only=True).close()
    except KnownError as error:
        return str(error)
    return "opened"


def test_where_nothing_may_be_written_an_unfinished_change_is_no_crash(
    interrupted: Path, open_folder: Path, as_nobody: AsNobody
) -> None:
    for name in (interrupted.name, f"{interrupted.name}-journal"):
        shutil.copy(interrupted.with_name(name), open_folder / name)
        (open_folder / name).chmod(0o444)
    open_folder.chmod(0o555)
    assert "cannot be written now" in as_nobody(lambda: _open_for_reading(open_folder / interrupted.name))


def test_an_empty_file_that_was_just_begun_can_be_filled_in_small_steps(tmp_path: Path) -> None:
    made = create(tmp_path / "a.s3desk", default_catalogue(), empty_records(), who="x")
    for question in made.catalogue.questions:
        answering.rate(made, question.id, 3)
    made.close()
    again = open_workspace(made.path, who="x")
    assert len(again.history()) == 74
    again.close()

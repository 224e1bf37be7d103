"""One writer at a time: who comes second reads, is told who writes, and never stands in the writer's way."""

import json
import multiprocessing
import os
import signal
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.operations import answering
from s3desk.queries.report import gather
from s3desk.workspace.files import open_workspace
from s3desk.workspace.lock import WriterLock, note_beside, was_left_open
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW
from tests.unit.workspace.conftest import AsNobody

Q = "analysis.digital"


def _hold(path: Path, pipe: Connection) -> None:
    """What the other process does: open, say so, rate on request, close at the end."""
    opened = open_workspace(path, who="Roberta Conti")
    pipe.send(opened.read_only)
    while (rating := pipe.recv()) is not None:
        answering.rate(opened, Q, rating)
        pipe.send(rating)
    opened.close()
    pipe.send("closed")


@contextmanager
def other_process(path: Path) -> Iterator[tuple[Connection, int]]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold, args=(path, theirs))
    process.start()
    theirs.close()
    try:
        assert ours.poll(60), "the other process did not open the file"
        assert ours.recv() is False
        yield ours, process.pid or 0
    finally:
        process.kill()
        process.join()


def test_who_comes_second_reads_and_is_told_who_writes(path: Path) -> None:
    with other_process(path) as (pipe, _):
        second = open_workspace(path, who="Marco Ferri")
        assert second.read_only
        assert second.holder is not None
        assert (second.holder.name, bool(second.holder.computer)) == ("Roberta Conti", True)
        with pytest.raises(KnownError, match=r"open for reading only\. Nothing was changed\."):
            answering.rate(second, Q, 1)
        with pytest.raises(KnownError, match="open for reading only"):
            second.attach(b"x")
        assert second.next_undo is None
        gather(second)
        for rating in (0, 5):
            pipe.send(rating)
            assert pipe.poll(10), "a reader keeps the writer from saving"
            assert pipe.recv() == rating
        second.close()
        pipe.send(None)
        assert pipe.recv() == "closed"
    third = open_workspace(path, who="Marco Ferri")
    assert not third.read_only
    assert third.content.answer(Q).rating == 5
    third.close()


def test_a_writer_that_was_killed_leaves_the_file_free(path: Path) -> None:
    with other_process(path) as (pipe, pid):
        pipe.send(0)
        assert pipe.recv() == 0
        os.kill(pid, signal.SIGKILL)
        assert pipe.poll(10)
    after = open_workspace(path, who="Marco Ferri")
    assert not after.read_only
    assert after.content.answer(Q).rating == 0
    after.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_the_same_process_cannot_write_twice_either(workspace: Workspace) -> None:
    second = open_workspace(workspace.path, who="x")
    assert second.read_only
    second.close()
    answering.rate(workspace, Q, 1)


def test_closing_the_reader_leaves_the_lock_with_the_writer(workspace: Workspace) -> None:
    open_workspace(workspace.path, who="x").close()
    third = open_workspace(workspace.path, who="y")
    assert third.read_only
    assert third.holder is not None
    assert third.holder.name == "R. Conti"
    third.close()


@pytest.mark.parametrize(
    "note",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"name": "A"}',
        '{"name": 1, "computer": 2, "since": "soon"}',
        '{"name": "A", "computer": "B", "since": "2026-11-16", "process": 1e999}',
    ],
    ids=range(8),
)
def test_a_broken_note_names_nobody(tmp_path: Path, note: str) -> None:
    lock = WriterLock(tmp_path / "a.s3desk")
    (tmp_path / "~$a.s3desk.note").write_text(note, encoding="utf-8")
    assert lock.holder() is None


def test_the_note_says_who_where_and_since_when(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "a.s3desk")
    assert lock.take("Zoë Ćosić", NOW)
    note = json.loads((tmp_path / "~$a.s3desk.note").read_text(encoding="utf-8"))
    assert note["name"] == "Zoë Ćosić"
    assert note["since"] == NOW.isoformat()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_another_program_in_the_middle_of_writing_is_waited_for_and_then_named(workspace: Workspace) -> None:
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM answer").fetchone()
    before = workspace.content
    with pytest.raises(KnownError, match=r"Another program uses assessment\.s3desk just now"):
        answering.rate(workspace, Q, 1)
    assert workspace.content == before
    other.close()
    answering.rate(workspace, Q, 2)
    assert workspace.content.answer(Q).rating == 2
    assert len(workspace.history()) == 2


def test_nothing_is_locked_between_two_calls(workspace: Workspace) -> None:
    answering.rate(workspace, Q, 1)
    assert workspace.next_undo is not None
    assert workspace.next_redo is None
    workspace.history()
    workspace.missing_attachments(["0" * 64])
    other = sqlite3.connect(workspace.path, isolation_level=None, timeout=0)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("ROLLBACK")
    other.close()


def _nobody_opens(path: Path) -> str:
    opened = open_workspace(path, who="nobody")
    try:
        gather(opened)
        answering.rate(opened, Q, 1)
    except KnownError as error:
        return f"{opened.read_only} {error}"
    finally:
        opened.close()
    return "written"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_or_folder_that_may_not_be_written_is_opened_for_reading(
    path: Path, open_folder: Path, as_nobody: AsNobody, what: str
) -> None:
    target = Path(path.rename(open_folder / path.name))
    target.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH if what == "file" else 0o666)
    open_folder.chmod(0o777 if what == "file" else 0o555)
    before = target.read_bytes()
    assert as_nobody(lambda: _nobody_opens(target)).startswith("True assessment.s3desk is open for reading only")
    assert target.read_bytes() == before
    assert [found.name for found in open_folder.iterdir()] == [path.name]


def test_a_file_that_may_not_be_read_says_so(path: Path, open_folder: Path, as_nobody: AsNobody) -> None:
    target = Path(path.rename(open_folder / path.name))
    target.chmod(0)
    assert "You may not read assessment.s3desk. Nothing was changed." in as_nobody(lambda: _nobody_opens(target))


def test_a_file_that_was_not_closed_says_so_at_the_next_opening(path: Path) -> None:
    with other_process(path) as (pipe, pid):
        assert not was_left_open(path), "its writer is still there"
        pipe.send(3)
        assert pipe.recv() == 3
        os.kill(pid, signal.SIGKILL)
        assert pipe.poll(10)
    assert was_left_open(path)
    after = open_workspace(path, who="Marco Ferri")
    assert after.left_open
    assert after.changed_at == after.history()[-1].at
    after.close()
    again = open_workspace(path, who="Marco Ferri")
    assert not again.left_open
    again.close()
    assert not was_left_open(path)


def test_a_file_left_open_on_another_computer_is_not_judged_from_here(path: Path) -> None:
    note = {"name": "A", "computer": "elsewhere", "since": NOW.isoformat(), "process": 1}
    note_beside(path).write_text(json.dumps(note), encoding="utf-8")
    assert not was_left_open(path)

"""A writer that is killed 300 times while it writes: nothing acknowledged is lost, nothing is torn."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Answer, AnswerState, FactValue, SavedVersion
from s3desk.operations import versioning
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, saved, workspace_of

KILLS = 300
COUNTER = "analysis.up-to-date/years"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9"),
]


def write_step(workspace: Workspace, step: int) -> None:
    """Step n: two records of one change say n; before every seventh step a version is saved (many pages)."""
    questions = workspace.catalogue.questions
    if step % 7 == 0:
        versioning.save_version(workspace, f"Before {step}")
    with workspace.changing("Rate question {number}", number=step) as tx:
        tx.put(FactValue(COUNTER, str(step)))
        tx.put(Answer(questions[step % len(questions)].id, AnswerState.RATED, step % 6, comment=f"{step} " * 200))


def counted(content: Content) -> int:
    fact = content.get(FactValue, COUNTER)
    return int(fact.value) if fact else 0


def writing_child(path: Path, acknowledge: int) -> None:
    """Write step after step and say each number when its step is on the disk; never ends by itself."""
    workspace = open_workspace(path, who="child")
    step = counted(workspace.content)
    while True:
        step += 1
        write_step(workspace, step)
        os.write(acknowledge, step.to_bytes(4, "big"))


def killed_while_writing(path: Path, moment: float) -> int:
    """Start a writer, kill it some time after its first step, and return the last step that it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            writing_child(path, writer)
        finally:
            os._exit(1)
    os.close(writer)
    heard = os.read(reader, 4)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 4096):
        heard += more
    os.close(reader)
    return int.from_bytes(heard[-4:], "big")


def check(path: Path, acknowledged: int) -> int:
    """Open the file as the officer would, and compare it with what the steps must have made of it."""
    workspace = open_workspace(path, who="parent")
    content, questions = workspace.content, workspace.catalogue.questions
    assert not workspace.read_only, "the dead writer still holds the file"
    step = counted(content)
    assert acknowledged <= step <= acknowledged + 1
    for back in range(min(step, len(questions))):
        done = step - back
        answer = content.answer(questions[done % len(questions)].id)
        assert answer.comment.split()[:1] == [str(done)], "torn: two records of one change differ"
        assert answer.rating == done % 6
    versions = {version.name for version in content.all(SavedVersion)}
    assert versions >= {f"Before {number}" for number in range(7, step + 1, 7)}
    workspace.close()
    return step


def replayed(workspace: Workspace) -> Content:
    """The content that the journal tells."""
    found = content_of(())
    for entry in workspace.history():
        found = found.with_changes(entry.changes)
    return found


def test_300_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    made = workspace_of(tmp_path, empty_records())
    made.close()
    chance = random.Random(1705)
    started = time.perf_counter()
    hot = 0
    for number in range(KILLS):
        acknowledged = killed_while_writing(made.path, chance.uniform(0, 0.02))
        journal = made.path.with_name(f"{made.path.name}-journal")
        hot += journal.exists() and journal.stat().st_size > 0
        step = check(made.path, acknowledged)
        assert step > number
        assert [found.name for found in tmp_path.iterdir()] == [made.path.name]
    last = open_workspace(made.path, who="parent")
    assert replayed(last) == last.content
    for version in last.content.all(SavedVersion):
        assert counted(saved(last, version.id)) == int(version.name.split()[1]) - 1
    last.close()
    print(f"{KILLS} kills, {step} steps, {hot} in the middle of a change, {time.perf_counter() - started:.0f} s")  # noqa: T201
    assert hot > 0, "no kill met a running change: the test would prove nothing"

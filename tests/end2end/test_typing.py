"""Typing is sacred: a window that is killed while an officer types loses at most the last moment of it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from s3desk.desktop import theme
from s3desk.workspace.files import open_workspace
from tests.builders import empty_records, workspace_of
from tests.end2end.typist import CRITERION, QUESTION, TEXT

KILLS = 20
SLOWNESS = 0.35
"""Two shared cores may hold up a timer and a commit for this long."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9"),
]


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the typist: a field and how much it held, or a rating, and when."""

    what: str
    number: int
    at: float


def killed_while_typing(path: Path, seed: int, moment: float) -> tuple[list[Said], float]:
    """Let a typist type for a moment, kill it, and return what it said and when it died."""
    command = [sys.executable, "-m", "tests.end2end.typist", str(path), str(seed)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as typist:
        assert typist.stdout is not None
        first = typist.stdout.readline()
        assert first, "the window did not open"
        time.sleep(moment)
        died = time.monotonic()
        typist.kill()
        lines = [first, *typist.stdout]
    return list(said_in(lines)), died


def said_in(lines: list[str]) -> Iterator[Said]:
    """What the lines tell; the last one may be cut by the kill."""
    for line in lines:
        if line.endswith("\n"):
            what, number, at = line.split()
            yield Said(what, int(number), float(at))


def loss(said: list[Said], field: str, stored: str, died: float) -> float:
    """How old the first key is that was typed into a field and is not in the file; 0 when all are."""
    assert TEXT.startswith(stored), "torn"
    lost = [one.at for one in said if one.what == field and one.number > len(stored)]
    return died - min(lost) if lost else 0.0


def test_a_kill_while_typing_loses_only_the_last_moment(tmp_path: Path) -> None:
    made = workspace_of(tmp_path, empty_records())
    made.close()
    chance = random.Random(2027)
    allowed = theme.current().tokens.times["save_after_last_key"] / 1000 + SLOWNESS
    losses, keys = [], 0
    for seed in range(KILLS):
        said, died = killed_while_typing(made.path, seed, chance.uniform(0.2, 2.5))
        reopened = open_workspace(made.path, who="parent")
        answer, fulfilment = reopened.content.answer(QUESTION), reopened.content.fulfilment(CRITERION)
        assert not reopened.read_only, "the dead window still holds the file"
        losses.append(loss(said, "Comment", answer.comment, died))
        losses.append(loss(said, "Justification", fulfilment.justification, died))
        rated = [one.number for one in said if one.what == "Rating"][-1]
        assert answer.rating in {rated % 6, (rated + 1) % 6}
        reopened.close()
        keys += len(said)
    hit = [one for one in losses if one]
    print(f"{KILLS} kills, {keys} keys, {len(hit)} with unsaved typing, at most {max(losses):.2f} s of it")  # noqa: T201
    assert max(losses) <= allowed
    assert hit, "no kill met unsaved typing: the test would prove nothing"

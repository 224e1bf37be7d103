"""The progress line: shown to a person at a terminal, never in a file or pipe, and gone at the end."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import full_workspace

COMMAND = Path(sys.executable).with_name("s3desk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = full_workspace(tmp_path)
    made.close()
    return made.path


def at_a_terminal(words: list[str], folder: Path, stop: float | None = None) -> tuple[int, str]:
    """Run a command whose errors go to a terminal; after `stop` seconds of work Ctrl+C is pressed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([str(COMMAND), *words], cwd=folder, stderr=theirs, stdout=subprocess.DEVNULL) as running:
        os.close(theirs)
        shown = b""
        if stop is not None:
            time.sleep(stop)
            running.send_signal(signal.SIGINT)
        while True:
            try:
                part = os.read(ours, 10_000)
            except OSError:  # the other end was closed
                break
            if not part:
                break
            shown += part
        os.close(ours)
    return running.returncode, shown.decode(errors="replace")


def test_a_person_sees_how_far_it_is_and_nothing_remains(path: Path) -> None:
    code, shown = at_a_terminal(["export", path.name, "--what", "report", "--out", "a.pdf"], path.parent)
    assert code == 0
    lines = shown.split("\r")
    shares = [int(line[:3]) for line in lines if line.strip()]
    assert shares == sorted(shares)
    assert len(set(shares)) > 5
    assert any("Page 5" in line for line in lines)
    assert lines[-2].strip() == lines[-1] == ""
    assert all(len(line) < 80 for line in lines)
    assert "\n" not in shown
    code, shown = at_a_terminal(["import", "a.pdf", "--out", "b.s3desk"], path.parent)
    assert code == 0
    assert "a.pdf" in shown


def test_nothing_of_it_goes_into_a_pipe(path: Path) -> None:
    words = [str(COMMAND), "export", path.name, "--what", "data", "--out", "a.json"]
    done = subprocess.run(words, cwd=path.parent, capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.25, 0.4, 0.55])
def test_ctrl_c_leaves_nothing(path: Path, seconds: float) -> None:
    code, _ = at_a_terminal(["export", path.name, "--what", "data", "--out", "a.json"], path.parent)
    assert code == 0
    before = sorted(path.parent.iterdir())
    code, shown = at_a_terminal(["import", "a.json", "--out", "b.s3desk"], path.parent, stop=seconds)
    left = sorted(found for found in path.parent.iterdir() if found not in before)
    if code == 0:
        assert left == [path.with_name("b.s3desk")]
    else:
        finished = left == [path.with_name("b.s3desk")]  # it may have ended its work just before the key was pressed
        assert finished or left == []
        assert finished or "stopped" in shown or "KeyboardInterrupt" in shown

"""An independent program works with the real window through the accessibility tree alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from s3desk.domain.records import AnswerState
from s3desk.workspace.files import open_workspace

SYSTEM_PYTHON = "/usr/bin/python3"
VISITOR = Path(__file__).with_name("screen_reader.py")
COMMENT = "The register is kept by hand; a tool is planned."


def _can_listen() -> bool:
    if not all(shutil.which(program) for program in ("Xvfb", "xauth", "xvfb-run", "dbus-run-session")):
        return False
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.mark.slow
def test_the_example_is_rated_commented_and_reported_without_seeing_it(tmp_path: Path) -> None:
    if not _can_listen():
        pytest.skip("not installed here: Xvfb, dbus-run-session or python3-pyatspi")
    home = tmp_path / "home"
    script = (
        f'"{sys.executable}" -m s3desk & window=$!; {SYSTEM_PYTHON} "{VISITOR}" "$1"; code=$?; kill $window; exit $code'
    )
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "bash", "-c", script, "visit", COMMENT]
    environment = os.environ | {
        "S3DESK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    visit = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    assert visit.returncode == 0, visit.stdout + visit.stderr
    files = list((home / "documents").rglob("*.s3desk"))
    assert len(files) == 1
    workspace = open_workspace(files[0], who="x", read_only=True)
    question = workspace.catalogue.criterion("monitoring").questions[9]
    answer = workspace.content.answer(question.id)
    workspace.close()
    assert (answer.state, answer.rating, answer.comment) == (AnswerState.RATED, 4, COMMENT)
    reports = list((home / "documents").rglob("*.pdf"))
    assert len(reports) == 1
    assert reports[0].read_bytes().startswith(b"%PDF-")

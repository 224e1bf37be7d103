"""The layers hold: checked by import-linter, and by processes in which the heavy libraries cannot be imported."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import full_workspace

ROOT = Path(__file__).resolve().parents[2]

_WITHOUT = """
import sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {refused!r}:
            raise ImportError(name + " is not for the command line")

sys.meta_path.insert(0, Refused())
from s3desk.__main__ import main
sys.argv = ["s3desk", *{words!r}]
sys.exit(main())
"""


def run_without(refused: tuple[str, ...], *words: str) -> subprocess.CompletedProcess[str]:
    code = _WITHOUT.format(refused=refused, words=words)
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = full_workspace(tmp_path)
    made.close()
    return made.path


@pytest.mark.slow
def test_import_linter_keeps_every_contract() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_refusal_itself_works() -> None:
    assert "is not for the command line" in run_without(("argparse",), "--version").stderr


@pytest.mark.parametrize("words", [["--version"], ["info", "FILE"], ["check", "FILE"], ["export", "FILE"]])
def test_the_command_line_runs_where_there_is_no_qt(path: Path, words: list[str]) -> None:
    given = [str(path) if word == "FILE" else word for word in words]
    if words[0] == "export":
        given += ["--what", "table12", "--out", str(path.with_name("t.xlsx"))]
    done = run_without(("PySide6", "shiboken6"), *given)
    assert done.stderr == ""
    assert done.returncode == (1 if words[0] == "check" else 0)


@pytest.mark.parametrize("words", [["--version"], ["info", "FILE"], ["check", "FILE", "--json"]])
def test_reading_needs_no_document_library(path: Path, words: list[str]) -> None:
    given = [str(path) if word == "FILE" else word for word in words]
    done = run_without(("docx", "openpyxl", "reportlab", "PIL", "pikepdf", "PySide6"), *given)
    assert done.stderr == ""
    assert done.stdout


def test_asking_for_the_version_imports_no_database() -> None:
    code = "import sys; from s3desk import __version__; import s3desk.__main__; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""`s3desk import WORKBOOK --into FILE`: differences as a list, nothing written before they are accepted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from s3desk.cli.main import run
from s3desk.workspace.files import open_workspace
from tests.unit.formats.filled_workbooks import sent_and_filled

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

CELLS = {"Answers!C5": 2, "Answers!E14": "Two lines\nof comment", "Answers!C7": 7, "Actions!D5": "Another action"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return sent_and_filled(tmp_path, CELLS)


def said(
    file: Path, capsys: pytest.CaptureFixture[str], *words: str, source: str = "filled.xlsx"
) -> tuple[int, str, str]:
    code = run(["import", str(file.with_name(source)), "--into", str(file), *words])
    out, err = capsys.readouterr()
    return code, out, err


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("words", [[], ["--accept", "none"]])
def test_the_differences_are_listed_and_nothing_is_written(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    before = digest(file), file.stat().st_mtime_ns
    code, out, err = said(file, capsys, *words)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[:5] == [
        "Valdoria, workbook of 16 November 2026",
        "",
        "1 Up-to-date analysis",
        "   1  1.1   Rating: 4 Strong -> 2 To be improved",
        "   2  1.10  Comment: (empty) -> Two lines of comment",
    ]
    assert "      Answers, C7: “7” is not on the scale. Choose 0 to 5, or a word from the list of the cell." in lines
    assert "3 differences, 1 cell refused." in lines
    assert lines[-1].startswith("Nothing was changed.")
    assert (digest(file), file.stat().st_mtime_ns) == before


@pytest.mark.parametrize(("accept", "taken"), [("all", 3), ("1", 1), ("1-2", 2), ("3, 1", 2)])
def test_what_is_accepted_is_taken_in_one_step(
    file: Path, capsys: pytest.CaptureFixture[str], accept: str, taken: int
) -> None:
    code, out, _ = said(file, capsys, "--accept", accept)
    assert code == 0
    assert out.splitlines()[-1] == f"{taken} change{'s' if taken > 1 else ''} taken."
    workspace = open_workspace(file, who="x", read_only=True)
    entry = workspace.history()[-1]
    workspace.close()
    assert entry.values == {"name": "filled.xlsx"}
    assert len(entry.changes) == taken
    _, again, _ = said(file, capsys)
    assert f"{3 - taken} difference" in again


@pytest.mark.parametrize(("accept", "sentence"), [
    ("4", "There is no difference 4."), ("0", "There is no difference 0."), ("1,x", "“x” is not a number of the list."),
    ("1-99", "There is no difference 4."), ("", "“” is not a number of the list."),
])  # fmt: skip
def test_numbers_that_are_not_in_the_list_are_refused(
    file: Path, capsys: pytest.CaptureFixture[str], accept: str, sentence: str
) -> None:
    before = digest(file)
    code, _, err = said(file, capsys, "--accept", accept)
    assert code == 2
    assert sentence in err
    assert "Nothing was changed." in err
    assert len(err.strip().splitlines()) == 2
    assert digest(file) == before


@pytest.mark.parametrize("words", [[], ["--accept", "all"]])
def test_a_workbook_that_nobody_filled_in_changes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, out, err = said(file, capsys, *words, source="sent.xlsx")
    assert (code, err) == (0, "")
    assert out.splitlines()[-2:] == ["0 differences, 0 cells refused.", "Nothing was changed."]


def test_a_workbook_without_its_file_is_told_where_it_belongs(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(file.with_name("filled.xlsx")), "--out", str(file.with_name("new.s3desk"))]) == 2
    assert "a workbook comes back into its own file" in capsys.readouterr().err
    assert not file.with_name("new.s3desk").exists()


def test_only_a_workbook_has_something_to_accept(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "x.json", "--out", str(file.with_name("y.s3desk")), "--accept", "all"]) == 2
    assert "Use --accept together with --into." in capsys.readouterr().err


def test_both_places_at_once_are_refused(file: Path) -> None:
    with pytest.raises(SystemExit):
        run(["import", "x.xlsx", "--into", str(file), "--out", "y.s3desk"])

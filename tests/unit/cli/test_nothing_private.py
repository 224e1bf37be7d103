"""Private by proof: marks in every private field of a file, and none of them in anything that leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from s3desk.cli.main import run
from s3desk.domain.records import SavedVersion
from s3desk.domain.requests import RequestText
from s3desk.formats.registry import OUTPUTS, suffixes_of
from s3desk.operations import answering, versioning
from tests.builders import workspace_of
from tests.everything import everything_in
from tests.private import seeded_private
from tests.valdoria import full_records, stored_bytes

EVERY_OUTPUT = [(what, suffix) for what in OUTPUTS for suffix in suffixes_of(what)]
MARKS = ("QSEED", "QPRIVATE")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Marks in every private field, in a saved version, in the history, and in who wrote it."""
    records, _ = seeded_private(full_records())
    workspace = workspace_of(tmp_path_factory.mktemp("seeded"), records, stored_bytes())
    workspace.who = "QSEED-who"
    versioning.save_version(workspace, "Before")
    answering.comment(workspace, "analysis.digital", "QSEED-history")
    answering.comment(workspace, "analysis.digital", "taken back")
    workspace.close()
    return workspace.path


def exported(file: Path, out: Path, *words: str) -> str:
    assert run(["export", str(file), "--out", str(out), *words]) == 0
    return everything_in(out)


@pytest.mark.parametrize(("what", "suffix"), EVERY_OUTPUT)
def test_no_output_holds_anything_private(file: Path, tmp_path: Path, what: str, suffix: str) -> None:
    found = exported(file, tmp_path / f"out{suffix}", "--what", what)
    assert "Valdoria" in found or "RIS3" in found, "the test would prove nothing"
    assert [mark for mark in MARKS if mark in found] == []


@pytest.mark.parametrize("words", [["--with-evidence"], ["--second-language", "de"], ["--compare-with", "Before"]])
def test_nor_does_a_report_of_another_kind(file: Path, tmp_path: Path, words: list[str]) -> None:
    found = exported(file, tmp_path / "out.pdf", "--what", "report", *words)
    assert "Valdoria" in found
    assert [mark for mark in MARKS if mark in found] == []


def test_nor_does_the_folder_with_all_evidence(file: Path, tmp_path: Path) -> None:
    found = exported(file, tmp_path / "evidence", "--what", "evidence")
    assert "00_index" in found
    assert [mark for mark in MARKS if mark in found] == []


def test_the_same_search_finds_what_an_internal_report_holds(file: Path, tmp_path: Path) -> None:
    found = exported(file, tmp_path / "out.pdf", "--what", "report", "--profile", "internal")
    _, marks = seeded_private(one for one in full_records() if not isinstance(one, SavedVersion | RequestText))
    assert len([mark for mark in marks if mark in found]) > len(marks) / 2

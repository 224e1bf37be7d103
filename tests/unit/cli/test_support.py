"""Requests and services on the command line."""

from pathlib import Path

import pytest

from s3desk.catalogue.service_files import as_yaml, shipped_services
from s3desk.cli.main import run
from tests.builders import full_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = full_workspace(tmp_path)
    made.close()
    return made.path


def test_start_list_and_write(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["request", str(path), "--list"]) == 0
    assert run(["request", str(path), "--new", "matchmaking-text", "--for", "7.2"]) == 0
    out = tmp_path / "text.txt"
    assert (
        run(["request", str(path), "--new", "participation-note", "--for", "6", "--title", "WG", "--out", str(out)])
        == 0
    )
    assert run(["request", str(path)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[:3] == ["No requests.", "R-01", "R-02"]
    assert printed[4:] == [
        "R-01  Draft     Partnerships and networks (Matchmaking: the two questions for 7.2)",
        "R-02  Draft     WG (Note on taking part in a group or event for 6)",
    ]
    assert "Working group: industrial transition" in out.read_text("utf-8")
    assert run(["request", str(path), "--request", "R-01", "--out", str(tmp_path / "r.docx")]) == 0
    assert (tmp_path / "r.docx").stat().st_size > 10_000


def test_what_cannot_be_done_is_said(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "there.txt").write_text("x")
    for words, sentence in (
        (["--new", "nothing"], "There is no kind nothing."),
        (["--new", "matchmaking-text", "--for", "9.9"], "There is no criterion or question 9.9."),
        (["--out", "x.txt"], "There is no request in this file."),
        (["--out", str(tmp_path / "there.txt")], "there.txt exists already."),
        (["--request", "R-07", "--out", "x.txt"], "There is no request R-07."),
    ):
        assert run(["request", str(path), *words]) == 2
        assert sentence in capsys.readouterr().err


def test_services_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = shipped_services().plain["matchmaking"]
    (tmp_path / "own.yaml").write_text(as_yaml([plain]), "utf-8")
    assert run(["services", "check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 services, 0 forms. No faults.\n"
    strange = {**plain, "fits": [{"criteria": ["weather"], "reason": {"en": "Rain"}}]}
    (tmp_path / "own.yaml").write_text(as_yaml([strange]), "utf-8")
    assert run(["services", "check", str(tmp_path / "own.yaml")]) == 1
    assert "matchmaking: weather" in capsys.readouterr().out
    (tmp_path / "own.yaml").write_text("format: 9\n", "utf-8")
    assert run(["services", "check", str(tmp_path)]) == 2
    assert "own.yaml:1: 1 was expected" in capsys.readouterr().err

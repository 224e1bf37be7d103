"""The commands that look at a whole: a catalogue folder, the worked example, the program itself."""

import json
import shutil
from pathlib import Path

import pytest

from s3desk.basics.resources import resource
from s3desk.catalogue.known import DEFAULT
from tests.unit.cli.test_commands import could_not, digest, s3


def test_the_shipped_catalogue_has_no_faults() -> None:
    done = s3("catalogue", "check", resource("catalogues", DEFAULT))
    assert done.returncode == 0
    assert "7 criteria, 73 questions, 21 of them core. No faults." in done.stdout
    assert "Our wording: de, en." in done.stdout


def test_all_faults_of_a_folder_are_listed_with_file_and_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resource("catalogues", DEFAULT), tmp_path / "ours"))
    for name in ("1-analysis", "2-body"):
        path = folder / "criteria" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("core: true", "core: 7", 1), encoding="utf-8")
    before = {path: digest(path) for path in folder.rglob("*.yaml")}
    done = s3("catalogue", "check", folder)
    assert done.returncode == 2
    head, *faults, hint = done.stderr.strip().split("\n")
    assert head == "s3desk: The catalogue in ours has 2 faults:"
    assert [fault.split(" ")[0] for fault in faults] == ["criteria/1-analysis.yaml:6:", "criteria/2-body.yaml:6:"]
    assert hint == "Mend the lines named above and check the folder again."
    assert {path: digest(path) for path in folder.rglob("*.yaml")} == before


def test_what_is_no_catalogue_folder(tmp_path: Path) -> None:
    could_not(s3("catalogue", "check", tmp_path / "none"), "is not a folder")
    done = s3("catalogue", "check", tmp_path)
    assert done.returncode == 2
    assert "catalogue.yaml:1: the file is missing" in done.stderr


@pytest.mark.slow
def test_demo_writes_exactly_six_files_and_prints_their_paths(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b c"
    done = s3("demo", "--out", out)
    assert done.stderr == ""
    assert done.returncode == 0
    printed = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(printed) == sorted(out.iterdir())
    endings = ["report-outgoing.pdf", "report-internal.pdf", "workbook-internal.xlsx", "table12.xlsx"]
    endings += ["data-internal.json"]
    assert len(printed) == 6
    assert printed[0].suffix == ".s3desk"
    assert [path.name.endswith(f"-{end}") for path, end in zip(printed[1:], endings, strict=True)] == [True] * 5
    assert json.loads(printed[-1].read_text(encoding="utf-8"))["records"]["assessment"][0]["example"] is True
    before = digest(printed[0])
    assert s3("demo", "--out", out).returncode == 0
    assert digest(printed[0]) == before, "an example that somebody works in is kept"


def test_demo_where_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    could_not(s3("demo", "--out", tmp_path / "taken"), "could not be made")


@pytest.mark.slow
def test_the_program_tests_itself_and_leaves_nothing(tmp_path: Path) -> None:
    done = s3("self-test", folder=tmp_path)
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "good  data came back equal"
    assert list(tmp_path.iterdir()) == []

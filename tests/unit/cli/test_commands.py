"""Each command as a real process: exit code, one sentence and a hint, no traceback, the input untouched."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import s3desk
from tests.builders import empty_records, full_workspace, workspace_of

COMMAND = Path(sys.executable).with_name("s3desk")


def s3(*words: object, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *map(str, words)],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def could_not(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    """Exit code 2, one sentence with the program's name, one hint, nothing else."""
    assert done.returncode == 2, (done.stdout, done.stderr)
    lines = done.stderr.strip().split("\n")
    assert lines[0].startswith("s3desk: ")
    assert sentence in lines[0]
    assert len(lines) == 2, done.stderr
    assert lines[1].endswith(".")
    assert "Traceback" not in done.stderr


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The whole example in a folder whose name has a space and an accent."""
    folder = tmp_path / "Regione Città"
    folder.mkdir()
    made = full_workspace(folder)
    made.close()
    return made.path


def test_version() -> None:
    done = s3("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"S3 Desk {s3desk.__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["catalogue", "check", "--help"]])
def test_help_says_what_can_be_done(words: list[str]) -> None:
    done = s3(*words)
    assert done.returncode == 0
    assert done.stdout.startswith("usage: s3desk")


@pytest.mark.parametrize("words", [
    ["fly"], ["info"], ["export", "x.s3desk"], ["catalogue"], ["check", "a", "b"], ["import", "x.json"],
    ["export", "x.s3desk", "--what", "poem", "--out", "x.pdf"],
    ["export", "x.s3desk", "--what", "report", "--language", "xx", "--out", "x.pdf"],
])  # fmt: skip
def test_wrong_words_give_2_and_no_traceback(words: list[str], tmp_path: Path) -> None:
    done = s3(*words, folder=tmp_path)
    assert done.returncode == 2
    assert "usage: s3desk" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


READING = {
    "info": ["info", "FILE"],
    "info as JSON": ["info", "FILE", "--json"],
    "check": ["check", "FILE"],
    "check as JSON": ["check", "FILE", "--json"],
    "data": ["export", "FILE", "--what", "data", "--profile", "internal", "--out", "OUT/d.json"],
    "table12": ["export", "FILE", "--what", "table12", "--out", "OUT/t.xlsx"],
    "workbook": ["export", "FILE", "--what", "workbook", "--out", "OUT/w.XLSX"],
    "note": ["export", "FILE", "--what", "note", "--out", "OUT/n.docx"],
    "report": ["export", "FILE", "--what", "report", "--out", "OUT/r.pdf"],
}


@pytest.mark.parametrize("case", READING)
def test_a_command_that_reads_leaves_the_file_byte_for_byte(path: Path, tmp_path: Path, case: str) -> None:
    out = tmp_path / "out put"
    out.mkdir()
    before = digest(path), path.stat().st_mtime_ns
    done = s3(*(word.replace("FILE", str(path)).replace("OUT", str(out)) for word in READING[case]))
    assert done.stderr == ""
    assert done.returncode == (1 if case.startswith("check") else 0)
    assert done.stdout
    assert (digest(path), path.stat().st_mtime_ns) == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    written = list(out.iterdir())
    assert len(written) == ("OUT" in " ".join(READING[case]))
    assert all(found.stat().st_size > 1000 and not found.name.startswith("~") for found in written)


def test_a_note_takes_a_house_template_and_nothing_else_does(path: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    assert s3("export", path, "--what", "note", "--out", first).returncode == 0
    done = s3("export", path, "--what", "note", "--out", second, "--template", first)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{second}\n", "")
    out = tmp_path / "third.docx"
    refused = s3("export", path, "--what", "note", "--out", out, "--template", path)
    could_not(refused, "cannot be used as a template: it is not a Word document. Nothing was written.")
    pdf = ("--out", out.with_suffix(".pdf"), "--template", first)
    could_not(s3("export", path, "--what", "note", *pdf), "Only the note in Word form takes a template.")
    assert sorted(found.name for found in tmp_path.iterdir() if found.is_file()) == ["first.docx", "second.docx"]


def test_the_evidence_goes_into_a_new_folder(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "evidence"
    before = digest(path)
    done = s3("export", path, "--what", "evidence", "--out", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    names = sorted(found.name for found in out.iterdir())
    assert names[:2] == ["00_index.pdf", "00_index.xlsx"]
    assert "C6_E10_transition-roadmap-draft.pdf" in names
    could_not(s3("export", path, "--what", "evidence", "--out", out, "--force"), "evidence exists already.")
    assert sorted(found.name for found in out.iterdir()) == names
    assert digest(path) == before


def test_german_is_spoken_already(path: Path, tmp_path: Path) -> None:
    done = s3("export", path, "--what", "table12", "--out", tmp_path / "t.xlsx", "--language", "de")
    assert done.stderr == ""
    assert done.returncode == 0


def test_info_as_json(path: Path) -> None:
    facts = json.loads(s3("info", path, "--json").stdout)
    assert facts["authority"] == "Autonomous Region of Valdoria"
    assert facts["fulfilment"] == "5 Yes, 1 No, 1 not decided"
    assert facts["condition"] == "No"
    assert facts["evidence"] == 12
    assert facts["saved_versions"] == ["November 2025"]


def test_check_lists_points_to_solve_first_and_counts_them(path: Path) -> None:
    lines = s3("check", path).stdout.splitlines()
    kinds = [line.split()[0] for line in lines[:-1]]
    assert kinds == sorted(kinds, reverse=True)
    assert lines[-1] == f"{kinds.count('solve')} to solve, {kinds.count('check')} to check"
    points = json.loads(s3("check", path, "--json").stdout)
    assert len(points) == len(kinds)
    assert {"kind": "not_decided", "to_solve": True, "criterion": "monitoring"}.items() <= points[0].items()


def test_output_survives_a_terminal_that_knows_only_ascii(path: Path) -> None:
    done = s3("info", path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Regione Citt\\xe0" in done.stdout


@pytest.mark.parametrize("command", ["info", "check", "export"])
@pytest.mark.parametrize(("content", "sentence"), [
    (None, "was not found in its folder"), (b"", "is empty"), (b"Dear colleague", "is not an S3 Desk file"),
    (b"SQLite format 3\0", "is damaged"),
])  # fmt: skip
def test_what_cannot_be_opened(tmp_path: Path, command: str, content: bytes | None, sentence: str) -> None:
    wrong = tmp_path / "wrong.s3desk"
    if content is not None:
        wrong.write_bytes(content)
    more = ["--what", "data", "--out", tmp_path / "x.json"] if command == "export" else []
    could_not(s3(command, wrong, *more), sentence)
    assert [found.name for found in tmp_path.iterdir()] == ([] if content is None else ["wrong.s3desk"])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    could_not(s3("info", tmp_path), "is a folder")


def test_new_makes_a_file_with_the_right_ending_and_never_replaces_one(tmp_path: Path) -> None:
    done = s3("new", "Città nuova", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Città nuova.s3desk\n")
    (made,) = tmp_path.iterdir()
    before = digest(made)
    could_not(s3("new", "Città nuova.s3desk", folder=tmp_path), "exists already. Nothing was changed.")
    assert digest(made) == before
    assert s3("check", made).returncode == 1
    could_not(s3("new", tmp_path / "none" / "x.s3desk"), "could not be made in this folder")
    could_not(s3("new", tmp_path / ("x" * 300)), "could not be made in this folder")


def test_export_replaces_only_with_force(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "data.json"
    out.write_text("mine", encoding="utf-8")
    could_not(s3("export", path, "--what", "data", "--out", out), "data.json exists already. Nothing was changed.")
    assert out.read_text(encoding="utf-8") == "mine"
    assert s3("export", path, "--what", "data", "--out", out, "--force").returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["profile"] == "outgoing"


@pytest.mark.parametrize("link", [False, True])
def test_even_force_does_not_replace_the_assessment_itself(path: Path, tmp_path: Path, *, link: bool) -> None:
    target = path.with_suffix(".json")
    path.rename(target)
    if link:
        (tmp_path / "link.json").symlink_to(target)
    before = digest(target)
    out = tmp_path / "link.json" if link else target
    could_not(s3("export", target, "--what", "data", "--out", out, "--force"), "would replace the assessment itself")
    assert digest(target) == before


@pytest.mark.parametrize(("what", "name", "sentence"), [
    ("report", "x.docx", "The output report cannot be written as .docx"),
    ("data", "x.pdf", "The output data cannot be written as .pdf"),
    ("workbook", "x", "cannot be written as a file without ending"),
    ("data", "none/x.json", "x.json could not be written"),
    ("data", "assessment.s3desk/x.json", "x.json could not be written"),
    ("data", "y" * 300 + ".json", ""),
])  # fmt: skip
def test_an_output_that_cannot_be_written(path: Path, what: str, name: str, sentence: str) -> None:
    before = digest(path)
    could_not(s3("export", path, "--what", what, "--out", path.parent / name), sentence)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert digest(path) == before


def test_an_output_that_is_a_folder_stays_one_even_with_force(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    (out / "inside").mkdir(parents=True)
    could_not(s3("export", path, "--what", "data", "--out", out, "--force"), "x.json could not be written")
    assert (out / "inside").is_dir()


def test_data_go_out_and_come_in(path: Path, tmp_path: Path) -> None:
    first, second, again = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "again.s3desk"
    assert s3("export", path, "--what", "data", "--profile", "internal", "--out", first).returncode == 0
    assert s3("import", first, "--out", again).stdout == f"{again}\n"
    assert s3("export", again, "--what", "data", "--profile", "internal", "--out", second).returncode == 0
    one, two = (json.loads(found.read_text(encoding="utf-8")) for found in (first, second))
    assert {**one, "exported_at": ""} == {**two, "exported_at": ""}
    before = digest(again)
    could_not(s3("import", first, "--out", again), "again.s3desk exists already")
    assert digest(again) == before


@pytest.mark.parametrize(
    ("name", "sentence"), [("none.json", "was not found"), ("assessment.s3desk", "is an assessment or another")]
)
def test_what_cannot_be_imported(path: Path, name: str, sentence: str) -> None:
    could_not(s3("import", path.parent / name, "--out", path.parent / "new.s3desk"), sentence)
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_assessment_that_is_open_elsewhere_can_be_read(tmp_path: Path) -> None:
    held = workspace_of(tmp_path, empty_records())
    assert s3("info", held.path).returncode == 0
    held.close()
    assert [found.name for found in tmp_path.iterdir()] == [held.path.name]


def test_without_a_screen_the_window_says_so() -> None:
    could_not(s3(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""), "There is no screen here")


def test_closed_pipe_is_no_traceback(path: Path) -> None:
    command = f'"{COMMAND}" check "{path}" --json | head -c 1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("seconds", [0.3, 0.6, 0.9])
def test_a_stopped_export_leaves_what_was_there(path: Path, tmp_path: Path, stop: int, seconds: float) -> None:
    target = tmp_path / "reports" / "report.pdf"
    target.parent.mkdir()
    target.write_bytes(b"the report of last year")
    words = ("export", str(path), "--what", "report", "--profile", "internal", "--out", str(target), "--force")
    with subprocess.Popen([str(COMMAND), *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(seconds)
        running.send_signal(stop)
    assert [found.name for found in target.parent.iterdir()] == ["report.pdf"]
    content = target.read_bytes()
    assert content == b"the report of last year" or content.rstrip().endswith(b"%%EOF")

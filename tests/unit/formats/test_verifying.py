"""The check code recomputed: it agrees with what we wrote, and each change is named."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

from s3desk.cli.main import run
from s3desk.domain.profile import Profile
from s3desk.formats import registry
from s3desk.queries.picture import ReportPicture
from tests.builders import full_workspace, picture_of
from tests.unit.formats.filled_workbooks import fill_in

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

Files = dict[str, Path]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> ReportPicture:
    workspace = full_workspace(tmp_path_factory.mktemp("verify"))
    found = picture_of(workspace, Profile.OUTGOING)
    workspace.close()
    return found


@pytest.fixture(scope="module")
def files(shown: ReportPicture, tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("files")
    found = {}
    for what, name in (("report", "a.pdf"), ("table12", "t.pdf"), ("workbook", "a.xlsx"), ("data", "a.json")):
        found[what] = folder / name
        registry.export(shown, what, found[what])
    return found


Said = Callable[[Path], tuple[int, list[str]]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What `s3desk verify` gives: its exit code and its lines."""

    def of(path: Path) -> tuple[int, list[str]]:
        code = run(["verify", str(path)])
        out, err = capsys.readouterr()
        return code, (out + err).splitlines()

    return of


def test_a_report_agrees_and_says_what_that_means(files: Files, shown: ReportPicture, said: Said) -> None:
    code, lines = said(files["report"])
    assert code == 0
    assert lines == [
        f"Check code of the data: {shown.check_code}",
        "Check code of the report: agrees",
        "Full digest in the report: agrees",
        "Check code of the workbook inside: agrees",
        "Report, workbook and data name the same check code.",
        "This is not a signature. It does not say who made the file.",
    ]


def test_of_a_data_file_the_code_is_said(files: Files, shown: ReportPicture, said: Said, tmp_path: Path) -> None:
    code, lines = said(files["data"])
    assert (code, lines[0]) == (0, f"Check code of the data: {shown.check_code}")
    assert lines[-1].startswith("This is not a signature")
    plain = json.loads(files["data"].read_text(encoding="utf-8"))
    plain["records"]["assessment"][0]["authority"] += "."
    (tmp_path / "b.json").write_text(json.dumps(plain), encoding="utf-8")
    assert said(tmp_path / "b.json")[1][0] != lines[0]
    later = {**plain, "exported_at": "2030-01-01T00:00:00", "program": "another"}
    (tmp_path / "c.json").write_text(json.dumps(later, indent=7), encoding="utf-8")
    assert said(tmp_path / "c.json") == said(tmp_path / "b.json")


def test_what_cannot_be_verified_says_so(files: Files, shown: ReportPicture, said: Said, tmp_path: Path) -> None:
    registry.export(shown, "table12", tmp_path / "t.xlsx")
    code, lines = said(tmp_path / "t.xlsx")
    assert (code, len(lines)) == (2, 2)
    assert f"t.xlsx is a workbook with the check code {shown.check_code}" in lines[0]
    code, lines = said(files["table12"])
    assert code == 2
    assert "t.pdf carries no data of S3 Desk" in lines[0]


NOT_SIGNED = "This is not a signature. It does not say who made the file."


def test_of_a_workbook_every_cell_is_compared(files: Files, shown: ReportPicture, said: Said) -> None:
    assert said(files["workbook"]) == (0, [
        f"Check code of the data: {shown.check_code}",
        "Check code in the properties: agrees",
        "Check code in the hidden sheet: agrees",
        "Every cell is as it was written.",
        NOT_SIGNED,
    ])  # fmt: skip


WORKBOOK_CHANGES: dict[str, tuple[dict[str, object], list[str]]] = {
    "a text": ({"Evidence!B5": "Another title"}, ["Evidence, B5: changed"]),
    "a decision": ({"Table 12 2021IT16RFPR099!F7": "Y"}, ["Table 12 2021IT16RFPR099, F7: changed"]),
    "the code above a table": ({"Evidence!A2": "0000-0000-0000"}, ["Evidence, A2: changed"]),
    "a new cell": ({"Actions!Z99": "stray"}, ["Actions, Z99: changed"]),
    "an emptied line": ({"Summary!C5": None}, ["Summary, C5: changed"]),
    "a formula": ({"Summary!C5": "=1+1"}, ["Summary, C5: changed"]),
}


@pytest.mark.parametrize("case", WORKBOOK_CHANGES)
def test_each_changed_cell_is_named(files: Files, said: Said, tmp_path: Path, case: str) -> None:
    cells, named = WORKBOOK_CHANGES[case]
    code, lines = said(fill_in(files["workbook"], tmp_path / "changed.xlsx", cells))
    assert code == 1
    assert lines[3:] == [*named, "Cells were changed after the workbook was written.", NOT_SIGNED]


def test_a_formula_that_became_a_number_is_named(files: Files, said: Said, tmp_path: Path) -> None:
    book = load_workbook(files["workbook"])
    place = next(cell for row in book["Summary"].iter_rows() for cell in row if cell.data_type == "f").coordinate
    _, lines = said(fill_in(files["workbook"], tmp_path / "changed.xlsx", {f"Summary!{place}": 5}))
    assert f"Summary, {place}: changed" in lines


def test_what_was_filled_in_is_told_apart_from_what_was_changed(said: Said, tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    registry.export(picture_of(workspace), "workbook", tmp_path / "a.xlsx")
    workspace.close()
    code, lines = said(fill_in(tmp_path / "a.xlsx", tmp_path / "b.xlsx", {"Answers!C5": 0}))
    assert (code, lines[3]) == (1, "Answers, C5: filled in")
    assert lines[4] == "Only white cells were filled in; everything else is as it was written."
    _, lines = said(fill_in(tmp_path / "b.xlsx", tmp_path / "c.xlsx", {"Answers!B6": "Other?"}))
    assert lines[3:5] == ["Answers, B6: changed", "Answers, C5: filled in"]


def test_a_code_that_was_written_over_is_named(files: Files, said: Said, tmp_path: Path) -> None:
    book = load_workbook(files["workbook"])
    book.properties.description = "Check code 0000-0000-0000"
    del book["Evidence"]
    book.save(tmp_path / "a.xlsx")
    code, lines = said(tmp_path / "a.xlsx")
    assert code == 1
    assert lines[1].startswith("Check code in the properties: differs. It is 0000-0000-0000")
    assert lines[3] == "Evidence: missing"


def keywords(opened: pikepdf.Pdf) -> None:
    opened.docinfo["/Keywords"] = pikepdf.String("0000-0000-0000")


def keywords_for_a_terminal(opened: pikepdf.Pdf) -> None:
    opened.docinfo["/Keywords"] = pikepdf.String("\x1b[2J\n\u202e" + "x" * 10_000)


def no_keywords(opened: pikepdf.Pdf) -> None:
    del opened.docinfo["/Keywords"]


def identifier(opened: pikepdf.Pdf) -> None:
    stream = opened.Root["/Metadata"]
    assert isinstance(stream, pikepdf.Stream)
    stream.write(stream.read_bytes().replace(b"sha256:", b"sha256:00"))


def one_rating(opened: pikepdf.Pdf) -> None:
    stream = inside(opened, ".json")
    stream.write(stream.read_bytes().replace(b"Autonomous", b"autonomous"))


def no_workbook(opened: pikepdf.Pdf) -> None:
    inside(opened, ".xlsx").write(b"")


def one_cell(opened: pikepdf.Pdf) -> None:
    stream = inside(opened, ".xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stream.read_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            new.writestr(item, old.read(item).replace(b">Firm survey 2025<", b">Farm survey 2025<"))
    stream.write(out.getvalue())


def another_workbook(opened: pikepdf.Pdf) -> None:
    stream = inside(opened, ".xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stream.read_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        code = old.read("docProps/core.xml").split(b"Check code ")[1][:14]
        for item in old.namelist():
            new.writestr(item, old.read(item).replace(code, b"0000-0000-0000"))
    stream.write(out.getvalue())


def inside(opened: pikepdf.Pdf, suffix: str) -> pikepdf.Stream:
    (name,) = [name for name in opened.attachments if name.endswith(suffix)]
    stream = opened.attachments[name].obj["/EF"]["/UF"]
    assert isinstance(stream, pikepdf.Stream)
    return stream


REPORT, DIGEST, WORKBOOK = "Check code of the report", "Full digest in the report", "Check code of the workbook inside"


@pytest.mark.parametrize(("change", "differing", "missing"), [
    (keywords, [REPORT], []),
    (keywords_for_a_terminal, [REPORT], []),
    (no_keywords, [], [REPORT]),
    (identifier, [DIGEST], []),
    (one_rating, [REPORT, DIGEST, WORKBOOK], []),
    (no_workbook, [], [WORKBOOK]),
    (another_workbook, [WORKBOOK], []),
    (one_cell, [], []),
])  # fmt: skip
def test_each_change_is_named(
    files: Files,
    said: Said,
    tmp_path: Path,
    change: Callable[[pikepdf.Pdf], None],
    differing: list[str],
    missing: list[str],
) -> None:
    path = tmp_path / "changed.pdf"
    with pikepdf.open(files["report"]) as opened:
        change(opened)
        opened.save(path)
    code, lines = said(path)
    assert code == 1
    assert all(line.isprintable() and len(line) < 250 for line in lines)
    assert [line.split(":")[0] for line in lines if ": differs" in line] == differing
    assert [line.split(":")[0] for line in lines if ": missing" in line] == missing
    assert ("Evidence, C6: changed" in lines) == (change is one_cell)
    assert any(line.startswith("Something was changed after the report was made") for line in lines)

"""What hurt users of comparable programs most, tried on what leaves: nothing lost, doubled or disguised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from s3desk.cli.main import run
from s3desk.domain.records import Evidence
from s3desk.operations import answering, evidencing
from s3desk.operations.beginning import begin
from s3desk.workspace.files import open_workspace
from tests.unit.formats.filled_workbooks import fill_in, sent, valdoria

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

COMMENT = "Première ligne: café, naïveté & “guillemets”\nĦġż Ελληνικά Български Zażółć\nThird line < 5 %"
KEY = "monitoring.public-report"
DRAFT = Evidence("", 0, "Relatório final")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one comment of three lines and one answer that does not apply."""
    workspace = begin(tmp_path / "Región é.s3desk", who="x")
    answering.rate(workspace, KEY, 2)
    answering.comment(workspace, KEY, COMMENT)
    answering.mark_not_applicable(workspace, "monitoring.outside-erdf", "No such funds reach us: région sans côte.")
    workspace.close()
    return workspace.path


def test_accents_and_lines_of_a_comment_reach_report_and_workbook(file: Path) -> None:
    report, book = file.with_name("report.pdf"), file.with_name("book.xlsx")
    assert run(["export", str(file), "--what", "report", "--profile", "internal", "--out", str(report)]) == 0
    assert run(["export", str(file), "--what", "workbook", "--profile", "internal", "--out", str(book)]) == 0
    printed = " ".join("".join(page.extract_text() for page in PdfReader(report).pages).split())
    for line in COMMENT.split("\n"):
        assert line in printed
    cells = {cell.value for row in load_workbook(book)["Answers"].iter_rows() for cell in row}
    assert COMMENT in cells
    assert "&eacute;" not in printed


def test_the_reason_why_a_question_does_not_apply_is_in_the_report(file: Path) -> None:
    report = file.with_name("report.pdf")
    assert run(["export", str(file), "--what", "report", "--profile", "internal", "--out", str(report)]) == 0
    printed = " ".join("".join(page.extract_text() for page in PdfReader(report).pages).split())
    assert "No such funds reach us: région sans côte." in printed


def test_a_workbook_that_was_taken_once_brings_nothing_the_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = valdoria(tmp_path)
    sent(workspace, tmp_path / "sent.xlsx")
    workspace.close()
    fill_in(tmp_path / "sent.xlsx", tmp_path / "filled.xlsx", {"Answers!C5": 2, "Answers!E14": "By mail"})
    words = ["import", str(tmp_path / "filled.xlsx"), "--into", str(workspace.path), "--accept", "all"]
    assert run(words) == 0
    first = open_workspace(workspace.path, who="x", read_only=True)
    content, steps = first.content, len(first.history())
    first.close()
    capsys.readouterr()
    run(words)
    again = open_workspace(workspace.path, who="x", read_only=True)
    assert (again.content, len(again.history())) == (content, steps)
    again.close()


def test_documents_of_the_same_name_stay_two_files_in_the_evidence_folder(file: Path, tmp_path: Path) -> None:
    workspace = open_workspace(file, who="x")
    for number, content in enumerate((b"%PDF-1.7 first", b"%PDF-1.7 second, longer"), 1):
        source = tmp_path / f"from{number}" / "Relatório final ção.pdf"
        source.parent.mkdir()
        source.write_bytes(content)
        evidencing.add_copy(workspace, replace(DRAFT, outgoing=True), source, {KEY: ""})
    workspace.close()
    out = tmp_path / "evidence"
    assert run(["export", str(file), "--what", "evidence", "--out", str(out)]) == 0
    kept = sorted(path.read_bytes() for path in out.rglob("*E0*.pdf"))
    assert kept == [b"%PDF-1.7 first", b"%PDF-1.7 second, longer"]

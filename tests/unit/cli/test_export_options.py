"""What `export` can be asked for: two languages, the evidence inside, another comparison, and what it refuses."""

from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from s3desk.operations import versioning
from tests.builders import workspace_of
from tests.unit.cli.test_commands import could_not, s3
from tests.valdoria import full_records, stored_bytes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example with a second saved version, the same as now."""
    made = workspace_of(tmp_path, full_records(), stored_bytes())
    versioning.save_version(made, "Autumn 2026")
    made.close()
    return made.path


def first_page(path: Path) -> str:
    return " ".join(PdfReader(path).pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "compared with Autumn 2026"),
        (("--compare-with", "Autumn 2026"), "compared with Autumn 2026"),
        (("--compare-with", "November 2025"), "compared with November 2025"),
        (("--no-comparison",), ""),
    ],
)
def test_a_report_is_compared_with_what_was_asked_for(path: Path, words: tuple[str, ...], said: str) -> None:
    out = path.with_name("report.pdf")
    assert s3("export", path, "--what", "report", "--out", out, *words).returncode == 0
    assert ("compared with" in first_page(out)) == bool(said)
    assert said in first_page(out)


def test_a_version_that_is_not_there_is_named_with_those_that_are(path: Path) -> None:
    done = s3("export", path, "--what", "note", "--out", path.with_name("n.pdf"), "--compare-with", "Spring")
    could_not(done, "There is no saved version Spring. Nothing was written.")
    assert "November 2025, Autumn 2026" in done.stderr
    assert not path.with_name("n.pdf").exists()
    both = ("--compare-with", "x", "--no-comparison")
    assert "not allowed with" in s3("export", path, "--what", "note", "--out", path.with_name("n.pdf"), *both).stderr


def test_a_bilingual_report_has_both_languages(path: Path) -> None:
    out = path.with_name("report.pdf")
    words = ("--language", "de", "--second-language", "en")
    assert s3("export", path, "--what", "report", "--out", out, *words).returncode == 0
    assert "Amtlicher Status / Official status" in first_page(out)
    with pikepdf.open(out) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_only_a_pdf_is_bilingual(path: Path) -> None:
    done = s3("export", path, "--what", "workbook", "--out", path.with_name("w.xlsx"), "--second-language", "de")
    could_not(done, "Only PDFs are written in two languages.")


@pytest.mark.slow
def test_the_evidence_travels_and_comes_back(path: Path) -> None:
    out, again = path.with_name("report.pdf"), path.with_name("again.s3desk")
    done = s3("export", path, "--what", "report", "--profile", "internal", "--out", out, "--with-evidence")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"5 stored copies, 1 kB\n{out}\n"
    assert s3("import", out, "--out", again).returncode == 0
    assert "The stored copy of" not in s3("check", again).stdout
    without = ("--what", "report", "--profile", "internal", "--out", out, "--force")
    assert s3("export", path, *without).returncode == 0
    assert s3("import", out, "--out", path.with_name("third.s3desk")).returncode == 0
    assert "The stored copy of E04 is not in this file." in s3("check", path.with_name("third.s3desk")).stdout


def test_an_outgoing_report_says_that_nothing_is_marked_for_it(path: Path) -> None:
    done = s3("export", path, "--what", "report", "--out", path.with_name("r.pdf"), "--with-evidence")
    assert done.stdout.startswith("No stored copy is marked for outgoing reports.\n")


@pytest.mark.parametrize(("what", "name"), [("note", "n.pdf"), ("workbook", "w.xlsx"), ("table12", "t.txt")])
def test_only_the_report_carries_evidence(path: Path, what: str, name: str) -> None:
    done = s3("export", path, "--what", what, "--out", path.with_name(name), "--with-evidence")
    could_not(done, "Only the report in PDF form carries evidence.")
    assert not path.with_name(name).exists()


def test_table_12_is_written_as_plain_text(path: Path) -> None:
    for name in ("t.txt", "t.tsv"):
        assert s3("export", path, "--what", "table12", "--out", path.with_name(name)).returncode == 0
    assert "--- Criterion 7: Justification [" in path.with_name("t.txt").read_text("utf-8")
    tables = path.with_name("t.tsv").read_text("utf-8").split("\n\n")
    assert [len(table.strip().splitlines()) for table in tables] == [8, 8]

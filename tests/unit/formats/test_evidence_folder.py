"""A folder with all evidence: every file as it is stored, named safely, listed in an index, or nothing at all."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, Storage
from s3desk.formats import evidence_folder
from s3desk.formats.evidence_folder import INDEX
from s3desk.queries.evidence_index import IndexRow
from s3desk.queries.files import FileOfEvidence, files_of
from s3desk.workspace.workspace import Workspace
from tests import builders
from tests.hostile import hostile_records
from tests.unit.formats.pdf_standards import faults
from tests.valdoria import full_records, stored_bytes

BYTES = b"%PDF-1.7 " + b"x" * 3_000_000


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The example with a stored copy, a linked file, one that is gone, and a document without anything."""
    opened = builders.workspace_of(tmp_path, full_records(), stored_bytes())
    linked = tmp_path / "Verbale città.DOCX"
    linked.write_bytes(b"minutes")
    sha256, size = opened.attach(BYTES)
    gone = str(tmp_path / "gone.pdf")
    with opened.changing("Add evidence") as tx:
        for record in (
            Evidence("x-1", 41, "../../etc/passwd", storage=Storage.COPY, file_name="a.PDF", size=size, sha256=sha256),
            Evidence("x-2", 42, "Ελληνικά", storage=Storage.LINKED_FILE, file_path=str(linked), size=7),
            Evidence("x-3", 43, "Gone", storage=Storage.LINKED_FILE, file_path=gone, size=7),
            Evidence("x-4", 44, "Nothing"),
            Evidence("x-5", 45, "Not here", storage=Storage.COPY, file_name="b.pdf", size=3, sha256="0" * 64),
        ):
            tx.put(record)
    yield opened
    opened.close()


def made(workspace: Workspace, target: Path, profile: Profile = Profile.OUTGOING) -> dict[str, IndexRow]:
    rows = evidence_folder.write(builders.picture_of(workspace, profile), files_of(workspace), target)
    return {row.mark: row for row in rows}


def test_stored_copies_and_linked_files_are_written_as_they_are(workspace: Workspace, tmp_path: Path) -> None:
    rows = made(workspace, tmp_path / "out")
    assert rows["E41"].file == "C0_E41_etc-passwd.pdf"
    assert rows["E42"].file == "C0_E42_document.docx"
    assert (tmp_path / "out" / rows["E41"].file).read_bytes() == BYTES
    assert (tmp_path / "out" / rows["E42"].file).read_bytes() == b"minutes"
    assert rows["E41"].sha256 == hashlib.sha256(BYTES).hexdigest()
    assert rows["E42"].sha256 == hashlib.sha256(b"minutes").hexdigest()


def test_what_is_missing_is_said(workspace: Workspace, tmp_path: Path) -> None:
    rows = made(workspace, tmp_path / "out")
    assert rows["E43"].state == rows["E45"].state == "Missing: the file was not found"
    assert rows["E44"].state == "Missing: neither file nor link"
    assert [rows[mark].missing for mark in ("E41", "E43", "E44", "E45")] == [False, True, True, True]
    links = [row for row in rows.values() if row.link and not row.file]
    assert links
    assert {row.state for row in links} == {"Public link only"}
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{INDEX}.pdf", f"{INDEX}.xlsx"} | {row.file for row in rows.values() if row.file}


def test_files_are_named_by_criterion_number_and_title(workspace: Workspace, tmp_path: Path) -> None:
    rows = made(workspace, tmp_path / "out")
    for row in rows.values():
        if row.file:
            assert re.fullmatch(r"C[0-7]_E[0-9]{2,}_[a-z0-9-]+(\.[a-z0-9]+)?", row.file)
            assert row.file.startswith(f"C{row.criteria[0] if row.criteria[0].isdigit() else 0}_{row.mark}_")


def test_the_index_stands_in_the_order_of_the_files(workspace: Workspace, tmp_path: Path) -> None:
    files = [row.file for row in made(workspace, tmp_path / "out").values() if row.file]
    assert files == sorted(files)


def test_both_indexes_list_every_document(workspace: Workspace, tmp_path: Path) -> None:
    rows = made(workspace, tmp_path / "out")
    sheet = load_workbook(tmp_path / "out" / f"{INDEX}.xlsx").worksheets[0]
    listed = {row[1]: row for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert set(listed) == set(rows)
    pdf = tmp_path / "out" / f"{INDEX}.pdf"
    printed = "".join("".join(page.extract_text().split()) for page in PdfReader(pdf).pages)
    for mark, row in rows.items():
        said = (row.criteria, mark, row.title, row.file, row.sha256, row.state, row.link)
        cells = [str(cell or "") for cell in listed[mark]]
        assert all(text in cells for text in said)
        assert all("".join(text.split()) in printed for text in said if text)
    missing = sum(row.missing for row in rows.values())
    assert f"{missing}aremissing." in printed
    assert faults(pdf) == []


def test_a_stored_copy_that_was_altered_is_not_handed_over(workspace: Workspace, tmp_path: Path) -> None:
    files = dict(files_of(workspace))
    files["x-1"] = FileOfEvidence(".pdf", files["x-1"].sha256, lambda: iter([b"other"]))
    rows = evidence_folder.write(builders.picture_of(workspace), files, tmp_path / "out")
    (row,) = [row for row in rows if row.mark == "E41"]
    assert (row.file, row.sha256, row.missing) == ("", "", True)
    assert row.state == "Missing: the stored copy is damaged"
    assert not list((tmp_path / "out").glob("*E41*"))


def test_the_same_assessment_gives_the_same_folder(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("one", "two"):
        made(workspace, tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_an_outgoing_index_does_not_say_where_files_lie(workspace: Workspace, tmp_path: Path) -> None:
    made(workspace, tmp_path / "out")
    sheet = load_workbook(tmp_path / "out" / f"{INDEX}.xlsx").worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [cell for cell in cells if str(tmp_path) in cell or "Verbale" in cell]


@pytest.mark.parametrize("after", [0, 3, 12, 16])
def test_a_stopped_export_leaves_nothing(workspace: Workspace, tmp_path: Path, after: int) -> None:
    before = sorted(tmp_path.iterdir())
    calls = []

    def stop(done: int, total: int, step: str = "") -> None:
        calls.append((done, total, step))
        if len(calls) > after:
            raise CancelledError

    with pytest.raises(CancelledError):
        evidence_folder.write(builders.picture_of(workspace), files_of(workspace), tmp_path / "out", stop)
    assert sorted(tmp_path.iterdir()) == before


def test_progress_grows_to_its_end(workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    picture, files = builders.picture_of(workspace), files_of(workspace)
    evidence_folder.write(picture, files, tmp_path / "out", lambda done, total, _step="": told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_there_already_stays(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "out"
    target.mkdir() if kind == "folder" else target.write_text("mine", encoding="utf-8")
    with pytest.raises(KnownError, match=r"out exists already\. Nothing was changed\."):
        made(workspace, target)
    assert target.is_dir() if kind == "folder" else target.read_text(encoding="utf-8") == "mine"


def test_a_place_that_is_not_there(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be made"):
        made(workspace, tmp_path / "none" / "out")


def test_hostile_titles_become_an_index_and_nothing_else(tmp_path: Path) -> None:
    workspace = builders.workspace_of(tmp_path, hostile_records())
    rows = made(workspace, tmp_path / "out", Profile.INTERNAL)
    workspace.close()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"{INDEX}.pdf", f"{INDEX}.xlsx"]
    sheet = load_workbook(tmp_path / "out" / f"{INDEX}.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows(min_row=5) for cell in row if cell.value} <= {"s", "d", "n"}
    assert len(rows) == sheet.max_row - 4
    assert faults(tmp_path / "out" / f"{INDEX}.pdf") == []

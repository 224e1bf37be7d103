"""Making, opening and closing: one file, nothing beside it, everything back as it was."""

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s3desk.basics.errors import KnownError
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.records import ASSESSMENT, Answer, Assessment, Record, SavedVersion, Territory
from s3desk.operations import answering, versioning
from s3desk.workspace.files import create, open_workspace
from s3desk.workspace.tables import APPLICATION_ID, FORMAT
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, saved, workspace_of
from tests.hostile import HOSTILE_TEXTS, hostile_records
from tests.strategies import whole_records
from tests.valdoria import full_records, stored_bytes

CATALOGUE = default_catalogue()
NAMES = [
    "a.s3desk",
    "Città di Firenze – 2026.s3desk",
    "a b#c?d%20e&f=g;h.s3desk",
    "'q' \"r\" $(x) `y`.s3desk",
    "\U0001f680.s3desk",
]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "records", [empty_records(), full_records(), hostile_records()], ids=["empty", "full", "hostile"]
)
def test_what_was_put_in_comes_out(tmp_path: Path, records: tuple[Record, ...]) -> None:
    made = workspace_of(tmp_path, records, stored_bytes())
    made.close()
    again = open_workspace(made.path, who="x")
    assert again.content == made.content
    assert again.catalogue == CATALOGUE
    assert again.catalogue.digest == CATALOGUE.digest
    again.close()


@given(whole_records())
def test_any_records_come_back_equal(tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]) -> None:
    made = workspace_of(tmp_path_factory.mktemp("any"), records)
    made.close()
    again = open_workspace(made.path, who="x", read_only=True)
    assert again.content == content_of(records)
    again.close()


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=lambda text: repr(text[:12]))
def test_hostile_texts_return_unharmed_after_reopening(tmp_path: Path, text: str) -> None:
    made = workspace_of(tmp_path, empty_records())
    answering.comment(made, "analysis.digital", text)
    made.close()
    again = open_workspace(made.path, who="x")
    assert again.content.answer("analysis.digital").comment == text
    again.close()


@pytest.mark.parametrize("name", NAMES)
def test_exactly_one_file_is_left_whatever_its_name(tmp_path: Path, name: str) -> None:
    made = create(tmp_path / name, CATALOGUE, full_records(), who="x", stored=stored_bytes())
    assert {path.name for path in tmp_path.iterdir()} - {name} == {f"~${name}.lock", f"~${name}.note"}
    answering.rate(made, "analysis.digital", 1)
    versioning.save_version(made, "Now")
    made.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    open_workspace(tmp_path / name, who="x").close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name == "nt", reason="file names are always text there")
def test_a_name_that_is_not_text_works_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"b\xff.s3desk")
    create(path, CATALOGUE, empty_records(), who="x").close()
    open_workspace(path, who="x").close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("read_only", [False, True])
def test_opening_and_closing_changes_no_byte(path: Path, *, read_only: bool) -> None:
    before = digest(path), path.stat().st_mtime_ns
    opened = open_workspace(path, who="x", read_only=read_only)
    opened.history()
    opened.close()
    assert (digest(path), path.stat().st_mtime_ns) == before


def test_the_file_says_what_it_is(path: Path) -> None:
    assert path.read_bytes()[68:72] == b"S3D1" == APPLICATION_ID.to_bytes(4, "big")
    assert int.from_bytes(path.read_bytes()[60:64], "big") == FORMAT
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_an_existing_file_is_never_replaced(path: Path) -> None:
    before = digest(path)
    with pytest.raises(KnownError, match=r"assessment\.s3desk exists already\. Nothing was changed\."):
        create(path, CATALOGUE, empty_records(), who="x")
    assert digest(path) == before


def test_a_folder_of_that_name_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.s3desk").mkdir()
    with pytest.raises(KnownError, match="exists already"):
        create(tmp_path / "a.s3desk", CATALOGUE, empty_records(), who="x")


@pytest.mark.parametrize("where", ["missing/a.s3desk", "file/a.s3desk", "n" * 300 + ".s3desk"])
def test_where_no_file_can_be_made_none_is_left(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="could not be made in this folder"):
        create(tmp_path / where, CATALOGUE, empty_records(), who="x")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_record_that_cannot_be_kept_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="30001 characters"):
        create(tmp_path / "a.s3desk", CATALOGUE, [*empty_records(), Territory("t", "x" * 30_001)], who="x")
    assert list(tmp_path.iterdir()) == []


def test_a_draft_left_by_a_crash_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "~$a.s3desk.new").write_text("rubbish", encoding="utf-8")
    create(tmp_path / "a.s3desk", CATALOGUE, empty_records(), who="x").close()
    assert [found.name for found in tmp_path.iterdir()] == ["a.s3desk"]


def test_two_equal_saved_versions_are_stored_once_and_both_found(workspace: Workspace) -> None:
    one, other = versioning.save_version(workspace, "One"), versioning.save_version(workspace, "Other")
    assert saved(workspace, one) == saved(workspace, other)
    first, second = (workspace.content.get(SavedVersion, key) for key in (one, other))
    assert first is not None
    assert second is not None
    assert first.sha256 == second.sha256


def test_the_same_bytes_given_twice_are_stored_once(tmp_path: Path) -> None:
    made = workspace_of(tmp_path, empty_records(), [b"same", b"same"])
    assert made.attachment(hashlib.sha256(b"same").hexdigest()) == b"same"
    made.close()


@given(st.binary(max_size=3), st.sampled_from([0, 1, 1024 * 1024 - 1, 1024 * 1024, 2 * 1024 * 1024 + 5]))
def test_attachments_of_any_size_return_equal(tmp_path_factory: pytest.TempPathFactory, head: bytes, size: int) -> None:
    content = head + b"\0" * size or b"x"
    made = workspace_of(tmp_path_factory.mktemp("bytes"), empty_records())
    sha256, found = made.attach(content)
    assert (found, made.attachment(sha256)) == (len(content), content)
    made.close()


def test_an_unknown_attachment_is_said_to_be_missing(workspace: Workspace) -> None:
    assert workspace.missing_attachments(["0" * 64]) == {"0" * 64}
    with pytest.raises(LookupError):
        workspace.attachment("0" * 64)


def test_the_record_about_the_file_is_kept_apart_from_answers(path: Path) -> None:
    opened = open_workspace(path, who="x", read_only=True)
    assert opened.content.get(Assessment, ASSESSMENT) is not None
    assert opened.content.get(Answer, ASSESSMENT) is None
    opened.close()


def test_a_file_that_is_closed_takes_nothing_more(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, full_records(), stored_bytes())
    workspace.close()
    for change in (lambda: answering.rate(workspace, "analysis.digital", 1), workspace.undo):
        with pytest.raises(KnownError, match="is closed by now"):
            change()

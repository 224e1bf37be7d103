"""What is not an assessment of ours, or not whole any more: one sentence each, and never another error."""

import hashlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.profile import Profile
from s3desk.domain.records import SavedVersion
from s3desk.operations import answering
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace
from tests.builders import full_workspace

_EMPTY_DATABASE = "CREATE TABLE note (x)"


def database(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def patched(path: Path, start: int, content: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[start : start + len(content)] = content
    path.write_bytes(bytes(whole))


def foreign(path: Path) -> None:
    path.unlink()
    database(path, _EMPTY_DATABASE)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def ours_by_name_only(path: Path) -> None:
    path.unlink()
    database(path, _EMPTY_DATABASE, "PRAGMA application_id = 0x53334431", "PRAGMA user_version = 1")


def executed(statement: str) -> Callable[[Path], None]:
    return lambda path: database(path, statement)


BREAKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "was not found in its folder"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "folder": (folder_instead, "is a folder"),
    "text": (lambda path: path.write_text("Dear colleague"), "is not an S3 Desk file, or it is damaged"),
    "zip": (lambda path: path.write_bytes(b"PK\x03\x04" * 100), "is not an S3 Desk file, or it is damaged"),
    "zeros": (lambda path: path.write_bytes(bytes(4096)), "is not an S3 Desk file, or it is damaged"),
    "another program": (foreign, "belongs to another program"),
    "newer": (lambda path: patched(path, 60, b"\x00\x00\x00\x02"), "needs a newer version"),
    "much newer": (lambda path: patched(path, 60, b"\xff\xff\xff\xff"), "needs a newer version"),
    "header only": (lambda path: path.write_bytes(path.read_bytes()[:100]), "is damaged"),
    "half a header": (lambda path: path.write_bytes(path.read_bytes()[:50]), "is damaged"),
    "cut in half": (lambda path: path.write_bytes(path.read_bytes()[:200_000]), "is damaged"),
    "no tables": (ours_by_name_only, "is damaged"),
    "a table is gone": (executed("DROP TABLE answer"), "is damaged"),
    "a column is gone": (executed("ALTER TABLE answer DROP COLUMN comment"), "is damaged"),
    "no catalogue": (executed("DELETE FROM catalogue"), "is damaged"),
    "two catalogues": (executed("INSERT INTO catalogue SELECT 'x', '', '', '' FROM catalogue"), "is damaged"),
    "catalogue altered": (executed("UPDATE catalogue SET content = replace(content, 'well', 'bad')"), "is damaged"),
    "catalogue is no JSON": (executed("UPDATE catalogue SET content = '{'"), "is damaged"),
    "no assessment": (executed("DELETE FROM assessment"), "is damaged"),
    "rating of 9": (executed("UPDATE answer SET rating = 9 WHERE rating = 4"), "is damaged"),
    "unknown choice": (executed("UPDATE answer SET state = 'splendid' WHERE rating = 4"), "is damaged"),
    "text is a number": (executed("UPDATE answer SET comment = x'00ff' WHERE rating = 4"), "is damaged"),
    "list is no list": (executed("UPDATE programme SET objectives = '7'"), "is damaged"),
    "date is no date": (executed("UPDATE evidence SET dated = 'yesterday'"), "is damaged"),
    "a time with a zone": (executed("UPDATE saved_version SET saved_at = '2026-01-01T00:00:00+02:00'"), "is damaged"),
    "unknown question": (executed("UPDATE answer SET id = 'a.b' WHERE id = 'analysis.digital'"), "is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("case", BREAKS)
@pytest.mark.parametrize("read_only", [False, True])
def test_each_has_its_sentence_and_the_file_stays_as_it_is(path: Path, case: str, *, read_only: bool) -> None:
    damage, sentence = BREAKS[case]
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(KnownError, match=sentence) as caught:
        open_workspace(path, who="x", read_only=read_only)
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [found.name for found in path.parent.iterdir()] == ([path.name] if path.exists() else [])


@pytest.mark.parametrize("name", ["x" * 300 + ".s3desk", "a/b/c.s3desk", "assessment.s3desk/inside.s3desk"])
def test_a_name_that_cannot_be_is_not_found(path: Path, name: str) -> None:
    with pytest.raises(KnownError, match="was not found in its folder"):
        open_workspace(path.parent / name, who="x")


def test_damage_in_a_saved_version_is_said_when_it_is_read(path: Path) -> None:
    database(path, "UPDATE attachment SET bytes = replace(bytes, 'RSO1.1', 'RSO9.9')")
    opened = open_workspace(path, who="x")
    with pytest.raises(KnownError, match="is damaged"):
        gather(opened)
    opened.close()


def test_a_saved_version_that_is_gone_is_damage(path: Path) -> None:
    database(path, "DELETE FROM attachment")
    opened = open_workspace(path, who="x")
    with pytest.raises(KnownError, match="is damaged"):
        gather(opened)
    opened.close()


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        "7",
        "null",
        "{}",
        "[" * 100_000,
        '{"answer": {"id": "x"}}',
        '{"answer": ["x"]}',
        '{"answer": [[]]}',
        '{"cloud": []}',
        '{"assessment": [{"id": "assessment"}]}',
        '{"assessment": [{"id": "assessment", "authority": "x"}], "answer": [{"id": "no.such"}]}',
        '{"assessment": [{"id": "assessment", "authority": 7}]}',
    ],
    ids=lambda content: content[:30],
)
def test_a_saved_version_that_holds_what_cannot_be_is_damage(path: Path, content: str) -> None:
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    named = "sha256 = (SELECT sha256 FROM saved_version)"
    statement = f"UPDATE attachment SET sha256 = '{sha256}', bytes = CAST('{content}' AS BLOB) WHERE {named}"
    database(path, statement, f"UPDATE saved_version SET sha256 = '{sha256}'")
    opened = open_workspace(path, who="x")
    (version,) = opened.content.all(SavedVersion)
    with pytest.raises(KnownError, match="is damaged"):
        opened.saved_content(version)
    opened.close()


@pytest.mark.parametrize("value", ["'{'", "'[[\"answer\"]]'", '\'[["cloud", "x", null, null]]\'', "x'ff'", "7"])
def test_damage_in_the_journal_is_said_when_it_is_read(path: Path, value: str) -> None:
    opened = open_workspace(path, who="x")
    answering.rate(opened, "analysis.digital", 1)
    opened.close()
    database(path, f"UPDATE journal SET changes = {value}")
    again = open_workspace(path, who="x")
    for ask in (again.history, again.undo, lambda: gather(again)):
        with pytest.raises(KnownError, match="is damaged"):
            ask()
    answering.rate(again, "analysis.digital", 2)
    assert again.content.answer("analysis.digital").rating == 2
    again.close()


@pytest.mark.parametrize("value", ["'{'", "x'ff'"])
def test_damage_in_the_name_of_a_step_is_said_when_undo_is_offered(path: Path, value: str) -> None:
    opened = open_workspace(path, who="x")
    answering.rate(opened, "analysis.digital", 1)
    opened.close()
    database(path, f"UPDATE journal SET label_values = {value}")
    again = open_workspace(path, who="x")
    with pytest.raises(KnownError, match="is damaged"):
        _ = again.next_undo
    again.close()


@pytest.mark.parametrize(
    "change",
    [
        '["assessment", "assessment", null, {"id": "assessment", "authority": "x"}]',
        '["answer", "no.such", {"id": "no.such"}, null]',
        '["evidence", "e", {"id": "e", "number": 1, "title": "twice"}, null]',
        '["action", "a", {"id": "a", "number": 99, "title": "x", "criterion_id": "no such"}, null]',
    ],
    ids=["assessment", "answer", "evidence", "action"],
)
def test_a_step_that_would_lead_to_what_cannot_be_is_not_taken_back(path: Path, change: str) -> None:
    opened = open_workspace(path, who="x")
    answering.rate(opened, "analysis.digital", 1)
    opened.close()
    database(path, f"UPDATE journal SET changes = '[{change}]'")
    again = open_workspace(path, who="x")
    before = again.content
    with pytest.raises(KnownError, match="is damaged"):
        again.undo()
    assert again.content == before
    again.close()
    open_workspace(path, who="x").close()


def _use_everything(path: Path, *, read_only: bool) -> None:
    opened = open_workspace(path, who="x", read_only=read_only)
    try:
        for profile in Profile:
            picture(gather(opened), Options(profile))
        if not read_only:
            _change(opened)
    finally:
        opened.close()


def _change(opened: Workspace) -> None:
    opened.undo()
    answering.rate(opened, "analysis.digital", 3)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = full_workspace(tmp_path_factory.mktemp("good"))
    answering.rate(made, "analysis.digital", 1)
    made.close()
    return made.path.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_file_cut_anywhere_gives_a_sentence(tmp_path: Path, good: bytes, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "cut.s3desk"
    for turn in range(60):
        path.write_bytes(good[: chance.randrange(len(good))])
        with pytest.raises(KnownError):
            open_workspace(path, who="x", read_only=turn % 2 == 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_flipped_bytes_give_a_sentence_or_do_not_matter(tmp_path: Path, good: bytes, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "flipped.s3desk"
    refused = 0
    for turn in range(120):
        whole = bytearray(good)
        for _ in range(chance.choice((1, 1, 3, 30))):
            whole[chance.randrange(100 if turn % 5 == 0 else len(whole))] = chance.randrange(256)
        path.write_bytes(bytes(whole))
        try:
            _use_everything(path, read_only=turn % 2 == 0)
        except KnownError as error:
            refused += bool(error.hint)
    assert 40 < refused < 120

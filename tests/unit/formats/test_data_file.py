"""The data file: out, in and out again without loss; hostile ones refused with a sentence, nothing left behind."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from s3desk.basics.errors import KnownError
from s3desk.cli.main import run
from s3desk.domain.content import content_of
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, Record, SavedVersion
from s3desk.formats import data, incoming, registry
from s3desk.operations import answering, versioning
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW, full_workspace, workspace_of
from tests.hostile import hostile_records
from tests.private import seeded_private
from tests.strategies import TEXTS, whole_records
from tests.unit.formats.foreign_files import carrying
from tests.valdoria import full_records

Plain = dict[str, Any]
MADE = ("exported_at", "program")


def exported(workspace: Workspace, target: Path, profile: Profile = Profile.INTERNAL) -> Plain:
    registry.export(picture(gather(workspace), Options(profile, with_notes=True)), "data", target)
    plain: Plain = json.loads(target.read_text(encoding="utf-8"))
    return {key: value for key, value in plain.items() if key not in MADE}


def imported(source: Path, target: Path) -> Workspace:
    found = data.read(source)
    return create(target, found.catalogue, found.records, who="x", clock=lambda: NOW, stored=found.stored)


def assert_round_trip(workspace: Workspace, folder: Path) -> None:
    first = exported(workspace, folder / "first.json")
    again = imported(folder / "first.json", folder / "again.s3desk")
    assert exported(again, folder / "second.json") == first
    assert {k: v for k, v in again.content.shelves.items() if k is not SavedVersion} == {
        k: v for k, v in workspace.content.shelves.items() if k is not SavedVersion
    }
    again.close()
    workspace.close()


def test_the_whole_example_returns_with_its_saved_versions(tmp_path: Path) -> None:
    workspace = full_workspace(tmp_path)
    versioning.save_version(workspace, "Now")
    versioning.save_version(workspace, "The same once more")
    assert_round_trip(workspace, tmp_path)


def test_hostile_texts_return(tmp_path: Path) -> None:
    assert_round_trip(workspace_of(tmp_path, hostile_records()), tmp_path)


@given(whole_records(), st.lists(TEXTS.filter(str.strip), max_size=2))
@hypothesis_settings(max_examples=25)
def test_any_content_returns_with_its_versions(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...], names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    workspace = workspace_of(folder, records)
    for place, name in enumerate(names):
        versioning.save_version(workspace, name)
        answering.rate(workspace, "analysis.digital", place)
    assert_round_trip(workspace, folder)


@pytest.mark.parametrize("profile", Profile)
def test_what_is_exported_fits_the_published_schema(tmp_path: Path, profile: Profile) -> None:
    workspace = full_workspace(tmp_path)
    plain = exported(workspace, tmp_path / "a.json", profile)
    workspace.close()
    assert data._shape_faults(plain) == ()
    assert (plain["format"], plain["version"], plain["profile"]) == ("s3desk-data", 1, profile.value)


def test_no_private_byte_in_an_outgoing_data_file(tmp_path: Path) -> None:
    """Marks in every private field, in the file, in its saved versions and in its history."""
    records, marks = seeded_private(full_records())
    workspace = workspace_of(tmp_path, [one for one in records if not isinstance(one, SavedVersion)])
    workspace.who = "QSEED-who"
    versioning.save_version(workspace, "Before")
    answering.comment(workspace, "analysis.digital", "QSEED-history")
    answering.comment(workspace, "analysis.digital", "taken back")
    exported(workspace, tmp_path / "internal.json")
    exported(workspace, tmp_path / "outgoing.json", Profile.OUTGOING)
    workspace.close()
    internal, outgoing = ((tmp_path / f"{name}.json").read_bytes() for name in ("internal", "outgoing"))
    left_out = {record.saved_by for record in records if isinstance(record, SavedVersion)}
    assert all(mark.encode() in internal for mark in set(marks) - left_out)
    assert b"QSEED" not in outgoing
    assert outgoing.count(b"Valdoria") > 5


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("good")
    workspace = full_workspace(folder)
    exported(workspace, folder / "good.json")
    workspace.close()
    return (folder / "good.json").read_text(encoding="utf-8")


def field(kind: str, name: str, value: object, place: int = 0) -> Callable[[Plain], object]:
    return lambda plain: plain["records"][kind][place].__setitem__(name, value)


def twice(kind: str) -> Callable[[Plain], object]:
    return lambda plain: plain["records"][kind].append(plain["records"][kind][0])


CHANGES: dict[str, tuple[Callable[[Plain], object], str]] = {
    "of another program": (lambda p: p.update(format="cset"), "it is not a data file of S3 Desk"),
    "newer": (lambda p: p.update(version=2), "was written by a newer version of S3 Desk"),
    "version true": (lambda p: p.update(version=True), "at version: 1 was expected"),
    "unknown profile": (lambda p: p.update(profile="secret"), "at profile: 'secret' is not one of"),
    "unknown top field": (lambda p: p.update(macro="x"), "'macro' was unexpected"),
    "no records": (lambda p: p.pop("records"), "'records' is a required property"),
    "records a list": (lambda p: p.update(records=[]), "at records: [] is not of type 'object'"),
    "unknown kind": (lambda p: p["records"].update(virus=[]), "'virus' was unexpected"),
    "unknown field": (field("answer", "colour", "red"), "'colour' was unexpected"),
    "missing field": (lambda p: p["records"]["answer"][3].pop("id"), "at records/answer/3: 'id' is a required"),
    "rating as text": (field("answer", "rating", "4"), "at records/answer/0/rating"),
    "rating of 6": (field("answer", "rating", 6), "with the rating 6"),
    "not a number": (field("evidence", "size", float("nan")), "nan is not of type 'integer'"),
    "endless": (field("evidence", "size", float("-inf")), "-inf is not of type 'integer'"),
    "fraction": (field("evidence", "number", 1.5), "1.5 is not of type 'integer'"),
    "negative": (field("evidence", "number", -1), "-1 is less than the minimum of 0"),
    "beyond the database": (field("evidence", "size", 2**63), "is greater than the maximum"),
    "true as number": (field("evidence", "number", True), "True is not of type 'integer'"),
    "text too long": (field("answer", "comment", "x" * 30_001), "at records/answer/0/comment"),
    "longer once composed": (field("answer", "comment", "\ufb2c" * 15_000), "The text has 45000 characters"),
    "31 February": (field("check", "started_on", "2025-02-31"), "field 'started_on': day is out of range"),
    "year 0": (field("evidence", "dated", "0000-01-01"), "field 'dated'"),
    "date with a line end": (field("evidence", "dated", "2025-01-01\n"), "field 'dated'"),
    "foreign digits": (field("evidence", "dated", "٢٠٢٥-01-01"), "field 'dated'"),
    "time with a zone": (field("fulfilment", "written_at", "2026-01-01T10:00:00+02:00"), "written_at"),
    "two equal ids": (twice("answer"), "answer 'analysis.channels' stands twice"),
    "ids equal but for a control": (field("evidence", "id", "e-02\x00"), "evidence 'e-02' stands twice"),
    "two equal numbers": (field("evidence", "number", 2), "evidence number 2 stands twice"),
    "two assessments": (twice("assessment"), "assessment 'assessment' stands twice"),
    "no assessment": (lambda p: p["records"].pop("assessment"), "exactly one record about the assessment"),
    "use of nothing": (field("evidence_use", "evidence_id", "none"), "names evidence that is not there"),
    "text of no criterion": (field("programme_text", "id", "pr-1/none"), "has no criterion"),
    "version without content": (lambda p: p.update(versions={}), "content of saved version 'v-2025' is missing"),
    "content without version": (lambda p: p["versions"].update(x={}), "exactly one record about the assessment"),
    "no catalogue": (lambda p: p.update(catalogue={}), "in the catalogue, the catalogue is not complete"),
    "catalogue a text": (lambda p: p.update(catalogue="x"), "at catalogue: 'x' is not of type 'object'"),
    "catalogue without English": (lambda p: p["catalogue"].update(wordings={}), "in the catalogue, texts/en"),
    "official text empty": (lambda p: p["catalogue"]["official"].update(en=None), "the English text is missing"),
    "criterion twice": (lambda p: p["catalogue"]["criteria"].append(p["catalogue"]["criteria"][0]), "in the catalogue"),
    "question unknown": (lambda p: p["catalogue"]["criteria"][0]["questions"].pop(), "in the catalogue"),
    "control in a label": (lambda p: p["catalogue"]["wordings"]["en"].update(title="a\x07"), "does not match"),
    "half a character": (lambda p: p["catalogue"]["wordings"]["en"].update(title="a\ud800"), "surrogates"),
}  # fmt: skip


def refuse(path: Path, sentence: str) -> None:
    with pytest.raises(KnownError) as caught:
        data.read(path)
    assert sentence in str(caught.value)
    assert "Nothing was changed" in str(caught.value) or "was not found" in str(caught.value)
    assert caught.value.hint
    assert len(str(caught.value)) < 500
    target = path.with_name("new.s3desk")
    assert run(["import", str(path), "--out", str(target)]) == 2
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("case", CHANGES)
def test_each_wrong_file_has_its_own_sentence(tmp_path: Path, good: str, case: str) -> None:
    change, sentence = CHANGES[case]
    plain = json.loads(good)
    change(plain)
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    refuse(path, sentence)


@pytest.mark.parametrize(("content", "sentence"), [
    (b"", "it is not JSON"), (b"{", "it is not JSON"), (b"\xff\xfe\x00", "it is not JSON"),
    (b"PK\x03\x04", "it is not JSON"), (b"\x00" * 100, "it is not JSON"), (b"NaN", "not a data file"),
    (b"[]", "not a data file"), (b"null", "not a data file"), (b'"s3desk-data"', "not a data file"),
    (b"[" * 100_000, "it is not JSON"), (b"9" * 5_000, "it is not JSON"),
    (b'{"format": "s3desk-data", "version": 1, "version": 2}', "it is not JSON ('version' stands twice in one place)"),
])  # fmt: skip
def test_what_is_no_data_file_at_all(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    refuse(path, sentence)


@pytest.mark.parametrize("place", ['"records": {', '"versions": {', '"catalogue": {', '"profile": ', '"limits": {'])
@pytest.mark.parametrize("depth", [100, 900, 960, 985, 995])
def test_nesting_of_any_depth_is_refused(tmp_path: Path, good: str, place: str, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    path = tmp_path / "deep.json"
    new = f"{place}{deep}, " + '"x": ' if place.endswith(": ") else f'{place}"x": {deep}, '
    path.write_text(good.replace(place, new, 1), encoding="utf-8")
    with pytest.raises(KnownError, match="Nothing was changed"):
        data.read(path)


def test_a_report_with_data_of_a_newer_version_is_refused_as_kindly(tmp_path: Path, good: str) -> None:
    plain = json.loads(good)
    plain["version"] = 2
    (tmp_path / "newer.pdf").write_bytes(carrying(json.dumps(plain).encode()))
    with pytest.raises(KnownError, match="was written by a newer version of S3 Desk") as caught:
        incoming.read(tmp_path / "newer.pdf")
    assert "Ask for the newer version" in caught.value.hint


def test_fields_that_came_later_may_be_missing(tmp_path: Path, good: str) -> None:
    """What an earlier program wrote: every field with a default left out."""
    plain = json.loads(good)
    for records in (plain["records"], *plain["versions"].values()):
        for evidence in records["evidence"]:
            del evidence["outgoing"]
    (tmp_path / "older.json").write_text(json.dumps(plain), encoding="utf-8")
    workspace = imported(tmp_path / "older.json", tmp_path / "older.s3desk")
    assert {one.outgoing for one in workspace.content.all(Evidence)} == {False}
    assert_round_trip(workspace, tmp_path)


def test_a_larger_file_than_anybody_has_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    refuse(path, "it is larger than 50 MB")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"none\.json was not found"):
        data.read(tmp_path / "none.json")
    with pytest.raises(KnownError, match="cannot be read"):
        data.read(tmp_path)


@pytest.mark.parametrize(("kind", "name", "value"), [
    ("assessment", "language", "=1+1"), ("assessment", "language", "zz"), ("assessment", "second_language", "../de"),
    ("evidence", "language", "=1+1"), ("evidence", "dated", "9999-12-31"), ("evidence", "dated", "0001-01-01"),
    ("programme", "objectives", ["a\ud800b", "c\x00"]), ("programme", "member_state", "ZQ"),
    ("evidence", "title", "a\ud800\x07b"), ("evidence", "kind", "rumour"), ("action", "question_id", "none"),
    ("answer", "comment", "Citta\u0300 \u202eשלום"),
])  # fmt: skip
def test_odd_but_possible_values_are_taken_in_and_every_report_can_be_made(
    tmp_path: Path, good: str, kind: str, name: str, value: object
) -> None:
    plain = json.loads(good)
    field(kind, name, value)(plain)
    (tmp_path / "odd.json").write_text(json.dumps(plain), encoding="utf-8")
    workspace = imported(tmp_path / "odd.json", tmp_path / "odd.s3desk")
    for profile in Profile:
        assert picture(gather(workspace), Options(profile)).head.authority
    assert_round_trip(workspace, tmp_path)


def test_a_reader_of_plain_json_finds_the_records(good: str) -> None:
    plain = json.loads(good)
    ids = [answer["id"] for answer in plain["records"]["answer"]]
    assert len(ids) == 73
    assert content_of(full_records()).answer("analysis.up-to-date").rating == 4
    assert plain["records"]["assessment"][0]["authority"] == "Autonomous Region of Valdoria"

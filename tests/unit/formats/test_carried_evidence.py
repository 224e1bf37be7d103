"""Stored copies of evidence inside a report: which ones travel, what is said about them, and that they come back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.domain.records import Evidence, Record, Storage
from s3desk.formats import incoming, registry, verifying
from s3desk.queries import carried
from s3desk.queries.files import not_included
from s3desk.queries.picture import ReportPicture
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW, empty_records, workspace_of
from tests.strategies import whole_records
from tests.unit.formats.pdf_standards import faults

LETTER, MAP = b"%PDF-1.7 a letter\r\n\x00\xff", b"\x89PNG a map" * 1000


def copy(number: int, content: bytes, name: str, **fields: object) -> Evidence:
    digest = hashlib.sha256(content).hexdigest()
    made = Evidence(f"c{number}", number, f"Document {number}", storage=Storage.COPY, file_name=name)
    return replace(made, size=len(content), sha256=digest, **fields)  # type: ignore[arg-type]


def with_evidence(workspace: Workspace, profile: Profile = Profile.INTERNAL) -> ReportPicture:
    source = gather(workspace, not_included(workspace))
    return picture(source, Options(profile, carries_evidence=True))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    records = [
        *empty_records(),
        copy(1, LETTER, "Letter of Dr Rossi.PDF", outgoing=True),
        copy(2, MAP, "map.png"),
        copy(3, b"gone", "gone.docx"),
        Evidence("c4", 4, "Public", link="https://v.example", outgoing=True),
    ]
    return workspace_of(tmp_path, records, (LETTER, MAP))


def attached(path: Path) -> dict[str, tuple[bytes, str, str, str]]:
    """The copies in a report: bytes, kind, what is said, what they are to the report."""
    with pikepdf.open(path) as pdf:
        return {
            str(file.UF): (
                file.EF.F.read_bytes(),
                str(file.EF.F.Subtype),
                str(file.Desc),
                str(file.AFRelationship),
            )
            for file in pdf.Root.AF
            if str(file.AFRelationship) == "/Supplement"
        }


def test_an_internal_report_carries_every_copy_that_is_there(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    registry.export(with_evidence(workspace), "report", path)
    assert attached(path) == {
        "C0_E01_document-1.pdf": (LETTER, "/application/pdf", "Evidence E01: Document 1", "/Supplement"),
        "C0_E02_document-2.png": (MAP, "/image/png", "Evidence E02: Document 2", "/Supplement"),
    }
    assert faults(path) == []
    workspace.close()


def test_an_outgoing_report_carries_only_what_is_marked_for_it(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    registry.export(with_evidence(workspace, Profile.OUTGOING), "report", path)
    assert list(attached(path)) == ["C0_E01_document-1.pdf"]
    assert faults(path) == []
    content = path.read_bytes()
    assert MAP not in content
    assert b"Rossi" not in content
    imported = incoming.read(path)
    assert [one.file_name for one in imported.records if isinstance(one, Evidence)] == ["E01.pdf", "", "", ""]
    workspace.close()


def test_what_it_will_carry_is_said_before(workspace: Workspace) -> None:
    missing, language = not_included(workspace), Language()
    said = [carried.in_words(workspace.content, profile, missing, language) for profile in Profile]
    assert said == ["1 stored copy, 1 kB", "2 stored copies, 10 kB"]
    workspace.close()


def test_nothing_is_carried_unless_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    registry.export(picture(gather(workspace), Options(Profile.INTERNAL)), "report", path)
    assert attached(path) == {}
    workspace.close()


def test_what_evidence_does_not_name_is_not_taken_in(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    registry.export(with_evidence(workspace), "report", path)
    workspace.close()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stored = next(file for file in pdf.Root.AF if str(file.UF).startswith("C0_E02")).EF
        stored.F = stored.UF = pdf.make_stream(b"something else")
        pdf.save(path)
    assert incoming.read(path).stored == (LETTER,)
    verified = verifying.verify(path, Language())
    assert not verified.agrees
    said = "Copies of evidence inside: differs. It is 2, the data give 1"
    assert said in list(verifying.sentences(verified, Language()))


def test_a_report_with_its_copies_is_verified(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    registry.export(with_evidence(workspace), "report", path)
    workspace.close()
    verified = verifying.verify(path, Language())
    assert verified.agrees
    assert "Copies of evidence inside: agrees" in list(verifying.sentences(verified, Language()))


def test_copies_that_are_more_than_any_report_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = workspace_of(tmp_path, [*empty_records(), copy(1, LETTER, "a.pdf")], (LETTER,))
    registry.export(with_evidence(workspace), "report", tmp_path / "report.pdf")
    workspace.close()
    monkeypatch.setattr("s3desk.formats.pdf.reading.LARGEST_PDF", len(LETTER) - 1)
    with pytest.raises(KnownError, match="holds more than any report"):
        incoming.read(tmp_path / "report.pdf")


def test_too_much_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    large = replace(copy(1, LETTER, "a.pdf"), size=carried.MOST_BYTES + 1)
    workspace = workspace_of(tmp_path, [*empty_records(), large], (LETTER,))
    said = carried.in_words(workspace.content, Profile.INTERNAL, frozenset(), Language())
    assert said == "1 stored copy, 100.0 MB: more than a report carries (100.0 MB). Take a folder."
    with pytest.raises(KnownError, match=r"a report carries 100\.0 MB at most"):
        with_evidence(workspace)
    workspace.close()


@pytest.mark.slow
def test_the_largest_copy_that_a_report_carries_comes_back(tmp_path: Path) -> None:
    content = b"x" * carried.MOST_BYTES
    workspace = workspace_of(tmp_path, [*empty_records(), copy(1, content, "a.tif")], (content,))
    registry.export(with_evidence(workspace), "report", tmp_path / "report.pdf")
    workspace.close()
    assert incoming.read(tmp_path / "report.pdf").stored == (content,)


def test_a_copy_that_was_lost_stops_the_report(workspace: Workspace, tmp_path: Path) -> None:
    report = picture(gather(workspace), Options(Profile.INTERNAL, carries_evidence=True))  # nobody looked what is there
    with pytest.raises(KnownError, match="The stored copy of E03 is damaged or not in this file"):
        registry.export(report, "report", tmp_path / "report.pdf")
    assert not list(tmp_path.glob("*report*"))
    workspace.close()


def test_it_can_be_stopped_between_two_copies(workspace: Workspace, tmp_path: Path) -> None:
    def stop(done: int, total: int, step: str = "") -> None:
        if done < total and step == "E02":
            raise CancelledError

    with pytest.raises(CancelledError):
        registry.export(with_evidence(workspace), "report", tmp_path / "report.pdf", stop)
    assert not list(tmp_path.glob("*report*"))
    workspace.close()


NAMES = st.text(max_size=12) | st.sampled_from(["a.pdf", "b.JPG", "=x.docx", "..", "c.\u202efdp"])


@st.composite
def stored_copies(draw: st.DrawFn) -> tuple[list[Evidence], list[bytes]]:
    contents = draw(st.lists(st.binary(max_size=200), max_size=4))
    found = [
        copy(500 + place, content, draw(NAMES), outgoing=draw(st.booleans())) for place, content in enumerate(contents)
    ]
    return found, contents


@pytest.mark.slow
@given(whole_records(), stored_copies(), st.sampled_from(Profile))
@hypothesis_settings(max_examples=8)
def test_any_content_returns_with_its_copies(
    tmp_path_factory: pytest.TempPathFactory,
    records: tuple[Record, ...],
    copies: tuple[list[Evidence], list[bytes]],
    profile: Profile,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    evidence, contents = copies
    kept = [one for one in records if not isinstance(one, Evidence) or one.storage is not Storage.COPY]
    used = {one.id for one in kept if isinstance(one, Evidence)}
    kept = [one for one in kept if getattr(one, "evidence_id", None) in (None, *used)]
    first = workspace_of(folder, [*kept, *evidence], contents)
    registry.export(with_evidence(first, profile), "report", folder / "report.pdf")
    found = incoming.read(folder / "report.pdf")
    again = create(
        folder / "again.s3desk", found.catalogue, found.records, who="x", clock=lambda: NOW, stored=found.stored
    )
    assert picture(gather(again), Options(profile)).data == picture(gather(first), Options(profile)).data
    travelled = {one.id for one in carried.copies(first.content, profile)}
    lost = not_included(again)
    for one, content in zip(again_copies(again, evidence), contents, strict=True):
        assert (one.id in lost) is not is_there(one, travelled, evidence)
        if one.id not in lost:
            assert again.attachment(one.sha256) == content
    again.close()
    first.close()


def again_copies(workspace: Workspace, evidence: list[Evidence]) -> list[Evidence]:
    """The same documents in the file that was made of the report."""
    found = [workspace.content.get(Evidence, one.id) for one in evidence]
    return [one for one in found if one is not None]


def is_there(one: Evidence, travelled: set[str], evidence: list[Evidence]) -> bool:
    """Whether the bytes of a document travelled, be it under the name of another one that is the same."""
    return any(other.id in travelled and other.sha256 == one.sha256 for other in evidence)


def test_the_same_report_has_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        registry.export(with_evidence(workspace), "report", tmp_path / name)
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()
    workspace.close()

"""A report opened again: what was in it returns; what is none of ours is refused with its sentence, quickly."""

import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import no_progress
from s3desk.domain.profile import Profile
from s3desk.domain.records import Record
from s3desk.formats import gate, incoming, registry, verifying
from s3desk.formats.pdf import reading
from s3desk.operations import versioning
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace
from tests.builders import NOW, full_workspace, picture_of, workspace_of
from tests.hostile import hostile_records
from tests.strategies import whole_records
from tests.unit.formats.foreign_files import FOREIGN, carrying, package

SECONDS = 8


def data_of(workspace: Workspace, profile: Profile) -> str:
    """The exported data as they would stand in a file, without time and program of the export."""
    return json.dumps(picture(gather(workspace), Options(profile)).data, sort_keys=True)


def opened_again(source: Path, target: Path) -> Workspace:
    found = incoming.read(source)
    return create(target, found.catalogue, found.records, who="x", clock=lambda: NOW, stored=found.stored)


def assert_report_returns(workspace: Workspace, folder: Path, profile: Profile) -> None:
    report = folder / f"{profile.value}.pdf"
    registry.export(picture(gather(workspace), Options(profile)), "report", report)
    again = opened_again(report, folder / f"{profile.value}.s3desk")
    assert data_of(again, profile) == data_of(workspace, profile)
    if profile is Profile.OUTGOING:  # what came out of an outgoing report holds nothing that may not go out
        assert json.loads(data_of(again, Profile.INTERNAL))["records"] == json.loads(data_of(again, profile))["records"]
    again.close()
    assert verifying.verify(report, Language()).agrees


@pytest.mark.slow
@pytest.mark.parametrize("profile", Profile)
def test_the_example_returns_from_its_report(tmp_path: Path, profile: Profile) -> None:
    workspace = full_workspace(tmp_path)
    versioning.save_version(workspace, "Now")
    assert_report_returns(workspace, tmp_path, profile)
    workspace.close()


@pytest.mark.slow
def test_hostile_texts_return_from_a_report(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, hostile_records())
    assert_report_returns(workspace, tmp_path, Profile.INTERNAL)
    workspace.close()


@pytest.mark.slow
@given(whole_records())
@hypothesis_settings(max_examples=8)
def test_any_content_returns_from_a_report(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    workspace = workspace_of(folder, records)
    assert_report_returns(workspace, folder, Profile.INTERNAL)
    workspace.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("report")
    workspace = full_workspace(folder)
    registry.export(picture_of(workspace), "report", folder / "report.pdf")
    workspace.close()
    return (folder / "report.pdf").read_bytes()


@pytest.mark.parametrize("read", [incoming.read, lambda path: verifying.verify(path, Language())])
@pytest.mark.parametrize("case", FOREIGN)
def test_each_foreign_file_has_its_own_sentence(
    tmp_path: Path, report: bytes, case: str, read: Callable[[Path], object]
) -> None:
    make, sentence = FOREIGN[case]
    path = tmp_path / "foreign.pdf"
    path.write_bytes(make(report))
    before = time.monotonic()
    with pytest.raises(KnownError) as caught:
        read(path)
    assert sentence in str(caught.value)
    assert "Nothing was changed" in str(caught.value)
    assert caught.value.hint
    assert time.monotonic() - before < SECONDS
    assert list(tmp_path.iterdir()) == [path]


MEMORY_CASES = ("spaces without end inside", "a bomb in a bomb", "small values without end", "brackets without end")


@pytest.mark.slow
@pytest.mark.parametrize("case", MEMORY_CASES)
def test_no_foreign_file_fills_the_memory(tmp_path: Path, report: bytes, case: str) -> None:
    make, sentence = FOREIGN[case]
    (tmp_path / "x.pdf").write_bytes(make(report))
    done = subprocess.run(
        [sys.executable, "-m", "s3desk", "import", "x.pdf", "--out", "new.s3desk"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_larger_pdf_than_anybody_has_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(gate.LARGEST_PDF + 1)
    with pytest.raises(KnownError, match="it is larger than 200 MB"):
        incoming.read(path)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.json")
    for name in ("x.json", "."):
        with pytest.raises(KnownError, match="it is not a file"):
            incoming.read(tmp_path / name)


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path, report: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", -1)
    (tmp_path / "x.pdf").write_bytes(report)
    with pytest.raises(KnownError, match=r"Reading x\.pdf takes too long"):
        incoming.read(tmp_path / "x.pdf")


def test_the_user_can_stop_it(tmp_path: Path, report: bytes) -> None:
    def stop(done: int, total: int, step: str = "") -> None:
        if (done, total, step) == (2, 3, "x.pdf"):
            raise CancelledError

    (tmp_path / "x.pdf").write_bytes(report)
    with pytest.raises(CancelledError):
        incoming.read(tmp_path / "x.pdf", stop)
    assert incoming.read(tmp_path / "x.pdf", no_progress).records


def test_no_change_of_a_report_ends_in_a_traceback(tmp_path: Path, report: bytes) -> None:
    """Bytes changed by chance, at the end where the table of contents lies: read, or refused with a sentence."""
    chance = random.Random(7)
    path = tmp_path / "changed.pdf"
    for _ in range(30):
        changed = bytearray(report)
        for _ in range(chance.choice((3, 40, 400))):
            changed[chance.randrange(len(changed) - 60_000, len(changed))] = chance.randrange(256)
        path.write_bytes(bytes(changed))
        with contextlib.suppress(KnownError):
            assert verifying.verify(path, Language()).code


def test_a_package_gives_one_small_file_only() -> None:
    assert gate.member(package("docProps/core.xml"), "docProps/core.xml", 1) == b"x"
    assert gate.member(package("docProps/core.xml"), "docProps/core.xml", 0) is None
    assert gate.member(package(*map(str, range(1001))), "7", 10) is None
    assert gate.member(b"PK\x03\x04 and noise", "x", 10) is None


def test_a_pdf_by_another_hand_is_read() -> None:
    """The reader relies on nothing that only our own writer does."""
    assert reading.read(carrying(b"{}"), "x").data == b"{}"

"""Workbooks that are none of ours, or not as we write them: each refused with its sentence, soon, in little room."""

from __future__ import annotations

import contextlib
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.formats import gate, registry, verifying
from s3desk.formats.excel import coming_back, reading
from s3desk.workspace.workspace import Workspace
from tests.builders import picture_of
from tests.unit.formats.filled_workbooks import fill_in, proposed, sent, valdoria
from tests.unit.formats.foreign_workbooks import FOREIGN, adding, replacing

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

SECONDS = 10


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = valdoria(tmp_path_factory.mktemp("file"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def good(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sent(workspace, tmp_path_factory.mktemp("sent") / "sent.xlsx").read_bytes()


@pytest.mark.parametrize("case", [case for case in FOREIGN if not case.endswith("without end")])
def test_each_foreign_workbook_has_its_own_sentence(tmp_path: Path, good: bytes, case: str) -> None:
    make, sentence = FOREIGN[case]
    path = tmp_path / "foreign.xlsx"
    path.write_bytes(make(good))
    before = time.monotonic()
    with pytest.raises(KnownError) as caught:
        coming_back.read(path)
    assert sentence in str(caught.value)
    assert "Nothing was changed" in str(caught.value)
    assert caught.value.hint
    assert time.monotonic() - before < SECONDS
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in FOREIGN if case.endswith("without end")])
def test_no_foreign_workbook_fills_the_memory(tmp_path: Path, workspace: Workspace, good: bytes, case: str) -> None:
    make, sentence = FOREIGN[case]
    (tmp_path / "x.xlsx").write_bytes(make(good))
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "s3desk", "import", "x.xlsx", "--into", str(workspace.path)],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000)),
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2
    assert time.monotonic() - before < 3 * SECONDS
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", -1)
    (tmp_path / "x.xlsx").write_bytes(good)
    with pytest.raises(KnownError, match=r"Reading x\.xlsx takes too long"):
        coming_back.read(tmp_path / "x.xlsx")


def test_a_larger_workbook_than_anybody_has_is_not_unpacked(tmp_path: Path) -> None:
    with (tmp_path / "x.xlsx").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(gate.LARGEST_WORKBOOK + 1)
    with pytest.raises(KnownError, match="it is larger than 20 MB"):
        coming_back.read(tmp_path / "x.xlsx")


def test_what_leads_outside_is_not_followed(tmp_path: Path, workspace: Workspace, good: bytes) -> None:
    """A link to another workbook stands in the file; its relation is not even looked at."""
    relation = b'<Relationship Id="rId99" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/></Rel'
    linked = replacing("xl/_rels/workbook.xml.rels", b"</Rel", relation)(
        adding(("xl/externalLinks/externalLink1.xml", b"<externalLink/>"))(good)
    )
    (tmp_path / "x.xlsx").write_bytes(linked)
    assert proposed(tmp_path / "x.xlsx", workspace).rows == ()


def test_a_table_12_alone_does_not_come_back(tmp_path: Path, workspace: Workspace) -> None:
    registry.export(picture_of(workspace), "table12", tmp_path / "t.xlsx")
    with pytest.raises(KnownError, match="does not say which assessment"):
        coming_back.read(tmp_path / "t.xlsx")
    with pytest.raises(KnownError, match="A workbook alone cannot be verified"):
        verifying.verify(tmp_path / "t.xlsx", Language())


def test_what_a_workbook_says_about_itself_cannot_steer_a_terminal(
    tmp_path: Path, workspace: Workspace, good: bytes
) -> None:
    (tmp_path / "good.xlsx").write_bytes(good)
    path = fill_in(tmp_path / "good.xlsx", tmp_path / "x.xlsx", {"Answers!E5": "a\u202eb\u2028c"})
    done = subprocess.run(
        [sys.executable, "-m", "s3desk", "import", str(path), "--into", str(workspace.path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert all(line.isprintable() for line in done.stdout.split("\n"))
    assert "a b c" in done.stdout


def test_no_change_of_a_workbook_ends_in_a_traceback(tmp_path: Path, workspace: Workspace, good: bytes) -> None:
    """Bytes changed by chance: read, or refused with a sentence."""
    chance = random.Random(7)
    path = tmp_path / "changed.xlsx"
    for _ in range(60):
        changed = bytearray(good)
        for _ in range(chance.choice((1, 3, 40))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        path.write_bytes(bytes(changed))
        with contextlib.suppress(KnownError):
            proposed(path, workspace)

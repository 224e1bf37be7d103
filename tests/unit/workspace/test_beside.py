"""Documents stored, checked and taken out over a second connection while the assessment is open."""

import threading
from pathlib import Path

import pytest

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.progress import no_progress
from s3desk.operations import answering
from s3desk.workspace import beside, storage
from s3desk.workspace.attachments import PART, digest_of_bytes
from s3desk.workspace.workspace import Workspace

LARGE = bytes(range(256)) * (3 * PART // 256) + b"the end"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large “file”.pdf"
    path.write_bytes(LARGE)
    return path


def parts(workspace: Workspace, sha256: str) -> int:
    raw = storage.raw(workspace._connection)
    (count,) = raw.execute("SELECT count(*) FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    raw.rollback()
    return int(count)


def test_a_file_is_stored_whole_and_progress_grows(workspace: Workspace, large: Path) -> None:
    steps: list[tuple[int, int]] = []
    stored = beside.store(workspace.path, large, lambda done, total, _step="": steps.append((done, total)))
    assert (stored.name, stored.size, stored.sha256) == (large.name, len(LARGE), digest_of_bytes(LARGE))
    assert workspace.attachment(stored.sha256) == LARGE
    assert steps == sorted(steps)
    assert steps[-1] == (2 * len(LARGE), 2 * len(LARGE))


def test_typing_goes_on_while_a_file_is_stored(workspace: Workspace, large: Path) -> None:
    thread = threading.Thread(target=beside.store, args=(workspace.path, large, no_progress))
    thread.start()
    for number in range(20):
        answering.comment(workspace, "analysis.digital", f"word {number}")
    thread.join()
    assert workspace.content.answer("analysis.digital").comment == "word 19"
    assert workspace.attachment(digest_of_bytes(LARGE)) == LARGE


@pytest.mark.parametrize("after", [1, 4, 6, 8])
def test_cancelling_leaves_nothing_of_it(workspace: Workspace, large: Path, after: int) -> None:
    calls = 0

    def stop(done: int, total: int, step: str = "") -> None:
        nonlocal calls
        calls += 1
        assert (done <= total, step) == (True, "")
        if calls == after:
            raise CancelledError

    with pytest.raises(CancelledError):
        beside.store(workspace.path, large, stop)
    assert parts(workspace, digest_of_bytes(LARGE)) == 0
    assert workspace.missing_attachments([digest_of_bytes(LARGE)])


def test_what_an_interrupted_writer_left_does_not_count_and_is_completed(workspace: Workspace, large: Path) -> None:
    raw = storage.raw(workspace._connection)
    raw.execute("INSERT INTO attachment VALUES (?, 1, ?)", (digest_of_bytes(LARGE), LARGE[PART : 2 * PART]))
    raw.commit()
    assert workspace.missing_attachments([digest_of_bytes(LARGE)])
    stored = beside.store(workspace.path, large, no_progress)
    assert workspace.attachment(stored.sha256) == LARGE


def test_a_file_that_changes_while_it_is_read_is_not_stored(workspace: Workspace, large: Path) -> None:
    def change(done: int, total: int, step: str = "") -> None:
        if 2 * done == total and not step:
            large.write_bytes(b"other" * PART)

    with pytest.raises(KnownError, match="could not be read"):
        beside.store(workspace.path, large, change)
    assert parts(workspace, digest_of_bytes(LARGE)) == 0


def test_bytes_stored_before_are_not_stored_twice_and_survive_a_cancel(workspace: Workspace, large: Path) -> None:
    workspace.attach(LARGE)
    before = parts(workspace, digest_of_bytes(LARGE))
    beside.store(workspace.path, large, no_progress)
    assert parts(workspace, digest_of_bytes(LARGE)) == before


def test_a_missing_file_is_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be read"):
        beside.store(workspace.path, tmp_path / "gone.pdf", no_progress)


def test_altered_bytes_are_found(workspace: Workspace) -> None:
    whole, hurt = workspace.attach(b"whole")[0], workspace.attach(b"hurt")[0]
    raw = storage.raw(workspace._connection)
    raw.execute("UPDATE attachment SET bytes = ? WHERE sha256 = ?", (b"other", hurt))
    raw.commit()
    assert beside.altered(workspace.path, (whole, hurt), no_progress) == {hurt}


def test_a_document_is_taken_out_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    sha256, _ = workspace.attach(LARGE)
    target = tmp_path / "copy.pdf"
    beside.take_out(workspace.path, sha256, target, no_progress)
    assert target.read_bytes() == LARGE
    assert not target.stat().st_mode & 0o222


def test_an_empty_file_is_stored_too(tmp_path: Path, workspace: Workspace) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    sha256, size = workspace.attach(b"")
    assert (workspace.attachment(sha256), size) == (b"", 0)
    assert beside.store(workspace.path, empty, no_progress).sha256 == sha256

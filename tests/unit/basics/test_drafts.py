"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from s3desk.basics.drafts import drafted


def test_what_was_written_takes_the_place(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    with drafted(target) as draft:
        draft.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("fault", [OSError, ValueError, KeyboardInterrupt])
def test_after_a_fault_the_old_file_stays_and_nothing_else(tmp_path: Path, fault: type[BaseException]) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")

    def write() -> None:
        with drafted(target) as draft:
            draft.write_text("half", encoding="utf-8")
            raise fault

    with pytest.raises(fault):
        write()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text(encoding="utf-8") == "old"


def test_a_draft_that_was_left_behind_is_no_part_of_the_next(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    (tmp_path / "~a.txt.part").write_text("rubbish", encoding="utf-8")
    with drafted(target) as draft:
        assert not draft.exists()
        draft.write_text("new", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

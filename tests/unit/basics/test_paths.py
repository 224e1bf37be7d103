"""What cannot be seen is not there: no drive that is gone and no strange name is an error."""

import os
from pathlib import Path

import pytest

from s3desk.basics.paths import exists, is_file, is_folder, is_same


def test_what_is_there_is_seen(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "b"
    path.touch()
    os.link(path, link)
    assert (exists(path), is_file(path), is_folder(path)) == (True, True, False)
    assert (exists(tmp_path), is_file(tmp_path), is_folder(tmp_path)) == (True, False, True)
    assert is_same(path, link)
    assert not is_same(path, tmp_path)


@pytest.mark.parametrize("name", ["none", "n" * 300, "a\0b", "none/" * 2_000], ids=["absent", "long", "nul", "deep"])
def test_what_cannot_be_is_not_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert not exists(path)
    assert not is_file(path)
    assert not is_folder(path)
    assert not is_same(path, tmp_path)
    assert not is_same(tmp_path, path)


def test_a_folder_that_nobody_may_look_into_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "stat", refuse)
    assert not exists(tmp_path)
    assert not is_same(tmp_path, tmp_path)

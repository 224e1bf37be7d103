"""A copy of the shipped catalogue to break, and a way to change one of its files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from s3desk.basics.resources import resource
from s3desk.catalogue.known import DEFAULT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue folder of our own."""
    return Path(shutil.copytree(resource("catalogues", DEFAULT), tmp_path / "ours"))


@pytest.fixture
def edit(folder: Path) -> Callable[[str, str, str], int]:
    """Replace the first place of a text in a file; returns the line on which the new text begins."""

    def change(name: str, old: str, new: str) -> int:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change

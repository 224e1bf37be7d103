"""The user's own folders, and where the shipped data lies."""

from pathlib import Path

import pytest

from s3desk.basics import places
from s3desk.basics.resources import resource, resources

FOLDERS = (places.config_folder, places.log_folder, places.backup_folder, places.documents_folder)


def test_one_variable_moves_all_of_them_and_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3DESK_HOME", str(tmp_path / "stick"))
    assert all(folder().is_relative_to(tmp_path / "stick") for folder in FOLDERS)
    assert len({folder() for folder in FOLDERS}) == 4
    assert not (tmp_path / "stick").exists()


def test_without_it_they_are_the_systems_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("S3DESK_HOME")
    assert all(folder().is_absolute() for folder in FOLDERS)
    assert all("S3 Desk" in str(folder()) for folder in FOLDERS[:3])


def test_every_kind_of_shipped_data_is_there() -> None:
    assert {"catalogues", "fonts", "icons", "regions", "schemas", "themes"} <= {
        path.name for path in resources().iterdir()
    }
    assert resource("schemas", "data.schema.json").is_file()

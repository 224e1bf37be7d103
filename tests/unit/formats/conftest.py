"""The reports that several tests read, each written once: full, empty and hostile, in every profile, and in German."""

from pathlib import Path

import pytest

from s3desk.domain.profile import Profile
from s3desk.formats.registry import export
from s3desk.queries.picture import ReportPicture
from tests import builders
from tests.hostile import hostile_records
from tests.valdoria import full_records, stored_bytes


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="session")
def pictures(folder: Path) -> dict[str, ReportPicture]:
    found = {}
    for name, records, stored in (
        ("full", full_records(), stored_bytes()),
        ("empty", builders.empty_records(), ()),
        ("hostile", hostile_records(), ()),
    ):
        place = folder / name
        place.mkdir()
        workspace = builders.workspace_of(place, records, stored)
        for profile in Profile:
            found[f"{name} {profile.value}"] = builders.picture_of(workspace, profile)
        found[f"{name} german"] = builders.picture_of(workspace, Profile.INTERNAL, "de")
        workspace.close()
    return found


@pytest.fixture(scope="session")
def files(pictures: dict[str, ReportPicture], folder: Path) -> dict[str, Path]:
    written = {}
    for name, picture in pictures.items():
        written[name] = folder / f"{name.replace(' ', '-')}.pdf"
        export(picture, "report", written[name])
    return written


@pytest.fixture(scope="session")
def tables(pictures: dict[str, ReportPicture], folder: Path) -> dict[str, Path]:
    written = {}
    for name, picture in pictures.items():
        written[name] = folder / f"{name.replace(' ', '-')}-table12.pdf"
        export(picture, "table12", written[name])
    return written

"""Real assessment files for tests, at a fixed time, and the report picture of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content
from s3desk.domain.profile import Profile
from s3desk.domain.records import (
    ASSESSMENT,
    Assessment,
    Record,
    SavedVersion,
)
from s3desk.queries.picture import ReportPicture
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace
from tests.valdoria import full_records, stored_bytes

NOW = datetime.fromisoformat("2026-11-16T15:42")


def empty_records() -> tuple[Record, ...]:
    """What a file holds right after it was begun, without territory, programme or check."""
    return (Assessment(ASSESSMENT, "Autonomous Region of Valdoria"),)


def full_workspace(folder: Path) -> Workspace:
    """A new file with `full_records` in it."""
    return workspace_of(folder, full_records(), stored_bytes())


def workspace_of(folder: Path, records: Iterable[Record], stored: Iterable[bytes] = ()) -> Workspace:
    """A new file with these records, at a fixed time."""
    path = folder / "assessment.s3desk"
    return create(path, default_catalogue(), records, who="R. Conti", clock=lambda: NOW, stored=stored)


def saved(workspace: Workspace, version_id: str) -> Content:
    """What the saved version of that id holds."""
    version = workspace.content.get(SavedVersion, version_id)
    assert version is not None
    return workspace.saved_content(version)


def picture_of(
    workspace: Workspace, profile: Profile = Profile.INTERNAL, language: str = "en", *, with_notes: bool = False
) -> ReportPicture:
    """The report picture of a workspace as it is now."""
    return picture(gather(workspace), Options(profile, Language(language), with_notes=with_notes))

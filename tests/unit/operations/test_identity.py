"""Every assessment has an identity of its own from its beginning; copies and imports keep it."""

from pathlib import Path

from s3desk.domain.profile import Profile
from s3desk.domain.records import ASSESSMENT, Assessment
from s3desk.formats import incoming, registry
from s3desk.operations.beginning import begin, begin_example
from s3desk.operations.copying import copy_file, copy_without_private, original_of
from s3desk.workspace.files import create, open_workspace
from tests.builders import picture_of


def identity_of(path: Path) -> str:
    workspace = open_workspace(path, who="x", read_only=True)
    workspace.close()
    return workspace.content.assessment().identity


def test_two_assessments_never_share_one(tmp_path: Path) -> None:
    for name in ("a", "b"):
        begin(tmp_path / f"{name}.s3desk", [Assessment(ASSESSMENT, "The same office")], who="x").close()
    first, second = (identity_of(tmp_path / f"{name}.s3desk") for name in ("a", "b"))
    assert first != second
    assert len(first) == len(second) == 32


def test_a_copy_and_what_came_out_of_a_report_keep_it(tmp_path: Path) -> None:
    workspace = begin(tmp_path / "a.s3desk", who="x")
    copy_file(workspace.path, tmp_path / "copy.s3desk")
    copy_without_private(original_of(workspace), tmp_path / "shared.s3desk")
    for profile in Profile:
        registry.export(picture_of(workspace, profile), "data", tmp_path / f"{profile.value}.json")
    workspace.close()
    for name in ("copy", "shared"):
        assert identity_of(tmp_path / f"{name}.s3desk") == workspace.content.assessment().identity
    for profile in Profile:
        found = incoming.read(tmp_path / f"{profile.value}.json")
        again = create(tmp_path / f"{profile.value}.s3desk", found.catalogue, found.records, who="x")
        again.close()
        assert again.content.assessment().identity == workspace.content.assessment().identity


def test_the_example_is_everywhere_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        begin_example(tmp_path / f"{name}.s3desk", who="x").close()
    assert identity_of(tmp_path / "a.s3desk") == identity_of(tmp_path / "b.s3desk") != ""

"""The saved versions of a file: their numbers, what changed since, and what could not be read."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from s3desk.basics.language import Language
from s3desk.domain.records import Decision, SavedVersion
from s3desk.operations import answering, deciding, versioning
from s3desk.queries.spots import Spot
from s3desk.queries.versions import Contents, VersionsPicture, held, picture
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, full_workspace, workspace_of

REPORT = "monitoring.public-report"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(full_workspace(tmp_path)) as made:
        yield made


def contents(workspace: Workspace) -> Contents:
    versions = workspace.content.all(SavedVersion)
    return {version.id: held(workspace.catalogue, workspace.saved_content(version)) for version in versions}


def shown(workspace: Workspace, read: Contents, chosen: str = "") -> VersionsPicture:
    return picture(workspace.catalogue, workspace.content, read, Language(), chosen_id=chosen)


def test_each_version_has_its_numbers_and_the_newest_is_first(workspace: Workspace) -> None:
    versioning.save_version(workspace, "Before the summer", "For the committee")
    read = contents(workspace)
    newest, oldest = shown(workspace, read).rows
    assert (newest.name, newest.remark, newest.by, newest.saved) == (
        "Before the summer", "For the committee", "R. Conti", "16 Nov 2026",
    )  # fmt: skip
    assert (newest.answered, newest.fulfilment) == ("66 of 73", "5 Yes, 1 No, 1 not decided")
    assert oldest.fulfilment == "1 Yes, 6 not decided"


def test_what_changed_since_leads_to_its_spot(workspace: Workspace) -> None:
    version_id = versioning.save_version(workspace, "Now")
    answering.rate(workspace, REPORT, 5)
    answering.rate(workspace, "monitoring.indicators", 0)
    deciding.decide(workspace, "monitoring", Decision.NO)
    deciding.write_references(workspace, "monitoring", "E02")
    chosen = shown(workspace, contents(workspace), version_id).chosen
    assert chosen is not None
    assert chosen.counted == "1 rating higher, 1 rating lower, 2 other changes"
    assert [(change.what, change.spot) for change in chosen.changes] == [
        ("Fulfilment: Not decided \u2192 No", Spot("monitoring", "fulfilment")),
        ("References changed", Spot("monitoring", "fulfilment", field="references")),
        ("Rating: 3 \u2192 0", Spot("monitoring", "questions", "monitoring.indicators")),
        ("Rating: 4 \u2192 5", Spot("monitoring", "questions", REPORT)),
    ]


def test_without_changes_there_is_nothing_to_count(workspace: Workspace) -> None:
    version_id = versioning.save_version(workspace, "Now")
    chosen = shown(workspace, contents(workspace), version_id).chosen
    assert chosen is not None
    assert (chosen.changes, chosen.counted) == ((), "")
    assert dict(chosen.facts)["The condition"] == "No"


def test_until_it_is_read_a_version_has_no_numbers(workspace: Workspace) -> None:
    unread = shown(workspace, {})
    assert (unread.rows[0].answered, unread.rows[0].fulfilment) == ("", "")
    assert unread.chosen is not None
    assert (unread.chosen.read, unread.chosen.facts) == (True, ())


def test_a_version_that_cannot_be_read_says_so(workspace: Workspace) -> None:
    broken = shown(workspace, {"v-2025": None})
    assert broken.rows[0].answered == "Cannot be read"
    assert broken.chosen is not None
    assert not broken.chosen.read


def test_a_file_without_versions(tmp_path: Path) -> None:
    with closing(workspace_of(tmp_path, empty_records())) as empty:
        assert shown(empty, {}) == VersionsPicture("No version is saved yet.", (), None)


def test_a_version_is_looked_at_as_it_was_and_cannot_be_changed(workspace: Workspace) -> None:
    (first,) = workspace.content.all(SavedVersion)
    version_id = versioning.save_version(workspace, "Later")
    then = workspace.content.get(SavedVersion, version_id)
    assert then is not None
    answering.rate(workspace, REPORT, 0)
    view = workspace.as_it_was(then, workspace.saved_content(then))
    assert view.read_only
    assert view.content.answer(REPORT).rating == 4
    assert view.today() == then.saved_at.date()
    assert view.content.all(SavedVersion) == (first,)
    assert workspace.content.answer(REPORT).rating == 0
    assert not workspace.read_only

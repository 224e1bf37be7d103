"""Who and what an assessment is about, its saved versions, checks and steps of the status chain."""

from datetime import date
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.records import (
    Answer,
    AnswerState,
    Check,
    Fulfilment,
    Programme,
    ProgrammeText,
    Purpose,
    SavedBecause,
    SavedVersion,
    StatusStep,
    Step,
    Territory,
)
from s3desk.operations import answering, beginning, copying, describing, versioning
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace
from tests.builders import saved

KEY = "monitoring.indicators"


def test_lists_keep_the_order_in_which_they_are_given(workspace: Workspace) -> None:
    describing.replace_all(workspace, Territory, (Territory("b", "B"), Territory("a", "A"), Territory("c", "C")))
    assert [territory.name for territory in workspace.content.all(Territory)] == ["B", "A", "C"]
    assert len(workspace.history()) == 2


def test_the_own_texts_of_a_programme_go_and_return_with_it(workspace: Workspace) -> None:
    describing.write_programme_text(workspace, "p1", "monitoring", "E02", "Own text")
    describing.replace_all(workspace, Programme, ())
    assert workspace.content.all(ProgrammeText) == ()
    workspace.undo()
    assert [text.id for text in workspace.content.all(ProgrammeText)] == ["p1/monitoring"]


def test_other_lists_leave_the_texts_of_programmes_alone(workspace: Workspace) -> None:
    describing.write_programme_text(workspace, "p1", "monitoring", "E02", "Own text")
    describing.replace_all(workspace, Territory, ())
    assert len(workspace.content.all(ProgrammeText)) == 1


def test_two_empty_texts_return_to_the_common_ones(workspace: Workspace) -> None:
    describing.write_programme_text(workspace, "p1", "monitoring", "E02", "")
    describing.write_programme_text(workspace, "p1", "monitoring", " ", "\n")
    assert workspace.content.all(ProgrammeText) == ()


def test_a_saved_version_stays_what_it_was(workspace: Workspace) -> None:
    then = workspace.content
    version_id = versioning.save_version(workspace, "Before", "For the committee")
    answering.rate(workspace, KEY, 5)
    kept = saved(workspace, version_id)
    assert kept == then
    assert kept.all(SavedVersion) == ()
    assert [version.remark for version in workspace.content.all(SavedVersion)] == ["For the committee"]


@pytest.fixture
def fresh(tmp_path: Path) -> Workspace:
    """A new file, as the start screen makes it; the test closes it."""
    return beginning.begin(tmp_path / "new.s3desk", who="M. Rossi")


def test_saved_versions_survive_closing_and_an_undo_of_their_saving(fresh: Workspace) -> None:
    version_id = versioning.save_version(fresh, "Before")
    fresh.undo()
    assert fresh.content.all(SavedVersion) == ()
    fresh.redo()
    fresh.close()
    again = open_workspace(fresh.path, who="x")
    assert saved(again, version_id).check() == again.content.check()
    again.close()


def test_a_new_check_saves_the_state_and_marks_what_was_said_to_confirm(fresh: Workspace) -> None:
    answering.rate(fresh, KEY, 3)
    answering.comment(fresh, "analysis.digital", "only a comment")
    versioning.start_check(fresh, "Autumn 2027", Purpose.PROGRAMME)
    content = fresh.content
    assert content.answer(KEY) == Answer(KEY, AnswerState.RATED, 3, to_confirm=True)
    assert not content.answer("analysis.digital").to_confirm
    assert content.all(Fulfilment) == ()
    (version,) = content.all(SavedVersion)
    assert version.because is SavedBecause.NEW_CHECK
    assert not saved(fresh, version.id).answer(KEY).to_confirm
    check = content.check()
    assert check is not None
    assert (check.name, check.purpose, len(content.all(Check))) == ("Autumn 2027", Purpose.PROGRAMME, 2)
    fresh.undo()
    assert len(fresh.content.all(Check)) == 1
    fresh.close()


def test_each_step_of_the_status_chain_saves_a_version(workspace: Workspace) -> None:
    for step in (Step.CHECKED, Step.APPROVED, Step.SENT):
        versioning.take_step(workspace, step, "G. Conti", date(2026, 11, 16), reference="MA-1")
    steps = workspace.content.all(StatusStep)
    assert [step.step for step in steps] == [Step.CHECKED, Step.APPROVED, Step.SENT]
    assert {step.version_id for step in steps} == {version.id for version in workspace.content.all(SavedVersion)}
    versions = {version.id: version for version in workspace.content.all(SavedVersion)}
    said = [workspace.saved_content(versions[step.version_id]).step() for step in steps]
    assert said == [step.step for step in steps], "a version says by itself how far it was in the status chain"


def test_a_copy_holds_everything_and_needs_another_name(workspace: Workspace, tmp_path: Path) -> None:
    answering.rate(workspace, KEY, 5)
    copying.copy_file(workspace.path, tmp_path / "Kopie é.s3desk")
    answering.rate(workspace, KEY, 1)
    copied = open_workspace(tmp_path / "Kopie é.s3desk", who="x")
    assert copied.content.answer(KEY).rating == 5
    assert not copied.read_only
    copied.close()
    with pytest.raises(KnownError, match="The copy needs another name"):
        copying.copy_file(workspace.path, workspace.path)
    with pytest.raises(KnownError, match="could not be written"):
        copying.copy_file(workspace.path, tmp_path / "none" / "x.s3desk")
    assert workspace.content.answer(KEY).rating == 1
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_new_check_begins_as_a_draft(workspace: Workspace) -> None:
    versioning.take_step(workspace, Step.APPROVED, "L. Bianchi", date(2026, 11, 12), reference="AP-7")
    approved = workspace.content.step()
    versioning.start_check(workspace, "2027")
    assert (approved, workspace.content.step()) == (Step.APPROVED, Step.DRAFT)

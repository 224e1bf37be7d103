"""Evidence and actions: numbers, files, links, uses."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.domain.records import Action, Evidence, EvidenceUse, Storage
from s3desk.operations import acting, evidencing
from s3desk.workspace.workspace import Workspace

REPORT = "monitoring.public-report"
DRAFT = Evidence("", 0, "Minutes")


def test_numbers_go_on_and_are_never_given_twice(workspace: Workspace) -> None:
    third = evidencing.add_link(workspace, DRAFT)
    assert third.number == 3
    evidencing.remove(workspace, third.id)
    evidencing.remove(workspace, "e2")
    assert evidencing.add_link(workspace, DRAFT).number == 4
    action = acting.add(workspace, Action("", 0, "Publish", "monitoring"))
    acting.remove(workspace, action.id)
    assert acting.add(workspace, Action("", 0, "Publish", "monitoring")).number == action.number + 1


def test_a_copy_keeps_the_bytes(workspace: Workspace, document: Path) -> None:
    added = evidencing.add_copy(workspace, DRAFT, document)
    document.unlink()
    assert added.storage is Storage.COPY
    assert (added.file_name, added.size) == ("Report 2025 “final”.pdf", 17)
    assert workspace.attachment(added.sha256) == b"%PDF-1.7 a report"


def test_undo_of_a_copy_needs_no_bytes_and_redo_has_them(workspace: Workspace, document: Path) -> None:
    added = evidencing.add_copy(workspace, DRAFT, document)
    workspace.undo()
    assert workspace.content.get(Evidence, added.id) is None
    workspace.redo()
    assert workspace.attachment(added.sha256) == b"%PDF-1.7 a report"


def test_a_linked_file_is_not_copied(workspace: Workspace, document: Path) -> None:
    added = evidencing.add_linked_file(workspace, DRAFT, document)
    assert (added.storage, added.file_path, added.sha256) == (Storage.LINKED_FILE, str(document), "")


def test_a_stored_copy_may_replace_a_link(workspace: Workspace, document: Path) -> None:
    evidencing.store_copy(workspace, "e1", document)
    stored = workspace.content.get(Evidence, "e1")
    assert stored is not None
    assert (stored.storage, stored.link) == (Storage.COPY, "https://valdoria.example/report")


@pytest.mark.parametrize("add", [evidencing.add_copy, evidencing.add_linked_file])
@pytest.mark.parametrize("place", ["missing.pdf", ""])
def test_a_file_that_cannot_be_read_is_said(
    workspace: Workspace, add: Callable[..., object], place: str, tmp_path: Path
) -> None:
    before = workspace.content
    with pytest.raises(KnownError, match="could not be read"):
        add(workspace, DRAFT, tmp_path / place)
    assert workspace.content is before


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "valdoria", "https://", "http://a b"])
def test_a_public_link_is_a_web_address(workspace: Workspace, link: str) -> None:
    with pytest.raises(KnownError, match="not a web address"):
        evidencing.add_link(workspace, replace(DRAFT, link=link))


def test_www_gets_its_beginning(workspace: Workspace) -> None:
    assert evidencing.add_link(workspace, replace(DRAFT, link=" www.valdoria.example ")).link == (
        "https://www.valdoria.example"
    )


def test_a_document_and_an_action_need_a_title(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="title"):
        evidencing.add_link(workspace, replace(DRAFT, title="  "))
    with pytest.raises(KnownError, match="title"):
        acting.add(workspace, Action("", 0, "", "monitoring"))


def test_a_document_is_used_once_for_a_question(workspace: Workspace) -> None:
    evidencing.use_for(workspace, "e2", REPORT, "1")
    evidencing.use_for(workspace, "e2", REPORT, " 1-4 ")
    uses = [use for use in workspace.content.all(EvidenceUse) if use.question_id == REPORT]
    assert [(use.evidence_id, use.pages) for use in uses] == [("e2", "1-4")]


def test_changing_without_uses_keeps_them(workspace: Workspace) -> None:
    existing = workspace.content.get(Evidence, "e1")
    assert existing is not None
    evidencing.change(workspace, replace(existing, issuer="Agency"))
    assert len(workspace.content.all(EvidenceUse)) == 1
    evidencing.change(workspace, existing, {})
    assert workspace.content.all(EvidenceUse) == ()


def test_removing_takes_the_uses_along(workspace: Workspace) -> None:
    evidencing.remove(workspace, "e1")
    assert workspace.content.all(EvidenceUse) == ()

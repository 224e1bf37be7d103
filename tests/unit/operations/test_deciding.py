"""Fulfilment: relevance, the moments of text and translation, confirming what was carried over."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.records import Answer, Decision
from s3desk.operations import deciding
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace
from tests.unit.operations.conftest import NOW, RECORDS


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Workspace]:
    """An assessment whose clock goes on an hour each time it is asked."""
    moments = (NOW + timedelta(hours=n) for n in range(10_000))
    made = create(tmp_path / "later.s3desk", default_catalogue(), RECORDS, who="M. Rossi", clock=lambda: next(moments))
    yield made
    made.close()


@pytest.mark.parametrize("criterion_id", ["analysis", "body", "monitoring", "stakeholders", "cooperation"])
def test_only_two_criteria_may_be_not_relevant(workspace: Workspace, criterion_id: str) -> None:
    before = workspace.content
    with pytest.raises(KnownError, match="The law asks criterion"):
        deciding.decide(workspace, criterion_id, Decision.NOT_RELEVANT)
    assert workspace.content is before


@pytest.mark.parametrize("criterion_id", ["ri-systems", "transition"])
def test_five_and_six_may_be_not_relevant(workspace: Workspace, criterion_id: str) -> None:
    deciding.decide(workspace, criterion_id, Decision.NOT_RELEVANT)
    assert workspace.content.fulfilment(criterion_id).decision is Decision.NOT_RELEVANT


def test_a_decision_confirms(workspace: Workspace) -> None:
    deciding.decide(workspace, "monitoring", Decision.YES)
    assert not workspace.content.fulfilment("monitoring").to_confirm


def test_text_and_translation_keep_their_moments(later: Workspace) -> None:
    deciding.write_justification(later, "monitoring", "Reports come every spring.")
    deciding.write_second_justification(later, "monitoring", "Berichte kommen jedes Frühjahr.")
    first = later.content.fulfilment("monitoring")
    assert isinstance(first.written_at, datetime)
    assert isinstance(first.translated_at, datetime)
    assert first.written_at < first.translated_at
    deciding.write_references(later, "monitoring", "E01 and E02")
    second = later.content.fulfilment("monitoring")
    assert second.written_at is not None
    assert second.written_at > first.translated_at
    assert second.translated_at == first.translated_at


def test_the_same_text_again_changes_nothing(later: Workspace) -> None:
    before = later.content
    deciding.write_references(later, "monitoring", "E01")
    assert later.content is before


def test_a_target_is_a_level_above_nothing(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="a target is one of"):
        deciding.set_target(workspace, "monitoring", 0)
    deciding.set_target(workspace, "monitoring", 5)
    deciding.set_target(workspace, "monitoring", None)
    assert workspace.content.fulfilment("monitoring").target is None


def test_a_whole_criterion_is_confirmed_in_one_step(workspace: Workspace) -> None:
    deciding.confirm_criterion(workspace, "monitoring")
    assert not workspace.content.fulfilment("monitoring").to_confirm
    assert not any(answer.to_confirm for answer in workspace.content.all(Answer))

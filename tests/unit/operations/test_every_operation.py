"""Every operation: done, taken back and done again; refused where the file is open for reading only.

A function of `s3desk.operations` is an operation when it takes a workspace. A new one needs a line in SAMPLES.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from s3desk import operations
from s3desk.basics.errors import KnownError
from s3desk.domain.proposals import Proposal
from s3desk.domain.records import (
    Action,
    Answer,
    Decision,
    Evidence,
    EvidenceUse,
    MetAt,
    Purpose,
    Step,
    Territory,
)
from s3desk.domain.requests import Appointment, Occasion, SupportRequest
from s3desk.operations.restoring import Earlier
from s3desk.workspace.files import open_workspace
from s3desk.workspace.workspace import Workspace

INDICATORS = "monitoring.indicators"
REPORT = "monitoring.public-report"
DRAFT = Evidence("", 0, "Minutes of the working group")
THIS_FILE = Path(__file__)
PROPOSALS = (
    Proposal(Answer, REPORT, "comment", (("comment", "Once a year"),)),
    Proposal(EvidenceUse, INDICATORS, "uses", (("e2", "4-5"),)),
    Proposal(Evidence, "gone", "title", (("title", "Removed meanwhile"),)),
)


def existing(workspace: Workspace) -> Evidence:
    found = workspace.content.get(Evidence, "e1")
    assert found is not None
    return found


SAMPLES: dict[str, Callable[[Workspace], tuple[object, ...]]] = {
    "answering.rate": lambda _: (INDICATORS, 4),
    "answering.clear": lambda _: (INDICATORS,),
    "answering.mark_not_applicable": lambda _: (REPORT, "No report is due yet"),
    "answering.mark_held_elsewhere": lambda _: (INDICATORS, "Ministry", "Decree 7"),
    "answering.mark_not_known": lambda _: (INDICATORS,),
    "answering.comment": lambda _: (REPORT, "Once a year"),
    "answering.note": lambda _: (REPORT, "Ask Giulia"),
    "answering.mark_for_review": lambda _: (REPORT, {"review": True}),
    "answering.confirm": lambda _: (INDICATORS,),
    "answering.set_fact": lambda _: (INDICATORS, "indicators", ""),
    "deciding.decide": lambda _: ("monitoring", Decision.NO),
    "deciding.write_references": lambda _: ("monitoring", "E01, E02"),
    "deciding.write_justification": lambda _: ("monitoring", "Reports come every spring."),
    "deciding.write_second_references": lambda _: ("monitoring", "E01"),
    "deciding.write_second_justification": lambda _: ("monitoring", "Jedes Frühjahr."),
    "deciding.set_met_at": lambda _: ("monitoring", MetAt.BOTH),
    "deciding.set_proof_holder": lambda _: ("monitoring", "Innovation agency"),
    "deciding.record_agreement": lambda _: ("transition", "DG REGIO, unit D.2", date(2026, 10, 1)),
    "deciding.set_owner": lambda _: ("monitoring", "m1"),
    "deciding.set_target": lambda _: ("monitoring", 4),
    "deciding.confirm_criterion": lambda _: ("monitoring",),
    "evidencing.add_link": lambda _: (DRAFT, {REPORT: "3"}),
    "evidencing.add_copy": lambda _: (DRAFT, THIS_FILE, {REPORT: ""}),
    "evidencing.add_linked_file": lambda _: (DRAFT, THIS_FILE),
    "evidencing.change": lambda workspace: (replace(existing(workspace), issuer="Agency"), {REPORT: "2"}),
    "evidencing.store_copy": lambda _: ("e1", THIS_FILE),
    "evidencing.link_file": lambda _: ("e1", THIS_FILE),
    "evidencing.use_for": lambda _: ("e2", REPORT, "1-2"),
    "evidencing.remove": lambda _: ("e1",),
    "evidencing.set_reminders": lambda _: ({"report": 36, "study": 0},),
    "evidencing.remove_file": lambda _: ("e2",),
    "acting.add": lambda _: (Action("", 0, "Publish the report", "monitoring", REPORT),),
    "acting.change": lambda _: (Action("a1", 1, "Agree on the data model", "monitoring"),),
    "acting.remove": lambda _: ("a1",),
    "acting.mark_no_action_needed": lambda _: (INDICATORS, "The programme ends in 2027"),
    "describing.describe": lambda _: ({"unit": "S3 office"},),
    "describing.describe_check": lambda _: ("Spring 2027", Purpose.FULFILMENT),
    "describing.replace_all": lambda _: (Territory, (Territory("t2", "Upper Valdoria"),)),
    "describing.write_programme_text": lambda _: ("p1", "monitoring", "E02", "Own text"),
    "requesting.start": lambda _: (SupportRequest("", 0, "Help with indicators", "matchmaking-text"),),
    "requesting.change": lambda _: (SupportRequest("r1", 1, "Help with the data model", "matchmaking-text"),),
    "requesting.write": lambda _: ("r1", "challenge", "How did you do it?"),
    "requesting.take_from_assessment": lambda _: ("r1", "area"),
    "requesting.choose_evidence": lambda _: ("r1", ("e1",)),
    "requesting.mark_ready": lambda _: ("r1", {"challenge": "How?"}),
    "requesting.mark_draft": lambda _: ("r3",),
    "requesting.mark_sent": lambda _: ("r1", {"challenge": "How?"}, date(2026, 11, 16), "2026/7"),
    "requesting.mark_answered": lambda _: ("r2", date(2026, 12, 1), "Two calls", "Ask earlier"),
    "requesting.withdraw": lambda _: ("r1",),
    "requesting.remove": lambda _: ("r1",),
    "dating.add": lambda _: (Appointment("", "S3 conference", date(2027, 3, 30), Occasion.EVENT),),
    "dating.change": lambda _: (Appointment("d1", "Committee", date(2027, 6, 11), Occasion.COMMITTEE),),
    "dating.remove": lambda _: ("d1",),
    "proposing.take_proposals": lambda _: ("filled.xlsx", PROPOSALS),
    "restoring.restore": lambda _: (Earlier(Answer, INDICATORS, None, ("comment",)),),
    "restoring.bring_back": lambda _: ((Action("a7", 7, "Publish the list", "monitoring"),),),
    "versioning.save_version": lambda _: ("Before the summer",),
    "versioning.start_check": lambda _: ("Autumn 2027", Purpose.CONTINUED),
    "versioning.take_step": lambda _: (Step.CHECKED, "G. Conti", date(2026, 11, 16)),
}


NO_OPERATIONS = ("_numbers", "copying")
"""What counts, and what writes other files: neither changes the assessment."""


def operations_found() -> dict[str, Callable[..., object]]:
    """All operations by "module.function"."""
    found: dict[str, Callable[..., object]] = {}
    for module in pkgutil.iter_modules(operations.__path__):
        functions = importlib.import_module(f"s3desk.operations.{module.name}")
        for name, function in inspect.getmembers(functions, inspect.isfunction):
            own = function.__module__ == functions.__name__ and not name.startswith("_")
            if own and "workspace" in inspect.signature(function).parameters and module.name not in NO_OPERATIONS:
                found[f"{module.name}.{name}"] = function
    return found


OPERATIONS = operations_found()


def do(name: str, workspace: Workspace) -> None:
    """Call an operation with its sample; a mapping at the end of the sample may be keyword arguments."""
    arguments = SAMPLES[name](workspace)
    last = arguments[-1]
    parameters = inspect.signature(OPERATIONS[name]).parameters
    if isinstance(last, dict) and set(last) & {*parameters, "unit"}:
        OPERATIONS[name](workspace, *arguments[:-1], **last)
    else:
        OPERATIONS[name](workspace, *arguments)


def undo_redo_check(workspace: Workspace, change: Callable[[], None]) -> None:
    """State, do, undo = before, redo = after."""
    before = workspace.content
    change()
    after = workspace.content
    assert after != before
    assert workspace.undo() is not None
    assert workspace.content == before
    assert workspace.redo() is not None
    assert workspace.content == after


def test_every_operation_has_a_sample() -> None:
    assert set(OPERATIONS) == set(SAMPLES)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_undo_and_redo(name: str, workspace: Workspace) -> None:
    undo_redo_check(workspace, lambda: do(name, workspace))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_it_is_one_step_and_lies_on_disk(name: str, workspace: Workspace) -> None:
    told: list[int] = []
    workspace.subscribe(lambda: told.append(1))
    steps = len(workspace.history())
    do(name, workspace)
    assert len(told) == 1
    assert len(workspace.history()) == steps + 1
    reader = open_workspace(workspace.path, who="Reader", read_only=True)
    assert reader.content == workspace.content
    reader.close()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_its_step_has_a_sentence(name: str, workspace: Workspace) -> None:
    do(name, workspace)
    step = workspace.history()[-1]
    sentence = step.label.format(**step.values)
    assert sentence[0].isupper()
    assert "{" not in sentence


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_file_for_reading_only_stays_as_it_is(name: str, workspace: Workspace) -> None:
    reader = open_workspace(workspace.path, who="Reader", read_only=True)
    before = reader.path.read_bytes()
    with pytest.raises(KnownError, match="reading only"):
        do(name, reader)
    assert reader.path.read_bytes() == before
    reader.close()

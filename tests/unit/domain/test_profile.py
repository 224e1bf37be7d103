"""What leaves under which profile: no private text in outgoing content, no note in internal content."""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from s3desk.domain.content import content_of
from s3desk.domain.frozen import to_bytes
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import (
    Action,
    Answer,
    Assessment,
    Evidence,
    FactValue,
    Fulfilment,
    Person,
    Programme,
    ProgrammeText,
    Record,
    SavedVersion,
)
from tests.private import seeded_private
from tests.strategies import whole_records
from tests.valdoria import PRIVATE_TEXTS, full_records

CONTENT = content_of(full_records())


def outgoing_bytes(records: tuple[Record, ...]) -> str:
    return to_bytes(stripped(content_of(records), Profile.OUTGOING)).decode()


@pytest.mark.parametrize("text", PRIVATE_TEXTS)
def test_no_private_text_of_the_example_is_outgoing(text: str) -> None:
    assert text in to_bytes(CONTENT).decode()
    assert text not in outgoing_bytes(full_records())


@pytest.mark.slow
@given(whole_records())
def test_no_seeded_private_text_is_ever_outgoing(records: tuple[Record, ...]) -> None:
    seeded, marks = seeded_private(records)
    assert len(set(marks)) == len(marks)
    everything = to_bytes(content_of(seeded)).decode()
    assert all(mark in everything for mark in marks)
    assert "QSEED" not in outgoing_bytes(seeded)


def test_the_example_has_a_mark_in_each_private_field() -> None:
    _, marks = seeded_private(full_records())
    assert len(marks) > 400


@pytest.mark.parametrize("kind", [Answer, FactValue, SavedVersion])
def test_ratings_comments_facts_and_versions_do_not_leave(kind: type[Record]) -> None:
    assert CONTENT.all(kind)
    assert stripped(CONTENT, Profile.OUTGOING).all(kind) == ()


def test_only_the_chosen_contact_leaves_and_only_while_it_is_chosen() -> None:
    assert [person.name for person in stripped(CONTENT, Profile.OUTGOING).all(Person)] == ["Marco Ferri"]
    nobody = content_of([*full_records(), replace(CONTENT.assessment(), contact_id="")])
    assert stripped(nobody, Profile.OUTGOING).all(Person) == ()
    gone = content_of([*full_records(), replace(CONTENT.assessment(), contact_id="somebody who was removed")])
    assert stripped(gone, Profile.OUTGOING).all(Person) == ()
    assert stripped(gone, Profile.OUTGOING).assessment().contact_id == ""


def test_what_the_desk_officer_needs_leaves_unchanged() -> None:
    outgoing = stripped(CONTENT, Profile.OUTGOING)
    for kind in (Programme, ProgrammeText):
        assert outgoing.all(kind) == CONTENT.all(kind)
    before, after = CONTENT.fulfilment("analysis"), outgoing.fulfilment("analysis")
    assert (after.decision, after.references, after.justification) == (
        before.decision, before.references, before.justification
    )  # fmt: skip
    assert after.second_justification == before.second_justification
    assert [evidence.title for evidence in outgoing.all(Evidence)] == [e.title for e in CONTENT.all(Evidence)]


def test_only_marked_actions_leave() -> None:
    leaving = stripped(CONTENT, Profile.OUTGOING).all(Action)
    assert [action.id for action in leaving] == [action.id for action in CONTENT.all(Action) if action.outgoing]


def test_internal_keeps_everything_but_private_notes() -> None:
    internal = stripped(CONTENT, Profile.INTERNAL)
    assert "QPRIVATE-comment" in to_bytes(internal).decode()
    assert "QPRIVATE-note" not in to_bytes(internal).decode()
    assert stripped(CONTENT, Profile.INTERNAL, with_notes=True) == CONTENT


def test_a_note_does_not_leave_in_the_outgoing_profile_even_when_ticked() -> None:
    assert "QPRIVATE" not in to_bytes(stripped(CONTENT, Profile.OUTGOING, with_notes=True)).decode()


@pytest.mark.slow
@given(whole_records())
def test_stripping_twice_changes_nothing_more(records: tuple[Record, ...]) -> None:
    for profile in Profile:
        once = stripped(content_of(records), profile)
        assert stripped(once, profile) == once


def test_a_new_field_must_be_thought_about() -> None:
    """Whoever adds a field to a record decides in domain/profile.py whether it leaves; then this number changes."""
    leaving = (Assessment, Fulfilment, Evidence, Action, Person)
    assert {kind.__name__: len(fields(kind)) for kind in leaving} == {
        "Assessment": 9, "Fulfilment": 15, "Evidence": 16, "Action": 13, "Person": 7
    }  # fmt: skip

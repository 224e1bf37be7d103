"""The history names every field of every record, in words, in every language."""

from datetime import date
from enum import Enum
from typing import get_args, get_type_hints

import pytest

from s3desk.basics.language import Language, available_languages
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.plain import field_names
from s3desk.domain.records import RECORD_KINDS, ActionStatus, AnswerState
from s3desk.queries.field_words import NAMES, field_name, field_value

FIELDS = {(kind, name) for kind in RECORD_KINDS for name in field_names(kind) if name != "id"}


def choices() -> list[Enum]:
    """Every value of every choice that a record can hold."""
    hints = [hint for kind in RECORD_KINDS for hint in get_type_hints(kind).values()]
    kinds = {
        one for hint in hints for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Enum)
    }
    return [value for kind in kinds for value in kind]


def test_every_field_has_a_name_and_no_other() -> None:
    assert {name for _, name in FIELDS} == set(NAMES)


@pytest.mark.parametrize("code", available_languages())
def test_names_within_one_record_differ(code: str) -> None:
    for kind in RECORD_KINDS:
        names = [field_name(name, Language(code)) for owner, name in FIELDS if owner is kind]
        assert len(set(names)) == len(names), kind


@pytest.mark.parametrize("code", available_languages())
def test_every_choice_has_a_word(code: str) -> None:
    assert len(choices()) > 30
    for value in choices():
        said = field_value("any", value, default_catalogue(), Language(code))
        assert said
        assert "_" not in said


def test_values_in_words() -> None:
    catalogue, german = default_catalogue(), Language("de")
    question = catalogue.questions[0]

    def said(name: str, value: object) -> str:
        return field_value(name, value, catalogue, german)

    assert said("question_id", question.id) == question.number
    assert said("question_id", "gone.question") == "gone.question"
    assert said("criterion_id", catalogue.criteria[2].id) == "3"
    assert said("kind", "study") == "Studie"
    assert said("second_language", "it") == "Italienisch"
    assert said("due", date(2027, 3, 31)) == "31. M\u00e4rz 2027"
    assert said("service_id", "matchmaking") == "Matchmaking (Austausch mit Fachleuten anderer Regionen)"
    assert said("form", "a-form-of-a-colleague") == "a-form-of-a-colleague"
    assert said("state", AnswerState.NOT_KNOWN) == "Nicht bekannt"
    assert said("status", ActionStatus.DONE) == "Erledigt"
    assert (said("rating", 0), said("review", True), said("review", False), said("comment", "")) == ("0", "Ja", "", "")
    assert said("objectives", ("RSO1.1", "RSO1.4")) == "RSO1.1, RSO1.4"
    assert len(said("comment", "x" * 5000)) == 2000

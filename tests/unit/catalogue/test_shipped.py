"""The shipped catalogue: complete, in both languages, inside the limits, and honest where a language is missing."""

import itertools
import re

import pytest

from s3desk.basics.language import EU_LANGUAGES
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.load import plain_faults
from s3desk.catalogue.model import LEVELS, Question
from s3desk.catalogue.plain import canonical, from_plain

CATALOGUE = default_catalogue()
WRITTEN = tuple(CATALOGUE.wordings)


def test_seven_criteria_with_73_questions_of_which_21_are_core() -> None:
    assert len(CATALOGUE.criteria) == 7
    assert len(CATALOGUE.questions) == 73
    assert sum(question.core for question in CATALOGUE.questions) == 21


def test_every_criterion_has_ten_or_eleven_questions_and_two_to_four_core_ones() -> None:
    for criterion in CATALOGUE.criteria:
        assert 10 <= len(criterion.questions) <= 11, criterion.id
        assert 2 <= sum(question.core for question in criterion.questions) <= 4, criterion.id


def test_only_criteria_5_and_6_say_where_relevant_as_the_law_does() -> None:
    said = {criterion.number for criterion in CATALOGUE.criteria if criterion.where_relevant}
    official = CATALOGUE.official_text("en").criteria
    assert said == {5, 6}
    assert {c.number for c in CATALOGUE.criteria if "here relevant" in official[c.id]} == {5, 6}


def test_numbers_follow_the_place_of_a_question() -> None:
    assert [question.number for question in CATALOGUE.criteria[2].questions][-1] == "3.11"
    assert CATALOGUE.question(CATALOGUE.questions[0].id).number == "1.1"
    assert not CATALOGUE.knows("analysis.of-nothing")


@pytest.mark.parametrize("code", WRITTEN)
@pytest.mark.parametrize("question", CATALOGUE.questions, ids=lambda question: question.id)
def test_each_question_says_everything_in_each_written_language(question: Question, code: str) -> None:
    text = CATALOGUE.question_text(question.id, code)
    assert text.question.endswith("?")
    assert 3 <= len(text.label) <= 30
    assert len(text.levels) == len(set(text.levels)) == len(LEVELS)
    assert text.how
    assert text.evidence
    assert text.weaknesses
    assert set(text.facts) == {fact.id for fact in question.facts}


@pytest.mark.parametrize("code", WRITTEN)
def test_labels_and_questions_are_not_repeated(code: str) -> None:
    words = CATALOGUE.wording(code).questions
    assert len({text.question for text in words.values()}) == 73
    assert len({text.label for text in words.values()}) == 73


@pytest.mark.parametrize("code", WRITTEN)
def test_each_question_has_levels_of_its_own(code: str) -> None:
    levels = [set(text.levels) for text in CATALOGUE.wording(code).questions.values()]
    assert all(len(one & other) <= 1 for one, other in itertools.combinations(levels, 2))


def test_every_source_is_known_and_nothing_claims_to_be_an_official_checklist() -> None:
    assert all(source in CATALOGUE.sources for question in CATALOGUE.questions for source in question.sources)
    assert not re.search(r"official (check ?list|questionnaire)", str(CATALOGUE.wordings), re.IGNORECASE)


@pytest.mark.parametrize("code", EU_LANGUAGES)
def test_a_language_that_is_not_entered_falls_back_to_english_and_says_so(code: str) -> None:
    official = CATALOGUE.official_text(code)
    assert official.language == (code if code in ("en", "de") else "en")
    assert CATALOGUE.wording(code).language == (code if code in WRITTEN else "en")
    assert len(official.criteria) == 7


def test_there_is_a_slot_for_each_language_of_the_union() -> None:
    assert set(CATALOGUE.plain["official"]) == set(EU_LANGUAGES)


def test_even_nonsense_as_language_gives_english() -> None:
    assert CATALOGUE.official_text("=1+1").language == "en"


def test_plain_form_returns_as_the_same_catalogue() -> None:
    again = from_plain(CATALOGUE.plain)
    assert again == CATALOGUE
    assert again.digest == CATALOGUE.digest
    assert plain_faults(CATALOGUE.plain) == ()


def test_equal_values_give_equal_bytes_whatever_their_order() -> None:
    assert (
        canonical({"b": [1, "é"], "a": None})
        == canonical({"a": None, "b": [1, "é"]})
        == '{"a":null,"b":[1,"é"]}'.encode()
    )

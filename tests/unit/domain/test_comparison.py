"""What differs between two contents."""

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.comparison import Aspect, Difference, differences
from s3desk.domain.content import content_of
from s3desk.domain.records import Answer, AnswerState, Decision, Fulfilment, Record

CATALOGUE = default_catalogue()
FIRST, SECOND = CATALOGUE.criteria[0], CATALOGUE.criteria[1]
QUESTION = FIRST.questions[0].id


def between(earlier: list[Record], later: list[Record]) -> tuple[Difference, ...]:
    return differences(CATALOGUE, content_of(earlier), content_of(later))


def test_nothing_differs_from_itself() -> None:
    records: list[Record] = [Answer(QUESTION, AnswerState.RATED, 3), Fulfilment(FIRST.id, Decision.YES)]
    assert between(records, records) == ()
    assert between([], []) == ()


def test_an_open_answer_is_the_same_as_none() -> None:
    assert between([], [Answer(QUESTION), Fulfilment(FIRST.id)]) == ()


def test_a_rating_says_from_what_to_what() -> None:
    before, after = Answer(QUESTION, AnswerState.RATED, 2), Answer(QUESTION, AnswerState.RATED, 4)
    assert between([before], [after]) == (Difference(Aspect.ANSWER, FIRST.id, QUESTION, before, after),)


def test_a_rating_of_0_differs_from_no_rating_and_from_not_known() -> None:
    zero, unknown = Answer(QUESTION, AnswerState.RATED, 0), Answer(QUESTION, AnswerState.NOT_KNOWN)
    assert len(between([], [zero])) == len(between([unknown], [zero])) == len(between([zero], [])) == 1


def test_comments_and_working_marks_are_no_difference() -> None:
    worked = Answer(QUESTION, comment="new", note="new", review=True, to_confirm=True)
    assert between([], [worked, Fulfilment(FIRST.id, to_confirm=True, owner_id="p", target=4)]) == ()


def test_decision_and_each_text_are_told_apart_in_the_order_of_the_criteria() -> None:
    later: list[Record] = [
        Fulfilment(SECOND.id, Decision.NO),
        Fulfilment(FIRST.id, Decision.YES, references="E01", justification="Because."),
    ]
    assert [(one.aspect, one.criterion_id) for one in between([], later)] == [
        (Aspect.DECISION, FIRST.id),
        (Aspect.REFERENCES, FIRST.id),
        (Aspect.JUSTIFICATION, FIRST.id),
        (Aspect.DECISION, SECOND.id),
    ]

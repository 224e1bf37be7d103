"""The one step proposed next: an open question, a fulfilment to decide or confirm, and at last the report."""

from __future__ import annotations

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion, Question
from s3desk.domain.content import Content
from s3desk.domain.records import AnswerState, Decision
from s3desk.domain.scoring import is_answered, is_relevant
from s3desk.queries.criterion_picture import NextStep, StepKind


def after_question(catalogue: Catalogue, content: Content, question: Question, language: Language) -> NextStep:
    """What follows a question: an open one of its criterion, its fulfilment, then the next criteria."""
    criterion = catalogue.criterion(question.criterion_id)
    place = criterion.questions.index(question)
    others = criterion.questions[place + 1 :] + criterion.questions[:place]
    if step := open_question(content, criterion, others, language):
        return step
    if content.fulfilment(criterion.id).decision is Decision.NOT_DECIDED:
        return NextStep(StepKind.FULFILMENT, language.text("Decide fulfilment"), criterion.id)
    if is_to_confirm(content, criterion):
        return _confirm(criterion, language)
    return after_criterion(catalogue, content, criterion, language)


def after_criterion(catalogue: Catalogue, content: Content, criterion: Criterion, language: Language) -> NextStep:
    """What follows a criterion: the next one, in order and round again, in which something is open."""
    place = catalogue.criteria.index(criterion)
    return _through(catalogue.criteria[place + 1 :] + catalogue.criteria[:place], content, language)


def first_step(catalogue: Catalogue, content: Content, language: Language) -> NextStep:
    """Where to begin, or to go on after a break: the first criterion in which something is open."""
    return _through(catalogue.criteria, content, language)


def _through(criteria: tuple[Criterion, ...], content: Content, language: Language) -> NextStep:
    for criterion in criteria:
        if step := open_question(content, criterion, criterion.questions, language):
            return step
        if content.fulfilment(criterion.id).decision is Decision.NOT_DECIDED:
            text = language.text("Decide fulfilment of criterion {number}", number=criterion.number)
            return NextStep(StepKind.FULFILMENT, text, criterion.id)
        if is_to_confirm(content, criterion):
            return _confirm(criterion, language)
    return NextStep(StepKind.REPORT, language.text("Create report"))


def is_to_confirm(content: Content, criterion: Criterion) -> bool:
    """Whether anything of a criterion was carried over from the check before and is not yet confirmed."""
    questions = criterion.questions if is_relevant(content, criterion) else ()
    answers = any(content.answer(question.id).to_confirm for question in questions)
    return answers or content.fulfilment(criterion.id).to_confirm


def _confirm(criterion: Criterion, language: Language) -> NextStep:
    text = language.text("Confirm criterion {number}", number=criterion.number)
    return NextStep(StepKind.FULFILMENT, text, criterion.id)


def is_open(content: Content, question: Question) -> bool:
    """Whether somebody should still say something: "not known" was said on purpose."""
    answer = content.answer(question.id)
    return answer.state is not AnswerState.NOT_KNOWN and not is_answered(answer)


def open_question(
    content: Content, criterion: Criterion, questions: tuple[Question, ...], language: Language
) -> NextStep | None:
    """The first of these questions that is open, as a step; None when there is none."""
    if not is_relevant(content, criterion):
        return None
    for question in questions:
        if is_open(content, question):
            text = language.text("Next open question: {number}", number=question.number)
            return NextStep(StepKind.QUESTION, text, criterion.id, question.id)
    return None

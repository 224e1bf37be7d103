"""The part of a report about one criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Criterion, Question
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Answer, AnswerState, Evidence, EvidenceUse, FactValue, Fulfilment, Person
from s3desk.domain.scoring import nearest_level, score
from s3desk.domain.tokens import token
from s3desk.queries import words
from s3desk.queries.picture import ActionLine, CriterionPart, EvidenceLine, QuestionPart
from s3desk.queries.table12 import common_texts, translated_texts


@dataclass(frozen=True, slots=True)
class Lists:
    """What all criteria share: the evidence and action lists, and the evidence of each question as text."""

    evidence: tuple[EvidenceLine, ...]
    actions: tuple[ActionLine, ...]
    evidence_of: Mapping[str, str]


def parts(
    situation: Situation,
    earlier: Content | None,
    evidence: tuple[EvidenceLine, ...],
    actions: tuple[ActionLine, ...],
    language: Language,
    *,
    internal: bool,
) -> tuple[CriterionPart, ...]:
    """The parts of all criteria; ratings, comments and owners only in internal reports."""
    lists = Lists(evidence, actions, evidence_of_questions(situation.content))
    return tuple(
        _part(situation, criterion, earlier, lists, language, internal=internal)
        for criterion in situation.catalogue.criteria
    )


def evidence_of_questions(content: Content) -> Mapping[str, str]:
    """The evidence of each question with pages: "E14, p. 14-18; E15"."""
    known = {evidence.id: evidence for evidence in content.all(Evidence)}
    marks: dict[str, list[str]] = {}
    for use in sorted(content.all(EvidenceUse), key=lambda use: known[use.evidence_id].number):
        marks.setdefault(use.question_id, []).append(words.names([token(known[use.evidence_id]), use.pages]))
    return {question_id: "; ".join(found) for question_id, found in marks.items()}


def _part(
    situation: Situation,
    criterion: Criterion,
    earlier: Content | None,
    lists: Lists,
    language: Language,
    *,
    internal: bool,
) -> CriterionPart:
    catalogue, content = situation.catalogue, situation.content
    fulfilment = content.fulfilment(criterion.id)
    official = catalogue.official_text(language.code)
    names = catalogue.criterion_text(criterion.id, language.code)
    now = score(content, criterion) if internal else None
    references, justification = common_texts(catalogue, content, criterion)
    second = translated_texts(catalogue, content, criterion)
    owner = content.get(Person, fulfilment.owner_id)
    return CriterionPart(
        id=criterion.id,
        number=criterion.number,
        name=names.name,
        title=names.title,
        official=official.criteria[criterion.id],
        official_language=official.language,
        decision=fulfilment.decision,
        decision_words=words.decision(fulfilment.decision, language),
        mark=words.table12_mark(fulfilment.decision, language),
        met_at=words.met_at(fulfilment.met_at, language),
        proof_holder=fulfilment.proof_holder,
        references=references,
        justification=justification,
        second_references=second[0] if second else None,
        second_justification=second[1] if second else None,
        agreed=_agreed(fulfilment, language),
        owner=owner.name if owner else "",
        score=now,
        target=fulfilment.target,
        level_words=_level_words(now.average if now else None, situation, language),
        average_before=score(earlier, criterion).average if earlier and internal else None,
        decision_before=words.decision(earlier.fulfilment(criterion.id).decision, language) if earlier else "",
        questions=_questions(situation, criterion, earlier, lists, language) if internal else (),
        evidence=tuple(line for line in lists.evidence if criterion.number in line.criteria),
        actions=tuple(line for line in lists.actions if line.criterion == criterion.number),
    )


def _agreed(fulfilment: Fulfilment, language: Language) -> str:
    day = language.date(fulfilment.agreed_on) if fulfilment.agreed_on else ""
    return words.names([fulfilment.agreed_with, day])


def _level_words(average: float | None, situation: Situation, language: Language) -> str:
    if average is None:
        return ""
    return situation.catalogue.wording(language.code).levels[nearest_level(average)]


def _questions(
    situation: Situation, criterion: Criterion, earlier: Content | None, lists: Lists, language: Language
) -> tuple[QuestionPart, ...]:
    return tuple(
        _question(situation, question, earlier, lists.evidence_of.get(question.id, ""), language)
        for question in criterion.questions
    )


def _question(
    situation: Situation, question: Question, earlier: Content | None, evidence: str, language: Language
) -> QuestionPart:
    catalogue, content = situation.catalogue, situation.content
    answer = content.answer(question.id)
    text = catalogue.question_text(question.id, language.code)
    return QuestionPart(
        id=question.id,
        number=question.number,
        question=text.question,
        label=text.label,
        core=question.core,
        state=answer.state,
        rating=answer.rating if answer.state is AnswerState.RATED else None,
        mark=words.answer_mark(answer),
        words=words.answer_word(answer, catalogue.wording(language.code), language),
        reason=_reason(answer),
        comment=answer.comment,
        note=answer.note,
        facts=_facts(content, question, text.facts, language),
        evidence=evidence,
        review=answer.review,
        to_confirm=answer.to_confirm,
        before=words.answer_mark(earlier.answer(question.id)) if earlier else "",
    )


def _reason(answer: Answer) -> str:
    """Why a question has no rating, in the officer's words."""
    match answer.state:
        case AnswerState.NOT_APPLICABLE:
            return answer.reason
        case AnswerState.ELSEWHERE:
            return words.names([answer.held_by, answer.held_source])
        case _:
            return ""


def _facts(
    content: Content, question: Question, labels: Mapping[str, str], language: Language
) -> tuple[tuple[str, str], ...]:
    values = ((fact, content.get(FactValue, f"{question.id}/{fact.id}")) for fact in question.facts)
    return tuple(
        (labels[fact.id], fact_words(fact.kind, value.value, language))
        for fact, value in values
        if value and value.value
    )


def fact_words(kind: str, value: str, language: Language) -> str:
    """The content of a fact field in words: dates and yes/no in the language, all else as written."""
    if kind == "yes_no":
        return language.text("Yes") if value == "yes" else language.text("No")
    if kind == "date":
        try:
            return language.date(date.fromisoformat(value))
        except ValueError:
            return value
    return value

"""The part of a report about one criterion."""

from __future__ import annotations

from s3desk.basics.language import Language
from s3desk.catalogue.model import Criterion, Question
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.records import AnswerState, Evidence, EvidenceUse, FactValue, Person
from s3desk.domain.scoring import nearest_level, score
from s3desk.queries import words
from s3desk.queries.picture import ActionLine, CriterionPart, EvidenceLine, QuestionPart
from s3desk.queries.table12 import common_texts, translated_texts


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
    return tuple(
        _part(situation, criterion, earlier, evidence, actions, language, internal=internal)
        for criterion in situation.catalogue.criteria
    )


def _part(
    situation: Situation,
    criterion: Criterion,
    earlier: Content | None,
    evidence: tuple[EvidenceLine, ...],
    actions: tuple[ActionLine, ...],
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
        mark=words.table12_mark(fulfilment.decision),
        met_at=words.met_at(fulfilment.met_at, language),
        proof_holder=fulfilment.proof_holder,
        references=references,
        justification=justification,
        second_references=second[0] if second else None,
        second_justification=second[1] if second else None,
        agreed=_agreed(fulfilment.agreed_with, fulfilment.agreed_on, language),
        owner=owner.name if owner else "",
        score=now,
        target=fulfilment.target,
        level_words=_level_words(now.average if now else None, situation, language),
        average_before=score(earlier, criterion).average if earlier and internal else None,
        decision_before=words.decision(earlier.fulfilment(criterion.id).decision, language) if earlier else "",
        questions=_questions(situation, criterion, earlier, language) if internal else (),
        evidence=tuple(line for line in evidence if criterion.number in line.criteria),
        actions=tuple(line for line in actions if line.criterion == criterion.number),
    )


def _agreed(who: str, on: object, language: Language) -> str:
    from datetime import date

    day = language.date(on) if isinstance(on, date) else ""
    return words.names([who, day])


def _level_words(average: float | None, situation: Situation, language: Language) -> str:
    if average is None:
        return ""
    return situation.catalogue.wording(language.code).levels[nearest_level(average)]


def _questions(
    situation: Situation, criterion: Criterion, earlier: Content | None, language: Language
) -> tuple[QuestionPart, ...]:
    return tuple(_question(situation, question, earlier, language) for question in criterion.questions)


def _question(situation: Situation, question: Question, earlier: Content | None, language: Language) -> QuestionPart:
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
        reason=answer.reason if answer.state is AnswerState.NOT_APPLICABLE else _held(content, question),
        comment=answer.comment,
        note=answer.note,
        facts=_facts(content, question, text.facts, language),
        evidence=_evidence_of(content, question),
        review=answer.review,
        to_confirm=answer.to_confirm,
        before=words.answer_mark(earlier.answer(question.id)) if earlier else "",
    )


def _held(content: Content, question: Question) -> str:
    answer = content.answer(question.id)
    return words.names([answer.held_by, answer.held_source]) if answer.state is AnswerState.ELSEWHERE else ""


def _facts(content: Content, question: Question, labels: object, language: Language) -> tuple[tuple[str, str], ...]:
    found = []
    for fact in question.facts:
        value = content.get(FactValue, f"{question.id}/{fact.id}")
        if value is not None and value.value:
            label = labels[fact.id] if isinstance(labels, dict) else fact.id
            found.append((label, fact_words(fact.kind, value.value, language)))
    return tuple(found)


def fact_words(kind: str, value: str, language: Language) -> str:
    """The content of a fact field in words: dates and yes/no in the language, all else as written."""
    from datetime import date

    if kind == "yes_no":
        return language.text("Yes") if value == "yes" else language.text("No")
    if kind == "date":
        try:
            return language.date(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def _evidence_of(content: Content, question: Question) -> str:
    """The evidence of one question with pages: "E14, p. 14-18; E15"."""
    uses = (use for use in content.all(EvidenceUse) if use.question_id == question.id)
    known = {evidence.id: evidence for evidence in content.all(Evidence)}
    marks = sorted((known[use.evidence_id].number, use.pages) for use in uses if use.evidence_id in known)
    return "; ".join(f"E{number:02d}, {pages}" if pages else f"E{number:02d}" for number, pages in marks)

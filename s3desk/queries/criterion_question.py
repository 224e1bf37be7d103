"""The questions of a criterion as the page shows them: the list, and one question to be answered."""

from __future__ import annotations

from collections.abc import Iterable

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion, Question, QuestionText
from s3desk.domain.content import Content
from s3desk.domain.records import Answer, AnswerState, Evidence, EvidenceUse, FactValue, SavedVersion
from s3desk.domain.tokens import short_title, token
from s3desk.queries import words
from s3desk.queries.criterion_part import fact_words
from s3desk.queries.criterion_picture import (
    AskedQuestion,
    EvidenceChip,
    FactField,
    Guidance,
    LastTime,
    Level,
    QuestionRow,
)
from s3desk.queries.next_step import after_question

Earlier = tuple[SavedVersion, Content]
"""A saved version with what it holds, to show beside the present answer."""


def rows(catalogue: Catalogue, content: Content, criterion: Criterion, language: Language) -> tuple[QuestionRow, ...]:
    """The questions of a criterion as a list."""
    with_evidence = {use.question_id for use in content.all(EvidenceUse)}
    return tuple(
        _row(catalogue, content.answer(question.id), question, question.id in with_evidence, language)
        for question in criterion.questions
    )


def _row(
    catalogue: Catalogue,
    answer: Answer,
    question: Question,
    has_evidence: bool,
    language: Language,
) -> QuestionRow:
    label = catalogue.question_text(question.id, language.code).label
    return QuestionRow(
        id=question.id,
        number=question.number,
        label=label,
        state=answer.state,
        rating=answer.rating,
        core=question.core,
        has_evidence=has_evidence,
        review=answer.review,
        to_confirm=answer.to_confirm,
        spoken=", ".join(
            part
            for part, said in (
                (f"{question.number} {label}", True),
                (_answer_spoken(catalogue, answer, language), True),
                (language.text("core question"), question.core),
                (language.text("with evidence"), has_evidence),
                (language.text("marked for review"), answer.review),
                (language.text("to confirm"), answer.to_confirm),
            )
            if said
        ),
    )


def _answer_spoken(catalogue: Catalogue, answer: Answer, language: Language) -> str:
    word = words.answer_word(answer, catalogue.wording(language.code), language)
    if answer.rating is None:
        return word
    return language.text("{rating} of 5, {word}", rating=answer.rating, word=word)


def part(
    catalogue: Catalogue, content: Content, question: Question, language: Language, earlier: Earlier | None
) -> AskedQuestion:
    """One question with everything that is needed to answer it."""
    answer = content.answer(question.id)
    text = catalogue.question_text(question.id, language.code)
    siblings = catalogue.criterion(question.criterion_id).questions
    place = siblings.index(question)
    spoken = _answer_spoken(catalogue, answer, language)
    return AskedQuestion(
        id=question.id,
        number=question.number,
        heading=language.text("Question {number}", number=question.number),
        core_note=language.text("Core question: follows from the legal text") if question.core else "",
        question=text.question,
        state=answer.state,
        rating=answer.rating,
        answer_words=words.answer_word(answer, catalogue.wording(language.code), language),
        spoken=language.text("Rating, question {number}, {answer}", number=question.number, answer=spoken),
        levels=_levels(catalogue, text, language),
        may_be_not_applicable=not question.core,
        reason=answer.reason,
        held_by=answer.held_by,
        held_source=answer.held_source,
        facts=_facts(content, question, text, language),
        comment=answer.comment,
        note=answer.note,
        review=answer.review,
        confirm_text=_confirm_text(answer, earlier, language),
        evidence=chips(content, question.id),
        guidance=_guidance(catalogue, question, text, language, earlier),
        previous=_number_of(siblings[place - 1 : place]),
        next=_number_of(siblings[place + 1 : place + 2]),
        next_step=after_question(catalogue, content, question, language),
    )


def _number_of(questions: tuple[Question, ...]) -> tuple[str, str]:
    """Id and number of the one question, or two empty texts at the end of the list."""
    return (questions[0].id, questions[0].number) if questions else ("", "")


def _levels(catalogue: Catalogue, text: QuestionText, language: Language) -> tuple[Level, ...]:
    names = catalogue.wording(language.code).levels
    return tuple(
        Level(
            level,
            names[level],
            sentence,
            language.text("{level} of 5, {word}: {sentence}", level=level, word=names[level], sentence=sentence),
        )
        for level, sentence in enumerate(text.levels)
    )


def _facts(content: Content, question: Question, text: QuestionText, language: Language) -> tuple[FactField, ...]:
    fields = []
    for fact in question.facts:
        stored = content.get(FactValue, f"{question.id}/{fact.id}")
        value = stored.value if stored else ""
        shown = fact_words(fact.kind, value, language) if fact.kind == "date" and value else value
        fields.append(FactField(fact.id, fact.kind, text.facts[fact.id], shown))
    return tuple(fields)


def _confirm_text(answer: Answer, earlier: Earlier | None, language: Language) -> str:
    """The words on the button that confirms an answer carried over; "" when there is nothing to confirm."""
    return confirm_words(earlier, language) if answer.to_confirm else ""


def confirm_words(earlier: Earlier | None, language: Language) -> str:
    """The words "No change since November 2025", without a month where no version was saved."""
    if earlier is None:
        return language.text("No change since last time")
    return language.text("No change since {month}", month=language.month(earlier[0].saved_at.date()))


def chips(content: Content, question_id: str) -> tuple[EvidenceChip, ...]:
    """The documents used for a question, by number."""
    known = {evidence.id: evidence for evidence in content.all(Evidence)}
    used = [use for use in content.all(EvidenceUse) if use.question_id == question_id and use.evidence_id in known]
    return tuple(_chip(known[use.evidence_id], use.pages) for use in _by_number(used, known))


def _by_number(uses: Iterable[EvidenceUse], known: dict[str, Evidence]) -> list[EvidenceUse]:
    return sorted(uses, key=lambda use: known[use.evidence_id].number)


def _chip(evidence: Evidence, pages: str) -> EvidenceChip:
    text = words.names([short_title(evidence), pages])
    return EvidenceChip(evidence.id, token(evidence), text, evidence.kind)


def _guidance(
    catalogue: Catalogue, question: Question, text: QuestionText, language: Language, earlier: Earlier | None
) -> Guidance:
    sources = (catalogue.sources[source] for source in question.sources if source in catalogue.sources)
    return Guidance(
        about=text.about,
        how=text.how,
        evidence=text.evidence,
        weaknesses=text.weaknesses,
        sources=tuple((source.title, source.link) for source in sources),
        last_time=_last_time(catalogue, question, language, earlier),
    )


def _last_time(
    catalogue: Catalogue, question: Question, language: Language, earlier: Earlier | None
) -> LastTime | None:
    if earlier is None:
        return None
    version, content = earlier
    answer = content.answer(question.id)
    if answer.state is AnswerState.OPEN:
        return None
    return LastTime(
        title=language.text("Last time, {month}", month=language.month(version.saved_at.date())),
        state=answer.state,
        rating=answer.rating,
        words=words.answer_word(answer, catalogue.wording(language.code), language),
        comment=answer.comment,
    )

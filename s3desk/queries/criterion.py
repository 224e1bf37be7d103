"""The page of one criterion: one picture with everything it shows, for one question of it."""

from __future__ import annotations

from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Decision
from s3desk.domain.scoring import is_relevant, nearest_level, score
from s3desk.queries import criterion_fulfilment, criterion_question, words
from s3desk.queries.criterion_picture import ActionRow, Average, CriterionPicture, EvidenceRow, GapRow, Tab
from s3desk.queries.criterion_question import Earlier
from s3desk.queries.lists import action_rows, evidence_rows, gap_rows

TABS = ("questions", "fulfilment", "evidence", "actions")


def picture(
    catalogue: Catalogue,
    content: Content,
    criterion_id: str,
    language: Language,
    today: date,
    *,
    question_id: str = "",
    earlier: Earlier | None = None,
    missing_files: frozenset[str] = frozenset(),
) -> CriterionPicture:
    """The page of a criterion with one of its questions (the first when none is named).

    `earlier` is the saved version to compare with; `missing_files` are ids of evidence whose bytes were not found.
    """
    criterion = catalogue.criterion(criterion_id)
    question = catalogue.question(question_id) if question_id else criterion.questions[0]
    situation = Situation(catalogue, content, today, missing_files)
    evidence = _evidence(situation, criterion, language)
    actions = tuple(row for row in action_rows(situation, language) if row.line.criterion == criterion.number)
    official = catalogue.official_text(language.code)
    place = catalogue.criteria.index(criterion)
    return CriterionPicture(
        id=criterion.id,
        number=criterion.number,
        place=language.text("Criterion {number} of {all}", number=criterion.number, all=len(catalogue.criteria)),
        title=catalogue.criterion_text(criterion.id, language.code).title,
        official=official.criteria[criterion.id],
        language_note=_language_note(official.language, language),
        previous_id=_id_of(catalogue.criteria[place - 1 : place]),
        next_id=_id_of(catalogue.criteria[place + 1 : place + 2]),
        tabs=_tabs(content, criterion, len(evidence), actions, language),
        relevant=is_relevant(content, criterion),
        relevance_note=_relevance_note(content, criterion, language),
        quick=catalogue.quick,
        rows=criterion_question.rows(catalogue, content, criterion, language),
        question=criterion_question.part(catalogue, content, question, language, earlier),
        average=_average(content, criterion, language, earlier),
        fulfilment=criterion_fulfilment.part(catalogue, content, criterion, language, earlier),
        evidence=evidence,
        actions=actions,
        gaps=_gaps(catalogue, content, criterion, language),
    )


def _id_of(criteria: tuple[Criterion, ...]) -> str:
    return criteria[0].id if criteria else ""


def _language_note(official_language: str, language: Language) -> str:
    """Says that English stands in where the official text of a language is not entered."""
    if official_language == language.code:
        return ""
    return language.text(
        "The official text in {language} is not entered yet. English is shown.",
        language=language.language_name(language.code),
    )


def _tabs(
    content: Content, criterion: Criterion, evidence: int, actions: tuple[ActionRow, ...], language: Language
) -> tuple[Tab, ...]:
    now = score(content, criterion)
    answered = f"{now.answered}/{now.total}" if now.total else language.text("closed")
    spoken = language.text("{answered} of {total} answered", answered=now.answered, total=now.total)
    decision = content.fulfilment(criterion.id).decision
    decided = language.text("open") if decision is Decision.NOT_DECIDED else words.decision(decision, language)
    pending = sum(not row.line.done for row in actions)
    return (
        _tab("questions", language.text("Questions"), answered, spoken if now.total else answered),
        _tab("fulfilment", language.text("Fulfilment"), decided, words.decision(decision, language)),
        _tab("evidence", language.text("Evidence"), str(evidence), str(evidence)),
        _tab("actions", language.text("Actions"), str(pending), language.plural("{n} open", "{n} open", pending)),
    )


def _tab(tab_id: str, text: str, count: str, spoken: str) -> Tab:
    return Tab(tab_id, text, count, f"{text}, {spoken}")


def _relevance_note(content: Content, criterion: Criterion, language: Language) -> str:
    """Criteria 5 and 6 begin with relevance: what to do when the criterion does not concern the region."""
    if not criterion.where_relevant:
        return ""
    if not is_relevant(content, criterion):
        return language.text("Marked as \u201cNot relevant here\u201d. The questions are closed and leave the totals.")
    if content.fulfilment(criterion.id).decision is Decision.NOT_DECIDED:
        return language.text("The law says \u201cwhere relevant\u201d. Does this criterion concern your region?")
    return ""


def _average(content: Content, criterion: Criterion, language: Language, earlier: Earlier | None) -> Average:
    now = score(content, criterion)
    target = content.fulfilment(criterion.id).target
    before = score(earlier[1], criterion).average if earlier else None
    notes = [language.text("Target {level}", level=target)] if target else []
    if earlier and before is not None:
        month = language.month(earlier[0].saved_at.date())
        notes.append(f"{month}: {language.decimal(before)}")
    return Average(
        value=now.average,
        words=language.decimal(now.average) if now.average is not None else "",
        level=nearest_level(now.average) if now.average is not None else None,
        rated=language.text("{rated} of {total} rated", rated=now.rated, total=now.total) if now.total else "",
        target=target,
        note=", ".join(notes),
    )


def _evidence(situation: Situation, criterion: Criterion, language: Language) -> tuple[EvidenceRow, ...]:
    """The documents used for its questions or named in its texts, with the questions of this criterion only."""
    return tuple(
        row for row in evidence_rows(situation, criterion.questions, language) if criterion.number in row.line.criteria
    )


def _gaps(catalogue: Catalogue, content: Content, criterion: Criterion, language: Language) -> tuple[GapRow, ...]:
    """The gaps of this criterion without an action, largest first."""
    asked = {question.id for question in criterion.questions}
    return tuple(gap for gap in gap_rows(catalogue, content, language) if gap.question_id in asked)

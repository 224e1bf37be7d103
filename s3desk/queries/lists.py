"""The lists of evidence and actions as every surface shows them."""

from __future__ import annotations

from collections.abc import Mapping

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Question
from s3desk.domain import freshness
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation, action_number, is_late
from s3desk.domain.records import Action, ActionStatus, Evidence, EvidenceUse
from s3desk.domain.scoring import gaps, target_of
from s3desk.domain.tokens import numbers_in, token
from s3desk.queries import words
from s3desk.queries.criterion_picture import ActionRow, EvidenceRow, GapRow
from s3desk.queries.picture import ActionLine, EvidenceLine


def evidence_lines(situation: Situation, language: Language) -> tuple[EvidenceLine, ...]:
    """All evidence by number."""
    uses = uses_by_evidence(situation.content)
    named = _criteria_naming(situation)
    return tuple(
        _evidence_line(evidence, situation, uses.get(evidence.id, ()), named.get(evidence.number, set()), language)
        for evidence in situation.content.all(Evidence)
    )


def evidence_rows(situation: Situation, questions: tuple[Question, ...], language: Language) -> tuple[EvidenceRow, ...]:
    """All evidence as rows of a table; each row names which of these questions it is used for."""
    used = _questions_by_evidence(situation.content, questions)
    records = {evidence.id: evidence for evidence in situation.content.all(Evidence)}
    return tuple(
        EvidenceRow(
            line=line,
            state=freshness.state(
                records[line.id], situation.catalogue, situation.content, situation.today, situation.missing_files
            ),
            dated=language.short_date(line.dated) if line.dated else "",
            questions=words.names(used.get(line.id, ())),
        )
        for line in evidence_lines(situation, language)
    )


def _questions_by_evidence(content: Content, questions: tuple[Question, ...]) -> dict[str, list[str]]:
    """For each document the numbers of the questions it is used for, in their order."""
    place = {question.id: place for place, question in enumerate(questions)}
    found: dict[str, list[str]] = {}
    uses = [use for use in content.all(EvidenceUse) if use.question_id in place]
    for use in sorted(uses, key=lambda use: place[use.question_id]):
        found.setdefault(use.evidence_id, []).append(questions[place[use.question_id]].number)
    return found


def uses_by_evidence(content: Content) -> Mapping[str, tuple[EvidenceUse, ...]]:
    """The uses of each piece of evidence."""
    found: dict[str, tuple[EvidenceUse, ...]] = {}
    for use in content.all(EvidenceUse):
        found[use.evidence_id] = (*found.get(use.evidence_id, ()), use)
    return found


def _criteria_naming(situation: Situation) -> dict[int, set[int]]:
    """For each evidence number the criteria whose texts name it."""
    found: dict[int, set[int]] = {}
    for criterion in situation.catalogue.criteria:
        fulfilment = situation.content.fulfilment(criterion.id)
        for number in numbers_in(fulfilment.references + " " + fulfilment.justification):
            found.setdefault(number, set()).add(criterion.number)
    return found


def _evidence_line(
    evidence: Evidence, situation: Situation, uses: tuple[EvidenceUse, ...], named_by: set[int], language: Language
) -> EvidenceLine:
    catalogue = situation.catalogue
    state = freshness.state(evidence, catalogue, situation.content, situation.today, situation.missing_files)
    months = freshness.reminder_months(evidence.kind, catalogue, situation.content)
    kinds = catalogue.wording(language.code).evidence_kinds
    return EvidenceLine(
        id=evidence.id,
        mark=token(evidence),
        title=evidence.title,
        short_title=evidence.short_title,
        kind=kinds.get(evidence.kind, evidence.kind),
        issuer=evidence.issuer,
        dated=evidence.dated,
        valid_until=evidence.valid_until,
        language=language.language_name(evidence.language) if evidence.language else "",
        link=evidence.link,
        state=words.freshness(state, language, months),
        storage=words.storage(evidence.storage, language),
        uses=len(uses) + len(named_by),
        criteria=tuple(sorted(named_by | _criteria_of(uses, catalogue))),
        pages=words.names([use.pages for use in uses]),
        sha256=evidence.sha256,
    )


def _criteria_of(uses: tuple[EvidenceUse, ...], catalogue: Catalogue) -> set[int]:
    questions = (catalogue.question(use.question_id) for use in uses if catalogue.knows(use.question_id))
    return {catalogue.criterion(question.criterion_id).number for question in questions}


def action_lines(situation: Situation, language: Language) -> tuple[ActionLine, ...]:
    """All actions by number."""
    return tuple(_action_line(action, situation, language) for action in situation.content.all(Action))


def _action_line(action: Action, situation: Situation, language: Language) -> ActionLine:
    catalogue = situation.catalogue
    late = is_late(action, situation.today)
    return ActionLine(
        id=action.id,
        mark=action_number(action),
        title=action.title,
        criterion=catalogue.criterion(action.criterion_id).number,
        question=catalogue.question(action.question_id).number if catalogue.knows(action.question_id) else "",
        responsible=action.responsible,
        due=action.due,
        status=words.action_status(action.status, language, late=late),
        late=late,
        done=action.status is ActionStatus.DONE,
        next_step=action.next_step,
        done_when=action.done_when,
        money=action.money,
        support=action.support,
    )


def action_rows(situation: Situation, language: Language) -> tuple[ActionRow, ...]:
    """All actions as rows of a table."""
    records = {action.id: action for action in situation.content.all(Action)}
    return tuple(_action_row(line, records[line.id], situation, language) for line in action_lines(situation, language))


def _action_row(line: ActionLine, action: Action, situation: Situation, language: Language) -> ActionRow:
    catalogue, content = situation.catalogue, situation.content
    asked = catalogue.knows(action.question_id)
    return ActionRow(
        line=line,
        due=language.short_date(line.due) if line.due else "",
        status=action.status,
        answer=content.answer(action.question_id) if asked else None,
        target=target_of(content, catalogue.criterion(action.criterion_id)),
    )


def gap_rows(catalogue: Catalogue, content: Content, language: Language) -> tuple[GapRow, ...]:
    """All gaps without an action, largest distance first."""
    planned = {action.question_id for action in content.all(Action)}
    return tuple(
        GapRow(
            question_id=gap.question_id,
            number=catalogue.question(gap.question_id).number,
            label=catalogue.question_text(gap.question_id, language.code).label,
            rating=gap.rating,
            target=gap.target,
            reason=content.answer(gap.question_id).no_action_reason,
        )
        for gap in gaps(content, catalogue)
        if gap.question_id not in planned
    )

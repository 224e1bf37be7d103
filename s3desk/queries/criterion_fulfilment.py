"""The fulfilment of one criterion as the page shows it: decision, texts with counters, documents to insert."""

from __future__ import annotations

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue, Criterion
from s3desk.domain.content import Content
from s3desk.domain.records import AnswerState, Decision, Evidence, EvidenceUse, Fulfilment, MetAt, Person
from s3desk.domain.scoring import advice
from s3desk.domain.tokens import by_number, numbers_in, short_title, token, written_texts
from s3desk.queries import words
from s3desk.queries.criterion_picture import (
    Choice,
    Counter,
    Fill,
    FulfilmentPart,
    NextStep,
    RatingBar,
    TextPart,
    UsableEvidence,
)
from s3desk.queries.criterion_question import Earlier, confirm_words
from s3desk.queries.next_step import after_criterion, is_to_confirm, open_question
from s3desk.queries.picture import Table12Row, Text
from s3desk.queries.table12 import common_texts, measured

_NEAR = 0.9


def part(
    catalogue: Catalogue, content: Content, criterion: Criterion, language: Language, earlier: Earlier | None
) -> FulfilmentPart:
    """Everything under the tab Fulfilment."""
    fulfilment = content.fulfilment(criterion.id)
    second_code = content.assessment().second_language
    return FulfilmentPart(
        decision=fulfilment.decision,
        choices=_choices(criterion, language),
        warning=_warning(fulfilment.decision, language),
        advice=advice_words(content, criterion, language),
        confirm_text=confirm_words(earlier, language) if is_to_confirm(content, criterion) else "",
        texts=_first(content, fulfilment, language),
        second=_second(content, fulfilment, language) if second_code else (),
        second_title=_second_title(second_code, language),
        agreed_with=fulfilment.agreed_with,
        agreed_on=language.date(fulfilment.agreed_on) if fulfilment.agreed_on else "",
        met_at=fulfilment.met_at,
        met_at_choices=tuple((level, words.met_at(level, language)) for level in MetAt),
        proof_holder=fulfilment.proof_holder,
        owner_id=fulfilment.owner_id,
        owners=tuple((person.id, person.name) for person in content.all(Person)),
        target=fulfilment.target,
        bars=_bars(content, criterion),
        bars_spoken=_bars_spoken(content, criterion, language),
        evidence=_usable(content, criterion, fulfilment, language),
        last_change=_last_change(fulfilment, language),
        row=_table12_row(catalogue, content, criterion, fulfilment, language),
        next_step=_next_step(catalogue, content, criterion, language),
    )


def counters(
    catalogue: Catalogue, content: Content, references: str, justification: str, *, second: bool, language: Language
) -> tuple[Counter, Counter]:
    """The counters of two texts while they are being typed: always of what results from them."""
    code = _code(content, second=second)
    written = written_texts(references, justification, by_number(content), Language(code))
    found = [_counter(text, language) for text in measured(written, code, catalogue)]
    return found[0], found[1]


def advice_words(content: Content, criterion: Criterion, language: Language) -> str:
    """What the core questions say in one line; "" before half of them are answered."""
    found = advice(content, criterion)
    if found is None:
        return ""
    return language.text(
        "Core questions without a weak point: {sound} of {total}. You decide.", sound=found.sound, total=found.total
    )


def _code(content: Content, *, second: bool) -> str:
    assessment = content.assessment()
    return (assessment.second_language if second else "") or assessment.language


def _choices(criterion: Criterion, language: Language) -> tuple[Choice, ...]:
    yes = Choice(Decision.YES, language.text("Yes"), language.text("The documents show that it is fulfilled today"))
    no = Choice(Decision.NO, language.text("No"), language.text("Something necessary is still missing"))
    if not criterion.where_relevant:
        return yes, no
    explanation = language.text("Our reading of \u201cwhere relevant\u201d in the law")
    return yes, no, Choice(Decision.NOT_RELEVANT, language.text("Not relevant here"), explanation)


def _warning(decision: Decision, language: Language) -> str:
    if decision is Decision.NO:
        return language.text(
            "Working answer. Talk to the managing authority before this leaves your office: "
            "the Member State informs the Commission of changes (Art. 15(6))."
        )
    if decision is Decision.NOT_RELEVANT:
        return language.text(
            "This is our reading of the law, not the Commission\u2019s word. It needs a justification, and who at the "
            "Commission\u2019s desk agreed and when. The questions of this criterion are closed meanwhile."
        )
    return ""


def _first(content: Content, fulfilment: Fulfilment, language: Language) -> tuple[TextPart, ...]:
    code = _code(content, second=False)
    return _parts(content, (fulfilment.references, fulfilment.justification), ("", code), language)


def _second(content: Content, fulfilment: Fulfilment, language: Language) -> tuple[TextPart, ...]:
    code = _code(content, second=True)
    texts = (fulfilment.second_references, fulfilment.second_justification)
    return _parts(content, texts, ("second_", code), language)


def _parts(
    content: Content, texts: tuple[str, str], where: tuple[str, str], language: Language
) -> tuple[TextPart, ...]:
    prefix, code = where
    found = written_texts(*texts, by_number(content), Language(code))
    written = (found.references, found.justification)
    labels = (language.text("Reference to relevant documents"), language.text("Justification"))
    ids = (f"{prefix}references", f"{prefix}justification")
    return tuple(
        TextPart(field, label, text, leaving)
        for field, label, text, leaving in zip(ids, labels, texts, written, strict=True)
    )


def _counter(text: Text, language: Language) -> Counter:
    used, limit = language.integer(text.used), language.integer(text.limit)
    counted = language.text("{used} of {limit}", used=used, limit=limit)
    share = text.used / text.limit
    if text.over:
        remark = language.text("{n} too many", n=language.integer(text.over))
        return Counter(1.0, counted, remark, Fill.OVER)
    if share >= _NEAR:
        remark = language.text("{n} left", n=language.integer(text.limit - text.used))
        return Counter(share, counted, remark, Fill.NEAR)
    return Counter(share, counted, "", Fill.FINE)


def _second_title(code: str, language: Language) -> str:
    return language.text("The same texts in {language}", language=language.language_name(code)) if code else ""


def _bars(content: Content, criterion: Criterion) -> tuple[RatingBar, ...]:
    answers = ((question.number, content.answer(question.id)) for question in criterion.questions)
    return tuple(RatingBar(number, answer.state, answer.rating) for number, answer in answers)


def _bars_spoken(content: Content, criterion: Criterion, language: Language) -> str:
    rated = [bar for bar in _bars(content, criterion) if bar.state is AnswerState.RATED]
    return "; ".join(
        language.text("question {number}: {rating} of 5", number=bar.number, rating=bar.rating) for bar in rated
    )


def _usable(
    content: Content, criterion: Criterion, fulfilment: Fulfilment, language: Language
) -> tuple[UsableEvidence, ...]:
    """All documents; those of this criterion first."""
    questions = {question.id for question in criterion.questions}
    pages: dict[str, list[str]] = {}
    for use in content.all(EvidenceUse):
        if use.question_id in questions:
            pages.setdefault(use.evidence_id, []).append(use.pages)
    named = set(numbers_in(f"{fulfilment.references} {fulfilment.justification}"))
    found = [
        UsableEvidence(
            evidence_id=evidence.id,
            mark=token(evidence),
            title=short_title(evidence),
            detail=_detail(evidence, pages.get(evidence.id, []), language),
            in_texts=evidence.number in named,
            of_criterion=evidence.id in pages or evidence.number in named,
        )
        for evidence in content.all(Evidence)
    ]
    return tuple(sorted(found, key=lambda one: not one.of_criterion))


def _detail(evidence: Evidence, pages: list[str], language: Language) -> str:
    dated = language.short_date(evidence.dated) if evidence.dated else ""
    return words.names([dated, *dict.fromkeys(pages)])


def _last_change(fulfilment: Fulfilment, language: Language) -> str:
    moments = [moment for moment in (fulfilment.written_at, fulfilment.translated_at) if moment]
    if not moments:
        return ""
    last = max(moments)
    return language.text("Texts changed {day}, {time}", day=language.short_date(last.date()), time=f"{last:%H:%M}")


def _table12_row(
    catalogue: Catalogue, content: Content, criterion: Criterion, fulfilment: Fulfilment, language: Language
) -> Table12Row:
    references, justification = common_texts(catalogue, content, criterion)
    official = catalogue.official_text(language.code).criteria[criterion.id]
    mark = words.table12_mark(fulfilment.decision, language)
    return Table12Row(criterion.number, official, mark, references, justification)


def _next_step(catalogue: Catalogue, content: Content, criterion: Criterion, language: Language) -> NextStep | None:
    """Once the criterion is decided: its own open questions, then what comes after it."""
    if content.fulfilment(criterion.id).decision is Decision.NOT_DECIDED:
        return None
    own = open_question(content, criterion, criterion.questions, language)
    return own or after_criterion(catalogue, content, criterion, language)

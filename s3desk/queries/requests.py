"""All requests for support as a list: what each is about, how far it is, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.services import Services, said
from s3desk.domain.content import Content
from s3desk.domain.requests import Stage, SupportRequest, request_number
from s3desk.queries import words

OPEN = (Stage.DRAFT, Stage.READY)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request in the list; `spot` is the number of its question or criterion, `late` a send-by day that passed."""

    id: str
    mark: str
    title: str
    form: str
    service: str
    spot: str
    stage: Stage
    stage_words: str
    when: str
    late: bool
    result: str
    lesson: str


def is_late(request: SupportRequest, today: date) -> bool:
    """Whether it should have been sent by now."""
    return request.stage in OPEN and request.due is not None and request.due < today


def listing(
    services: Services, catalogue: Catalogue, content: Content, language: Language, today: date
) -> tuple[RequestLine, ...]:
    """All requests by number."""
    return tuple(_line(one, services, catalogue, language, today) for one in content.all(SupportRequest))


def sentence(rows: tuple[RequestLine, ...], language: Language) -> str:
    """How many there are, how many have not left, and how many are late."""
    if not rows:
        return language.text("Nothing is asked for yet.")
    waiting, late = sum(row.stage in OPEN for row in rows), sum(row.late for row in rows)
    parts = [language.plural("{n} request", "{n} requests", len(rows))]
    if waiting:
        parts.append(language.plural("{n} not sent yet", "{n} not sent yet", waiting))
    if late:
        parts.append(language.plural("{n} late", "{n} late", late))
    return f"{words.names(parts)}."


def said_after(step: str, mark: str, language: Language) -> str:
    """What is said when a step was taken."""
    return {
        "ready": language.text("{mark} is ready to be sent.", mark=mark),
        "draft": language.text("{mark} is a draft again.", mark=mark),
        "withdraw": language.text("{mark} is withdrawn. It stays in the list.", mark=mark),
        "remove": language.text("{mark} deleted.", mark=mark),
    }[step]


def _line(
    request: SupportRequest, services: Services, catalogue: Catalogue, language: Language, today: date
) -> RequestLine:
    form, service = services.form(request.form), services.service(request.service_id)
    return RequestLine(
        id=request.id,
        mark=request_number(request),
        title=request.title,
        form=said(form.title, language.code) if form else request.form,
        service=said(service.title, language.code) if service else request.service_id,
        spot=_spot(request, catalogue),
        stage=request.stage,
        stage_words=words.stage(request.stage, language),
        when=_when(request, language),
        late=is_late(request, today),
        result=request.result,
        lesson=request.lesson,
    )


def _spot(request: SupportRequest, catalogue: Catalogue) -> str:
    if catalogue.knows(request.question_id):
        return catalogue.question(request.question_id).number
    numbers = {criterion.id: str(criterion.number) for criterion in catalogue.criteria}
    return numbers.get(request.criterion_id, "")


def _when(request: SupportRequest, language: Language) -> str:
    """The day that matters at its stage."""
    if request.stage is Stage.ANSWERED and request.answered_on:
        return language.text("answered {day}", day=language.short_date(request.answered_on))
    if request.stage in (Stage.SENT, Stage.ANSWERED) and request.sent_on:
        return language.text("sent {day}", day=language.short_date(request.sent_on))
    if request.stage in OPEN and request.due:
        return language.text("send by {day}", day=language.short_date(request.due))
    return ""

"""From a gap to a service: which help is proposed where, and why. Nothing is proposed where nothing fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.services import Fit, Service, Services, said
from s3desk.domain.content import Content
from s3desk.domain.records import Action, ActionStatus, Decision
from s3desk.domain.scoring import gaps, is_relevant


@dataclass(frozen=True, slots=True)
class Proposal:
    """One service proposed for one spot, with the reason. `form` is how to ask for it here, "" where one cannot."""

    service_id: str
    title: str
    provider: str
    reason: str
    form: str
    as_of: str
    to_check: str
    link: str


def for_question(
    services: Services, catalogue: Catalogue, content: Content, question_id: str, language: Language
) -> tuple[Proposal, ...]:
    """What helps with the gap of one question; nothing where it has none."""
    distance = _distances(catalogue, content).get(question_id, 0)
    if not distance:
        return ()
    return _for_distance(services, catalogue, question_id, distance, language)


def for_criterion(
    services: Services, catalogue: Catalogue, content: Content, criterion_id: str, language: Language
) -> tuple[Proposal, ...]:
    """What helps with the gaps of a criterion, or with one that is not fulfilled; nothing where all is well."""
    criterion = catalogue.criterion(criterion_id)
    own = {question.id for question in criterion.questions}
    distances = {key: value for key, value in _distances(catalogue, content).items() if key in own}
    refused = content.fulfilment(criterion_id).decision is Decision.NO
    widest = max(distances.values(), default=1 if refused else 0)

    def by_question(fit: Fit) -> bool:
        return any(distances.get(key, 0) >= fit.from_distance for key in fit.questions)

    def by_criterion(fit: Fit) -> bool:
        return criterion_id in fit.criteria and widest >= fit.from_distance

    return _proposals(services, by_question, by_criterion, language)


def for_action(
    services: Services, catalogue: Catalogue, content: Content, action: Action, language: Language
) -> tuple[Proposal, ...]:
    """What helps to carry out an action; nothing for one that is done or whose gap is closed."""
    if action.status is ActionStatus.DONE or not is_relevant(content, catalogue.criterion(action.criterion_id)):
        return ()
    if not catalogue.knows(action.question_id):
        return for_criterion(services, catalogue, content, action.criterion_id, language)
    if content.answer(action.question_id).rating is None:
        return _for_distance(services, catalogue, action.question_id, 1, language)
    return for_question(services, catalogue, content, action.question_id, language)


def as_of_words(as_of: str, language: Language) -> str:
    """The state of what is known about a service: "As of March 2024"."""
    year, month, *days = map(int, as_of.split("-"))
    known = date(year, month, days[0] if days else 1)
    return language.text("As of {day}", day=language.date(known) if days else language.month(known))


def to_check(language: Language) -> str:
    """What every service says: calls and contacts change."""
    return language.text("Check that the call is still open.")


def _distances(catalogue: Catalogue, content: Content) -> Mapping[str, int]:
    return {gap.question_id: gap.distance for gap in gaps(content, catalogue)}


def _for_distance(
    services: Services, catalogue: Catalogue, question_id: str, distance: int, language: Language
) -> tuple[Proposal, ...]:
    criterion_id = catalogue.question(question_id).criterion_id
    return _proposals(
        services,
        lambda fit: question_id in fit.questions and distance >= fit.from_distance,
        lambda fit: criterion_id in fit.criteria and distance >= fit.from_distance,
        language,
    )


def _proposals(
    services: Services, near: Callable[[Fit], bool], wide: Callable[[Fit], bool], language: Language
) -> tuple[Proposal, ...]:
    """Each service once: those that name the question first, then those that name the criterion."""
    chosen = {service.id: (service, fit) for service, fit in _fitting(services, wide)}
    nearer = {service.id: (service, fit) for service, fit in _fitting(services, near)}
    ordered = {**nearer, **{key: pair for key, pair in chosen.items() if key not in nearer}}
    return tuple(_proposal(service, fit, language) for service, fit in ordered.values())


def _fitting(services: Services, suits: Callable[[Fit], bool]) -> Iterator[tuple[Service, Fit]]:
    for service in services.services:
        fit = next((one for one in service.fits if suits(one)), None)
        if fit is not None:
            yield service, fit


def _proposal(service: Service, fit: Fit, language: Language) -> Proposal:
    return Proposal(
        service_id=service.id,
        title=said(service.title, language.code),
        provider=service.provider,
        reason=said(fit.reason, language.code),
        form=service.form,
        as_of=as_of_words(service.as_of, language),
        to_check=to_check(language),
        link=service.link,
    )

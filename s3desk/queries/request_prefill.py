"""What an assessment already says to the fields of a request. Only what may leave is ever read here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.records import Action, ActionStatus, Evidence, Fulfilment, Person, Programme, Strategy, Territory
from s3desk.domain.requests import SupportRequest
from s3desk.domain.scoring import condition, tally
from s3desk.domain.tokens import by_number, in_full, written_texts
from s3desk.queries import words
from s3desk.queries.head import country_name

_IN_BRACKETS = re.compile(r"\s*\([^()]*\bE\d{1,4}\b[^()]*\)")
_AIM = 3
"""The level whose sentence is proposed as aim: below it a rating is a gap (see `domain/scoring.py`)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules look at. `content` was stripped to the outgoing profile before; `language` is the request's."""

    catalogue: Catalogue
    content: Content
    request: SupportRequest
    language: Language


def prefill(rule: str, known: Known) -> str:
    """What a rule finds; "" where the assessment says nothing, or where nobody knows the rule."""
    found = RULES.get(rule)
    return found(known).strip() if found else ""


def language_of(rule: str, known: Known) -> str:
    """The language of what a rule finds: people's own words may be in another one than the request."""
    named = _CRITERION_OF.get(rule)
    criterion_id = named(known) if named else ""
    return _own_words(known.content.fulfilment(criterion_id), known)[1] if criterion_id else known.language.code


def _territory(known: Known) -> str:
    territories = known.content.all(Territory)
    named = [f"{one.name} ({one.code})" if one.code else one.name for one in territories]
    return words.names([*named, _country(known)])


def _country(known: Known) -> str:
    found = [one.country for one in known.content.all(Territory)]
    found += [one.member_state for one in known.content.all(Programme)]
    return words.names(list(dict.fromkeys(country_name(one, known.language) for one in found if one)))


def _region(known: Known) -> str:
    """The own region as the first line of a list of regions and their Member States."""
    territories = known.content.all(Territory)
    name = territories[0].name if territories else known.content.assessment().authority
    return f"{name}; {_country(known)}"


def _authority(known: Known) -> str:
    assessment = known.content.assessment()
    return words.names([assessment.authority, assessment.unit])


def _contact(known: Known) -> str:
    person = known.content.get(Person, known.content.assessment().contact_id)
    return (
        "\n".join(part for part in (person.name, person.function, person.email, person.phone) if part) if person else ""
    )


def _strategies(known: Known) -> str:
    return "\n".join(_strategy(one, known.language) for one in known.content.all(Strategy))


def _strategy(strategy: Strategy, language: Language) -> str:
    adopted = language.date(strategy.adopted_on) if strategy.adopted_on else ""
    level = words.strategy_level(strategy.level, language)
    parts = [strategy.title, level, strategy.adopting_act, adopted, strategy.link]
    return words.names(parts)


def _programmes(known: Known) -> str:
    return "\n".join(
        words.names([one.title, one.cci, *one.objectives, one.managing_authority])
        for one in known.content.all(Programme)
    )


def _official_status(known: Known) -> str:
    language = known.language
    lines = []
    for one in known.content.all(Programme):
        dated = language.date(one.status_date) if one.status_date else ""
        status = words.names([words.official_status(one.official_status, language), dated, one.status_reference])
        lines.append(f"{one.title}: {status}")
    return "\n".join(lines)


def _state_of_condition(known: Known) -> str:
    language, catalogue, content = known.language, known.catalogue, known.content
    counts = tally(content, catalogue)
    said = words.tally(counts, language) or words.decision(condition(counts), language)
    lines = [said]
    for criterion in catalogue.criteria:
        name = catalogue.criterion_text(criterion.id, language.code).title
        answer = words.decision(content.fulfilment(criterion.id).decision, language)
        lines.append(f"{criterion.number} {name}: {answer}")
    return "\n".join(lines)


def _topic(known: Known) -> str:
    """The criterion in its official wording, and the question whose gap led here."""
    request, catalogue, language = known.request, known.catalogue, known.language
    if not request.criterion_id:
        return ""
    criterion = catalogue.criterion(request.criterion_id)
    official = catalogue.official_text(language.code).criteria[criterion.id].rstrip(";")
    lines = [language.text("Criterion {number} of enabling condition {condition}: {text}",
                           number=criterion.number, condition=catalogue.condition, text=official)]  # fmt: skip
    if catalogue.knows(request.question_id):
        label = catalogue.question_text(request.question_id, language.code).label
        lines.append(language.text("In particular: {label}.", label=label))
    return "\n".join(lines)


def _area(known: Known) -> str:
    if not known.request.criterion_id:
        return known.language.text("Smart specialisation")
    name = known.catalogue.criterion_text(known.request.criterion_id, known.language.code).title
    return known.language.text("Smart specialisation: {topic}", topic=name)


def _state_of_criterion(known: Known) -> str:
    """The justification of the criterion, as it stands in Table 12: the public word on where we are."""
    return _justification(known.request.criterion_id, known) if known.request.criterion_id else ""


def _body(known: Known) -> str:
    """The justification of the criterion on the responsible body: who manages the strategy, and by which act."""
    criteria = {criterion.id for criterion in known.catalogue.criteria}
    return _justification("body", known) if "body" in criteria else ""


def _justification(criterion_id: str, known: Known) -> str:
    """As it leaves: evidence is written out, in short, as it is where the references named it before."""
    fulfilment = known.content.fulfilment(criterion_id)
    (text, _), evidence = _own_words(fulfilment, known), by_number(known.content)
    return written_texts(fulfilment.references, text, evidence, known.language).justification


def _own_words(fulfilment: Fulfilment, known: Known) -> tuple[str, str]:
    """The justification in the language of the request where it is written in it, and the language it is in."""
    assessment = known.content.assessment()
    if fulfilment.second_justification and assessment.second_language == known.language.code != assessment.language:
        return fulfilment.second_justification, assessment.second_language
    return fulfilment.justification, assessment.language


def _tried(known: Known) -> str:
    """Actions of the criterion that may leave: what is done and what is under way."""
    own = [one for one in known.content.all(Action) if one.criterion_id == known.request.criterion_id]
    return "\n".join(_action(one, known.language) for one in own if one.status is not ActionStatus.PLANNED)


def _action(action: Action, language: Language) -> str:
    state = words.action_status(action.status, language)
    due = ""
    if action.due and action.status is not ActionStatus.DONE:
        due = language.text("due {day}", day=language.short_date(action.due))
    return f"{action.title} ({words.names([state, due])})"


def _aim(known: Known) -> str:
    if not known.catalogue.knows(known.request.question_id):
        return ""
    sentence = known.catalogue.question_text(known.request.question_id, known.language.code).levels[_AIM]
    return known.language.text("At the end we want to be able to say: {sentence}", sentence=sentence)


def _involved(known: Known) -> str:
    """Bodies, not people: the authority, who holds the proof of the criterion, the managing authorities."""
    found = [_authority(known)]
    if known.request.criterion_id:
        found.append(known.content.fulfilment(known.request.criterion_id).proof_holder)
    found += [one.managing_authority for one in known.content.all(Programme)]
    return "\n".join(dict.fromkeys(one for one in found if one))


def _languages(known: Known) -> str:
    language, assessment = known.language, known.content.assessment()
    chosen = {one.language for one in _chosen(known) if one.language} or {assessment.language}
    lines = [language.text("Working language: {language}.", language=language.language_name(known.request.language))]
    others = sorted(language.language_name(code) for code in chosen if code != known.request.language)
    if others:
        lines.append(language.text("Documents are in {languages}.", languages=language.joined(others)))
    return " ".join(lines)


def _evidence(known: Known) -> str:
    return "\n".join(in_full(one, known.language) for one in _chosen(known))


def _chosen(known: Known) -> list[Evidence]:
    found = (known.content.get(Evidence, key) for key in known.request.evidence_ids)
    return [one for one in found if one is not None]


def _challenge(known: Known) -> str:
    """In two questions there is little room: what we ask for, where we are, without the documents in brackets."""
    parts = [known.request.title]
    if known.catalogue.knows(known.request.question_id):
        text = known.catalogue.question_text(known.request.question_id, known.language.code)
        parts = [known.language.text("Our challenge: {question}", question=text.question)]
    fulfilment = known.content.fulfilment(known.request.criterion_id)
    return "\n".join([*parts, _IN_BRACKETS.sub("", _own_words(fulfilment, known)[0])])


_CRITERION_OF: Mapping[str, Callable[[Known], str]] = {
    "state": lambda known: known.request.criterion_id,
    "authority-role": lambda _: "body",
}
"""The criterion whose justification a rule finds."""

RULES: Mapping[str, Callable[[Known], str]] = {
    "territory": _territory,
    "region": _region,
    "country": _country,
    "authority": _authority,
    "authority-role": _body,
    "contact": _contact,
    "strategy": _strategies,
    "programme": _programmes,
    "official-status": _official_status,
    "condition": _state_of_condition,
    "topic": _topic,
    "area": _area,
    "state": _state_of_criterion,
    "challenge": _challenge,
    "tried": _tried,
    "aim": _aim,
    "involved": _involved,
    "languages": _languages,
    "evidence": _evidence,
    "title": lambda known: known.request.title,
}
"""Every rule that a form may name."""

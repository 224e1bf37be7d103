"""What a report is about: territory, programmes with their official status, purpose, date, status, contact."""

from __future__ import annotations

from datetime import datetime

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.records import Check, Person, Programme, Strategy, Territory
from s3desk.queries import words
from s3desk.queries.picture import Head, StatusRow, StrategyRow


def head(catalogue: Catalogue, content: Content, now: datetime, language: Language) -> Head:
    """The head of a report made at `now`."""
    assessment = content.assessment()
    territories = content.all(Territory)
    check = content.check() or Check("", "")
    step = content.step()
    official = catalogue.official_text(language.code)
    return Head(
        territory=words.names([territory.name for territory in territories]),
        territories=tuple(_territory(territory) for territory in territories),
        territory_code=territories[0].code if territories else "",
        member_state=_member_state(content, language),
        authority=assessment.authority,
        unit=assessment.unit,
        condition_title=official.title,
        lead_in=official.lead_in or catalogue.official_text("en").lead_in,
        check=check.name,
        purpose=words.purpose(check.purpose, language),
        decision_asked=words.decision_asked(check.purpose, language),
        programmes=tuple(_status(programme, language) for programme in content.all(Programme)),
        strategies=tuple(_strategy(strategy, language) for strategy in content.all(Strategy)),
        made_at=now,
        step=step,
        step_words=words.step(step, language),
        addressee=assessment.addressee,
        contact=_contact(content.get(Person, assessment.contact_id)),
        example=assessment.example,
        identity=assessment.identity,
        check_id=check.id,
    )


def _territory(territory: Territory) -> str:
    return f"{territory.name} ({territory.code})" if territory.code else territory.name


def _member_state(content: Content, language: Language) -> str:
    """The countries of programmes and territories, each once; two-letter codes are written as names."""
    named = [programme.member_state for programme in content.all(Programme)]
    named += [territory.country for territory in content.all(Territory)]
    return words.names(list(dict.fromkeys(country_name(country, language) for country in named)))


def country_name(country: str, language: Language) -> str:
    """The name of a country given by its NUTS code (Greece is EL there); other names stay as they are."""
    if len(country) != 2 or not country.isupper():
        return country
    return language.country_name("GR" if country == "EL" else country)


def _status(programme: Programme, language: Language) -> StatusRow:
    return StatusRow(
        programme=programme.title,
        cci=programme.cci,
        status=programme.official_status,
        words=words.official_status(programme.official_status, language),
        dated=programme.status_date,
        reference=programme.status_reference,
        notified_by=programme.notified_by,
    )


def _strategy(strategy: Strategy, language: Language) -> StrategyRow:
    return StrategyRow(
        title=strategy.title,
        level=words.strategy_level(strategy.level, language),
        adopting_act=strategy.adopting_act,
        adopted_on=strategy.adopted_on,
        period=strategy.period,
        link=strategy.link,
    )


def _contact(person: Person | None) -> tuple[str, ...]:
    if person is None:
        return ()
    return tuple(part for part in (person.name, person.function, person.email, person.phone) if part)

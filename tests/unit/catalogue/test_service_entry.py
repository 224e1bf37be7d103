"""A service in a form and back: nothing is lost, changed texts speak one language, ids are new and valid."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.catalogue import own_services
from s3desk.catalogue.service_entry import ServiceEntry, entry_of, finer_rules, plain_of
from s3desk.catalogue.service_files import read_services, shipped_services
from tests.hostile import HOSTILE_TEXTS

SHIPPED = shipped_services()
NEW = ServiceEntry("Réseau d'innovation: cafés & Straße", "Our ministry", "Two experts for a day", as_of="2026-11")


@pytest.mark.parametrize("service", SHIPPED.services, ids=lambda service: service.id)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_service_that_is_not_changed_stays_as_it_is(service: object, language: str) -> None:
    found = SHIPPED.service(service.id)  # type: ignore[attr-defined]
    assert found is not None
    plain = SHIPPED.plain[found.id]
    assert plain_of(entry_of(found, language), language, plain, SHIPPED.plain.keys()) == plain


def test_a_changed_text_speaks_one_language_and_the_others_stay() -> None:
    service = SHIPPED.service("targeted-support")
    assert service is not None
    entry = replace(entry_of(service, "de"), gives="Zehn Tage", unknown="", criteria=("body",), reason="Weil es passt.")
    plain = plain_of(entry, "de", SHIPPED.plain[service.id], ())
    assert plain["gives"] == {"de": "Zehn Tage"}
    assert plain["unknown"] == {}
    assert plain["what"] == SHIPPED.plain[service.id]["what"]
    assert plain["fits"][-1] == {"criteria": ["body"], "from_distance": 2, "reason": {"de": "Weil es passt."}}
    assert plain["fits"][:-1] == SHIPPED.plain[service.id]["fits"][:-1]
    assert len(plain["fits"]) == finer_rules(service) + 1


def test_without_criteria_their_rule_goes_and_the_finer_ones_stay() -> None:
    service = SHIPPED.service("targeted-support")
    assert service is not None
    plain = plain_of(replace(entry_of(service, "en"), criteria=(), reason=""), "en", SHIPPED.plain[service.id], ())
    assert plain["fits"] == SHIPPED.plain[service.id]["fits"][:-1]


def test_a_new_service_gets_an_id_that_is_free() -> None:
    first = plain_of(NEW, "fr", None, ())
    second = plain_of(NEW, "fr", None, {first["id"]})
    assert first["id"] == "own-reseau-d-innovation-cafes-strasse"
    assert second["id"] == f"{first['id']}-2"
    own_services.keep([first, second])
    kept = own_services.known_services().service(first["id"])
    assert kept is not None
    assert entry_of(kept, "fr") == NEW


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_are_kept_or_refused_with_the_line(text: str) -> None:
    words = text[:300].strip() or "x"
    plain = plain_of(replace(NEW, title=words, what=words, reason=words, criteria=("body",)), "en", None, ())
    try:
        own_services.keep([plain])
    except KnownError as refused:
        assert "yaml:" in str(refused)  # noqa: PT017 - either is right
        assert own_services.own_services().services == ()
    else:
        assert own_services.known_services().services[-1].title["en"]


def test_a_faulty_own_file_leaves_ours_and_can_be_put_aside(own_folders: Path) -> None:
    own_services.keep([plain_of(NEW, "en", None, ())])
    path = own_folders / "services" / "own-services.yaml"
    path.write_text("format: 1\nservices:\n  - id: x\n", "utf-8")
    services, fault = own_services.usable_services()
    assert services == SHIPPED
    assert "own-services.yaml:3" in str(fault)
    assert own_services.set_aside() == "own-services-1.faulty"
    assert own_services.usable_services() == (SHIPPED, None)
    path.write_text("nonsense", "utf-8")
    assert own_services.set_aside() == "own-services-2.faulty"


def test_what_is_kept_is_seen_at_once() -> None:
    for contact in ("a@b.example", "c@d.example"):
        own_services.keep([{**SHIPPED.plain["helpdesk"], "contact": contact}])
        found = own_services.known_services().service("helpdesk")
        assert found is not None
        assert found.contact == contact


def test_a_service_may_say_less_than_ours(tmp_path: Path) -> None:
    path = tmp_path / "less.yaml"
    own_services.pass_on([plain_of(replace(NEW, cut_offs=(date(2027, 3, 31),)), "en", None, ())], path)
    (found,) = read_services(path).services
    assert (found.who, found.source, found.cut_offs) == ({}, "", (date(2027, 3, 31),))

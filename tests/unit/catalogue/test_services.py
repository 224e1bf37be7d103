"""Services and forms: what ships is whole, faults are all named with their line, own ones override ours."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from s3desk.basics.errors import KnownError
from s3desk.basics.resources import resource
from s3desk.catalogue import own_services
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.library import load_library, shipped_library
from s3desk.catalogue.service_files import as_yaml, load_services, read_services, shipped_services
from s3desk.catalogue.services import Services, said, unknown_spots
from s3desk.queries.request_prefill import RULES

SHIPPED = shipped_services()
NAMED_IN_THE_FIELD = {
    "targeted-support", "working-group-innovation-diffusion", "working-group-industrial-transition",
    "working-group-interregional-collaboration", "platform-agri-food", "platform-energy",
    "platform-industrial-modernisation", "platform-blue-economy", "thematic-partnerships", "new-partnership",
    "s3-events", "s3-studies", "s3-expert-group", "pool-of-experts", "good-practice-database", "own-good-practice",
    "interreg-policy-briefs", "peer-review", "helpdesk", "matchmaking",
}  # fmt: skip


def written(folder: Path, text: str, name: str = "own.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def changed(service_id: str, **fields: Any) -> dict[str, Any]:
    return {**SHIPPED.plain[service_id], **fields}


def test_every_service_of_the_field_is_there_and_names_its_source() -> None:
    assert load_services(resource("services")) == SHIPPED, "what ships is read without a check: here it is checked"
    assert {service.id for service in SHIPPED.services} == NAMED_IN_THE_FIELD
    for service in SHIPPED.services:
        assert service.source
        assert service.as_of >= "2023-03"
        assert not service.own


def test_all_texts_are_in_english_and_german() -> None:
    for service in SHIPPED.services:
        texts = (service.title, service.what, service.who, service.gives, service.how, service.when, service.unknown)
        assert all(set(text) == {"en", "de"} for text in (*texts, *(fit.reason for fit in service.fits))), service.id
    for form in SHIPPED.forms:
        labels = [form.title, form.about, *(section.title for section in form.sections)]
        labels += [
            text for one in form.fields for text in (one.label, one.help, *(c.label for c in one.choices)) if text
        ]
        assert all(set(text) == {"en", "de"} for text in labels), form.id


def test_services_name_only_spots_forms_and_rules_that_exist() -> None:
    assert unknown_spots(SHIPPED, default_catalogue()) == ()
    forms = {form.id for form in SHIPPED.forms}
    assert {service.form for service in SHIPPED.services} - {""} == forms
    assert {one.prefill for form in SHIPPED.forms for one in form.fields} <= {*RULES, "", "earlier"}


def test_no_limit_is_given_as_official() -> None:
    limited = [one for form in SHIPPED.forms for one in form.fields if one.limit]
    assert {one.limit_source for one in limited} == {"our proposal"}


def test_a_text_is_said_in_english_where_the_language_is_missing() -> None:
    assert said({"en": "Help", "de": "Hilfe"}, "de") == "Hilfe"
    assert said({"en": "Help"}, "el") == "Help"
    assert said({"it": "Aiuto"}, "de") == "Aiuto"


FAULTS: tuple[tuple[str, int, str], ...] = (
    ("format: 1\nservices:\n  - id: x\n", 3, "'title' is a required property"),
    ("format: 2\n", 1, "1 was expected"),
    ("format: 1\nservices: []\nthings: []\n", 3, "'things' is not known here"),
    ("format: 1\nformat: 1\n", 2, "'format' stands twice"),
    ("format: 1\nforms:\n  - &a {id: x}\n  - *a\n", 4, "an alias; write the value out"),
    ("format: 1\n  services: [\n", 2, "mapping values are not allowed"),
    (as_yaml([changed("matchmaking", link="javascript:alert(1)")]), 29, "does not match"),
    (as_yaml([changed("matchmaking", as_of="2024-13")]), 27, "does not match"),
    (as_yaml([changed("matchmaking", cut_offs=["2024-02-30"])]), 0, "'2024-02-30' is no day"),
    (as_yaml([changed("matchmaking"), changed("matchmaking")]), 0, "'matchmaking' stands twice"),
)


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_services(written(tmp_path, text))
    found = str(caught.value)
    assert words in found
    assert f"own.yaml:{line or ''}" in found


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    written(tmp_path, "format: 3\n", "a.yaml")
    written(tmp_path, as_yaml([changed("helpdesk", provider="", contact=7)]), "b.yaml")
    with pytest.raises(KnownError) as caught:
        load_services(tmp_path)
    assert str(caught.value).count("\n") == 3
    assert "has 3 faults" in str(caught.value) or "have 3 faults" in str(caught.value)


def test_an_empty_or_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no file with services"):
        load_services(tmp_path)
    with pytest.raises(KnownError, match="not a folder"):
        load_services(tmp_path / "nowhere")


def test_own_services_override_ours_by_id_and_can_be_dropped(own_folders: Path) -> None:
    assert own_services.own_services() == Services()
    own_services.keep([changed("matchmaking", contact="peer@region.example", cut_offs=["2027-01-31"])])
    found = own_services.known_services().service("matchmaking")
    assert found is not None
    assert (found.own, found.contact, found.cut_offs) == (True, "peer@region.example", (date(2027, 1, 31),))
    assert len(own_services.known_services().services) == len(SHIPPED.services)
    own_services.keep([changed("matchmaking", id="our-network", title={"de": "Unser Netz"})])
    assert own_services.known_services().services[-1].title == {"de": "Unser Netz"}
    own_services.drop("matchmaking")
    assert own_services.known_services().service("matchmaking") == SHIPPED.service("matchmaking")
    assert [one.name for one in (own_folders / "services").iterdir()] == ["own-services.yaml"]


def test_a_faulty_entry_leaves_what_was_kept(own_folders: Path) -> None:
    own_services.keep([changed("helpdesk", contact="a@b.example")])
    before = (own_folders / "services" / "own-services.yaml").read_bytes()
    with pytest.raises(KnownError, match="required property"):
        own_services.keep([{"id": "half"}])
    assert (own_folders / "services" / "own-services.yaml").read_bytes() == before


@pytest.mark.parametrize("make", [lambda: changed("peer-review", contact="Ünïcode =1+1 <b>"),
                                  lambda: SHIPPED.plain["matchmaking-text"]])  # fmt: skip
def test_a_colleague_gets_the_same(tmp_path: Path, make: Callable[[], dict[str, Any]]) -> None:
    path = tmp_path / "for a colleague.yaml"
    own_services.pass_on([make()], path)
    assert list(own_services.read_foreign(path).plain.values()) == [make()]


def test_what_a_colleague_has_stays_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "for a colleague.yaml"
    path.write_text("before")

    def half_written(path: Path, content: str, *_: str) -> int:
        with path.open("w") as file:
            file.write(content[:100])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_text", half_written)
    with pytest.raises(KnownError, match="could not be written"):
        own_services.pass_on([SHIPPED.plain["helpdesk"]], path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="was not found"):
        own_services.read_foreign(tmp_path / "x.yaml")


def test_the_library_is_whole() -> None:
    library = shipped_library()
    assert load_library(resource("library")) == library, "what ships is read without a check: here it is checked"
    texts = [text for one in library.terms for text in (one.term, one.text)]
    texts += [text for point in library.law for text in (point.title, point.text)] + [r.note for r in library.readings]
    assert all(set(text) == {"en", "de"} for text in texts)
    criteria = {criterion.id for criterion in default_catalogue().criteria}
    assert {key for one in library.readings for key in one.criteria} == criteria
    assert any(not point.checked for point in library.law)


def test_a_fault_of_a_library_is_named(tmp_path: Path) -> None:
    written(tmp_path, "format: 1\nterms:\n  - {id: x, term: {de: X}, text: {en: Y}}\n", "terms.yaml")
    with pytest.raises(KnownError, match=r"terms.yaml:3: 'en' is a required property"):
        load_library(tmp_path)

"""A request in words: what the assessment fills in, what was written, what is missing; nothing private gets in."""

from dataclasses import replace
from datetime import date

import pytest

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.library import shipped_library
from s3desk.catalogue.service_files import shipped_services
from s3desk.catalogue.services import Services
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import Assessment, Fulfilment, Record
from s3desk.domain.requests import RequestText, Stage, SupportRequest
from s3desk.queries import library, request, requests
from s3desk.queries.request import RequestPicture
from s3desk.queries.request_fields import FieldLine
from tests.hostile import HOSTILE_TEXTS, hostile_records
from tests.private import seeded_private
from tests.valdoria import PRIVATE_TEXTS, full_records

CATALOGUE = default_catalogue()
SERVICES = shipped_services()
FORMS = [form.id for form in SERVICES.forms]
NETWORKS = "cooperation.networks"
ASKED = SupportRequest(
    "r", 3, "Help with networks", "targeted-support-annex", "targeted-support", "cooperation", NETWORKS
)


def content(*more: Record, asked: SupportRequest = ASKED, records: tuple[Record, ...] = ()) -> Content:
    return content_of([*(records or full_records()), asked, *more])


def shown(found: Content, interface: Language | None = None) -> RequestPicture:
    return request.picture(SERVICES, CATALOGUE, found, "r", interface=interface)


def field(picture: RequestPicture, field_id: str) -> FieldLine:
    return next(one for section in picture.sections for one in section.fields if one.id == field_id)


def all_words(picture: RequestPicture) -> str:
    return repr((picture.sections, picture.about_lines, picture.checks, picture.title))


def test_the_assessment_fills_the_form() -> None:
    picture = shown(content())
    assert field(picture, "territory").text == "Valdoria, Italy"
    assert field(picture, "contact").text == "Marco Ferri\nHead of the S3 Office\ns3@valdoria.example\n+39 000 555 010"
    official = CATALOGUE.official_text("en").criteria["cooperation"]
    assert field(picture, "topic").text == (
        f"Criterion 7 of enabling condition 1.1: {official}\nIn particular: Partnerships and networks."
    )
    assert field(picture, "wanted").text.startswith("At the end we want to be able to say: The region carries out")
    assert field(picture, "condition").text.split("\n")[1].startswith("1 ")
    assert field(picture, "territory").filled
    assert not field(picture, "work").filled
    assert "E0" not in field(picture, "state").text


def test_what_was_written_stands_before_what_the_assessment_says() -> None:
    written = content(RequestText("r/territory", "Upper Valdoria"), RequestText("r/state", ""))
    picture = shown(written)
    assert (field(picture, "territory").text, field(picture, "territory").filled) == ("Upper Valdoria", False)
    assert field(picture, "state").text == ""


def test_a_fact_of_an_earlier_request_is_proposed_again() -> None:
    earlier = replace(ASKED, id="old", number=1)
    picture = shown(content(earlier, RequestText("old/category", "less-developed")))
    assert field(picture, "category").text == "Less developed region"
    assert [choice.chosen for choice in field(picture, "category").choices] == [True, False, False]


def test_what_is_kept_when_it_is_sent_shows_the_same_again() -> None:
    before = shown(content(RequestText("r/challenges", "digital green")))
    kept = [RequestText(f"r/{key}", text) for key, text in before.texts.items()]
    after = shown(content(*kept, asked=replace(ASKED, stage=Stage.SENT)))
    assert [f.text for s in after.sections for f in s.fields] == [f.text for s in before.sections for f in s.fields]
    assert not after.editable


def test_who_asked_whom_stays_as_it_was_when_it_was_sent() -> None:
    before = shown(content())
    kept = [RequestText(f"r/{key}", text) for key, text in before.sent_texts.items()]
    moved = [
        replace(one, authority="Another ministry") if isinstance(one, Assessment) else one for one in full_records()
    ]
    sent = replace(ASKED, stage=Stage.SENT, service_id="a-service-that-is-gone")
    after = shown(content(*kept, asked=sent, records=tuple(moved)))
    assert [line.plain for line in after.about_lines[:2]] == [line.plain for line in before.about_lines[:2]]
    assert after.receiver == "S3 Community of Practice"
    again = shown(content(*kept, records=tuple(moved)))
    assert "Another ministry" in again.sender


def test_a_field_says_where_its_text_comes_from_and_offers_what_differs() -> None:
    earlier = replace(ASKED, id="old", number=1)
    picture = shown(content(earlier, RequestText("old/category", "less-developed"), RequestText("r/territory", "Here")))
    assert field(picture, "category").source == "From an earlier request"
    assert field(picture, "authority").source == "From the assessment"
    assert (field(picture, "territory").source, field(picture, "territory").refill) == (
        "",
        "Take it from the assessment",
    )
    same = shown(content(RequestText("r/territory", field(shown(content()), "territory").text)))
    assert field(same, "territory").refill == ""


def test_what_is_ready_says_nothing_of_our_office_to_its_receiver() -> None:
    ready = shown(content(asked=replace(ASKED, stage=Stage.READY))).about_lines
    assert "R-03" in [line.plain for line in ready]


def test_evidence_chosen_and_tokens_are_written_out() -> None:
    evidence = content().all(next(iter(kind for kind in content().shelves if kind.__name__ == "Evidence")))[0]
    chosen = content(RequestText("r/work", "As in E01."), asked=replace(ASKED, evidence_ids=(evidence.id, "gone")))
    picture = shown(chosen)
    assert field(picture, "evidence").text.count("\n") == 0
    assert [one.id for one in picture.evidence if one.chosen] == [evidence.id]
    assert "E01" not in field(picture, "work").text


@pytest.mark.parametrize("form", FORMS)
def test_no_private_text_gets_into_a_form(form: str) -> None:
    seeded, _ = seeded_private(full_records())
    found = all_words(shown(content(asked=replace(ASKED, form=form), records=seeded)))
    assert "QSEED" not in found
    plain = all_words(shown(content(asked=replace(ASKED, form=form))))
    assert not [text for text in PRIVATE_TEXTS if text in plain]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_every_form_in_every_language_from_an_empty_and_a_hostile_file(form: str, language: str) -> None:
    asked = replace(ASKED, form=form, language=language, service_id="gone", title=HOSTILE_TEXTS[5])
    for records in ((Assessment("assessment", ""),), hostile_records()):
        picture = shown(content(asked=asked, records=records))
        assert picture.not_official
        assert picture.service is None


def test_headings_follow_the_interface_and_texts_the_request() -> None:
    picture = shown(content(), Language("de"))
    assert field(picture, "territory").label == "Gebiet"
    assert field(picture, "territory").text == "Valdoria, Italy"


def test_the_text_in_the_language_of_the_request_is_taken() -> None:
    both = Fulfilment("cooperation", justification="In English (E01).", second_justification="Auf Deutsch.")
    base = [one for one in full_records() if not isinstance(one, Fulfilment | Assessment)]
    found = (*base, Assessment("assessment", "Valdoria", language="en", second_language="de"), both)
    assert field(shown(content(asked=replace(ASKED, language="de"), records=found)), "state").text == "Auf Deutsch."
    matchmaking = replace(ASKED, form="matchmaking-text")
    assert field(shown(content(asked=matchmaking, records=found)), "challenge").text.endswith("\nIn English.")


def test_texts_in_another_language_are_told_until_they_are_written_anew() -> None:
    sentence = "Where we are is in English, the request is in German."
    german = replace(ASKED, language="de")
    assert sentence in [line.words for line in shown(content(asked=german), Language()).checks]
    translated = content(RequestText("r/state", "Auf Deutsch."), asked=german)
    assert sentence not in [line.words for line in shown(translated, Language()).checks]
    assert sentence not in [line.words for line in shown(content(), Language()).checks]


def test_missing_fields_and_lengths_are_told_and_never_cut() -> None:
    long = "x" * 1_234
    picture = shown(content(RequestText("r/challenge", long), asked=replace(ASKED, form="matchmaking-text")))
    assert field(picture, "challenge").text == long
    assert (field(picture, "challenge").used, field(picture, "challenge").over) == (1_234, 234)
    assert [line.words for line in picture.checks] == ["Which challenge do you face? is 234 characters too long."]
    assert {line.field_id for line in shown(content()).checks} == {"category", "work"}


@pytest.mark.parametrize(
    ("regions", "met", "words"),
    [
        ("Valdoria; Italy", False, "1 region from 1 Member State; needed are 3 from 3."),
        ("Valdoria; Italy\nNorte; Portugal\nAlgarve; Portugal", False, "3 regions from 2 Member States; needed"),
        ("Valdoria; Italy\nNorte; Portugal\nMazowieckie; Poland", True, "3 regions from 3 Member States; needed"),
    ],
)
def test_a_partnership_needs_three_regions_from_three_states(regions: str, words: str, *, met: bool) -> None:
    asked = replace(ASKED, form="partnership-interest")
    picture = shown(content(RequestText("r/regions", regions), RequestText("r/community", "Firms"), asked=asked))
    own = {line.field_id: line for line in picture.checks if line.own}
    assert own["regions"].met is met
    assert own["regions"].words.startswith(words)
    assert own["community"].met
    assert own["link-to-strategy"].met


def test_the_self_check_counts_and_says_that_the_call_decides() -> None:
    asked = replace(ASKED, form="expert-self-check")
    answers = [RequestText("r/shown", "yes"), RequestText("r/english", "no"), RequestText("r/available", "not-known")]
    result = shown(content(*answers, asked=asked)).result
    assert result[0].words == "1 of 7 points are met. 5 are not answered. The text of the call decides."
    assert [line.met for line in result] == [None, True, None, None, False, None, None, None]


def test_a_form_that_is_not_known_here_is_said() -> None:
    with pytest.raises(KnownError, match="R-03 is not known here"):
        request.picture(Services(), CATALOGUE, content(), "r")


def test_the_list_of_requests() -> None:
    others = (
        replace(ASKED, id="s", number=4, stage=Stage.SENT, sent_on=date(2026, 11, 1), question_id=""),
        replace(ASKED, id="t", number=5, form="gone", due=date(2026, 11, 1), criterion_id="", question_id=""),
    )  # fmt: skip
    lines = requests.listing(SERVICES, CATALOGUE, content(*others), Language(), date(2026, 11, 16))
    assert [(line.mark, line.spot, line.when, line.late) for line in lines] == [
        ("R-03", "7.2", "", False),
        ("R-04", "7", "sent 1 Nov 2026", False),
        ("R-05", "", "send by 1 Nov 2026", True),
    ]
    assert [line.form for line in lines][1:] == ["Annex to a Targeted Support request", "gone"]


def test_the_library_is_searched_by_all_words() -> None:
    practice = replace(ASKED, form="good-practice", title="Handover rules")
    found = library.picture(shipped_library(), SERVICES, CATALOGUE, content(asked=practice), Language())
    assert [group.id for group in found] == ["services", "terms", "law", "readings", "practices"]
    assert [entry.title for entry in found[4].entries] == ["Handover rules"]
    groups = library.picture(
        shipped_library(), SERVICES, CATALOGUE, content(), Language("de"), "Begleitausschuss Artikel"
    )
    assert [entry.id for group in groups for entry in group.entries] == ["monitoring-committee"]
    assert library.picture(shipped_library(), SERVICES, CATALOGUE, content(), Language(), "zebra") == ()
    unchecked = [entry for entry in found[2].entries if "Official Journal" in entry.note]
    assert unchecked

"""What the navigation shows: whose assessment it is and how far each criterion is."""

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.records import ASSESSMENT, Assessment, Check, Decision, Fulfilment, Territory
from s3desk.queries.navigation import picture
from tests.builders import empty_records
from tests.hostile import hostile_records
from tests.valdoria import full_records

CATALOGUE = default_catalogue()


def test_a_full_assessment_says_whose_it_is_and_how_far() -> None:
    shown = picture(CATALOGUE, content_of(full_records()), Language())
    assert (shown.title, shown.subtitle, shown.example) == ("Valdoria", "2021-2027 · Check 2026", True)
    assert (shown.answered, shown.questions) == (66, 73)
    third = shown.criteria[2]
    assert (third.number, third.name, third.count) == (3, "Monitoring", "8/11")
    assert third.spoken == "3 Monitoring, 8 of 11 questions answered"


def test_without_a_territory_the_authority_stands_there() -> None:
    shown = picture(CATALOGUE, content_of(empty_records()), Language())
    assert (shown.title, shown.subtitle) == ("Autonomous Region of Valdoria", "")
    assert shown.answered == 0


def test_several_territories_are_all_named() -> None:
    records = (Assessment(ASSESSMENT, "A"), Territory("2", "Molise", position=1), Territory("1", "Abruzzo"))
    shown = picture(CATALOGUE, content_of((*records, Check("c", "Spring"))), Language())
    assert (shown.title, shown.subtitle) == ("Abruzzo and Molise", "Spring")


def test_a_criterion_that_is_not_relevant_has_no_count() -> None:
    records = (Assessment(ASSESSMENT, "A"), Fulfilment("transition", Decision.NOT_RELEVANT))
    sixth = picture(CATALOGUE, content_of(records), Language()).criteria[5]
    assert sixth.count == ""
    assert sixth.spoken.endswith("not relevant")


def test_hostile_texts_stay_as_they_are() -> None:
    assert picture(CATALOGUE, content_of(hostile_records()), Language()).title == "=1+1"


def test_documents_and_open_actions_are_counted() -> None:
    counts = picture(CATALOGUE, content_of(full_records()), Language()).counts
    assert (counts["evidence"].figure, counts["evidence"].spoken) == ("12", "12 documents")
    assert (counts["actions"].figure, counts["actions"].spoken) == ("4", "4 open")

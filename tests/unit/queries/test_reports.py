"""What the page Reports shows beside the officer's choice."""

from dataclasses import replace
from datetime import date, datetime

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.open_points import Situation
from s3desk.domain.profile import Profile
from s3desk.domain.records import Fulfilment, ProgrammeText, SavedBecause, SavedVersion
from s3desk.queries import overview, reports
from s3desk.queries.report import NO_COMPARISON
from tests.builders import empty_records
from tests.valdoria import full_records

CATALOGUE, ENGLISH = default_catalogue(), Language()
FULL = content_of(full_records())


def situation(content: Content) -> Situation:
    return Situation(CATALOGUE, content, date(2026, 11, 16), frozenset())


def version(number: int, name: str) -> SavedVersion:
    saved_at = datetime(2026, number, 1, 9, 30)
    return SavedVersion(f"v{number}", name, saved_at, "R. Conti", because=SavedBecause.BY_HAND, sha256="")


def test_open_points_are_those_of_the_overview() -> None:
    shown = reports.picture(situation(FULL), ENGLISH, read_only=False)
    assert shown.points == overview.picture(situation(FULL), ENGLISH).points
    assert shown.points


def test_versions_come_newest_first_and_equal_names_say_when() -> None:
    content = content_of((*empty_records(), version(1, "Spring"), version(2, "Same"), version(3, "Same")))
    shown = reports.picture(situation(content), ENGLISH, read_only=False).versions
    assert [key for key, _ in shown] == ["v3", "v2", "v1", NO_COMPARISON]
    names = [name for _, name in shown]
    assert names[2:] == ["Spring", "Nothing"]
    assert names[0] != names[1]
    assert all(name.startswith("Same, ") for name in names[:2])


def test_without_a_version_there_is_nothing_to_compare_with() -> None:
    shown = reports.picture(situation(content_of(empty_records())), ENGLISH, read_only=False)
    assert shown.versions == ((NO_COMPARISON, "None yet"),)
    assert "draft" in shown.point_note


def test_copies_are_told_for_each_profile() -> None:
    shown = reports.picture(situation(FULL), ENGLISH, read_only=False)
    assert "stored" in shown.carried[Profile.INTERNAL]
    assert set(shown.carried) == set(Profile)


def test_fields_follow_the_table_and_too_long_texts_say_so() -> None:
    long = replace(FULL.fulfilment("analysis"), justification="x" * 1046)
    content = content_of([*(one for one in full_records() if one != FULL.fulfilment("analysis")), long])
    assert isinstance(long, Fulfilment)
    shown = reports.fields(CATALOGUE, content, "", ENGLISH, ENGLISH)
    assert [one.id for one in shown.criteria] == [criterion.id for criterion in CATALOGUE.criteria]
    row = shown.criteria[0].rows[-1]
    assert (row.over, row.text) == (True, "x" * 1046)
    assert row.count.endswith("46 too many")
    assert shown.condition.count == ""


def test_each_programme_has_its_own_text_where_it_has_one() -> None:
    (first, _), (second, _) = reports.fields(CATALOGUE, FULL, "", ENGLISH, ENGLISH).programmes
    content = content_of([*full_records(), ProgrammeText(f"{second}/body", "Ref", "Just")])
    common = reports.fields(CATALOGUE, content, first, ENGLISH, ENGLISH).criteria[1]
    own = reports.fields(CATALOGUE, content, second, ENGLISH, ENGLISH).criteria[1]
    assert (common.own, own.own) == (False, True)
    assert [row.text for row in own.rows[1:]] == ["Ref", "Just"]
    assert common.rows[2].text != "Just"


def test_a_programme_that_is_gone_gives_the_first() -> None:
    shown = reports.fields(CATALOGUE, FULL, "gone", ENGLISH, ENGLISH)
    assert shown.programme_id == shown.programmes[0][0]

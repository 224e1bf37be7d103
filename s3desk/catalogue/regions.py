"""The territories of NUTS 2024, to be chosen by code or name. Source: Eurostat; see resources/regions/README.md."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache

from s3desk.basics.resources import resource


@dataclass(frozen=True, slots=True)
class Region:
    """One territory; level 0 is a country. `native` is "" where it is the same as `name`."""

    code: str
    level: int
    name: str
    native: str
    country: str

    @property
    def own_name(self) -> str:
        """The name its people use, where the table has it."""
        return self.native or self.name


@cache
def regions() -> tuple[Region, ...]:
    """All territories of the 27 Member States, in the order of their codes."""
    with resource("regions", "nuts-2024.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            Region(row["code"], int(row["level"]), row["name_latin"], row["name_native"], row["country"])
            for row in csv.DictReader(table)
        )


def countries() -> tuple[Region, ...]:
    """The 27 Member States."""
    return tuple(region for region in regions() if region.level == 0)


def find(text: str, most: int = 12) -> tuple[Region, ...]:
    """Territories whose code or name begins with the text, then those that hold it; larger territories first."""
    sought = _plain(text)
    if not sought:
        return ()
    ranked = sorted(
        (_rank(region, sought), region.level, region.code, region) for region in regions() if _holds(region, sought)
    )
    return tuple(region for *_, region in ranked[:most])


def _holds(region: Region, sought: str) -> bool:
    return any(sought in _plain(name) for name in (region.code, region.name, region.native))


def _rank(region: Region, sought: str) -> int:
    names = [_plain(name) for name in (region.code, region.name, region.native) if name]
    if sought in names:
        return 0
    return 1 if any(name.startswith(sought) for name in names) else 2


@cache
def _plain(text: str) -> str:
    """Without accents and capitals: "Île-de-France" is found by "ile-de"."""
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

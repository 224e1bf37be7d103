"""The theme's tokens as plain values: colours, type sizes and measures for screen, PDF and figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from s3desk.basics.resources import resource


@dataclass(frozen=True, slots=True)
class ScoreColor:
    """How one level of the scale looks: its fill, the text on it, its line (borders, bars)."""

    fill: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One size of text in px at 100 %, with its line height and weight."""

    px: float
    line: float
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of one theme; colours are "#RRGGBB", measures px at 100 %, times milliseconds."""

    dark: bool
    colors: Mapping[str, str]
    scores: tuple[ScoreColor, ...]
    types: Mapping[str, TypeStep]
    measures: Mapping[str, Mapping[str, int]]
    times: Mapping[str, int]

    def color(self, name: str) -> str:
        """A colour by its token's name, such as "accent"."""
        return self.colors[name]

    def measure(self, group: str, name: str) -> int:
        """A measure in px at 100 %, such as `measure("width", "nav")`."""
        return self.measures[group][name]


@cache
def tokens(*, dark: bool = False) -> Tokens:
    """The tokens of the light or the dark theme."""
    with resource("themes", "tokens.toml").open("rb") as source:
        content = tomllib.load(source)
    return Tokens(
        dark=dark,
        colors={name: pair[int(dark)] for name, pair in content["color"].items()},
        scores=_scores(content["score"]["dark" if dark else "light"]),
        types={name: TypeStep(**step) for name, step in content["type"].items()},
        measures=content["measure"],
        times=content["time"],
    )


def _scores(table: Mapping[str, Any]) -> tuple[ScoreColor, ...]:
    rows = zip(table["fill"], table["text"], table["line"], strict=True)
    return tuple(ScoreColor(*row) for row in rows)

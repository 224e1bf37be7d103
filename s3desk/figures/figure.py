"""What a figure is: pure shapes in points, y downwards, with colours by their token names and a description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from s3desk.figures.palette import Tokens

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line looks; `dash` holds lengths of stroke and gap."""

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape; "" does not fill it."""

    points: tuple[Point, ...]
    fill: str = ""
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through points."""

    points: tuple[Point, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a point."""

    center: Point
    radius: float
    fill: str = ""
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its upper left corner; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    pen: Pen | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one colour and weight."""

    text: str
    color: str = "text"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, its runs after each other; y is the base line."""

    x: float
    y: float
    runs: tuple[Run, ...]
    size: float
    anchor: Anchor = "start"


Shape = Polygon | Polyline | Circle | Rect | Label


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes on a surface of this size; `description` says in words and numbers what they show."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str = ""


def hex_color(name: str, tokens: Tokens) -> str:
    """The colour of a token such as "accent", or of a level of the scale such as "level3.fill"."""
    if not name.startswith("level"):
        return tokens.color(name)
    level, part = name.removeprefix("level").split(".")
    score = tokens.scores[int(level)]
    return {"fill": score.fill, "text": score.text, "line": score.line}[part]

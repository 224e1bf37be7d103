"""The wheel: averages of all criteria on the scale 0 to 5, with targets and an earlier version beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from s3desk.basics.language import Language
from s3desk.figures.figure import Anchor, Circle, Figure, Label, Pen, Point, Polygon, Polyline, Run, Shape

TOP = 5
_SIZE = 8.0
_LINE = 11.0
_LETTERS = 16
"""Longest line of a name, in letters."""

_NOW = Pen("accent", 1.6)
_TARGET = Pen("text", 1.2, (4.5, 3))
_BEFORE = Pen("previous", 1.2, (1.2, 2.4))
_RING = Pen("ring", 0.8)


@dataclass(frozen=True, slots=True)
class Spoke:
    """One criterion; `average` is None before the first rating, nothing is drawn where it is not relevant."""

    number: int
    name: str
    average: float | None
    relevant: bool = True
    target: float | None = None
    before: float | None = None

    @property
    def now(self) -> float | None:
        """What is drawn."""
        return self.average if self.relevant else None


def wheel(spokes: Sequence[Spoke], language: Language, before_name: str = "", radius: float = 74) -> Figure:
    """The whole figure: rings, values, names around, legend. `before_name` names the earlier version."""
    width, center = radius * 2 + 132, (radius + 66, radius + 24)
    lines = (
        *_line(spokes, lambda spoke: spoke.before if spoke.relevant else None, center, radius, _BEFORE),
        *_line(spokes, lambda spoke: spoke.target if spoke.relevant else None, center, radius, _TARGET),
        *_line(spokes, lambda spoke: spoke.now, center, radius, _NOW),
    )
    legend_at = center[1] + radius + 40
    shapes = (
        *_area(spokes, center, radius),
        *rings(len(spokes), center, radius),
        *lines,
        *_dots(spokes, center, radius),
        *_scale(center, radius),
        *(label for at, spoke in enumerate(spokes) for label in _labels(spokes, at, spoke, center, radius, language)),
        *_legend(spokes, before_name, width / 2, legend_at, language),
    )
    return Figure(width, legend_at + 8, shapes, describe(spokes, language, before_name))


def rings(count: int, center: Point, radius: float) -> Iterator[Shape]:
    """Five rings and the spokes, without values; also the decoration of a cover."""
    for level in range(1, TOP + 1):
        yield Polygon(_corners(count, center, radius * level / TOP), pen=_RING)
    for corner in _corners(count, center, radius):
        yield Polyline((center, corner), _RING)


def describe(spokes: Sequence[Spoke], language: Language, before_name: str = "") -> str:
    """The figure in words: every number that it shows."""
    parts = [language.text("Average ratings of the criteria on a scale from 0 to 5.")]
    parts += [_sentence(spoke, language, before_name) for spoke in spokes]
    return " ".join(parts)


def _sentence(spoke: Spoke, language: Language, before_name: str) -> str:
    said = [_value_words(spoke, language)]
    if spoke.relevant and spoke.target is not None:
        said.append(language.text("target {target}", target=language.decimal(spoke.target)))
    if spoke.relevant and spoke.before is not None and before_name:
        said.append(f"{before_name} {language.decimal(spoke.before)}")
    return language.text(
        "Criterion {number}, {name}: {values}.", number=spoke.number, name=spoke.name, values=", ".join(said)
    )


def _value_words(spoke: Spoke, language: Language) -> str:
    if not spoke.relevant:
        return language.text("not relevant")
    if spoke.average is None:
        return language.text("not rated")
    return language.text("{average} of 5", average=language.decimal(spoke.average))


def _corner(count: int, at: int, center: Point, distance: float) -> Point:
    angle = math.tau * at / count - math.pi / 2
    return (center[0] + distance * math.cos(angle), center[1] + distance * math.sin(angle))


def _corners(count: int, center: Point, distance: float) -> tuple[Point, ...]:
    return tuple(_corner(count, at, center, distance) for at in range(count))


Value = Callable[[Spoke], float | None]


def _points(spokes: Sequence[Spoke], value: Value, center: Point, radius: float) -> list[Point | None]:
    found: list[Point | None] = []
    for at, spoke in enumerate(spokes):
        level = value(spoke)
        found.append(None if level is None else _corner(len(spokes), at, center, radius * level / TOP))
    return found


def _line(spokes: Sequence[Spoke], value: Value, center: Point, radius: float, pen: Pen) -> Iterator[Shape]:
    """The line through all points; between two neighbours only where both have a value."""
    points = _points(spokes, value, center, radius)
    present = [point for point in points if point is not None]
    if len(present) == len(points) > 2:
        yield Polygon(tuple(present), pen=pen)
        return
    for first, second in pairwise([*points, *points[:1]]):
        if first is not None and second is not None:
            yield Polyline((first, second), pen)


def _area(spokes: Sequence[Spoke], center: Point, radius: float) -> Iterator[Shape]:
    points = _points(spokes, lambda spoke: spoke.now, center, radius)
    for first, second in pairwise([*points, *points[:1]]):
        if first is not None and second is not None:
            yield Polygon((center, first, second), fill="tint")


def _dots(spokes: Sequence[Spoke], center: Point, radius: float) -> Iterator[Shape]:
    for point in _points(spokes, lambda spoke: spoke.before if spoke.relevant else None, center, radius):
        if point is not None:
            yield Circle(point, 2.1, fill="surface", pen=Pen("previous", 1))
    for point in _points(spokes, lambda spoke: spoke.target if spoke.relevant else None, center, radius):
        if point is not None:
            yield _diamond(point)
    for point in _points(spokes, lambda spoke: spoke.now, center, radius):
        if point is not None:
            yield Circle(point, 2.9, fill="accent", pen=Pen("surface", 0.8))


def _diamond(point: Point) -> Polygon:
    """A target is seen even where its neighbours have none."""
    (x, y), reach = point, 2.6
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return Polygon(corners, fill="surface", pen=Pen("text", 0.9))


def _scale(center: Point, radius: float) -> Iterator[Shape]:
    for level in range(1, TOP + 1):
        y = center[1] - radius * level / TOP + 2.4
        yield Label(center[0] + 3.5, y, (Run(str(level), "muted"),), 6.5)


def _labels(
    spokes: Sequence[Spoke], at: int, spoke: Spoke, center: Point, radius: float, language: Language
) -> Iterator[Shape]:
    """Name and value of one spoke, outside the rings; at the top both on one line."""
    x, y = _corner(len(spokes), at, center, radius + 9)
    value = _value_run(spoke, language)
    if at == 0:
        yield Label(x, y - 2, (Run(f"{spoke.number} {spoke.name} ", "muted"), value), _SIZE, "middle")
        return
    lines = [(Run(line, "muted"),) for line in _wrapped(f"{spoke.number}\u00a0{spoke.name}")] + [(value,)]
    below = (y - center[1]) / radius
    top = y + 2.5 - _LINE * (len(lines) - 1) * (0.5 - min(max(below, -1), 1) * 0.42)
    anchor: Anchor = "start" if x > center[0] else "end"
    for number, runs in enumerate(lines):
        yield Label(x, top + number * _LINE, runs, _SIZE, anchor)


def _value_run(spoke: Spoke, language: Language) -> Run:
    if spoke.now is None:
        return Run(_value_words(spoke, language), "muted")
    return Run(language.decimal(spoke.now), "text", strong=True)


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if len(longer) <= _LETTERS or not lines[-1] else [lines[-1], word]
    return lines


def _legend(spokes: Sequence[Spoke], before_name: str, middle: float, y: float, language: Language) -> Iterator[Shape]:
    """The lines with their names, in the middle; widths are estimated from the letters."""
    entries = [(language.text("Now"), _NOW)]
    if any(spoke.target is not None for spoke in spokes):
        entries.append((language.text("Target"), _TARGET))
    if before_name and any(spoke.before is not None for spoke in spokes):
        entries.append((_shortened(before_name), _BEFORE))
    widths = [40 + 4.6 * len(name) for name, _ in entries]
    x = middle - sum(widths) / 2
    for (name, pen), width in zip(entries, widths, strict=True):
        yield Polyline(((x, y), (x + 22, y)), pen)
        if pen is _NOW:
            yield Circle((x + 11, y), 2.6, fill="accent")
        elif pen is _TARGET:
            yield _diamond((x + 11, y))
        elif pen is _BEFORE:
            yield Circle((x + 11, y), 2.1, fill="surface", pen=Pen("previous", 1))
        yield Label(x + 27, y + 2.8, (Run(name),), _SIZE)
        x += width


def _shortened(name: str) -> str:
    return name if len(name) <= _LETTERS + 2 else name[: _LETTERS + 1] + "\u2026"

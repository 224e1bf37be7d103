"""Bars of ratings: one average as a bar of five segments, and the ratings of one criterion side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.figures.figure import Figure, Label, Pen, Polyline, Rect, Run, Shape

TOP = 5
_TOP_ROOM = 4.0
_LABEL_ROOM = 11.0
"""A bar higher than this has its figure inside."""


def rating_bar(
    average: float | None, target: float | None, language: Language, width: float = 64, height: float = 5
) -> Figure:
    """An average from 0 to 5 in the neutral accent, with the target as an upright stroke where there is one."""
    reach = 3.0
    shapes: list[Shape] = [Rect(0, reach, width, height, fill="sunken", radius=1.5)]
    if average:
        shapes.append(Rect(0, reach, width * average / TOP, height, fill="accent", radius=1.5))
    shapes += [
        Polyline(((width * level / TOP, reach), (width * level / TOP, reach + height)), Pen("surface", 0.9))
        for level in range(1, TOP)
    ]
    if target is not None:
        x = width * target / TOP
        shapes.append(Polyline(((x, 0), (x, height + 2 * reach)), Pen("text", 1.6)))
    return Figure(width, height + 2 * reach, tuple(shapes), describe_bar(average, target, language))


def describe_bar(average: float | None, target: float | None, language: Language) -> str:
    """The bar in words."""
    if average is None:
        return language.text("Not rated")
    words = language.text("{average} of 5", average=language.decimal(average))
    if target is None:
        return words
    return f"{words}, {language.text('target {target}', target=language.decimal(target))}"


@dataclass(frozen=True, slots=True)
class Rated:
    """One question: its number, its rating or None, and the mark that stands where there is no rating."""

    number: str
    rating: int | None
    mark: str


def rating_columns(
    rated: Sequence[Rated], language: Language, width: float = 480, height: float = 62, target: int | None = None
) -> Figure:
    """One upright bar for each question in the colour of its level; a dashed box where there is no rating."""
    step = width / max(len(rated), 1)
    bar, foot = min(step * 0.62, 26), height + _TOP_ROOM
    shapes: list[Shape] = []
    if target is not None:
        y = height - height * target / TOP
        shapes.append(Polyline(((0, y + _TOP_ROOM), (width, y + _TOP_ROOM)), Pen("text", 1, (4.5, 3))))
    for at, one in enumerate(rated):
        shapes += _column(one, at * step + step / 2, bar, height)
    shapes.append(Polyline(((0, foot), (width, foot)), Pen("control", 0.8)))
    return Figure(width, foot + 12, tuple(shapes), describe_columns(rated, language, target))


def _column(one: Rated, middle: float, bar: float, height: float) -> Iterator[Shape]:
    foot = height + _TOP_ROOM
    yield Label(middle, foot + 9.5, (Run(one.number, "muted"),), 7, "middle")
    if one.rating is None:
        box = Rect(middle - bar / 2, foot - 16, bar, 14, pen=Pen("control", 0.8, (2, 2)), radius=2)
        yield box
        yield Label(middle, foot - 6.5, (Run(one.mark, "muted"),), 7, "middle")
        return
    tall = max(height * one.rating / TOP, 1.2)
    pen = Pen(f"level{one.rating}.line", 0.6)
    yield Rect(middle - bar / 2, foot - tall, bar, tall, fill=f"level{one.rating}.fill", pen=pen)
    inside = tall > _LABEL_ROOM
    ink = f"level{one.rating}.text" if inside else "text"
    y = foot - tall + (8.4 if inside else -3)
    yield Label(middle, y, (Run(str(one.rating), ink, strong=True),), 7.5, "middle")


def describe_columns(rated: Sequence[Rated], language: Language, target: int | None = None) -> str:
    """The ratings in words, question by question."""
    parts = [f"{one.number}: {one.mark if one.rating is None else one.rating}" for one in rated]
    words = language.text("Ratings from 0 to 5 by question. {ratings}.", ratings=", ".join(parts))
    if target is None:
        return words
    return f"{words} {language.text('Target: {target}.', target=target)}"

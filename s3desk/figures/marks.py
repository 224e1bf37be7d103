"""Small marks as shapes: fulfilment, rating chip, bullet, logo; a mark never speaks by colour alone."""

from __future__ import annotations

from s3desk.domain.records import Decision
from s3desk.figures.figure import Circle, Figure, Label, Pen, Polygon, Polyline, Rect, Run, Shape

SIZE = 16.0
_MIDDLE = (8.0, 8.0)

COLORS = {
    Decision.YES: "ok",
    Decision.NO: "bad",
    Decision.NOT_DECIDED: "muted",
    Decision.NOT_RELEVANT: "muted",
}
"""The colour of the word beside a mark."""


def fulfilment_mark(decision: Decision) -> Figure:
    """The mark of one decision; the word stands beside it, so it needs no description."""
    return Figure(SIZE, SIZE, _SHAPES[decision])


def _disc(color: str) -> Circle:
    return Circle(_MIDDLE, 6.7, fill=color)


_SIGN = Pen("on_accent", 1.6, round_ends=True)
_SHAPES: dict[Decision, tuple[Shape, ...]] = {
    Decision.YES: (_disc("ok"), Polyline(((5, 8.3), (7.2, 10.4), (11.1, 6)), _SIGN)),
    Decision.NO: (
        _disc("bad"),
        Polyline(((5.8, 5.8), (10.2, 10.2)), _SIGN),
        Polyline(((10.2, 5.8), (5.8, 10.2)), _SIGN),
    ),
    Decision.NOT_DECIDED: (Circle(_MIDDLE, 5.6, pen=Pen("muted", 1.4, (2.2, 2.2), round_ends=True)),),
    Decision.NOT_RELEVANT: (
        Circle(_MIDDLE, 5.9, pen=Pen("muted", 1.4)),
        Polyline(((5.3, 8), (10.7, 8)), Pen("muted", 1.4, round_ends=True)),
    ),
}


_CHIP = 16.0


def rating_chip(rating: int | None, mark: str) -> Figure:
    """The chip of an answer: its figure on the colour of the level; grey for n/a, dashed while nothing is said."""
    if rating is not None:
        box = Rect(0.5, 0.5, _CHIP - 1, _CHIP - 1, f"level{rating}.fill", Pen(f"level{rating}.line", 0.7), radius=3)
        return Figure(_CHIP, _CHIP, (box, _chip_label(str(rating), f"level{rating}.text", 8.5)))
    if mark == ELSEWHERE:
        return Figure(_CHIP, _CHIP, (_grey_box(), *_ARROW))
    if mark in NOTHING_SAID:
        return Figure(_CHIP, _CHIP, (Rect(1, 1, 14, 14, pen=Pen("control", 0.8, (2, 2)), radius=3),))
    return Figure(_CHIP, _CHIP, (_grey_box(), _chip_label(mark, "muted", 7)))


ELSEWHERE = "\u2197"
NOTHING_SAID = ("", "\u2013")
_ARROW = (
    Polyline(((5.2, 10.8), (10.6, 5.4)), Pen("muted", 1.2, round_ends=True)),
    Polyline(((6.6, 5.2), (10.8, 5.2), (10.8, 9.4)), Pen("muted", 1.2, round_ends=True)),
)


def _grey_box() -> Rect:
    return Rect(0.5, 0.5, _CHIP - 1, _CHIP - 1, "sunken", Pen("border", 0.7), radius=3)


def _chip_label(text: str, color: str, size: float) -> Label:
    return Label(_CHIP / 2, _CHIP / 2 + size * 0.36, (Run(text, color, strong=True),), size, "middle")


def bullet() -> Figure:
    """The dot before an item of a list."""
    return Figure(8, 10, (Circle((2.4, 6.4), 1.3, fill="previous"),))


def logo(size: float = 22) -> Figure:
    """The mark of the program: a heptagon in a heptagon."""
    unit = size / 40
    outer = ((20, 1.5), (34.5, 8.5), (38, 24.1), (28, 36.7), (12, 36.7), (2, 24.1), (5.5, 8.5))
    inner = ((20, 10.2), (28.6, 13.8), (26.3, 26.4), (14.8, 29.8), (12.9, 16.2))
    pen = Pen("accent", 2 * unit)
    return Figure(
        size,
        size,
        (
            Polygon(tuple((x * unit, y * unit) for x, y in outer), "accent", pen),
            Polygon(tuple((x * unit, y * unit) for x, y in inner), pen=Pen("on_accent", 3 * unit)),
        ),
    )

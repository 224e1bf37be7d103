"""The marks of fulfilment as shapes: tick, cross, dashed ring, ring with a bar; never colour alone."""

from __future__ import annotations

from s3desk.domain.records import Decision
from s3desk.figures.figure import Circle, Figure, Pen, Polyline, Shape

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

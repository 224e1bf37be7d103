"""Flowables under each other inside a cell or box: measured, divided over pages, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

ENDLESS = 1e6
Items = Sequence[Flowable]


def heights(items: Items, width: float) -> list[float]:
    """The height of each item at this width, with the space before it (the first has none)."""
    found: list[float] = []
    gap = 0.0
    for number, item in enumerate(items):
        gap = max(gap, item.getSpaceBefore()) if number else 0.0
        found.append(gap + item.wrap(width, ENDLESS)[1])
        gap = item.getSpaceAfter()
    return found


def height_of(items: Items, width: float) -> float:
    """How high all items are together."""
    return sum(heights(items, width))


def divided(items: Items, width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
    """What fits into this height, and the rest; the first is empty when not even a part fits."""
    used = 0.0
    for number, one in enumerate(heights(items, width)):
        if used + one > height:
            parts = items[number].split(width, height - used - _gap(items, number))
            if len(parts) < 2:
                return list(items[:number]), list(items[number:])
            return [*items[:number], parts[0]], [*parts[1:], *items[number + 1 :]]
        used += one
    return list(items), []


def _gap(items: Items, number: int) -> float:
    return float(max(items[number - 1].getSpaceAfter(), items[number].getSpaceBefore())) if number else 0.0


def draw(canvas: Canvas, items: Items, x: float, top: float, width: float) -> None:
    """Draw the items from `top` downwards."""
    for item, height in zip(items, heights(items, width), strict=True):
        top -= height
        item.drawOn(canvas, x, top)

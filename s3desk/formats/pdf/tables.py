"""Tables: heads repeat on every page, rows are not divided unless they are longer than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.text import passage

Row = Sequence[Items]
_LEAST_PART = 60.0
"""A row longer than a page begins on this page only when so much height is left."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and its share of the width."""

    head: str
    share: float
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is ruled. `boxed` draws all lines; `middle` puts short cells in the middle of the row."""

    padding: float = 4.0
    side: float = 6.0
    boxed: bool = False
    middle: bool = False
    page_height: float = styles.PORTRAIT_HEIGHT


RULED = Look()
RULED_MIDDLE = Look(middle=True, padding=3.6)
BOXED = Look(padding=5.0, side=5.5, boxed=True, page_height=styles.LANDSCAPE_HEIGHT)


class Table(Flowable):
    """Rows of cells under repeated heads. `leads` are cells of the first columns that reach over all rows."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], look: Look = RULED, leads: Row = ()) -> None:
        super().__init__()
        self.columns, self.rows, self.look, self.leads = tuple(columns), list(rows), look, leads
        self.heads = _heads(columns, look)
        self.spaceBefore, self.spaceAfter = 2, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay out every cell."""
        total = sum(column.share for column in self.columns)
        self.width = width
        self.widths = [width * column.share / total for column in self.columns]
        count = len(self.leads)
        self.head_height = self._height(self.heads, self.widths) if self._has_heads else 0.0
        self.row_heights = [self._height(row, self.widths[count:]) for row in self.rows]
        if self.leads and self.row_heights:
            missing = self._height(self.leads, self.widths[:count]) - sum(self.row_heights)
            self.row_heights[-1] += max(missing, 0)
        self.height = self.head_height + sum(self.row_heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, and a table with the rest."""
        self.wrap(width, height)
        used, count = self.head_height, 0
        while count < len(self.rows) and used + self.row_heights[count] <= height:
            used += self.row_heights[count]
            count += 1
        if count < len(self.rows) and self._longer_than_a_page(count) and height - used >= _LEAST_PART:
            return self._divided(count, height - used)
        return [self._with(self.rows[:count]), self._with(self.rows[count:])] if 0 < count < len(self.rows) else []

    def draw(self) -> None:
        """Draw heads, cells and lines."""
        top = self.height
        if self._has_heads:
            self._draw_head(top)
            top -= self.head_height
        if self.leads:
            self._draw_row(self.leads, self.widths[: len(self.leads)], 0, top, top)
        x = sum(self.widths[: len(self.leads)])
        for number, (row, height) in enumerate(zip(self.rows, self.row_heights, strict=True)):
            self._draw_row(row, self.widths[len(self.leads) :], x, top, height)
            top -= height
            if not self.look.boxed and (number < len(self.rows) - 1 or not self._has_heads):
                self._line(0, top, self.width, top)

    @property
    def _has_heads(self) -> bool:
        return any(column.head for column in self.columns)

    def _height(self, row: Row, widths: Sequence[float]) -> float:
        inner = (stack.height_of(cell, self._inner(width)) for cell, width in zip(row, widths, strict=True))
        return max(inner, default=0.0) + 2 * self.look.padding

    def _inner(self, width: float) -> float:
        return width - (2 if self.look.boxed else 1) * self.look.side

    def _longer_than_a_page(self, count: int) -> bool:
        return self.head_height + self.row_heights[count] > self.look.page_height - _LEAST_PART

    def _divided(self, count: int, height: float) -> list[Flowable]:
        widths = self.widths[len(self.leads) :]
        room = height - 2 * self.look.padding
        halves = [
            stack.divided(cell, self._inner(width), room) for cell, width in zip(self.rows[count], widths, strict=True)
        ]
        first, rest = [half[0] for half in halves], [half[1] for half in halves]
        return [self._with([*self.rows[:count], first]), self._with([rest, *self.rows[count + 1 :]])]

    def _with(self, rows: Sequence[Row]) -> Table:
        return Table(self.columns, rows, self.look, self.leads)

    def _draw_head(self, top: float) -> None:
        foot = top - self.head_height
        if self.look.boxed:
            self.canv.setFillColor(color("tint"))
            self.canv.rect(0, foot, self.width, self.head_height, stroke=0, fill=1)
        self._draw_row(self.heads, self.widths, 0, top, self.head_height, at_foot=True)
        if not self.look.boxed:
            self._line(0, foot, self.width, foot, "control", 0.9)

    def _draw_row(
        self, row: Row, widths: Sequence[float], x: float, top: float, height: float, *, at_foot: bool = False
    ) -> None:
        for cell, width in zip(row, widths, strict=True):
            inner = self._inner(width)
            room = height - 2 * self.look.padding - stack.height_of(cell, inner)
            drop = room if at_foot else room / 2 if self.look.middle else 0
            left = x + (self.look.side if self.look.boxed else 0)
            stack.draw(self.canv, cell, left, top - self.look.padding - max(drop, 0), inner)
            if self.look.boxed:
                self.canv.setStrokeColor(color("control"))
                self.canv.setLineWidth(0.5)
                self.canv.rect(x, top - height, width, height, stroke=1, fill=0)
            x += width

    def _line(self, x: float, y: float, to_x: float, to_y: float, ink: str = "border", width: float = 0.6) -> None:
        self.canv.setStrokeColor(color(ink))
        self.canv.setLineWidth(width)
        self.canv.line(x, y, to_x, to_y)


def _heads(columns: Sequence[Column], look: Look) -> Row:
    left, center, right = (
        (styles.T12_HEAD, styles.T12_HEAD_CENTER, styles.T12_HEAD)
        if look.boxed
        else (styles.CELL_HEAD, styles.CELL_HEAD_CENTER, styles.CELL_HEAD_RIGHT)
    )
    chosen = {"left": left, "center": center, "right": right}
    return [[passage(column.head, chosen[column.align])] for column in columns]


def facts(pairs: Sequence[tuple[str, Items]], label_share: float = 0.26) -> Table:
    """Labels with their values, one pair a row."""
    columns = (Column("", label_share), Column("", 1 - label_share))
    rows = [([passage(label, styles.CELL_MUTED)], value) for label, value in pairs]
    return Table(columns, rows)

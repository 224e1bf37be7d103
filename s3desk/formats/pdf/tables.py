"""Tables: heads repeat on every page, rows are not divided unless they are longer than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.passage import passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.styles import color

Row = Sequence[Items]
_LEAST_PART = 60.0
"""A row longer than a page begins on this page only when so much height is left."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and its share of the width; `gap` sets it off from the column before."""

    head: str
    share: float
    align: Literal["left", "center", "right"] = "left"
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is ruled. `boxed` draws all lines; `middle` puts short cells in the middle of the row."""

    padding: float = 4.0
    side: float = 6.0
    boxed: bool = False
    middle: bool = False
    page_height: float = styles.PORTRAIT_HEIGHT


RULED = Look()
RULED_MIDDLE = Look(middle=True, padding=3.0)
WRITABLE = Look(padding=7.0)
BOXED = Look(padding=5.0, side=5.5, boxed=True, page_height=styles.LANDSCAPE_HEIGHT)


class Table(Block):
    """Rows of cells under repeated heads. `leads` are cells of the first columns that reach over all rows."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], look: Look = RULED, leads: Row = ()) -> None:
        super().__init__()
        self.columns, self.rows, self.look, self.leads = tuple(columns), list(rows), look, leads
        self.heads = _heads(columns, look)
        self.spaceBefore, self.spaceAfter = 2, 8

    def lay_out(self, width: float) -> float:
        """Lay out every cell."""
        total = sum(column.share for column in self.columns)
        self.widths = [width * column.share / total for column in self.columns]
        self.head_height = self._height(self.heads, 0) if self._has_heads else 0.0
        self.row_heights = [self._height(row, len(self.leads)) for row in self.rows]
        if self.leads and self.row_heights:
            missing = self._height(self.leads, 0) - sum(self.row_heights)
            self.row_heights[-1] += max(missing, 0)
        return self.head_height + sum(self.row_heights)

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

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw heads, cells and lines."""
        top = self.height
        if self._has_heads:
            self._paint_head(canvas, top)
            top -= self.head_height
        if self.leads:
            self._paint_row(canvas, self.leads, 0, top, top)
        for number, (row, height) in enumerate(zip(self.rows, self.row_heights, strict=True)):
            self._paint_row(canvas, row, len(self.leads), top, height)
            top -= height
            if not self.look.boxed and (number < len(self.rows) - 1 or not self._has_heads):
                _line(canvas, 0, top, self.width, top)

    @property
    def _has_heads(self) -> bool:
        return any(column.head for column in self.columns)

    def _height(self, row: Row, first: int) -> float:
        inner = (stack.height_of(cell, self._inner(first + number)) for number, cell in enumerate(row))
        return max(inner, default=0.0) + 2 * self.look.padding

    def _inner(self, number: int) -> float:
        """The width for the content of a column."""
        return self.widths[number] - self.columns[number].gap - (2 if self.look.boxed else 1) * self.look.side

    def _longer_than_a_page(self, count: int) -> bool:
        return self.head_height + self.row_heights[count] > self.look.page_height - _LEAST_PART

    def _divided(self, count: int, height: float) -> list[Flowable]:
        room = height - 2 * self.look.padding
        halves = [
            stack.divided(cell, self._inner(number), room)
            for number, cell in enumerate(self.rows[count], start=len(self.leads))
        ]
        first, rest = [half[0] for half in halves], [half[1] for half in halves]
        return [self._with([*self.rows[:count], first]), self._with([rest, *self.rows[count + 1 :]])]

    def _with(self, rows: Sequence[Row]) -> Table:
        return Table(self.columns, rows, self.look, self.leads)

    def _paint_head(self, canvas: ReportCanvas, top: float) -> None:
        foot = top - self.head_height
        if self.look.boxed:
            canvas.setFillColor(color("tint"))
            canvas.rect(0, foot, self.width, self.head_height, stroke=0, fill=1)
        self._paint_row(canvas, self.heads, 0, top, self.head_height, at_foot=True)
        if not self.look.boxed:
            _line(canvas, 0, foot, self.width, foot, "control", 0.9)

    def _paint_row(
        self, canvas: ReportCanvas, row: Row, first: int, top: float, height: float, *, at_foot: bool = False
    ) -> None:
        for number, cell in enumerate(row, start=first):
            x, inner = sum(self.widths[:number]), self._inner(number)
            room = height - 2 * self.look.padding - stack.height_of(cell, inner)
            drop = room if at_foot else room / 2 if self.look.middle else 0
            left = x + self.columns[number].gap + (self.look.side if self.look.boxed else 0)
            stack.draw(canvas, cell, left, top - self.look.padding - max(drop, 0), inner)
            if self.look.boxed:
                canvas.setStrokeColor(color("control"))
                canvas.setLineWidth(0.5)
                canvas.rect(x, top - height, self.widths[number], height, stroke=1, fill=0)


def _line(
    canvas: ReportCanvas, x: float, y: float, to_x: float, to_y: float, ink: str = "border", width: float = 0.6
) -> None:
    canvas.setStrokeColor(color(ink))
    canvas.setLineWidth(width)
    canvas.line(x, y, to_x, to_y)


def _heads(columns: Sequence[Column], look: Look) -> Row:
    left, center, right = (
        (styles.T12_HEAD, styles.T12_HEAD_CENTER, styles.T12_HEAD)
        if look.boxed
        else (styles.CELL_HEAD, styles.CELL_HEAD_CENTER, styles.CELL_HEAD_RIGHT)
    )
    chosen = {"left": left, "center": center, "right": right}
    return [[passage(column.head, chosen[column.align])] for column in columns]


def facts(pairs: Sequence[tuple[str, Items]], label_share: float = 0.26, look: Look = RULED) -> Table:
    """Labels with their values, one pair a row."""
    columns = (Column("", label_share), Column("", 1 - label_share))
    rows = [([passage(label, styles.CELL_MUTED)], value) for label, value in pairs]
    return Table(columns, rows, look)

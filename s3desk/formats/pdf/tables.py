"""Tables: heads repeat on every page, rows are not divided unless they are longer than a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Literal

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import fonts, stack, styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.stack import Items
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.tagged import Element, TableElements
from s3desk.formats.pdf.text import Content, plain, stacked

Row = Sequence[Items]
_LEAST_PART = 60.0
"""A row longer than a page begins on this page only when so much height is left."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and its share of the width; `gap` sets it off from the column before."""

    head: Content
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
    """Rows of cells under repeated heads. `leads` are cells of the first columns that reach over all rows.

    Parts of a table on several pages share its elements; `start` is the number of their first row.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        look: Look = RULED,
        leads: Row = (),
        *,
        whole: Table | None = None,
        start: int = 0,
    ) -> None:
        super().__init__()
        self.elements: TableElements = whole.elements if whole else TableElements(len(rows))
        self.start = start
        self.columns, self.rows, self.look, self.leads = tuple(columns), list(rows), look, leads
        self.heads = _heads(columns, look)
        self.measured: tuple[float, Sequence[float]] = (-1.0, ())
        if whole is None:
            _note_single_texts([self.heads, leads, *rows])
        self.spaceBefore, self.spaceAfter = 2, 8

    def lay_out(self, width: float) -> float:
        """Lay out every cell; a part is told the heights of its rows, or a table over many pages would be slow."""
        self.widths = _widths(self.columns, self.look, width)
        self.head_height = self._height(self.heads, 0) if self._has_heads else 0.0
        if self.measured[0] != width:
            self.measured = width, [self._height(row, len(self.leads)) for row in self.rows]
        self.row_heights = list(self.measured[1])
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
        count = self._without_lone_rows(count, height)
        if not 0 < count < len(self.rows):
            return []
        known = self.measured[1]
        return [
            self._with(self.rows[:count], 0, known[:count]),
            self._with(self.rows[count:], count, known[count:]),
        ]

    def _without_lone_rows(self, count: int, height: float) -> int:
        """How many rows stay: the last one takes another with it, and the first does not stay alone at a foot."""
        if self.leads or len(self.rows) < 4:
            return count
        kept = count - 1 if count == len(self.rows) - 1 else count
        return 0 if kept == 1 and height < self.look.page_height / 2 else kept

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw heads, cells and lines."""
        with canvas.artifact():
            self._paint_lines(canvas)
        with canvas.within(self.elements.element):
            top = self.height
            if self._has_heads:
                with _once(canvas, repeated=self.elements.holds(TableElements.HEAD)):
                    self._paint_row(canvas, self.heads, 0, top, self.head_height, self.elements.head, at_foot=True)
                top -= self.head_height
            if self.leads:
                with _once(canvas, repeated=self.elements.holds(0)):
                    self._paint_row(canvas, self.leads, 0, top, top, self.elements.lead)
            for number, (row, height) in enumerate(zip(self.rows, self.row_heights, strict=True), start=self.start):
                self._paint_row(canvas, row, len(self.leads), top, height, partial(self._cell, number))
                top -= height

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
        known, (upper, lower) = self.measured[1], (self._height(half, len(self.leads)) for half in (first, rest))
        return [
            self._with([*self.rows[:count], first], 0, [*known[:count], upper]),
            self._with([rest, *self.rows[count + 1 :]], count, [lower, *known[count + 1 :]]),
        ]

    def _with(self, rows: Sequence[Row], start: int, heights: Sequence[float]) -> Table:
        part = Table(self.columns, rows, self.look, self.leads, whole=self, start=self.start + start)
        part.measured = self.width, heights
        return part

    def _cell(self, row: int, column: int) -> Element:
        """Where no heads say what stands in a column, the first cell says it for its row."""
        if column == 0 and not self._has_heads:
            return self.elements.row_head(row, column)
        return self.elements.cell(row, column)

    def _paint_row(
        self,
        canvas: ReportCanvas,
        row: Row,
        first: int,
        top: float,
        height: float,
        element: Callable[[int], Element],
        *,
        at_foot: bool = False,
    ) -> None:
        for number, cell in enumerate(row, start=first):
            inner = self._inner(number)
            room = height - 2 * self.look.padding - stack.height_of(cell, inner)
            drop = room if at_foot else room / 2 if self.look.middle else 0
            left = sum(self.widths[:number]) + self.columns[number].gap + (self.look.side if self.look.boxed else 0)
            holder = element(number)
            if len(cell) == 1 and isinstance(cell[0], Passage):
                cell[0].stand_in(holder)
            with canvas.within(holder):
                stack.draw(canvas, cell, left, top - self.look.padding - max(drop, 0), inner)

    def _paint_lines(self, canvas: ReportCanvas) -> None:
        edges = [self.height - self.head_height - used for used in accumulate(self.row_heights)]
        if self.look.boxed:
            self._paint_boxes(canvas, edges)
            return
        if self._has_heads:
            _line(canvas, self.height - self.head_height, self.width, "control", 0.9)
            edges = edges[:-1]
        for y in edges:
            _line(canvas, y, self.width)

    def _paint_boxes(self, canvas: ReportCanvas, edges: Sequence[float]) -> None:
        body = self.height - self.head_height
        canvas.setFillColor(color("tint"))
        canvas.rect(0, body, self.width, self.head_height, stroke=0, fill=1)
        canvas.setStrokeColor(color("control"))
        canvas.setLineWidth(0.5)
        xs = [0.0, *accumulate(self.widths)]
        canvas.grid(xs, [self.height, body])
        canvas.grid(xs[: len(self.leads) + 1], [body, 0])
        canvas.grid(xs[len(self.leads) :], [body, *edges])


def _note_single_texts(rows: Sequence[Row]) -> None:
    for row in rows:
        for cell in row:
            if len(cell) == 1 and isinstance(cell[0], Passage):
                cell[0].alone = True


def _once(canvas: ReportCanvas, *, repeated: bool) -> AbstractContextManager[None]:
    """What is repeated on a later page is not read again."""
    return canvas.artifact() if repeated else nullcontext()


def _line(canvas: ReportCanvas, y: float, width: float, ink: str = "border", thickness: float = 0.6) -> None:
    canvas.setStrokeColor(color(ink))
    canvas.setLineWidth(thickness)
    canvas.line(0, y, width, y)


def _widths(columns: Sequence[Column], look: Look, width: float) -> list[float]:
    """The shares of the width; columns too narrow for the longest word of their head take room from the others."""
    total = sum(column.share for column in columns)
    wished = [width * column.share / total for column in columns]
    least = [_longest_word(column, look) for column in columns]
    missing = sum(max(need - have, 0) for need, have in zip(least, wished, strict=True))
    spare = sum(max(have - need, 0) for need, have in zip(least, wished, strict=True))
    if missing == 0 or missing > spare:
        return wished
    return [
        need if have < need else have - (have - need) * missing / spare
        for need, have in zip(least, wished, strict=True)
    ]


def _longest_word(column: Column, look: Look) -> float:
    size = (styles.T12_HEAD if look.boxed else styles.CELL_HEAD).size
    words = (fonts.width_of(word, size, strong=True) for word in plain(stacked(column.head)).split())
    return max(words, default=0.0) + column.gap + (2 if look.boxed else 1) * look.side + 0.1


def _heads(columns: Sequence[Column], look: Look) -> Row:
    left, center, right = (
        (styles.T12_HEAD, styles.T12_HEAD_CENTER, styles.T12_HEAD)
        if look.boxed
        else (styles.CELL_HEAD, styles.CELL_HEAD_CENTER, styles.CELL_HEAD_RIGHT)
    )
    chosen = {"left": left, "center": center, "right": right}
    return [[passage(stacked(column.head), chosen[column.align])] for column in columns]


def facts(pairs: Sequence[tuple[Content, Items]], label_share: float = 0.26, look: Look = RULED) -> Table:
    """Labels with their values, one pair a row."""
    columns = (Column("", label_share), Column("", 1 - label_share))
    rows = [([passage(label, styles.CELL_MUTED)], value) for label, value in pairs]
    return Table(columns, rows, look)

"""Rows stay whole where they fit on a page; heads repeat; rows longer than a page go on."""

import pytest
from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf import styles
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.boxes import Beside
from s3desk.formats.pdf.headings import Headed, Heading
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.tables import BOXED, RULED, Column, Table

COLUMNS = (Column("Name", 1), Column("Text", 3))
WIDTH = 400.0


def row(name: str, lines: int) -> list[list[Passage]]:
    return [[passage(name, styles.CELL)], [passage("\n".join(["x"] * lines), styles.CELL)]]


def column_of(table: Flowable, number: int) -> list[Passage]:
    assert isinstance(table, Table)
    table.wrap(WIDTH, 0)
    return [item for cells in table.rows for item in cells[number] if isinstance(item, Passage)]


def names(table: Flowable) -> list[str]:
    return ["".join(piece.text for piece in item.pieces) for item in column_of(table, 0)]


def lines_in(table: Flowable) -> int:
    return sum(len(item.lines) for item in column_of(table, 1))


@pytest.mark.parametrize(("fitting", "kept"), [(4, 3), (3, 3), (2, 2), (1, 0)])
def test_no_row_of_a_longer_table_stands_alone(fitting: int, kept: int) -> None:
    table = Table(COLUMNS, [row(name, 3) for name in "abcde"])
    table.wrap(WIDTH, 0)
    parts = table.split(WIDTH, table.head_height + fitting * table.row_heights[0] + 5)
    assert [len(part.rows) for part in parts if isinstance(part, Table)] == ([kept, 5 - kept] if kept else [])


def test_rows_that_fit_stay_and_the_others_follow() -> None:
    table = Table(COLUMNS, [row("a", 3), row("b", 3), row("c", 3)])
    table.wrap(WIDTH, 0)
    first, rest = table.split(WIDTH, table.head_height + 2 * table.row_heights[0] + 5)
    assert (names(first), names(rest)) == (["a", "b"], ["c"])


def test_a_row_that_fits_on_a_page_is_not_divided() -> None:
    table = Table(COLUMNS, [row("a", 40)])
    assert table.split(WIDTH, 200) == []


def test_a_row_longer_than_a_page_goes_on_without_losing_a_line() -> None:
    left: list[Flowable] = [Table(COLUMNS, [row("a", 1), row("long", 500), row("z", 1)])]
    pages: list[Flowable] = []
    while left:
        first, *left = left[0].split(WIDTH, styles.PORTRAIT_HEIGHT) or left
        pages.append(first)
    assert sum(lines_in(page) for page in pages) == 502
    assert len(pages) == 9


class Counted(Block):
    """Says how often it was laid out, and how often its size was asked for."""

    laid_out = asked = 0

    def lay_out(self, width: float) -> float:  # noqa: ARG002 - its height is always the same
        self.laid_out += 1
        return 30.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.asked += 1
        return super().wrap(width, height)


def test_rows_of_a_table_over_many_pages_are_measured_once() -> None:
    blocks = [Counted() for _ in range(600)]
    left: list[Flowable] = [Table((Column("Name", 1),), [[[block]] for block in blocks])]
    pages = 0
    while left:
        _, *left = left[0].split(WIDTH, styles.PORTRAIT_HEIGHT) or left
        pages += 1
    assert pages > 20
    assert {(block.laid_out, block.asked) for block in blocks} == {(1, 1)}


def test_parts_keep_heads_and_leading_cells() -> None:
    leads = [[passage("condition", styles.CELL)]]
    columns = (Column("Condition", 1), *COLUMNS)
    table = Table(columns, [row("a", 3), row("b", 3)], BOXED, leads)
    first, rest = table.split(WIDTH, 80)
    for part in (first, rest):
        assert isinstance(part, Table)
        assert part.leads == leads
        assert part.columns == columns


def test_leading_cells_longer_than_the_rows_have_their_room() -> None:
    leads = [[passage("word " * 60, styles.CELL)]]
    table = Table((Column("Condition", 1), *COLUMNS), [row("a", 1)], RULED, leads)
    alone = Table(COLUMNS, [row("a", 1)])
    assert table.wrap(WIDTH, 0)[1] > alone.wrap(WIDTH, 0)[1] + 50


def test_a_heading_moves_to_the_next_page_with_what_follows() -> None:
    headed = Headed((Heading("Title", 2),), passage("word " * 100, styles.BODY))
    assert headed.split(WIDTH, 30) == []
    first, rest = headed.split(WIDTH, 60)
    assert isinstance(first, Headed)
    assert isinstance(first.following, Passage)
    assert isinstance(rest, Passage)
    assert len(first.following.lines) >= 2


def test_two_columns_go_on_beside_each_other() -> None:
    left, right = (Headed((Heading("Title", 2),), passage("word " * count, styles.BODY)) for count in (300, 20))
    both = Beside([left], [right])
    assert both.split(WIDTH, 20) == []
    first, rest = both.split(WIDTH, 200)
    assert isinstance(first, Beside)
    assert isinstance(rest, Beside)
    assert (len(first.left), len(first.right)) == (1, 1)
    assert (len(rest.left), len(rest.right)) == (1, 0)
    assert first.wrap(WIDTH, 200)[1] <= 200

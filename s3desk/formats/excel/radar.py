"""The averages of the seven criteria as a native radar chart beside its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl.chart import RadarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumData, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from s3desk.figures.palette import tokens
from s3desk.formats.excel.book import Book, reference
from s3desk.formats.excel.cells import safe
from s3desk.formats.excel.grid import Placed

_Dash = Literal["sysDash"]

ROWS = 21
"""How many rows of text the chart covers."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: the head of its column, its name in the legend, its colour's token and its values now."""

    head: str
    legend: str
    color: str
    values: tuple[float | None, ...]


def add(book: Book, placed: Placed, row: int, names: str, lines: Sequence[ChartLine]) -> None:
    """Draw the chart from a row on; `names` is the head of the column with the labels."""
    chart = RadarChart()
    chart.type = "marker"
    chart.width, chart.height = 19, 10.5
    chart.legend = Legend(legendPos="r")
    chart.visible_cells_only = False
    _scale(chart)
    chart.series = [_series(book, placed, names, line) for line in lines]
    placed.sheet.add_chart(chart, f"B{row}")
    book.alternatives.append(_in_words(book))


def _scale(chart: RadarChart) -> None:
    axis = chart.y_axis
    axis.scaling.min, axis.scaling.max, axis.majorUnit = 0, 5, 1
    axis.number_format = "0"
    axis.majorGridlines = ChartLines(spPr=_stroke("ring", 0.75))
    axis.delete = chart.x_axis.delete = False


def _series(book: Book, placed: Placed, names: str, line: ChartLine) -> Any:
    """A line with its values written beside the references, for programs that do not compute."""
    series = SeriesFactory(_cells(placed, line.head))
    series.tx = SeriesLabel(v=safe(line.legend, book.language))
    series.cat = AxDataSource(strRef=StrRef(str(_cells(placed, names)), _texts(book)))
    series.val.numRef.numCache = _numbers(line.values)
    own = line.color == "accent"
    series.spPr = _stroke(line.color, 2.25, None if own else "sysDash")
    series.marker = Marker("circle" if own else "diamond", spPr=GraphicalProperties(solidFill=_rgb(line.color)))
    return series


def _texts(book: Book) -> StrData:
    names = [part.name for part in book.picture.criteria]
    points = [StrVal(number, v=safe(name, book.language)) for number, name in enumerate(names)]
    return StrData(len(points), points)


def _numbers(values: tuple[float | None, ...]) -> NumData:
    points = [NumVal(number, v=value) for number, value in enumerate(values) if value is not None]
    return NumData("0.0", len(values), points)


def _in_words(book: Book) -> str:
    language = book.language
    parts = [language.text("Averages of the ratings, 0 to 5.")]
    for part in book.picture.criteria:
        mean = part.score.average if part.score else None
        shown = language.decimal(mean) if mean is not None else language.text("not rated")
        parts.append(f"{part.number} {part.name}: {shown}.")
    return safe(" ".join(parts), language)


def _stroke(color: str, points: float, dash: _Dash | None = None) -> GraphicalProperties:
    line = LineProperties(solidFill=_rgb(color), w=int(points * 12_700), prstDash=dash)
    return GraphicalProperties(ln=line)


def _rgb(color: str) -> str:
    return tokens().color(color).lstrip("#")


def _cells(placed: Placed, head: str) -> Reference:
    return Reference(range_string=reference(placed.sheet, placed.cells(head)))

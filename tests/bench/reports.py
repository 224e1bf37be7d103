"""Report and workbook of the example, against the same flowables and the same styled cells made bare."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import NamedStyle

from s3desk.basics.progress import no_progress
from s3desk.domain.profile import Profile
from s3desk.formats import registry
from s3desk.queries.report import Options, Source, picture
from tests.bench.bare_report import write_bare_report
from tests.bench.measure import Result, median_ms, medians_ms
from tests.bench.untagged import write_untagged

Cell = tuple[Any, Any, Any, int, dict[str, Any]]
"""Row, column, value, number of the style and the style of a cell."""

_STYLE = ("font", "fill", "border", "alignment", "number_format", "protection")


def workbook(folder: Path, source: Source) -> tuple[Result, Result]:
    """The internal workbook written, and what checking it costs."""
    report = picture(source, Options(Profile.INTERNAL))
    form = registry.format_of("workbook", ".xlsx")
    target = folder / "ours.xlsx"
    form.write(report, target, no_progress)
    sheets = _styled_cells(target)
    ours, floor = medians_ms(
        lambda: form.write(report, target, no_progress), lambda: _write_bare(sheets, folder / "bare.xlsx")
    )
    check = median_ms(lambda: form.check(target))
    return (
        Result("workbook written", ours, floor, "ms", "<= x1.3 (checking apart)"),
        Result("workbook opened again and checked", check, 0, "ms", "counted apart"),
    )


def _styled_cells(path: Path) -> dict[str, list[Cell]]:
    """Every cell of a workbook with its value and style, by sheet."""
    return {
        sheet.title: [
            (cell.row, cell.column, cell.value, cell.style_id, _style(cell))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None
        ]
        for sheet in load_workbook(path).worksheets
    }


def _style(cell: Any) -> dict[str, Any]:
    return {name: copy.copy(getattr(cell, name)) for name in _STYLE}


def _write_bare(sheets: dict[str, list[Cell]], path: Path) -> None:
    """As openpyxl's public ways allow: each style is named once, each cell gets its value and the name."""
    book = Workbook()
    named: set[int] = set()
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for row, column, value, number, style in cells:
            if number not in named:
                book.add_named_style(NamedStyle(name=f"style {number}", **style))
                named.add(number)
            sheet.cell(row, column, value).style = f"style {number}"
    book.save(path)


def report(folder: Path, source: Source) -> tuple[Result, Result]:
    """The internal report, nothing embedded, against plain platypus of its contents, and against itself untagged."""
    shown = picture(source, Options(Profile.INTERNAL, carries_data=False))
    form = registry.format_of("report", ".pdf")
    ours, bare, untagged = medians_ms(
        lambda: form.write(shown, folder / "ours.pdf", no_progress),
        lambda: write_bare_report(shown, folder / "bare.pdf"),
        lambda: write_untagged(shown, folder / "untagged.pdf"),
    )
    return (
        Result("report (PDF) written", ours, bare, "ms", "<= x1.5"),
        Result("report (PDF) tagged, against untagged", ours, untagged, "ms", "<= x1.3"),
    )

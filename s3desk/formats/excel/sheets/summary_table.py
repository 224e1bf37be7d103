"""The table of the seven criteria on the summary, with live averages and the chart in internal workbooks."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.domain.records import Decision
from s3desk.figures.palette import tokens
from s3desk.formats.excel import radar
from s3desk.formats.excel.book import Book
from s3desk.formats.excel.cells import Formula, Jump, Value, put
from s3desk.formats.excel.grid import Column, Placed, grid, visible
from s3desk.formats.excel.heights import fit
from s3desk.formats.excel.page import HEAD_ROW
from s3desk.formats.excel.rules import bars, score_colors
from s3desk.formats.excel.sheets import answers, table12
from s3desk.formats.excel.sheets.lists import RATING_WORDS
from s3desk.formats.excel.styles import FONT, PLACE, SIZE, argb, counted, solid
from s3desk.queries.picture import CriterionPart

_LOOKS = {Decision.YES: "yes", Decision.NO: "no", Decision.NOT_DECIDED: "undecided", Decision.NOT_RELEVANT: "yes"}
_LEGEND_FROM = 3


def columns(book: Book) -> list[Column[CriterionPart]]:
    """The columns under this profile; ratings only in internal workbooks."""
    text = book.language.text
    return [
        Column(text("No."), 6, lambda part: part.number, "choice"),
        Column(text("Criterion"), 48, lambda part: part.official),
        Column(text("Fulfilment"), 15, lambda part: part.decision_words, lambda part: _LOOKS[part.decision]),
        *(_ratings(book) if book.internal else _levels(book)),
        Column(text("Documents"), 13, lambda part: len(part.evidence), "number"),
        Column(_actions_head(book), 11, lambda part: sum(not action.done for action in part.actions), "number"),
        *_jumps(book),
        *(_for_chart(book) if book.internal else ()),
    ]


def write(book: Book, sheet: Worksheet, head_row: int, columns: Sequence[Column[CriterionPart]]) -> int:
    """Write table, totals, legend and chart; gives the row after them."""
    placed = grid(book, sheet, "Criteria", head_row, columns, book.picture.criteria)
    _write_totals(book, placed, columns)
    if not book.internal:
        return placed.last + 2
    _make_live(book, placed)
    _write_legend(book, sheet, placed.last + 3)
    row = placed.last + 5
    sheet.row_breaks.append(Break(id=row - 1))
    put(book, sheet, row, 1, book.language.text("Averages of the seven criteria"), "heading")
    radar.add(book, placed, row + 1, _name_head(book), _chart_lines(book))
    return row + 1 + radar.ROWS


def _ratings(book: Book) -> list[Column[CriterionPart]]:
    text, parts = book.language.text, book.picture.criteria
    target: Column[CriterionPart] = Column(text("Target"), 11, lambda part: part.target, "number")
    before: Column[CriterionPart] = Column(text("Before"), 9, lambda part: part.average_before, "average before")
    decision_before: Column[CriterionPart] = Column(
        text("Fulfilment before"), 13, lambda part: part.decision_before, "centre muted"
    )
    return [
        Column(_average_head(book), 10, _average, "average"),
        Column(text("Level"), 15, _level),
        Column(_rated_head(book), 14, _rated, "number"),
        Column(_bar_head(book), 20, _bar),
        *([target] if any(part.target is not None for part in parts) else ()),
        *([before, decision_before] if book.picture.compared_with else ()),
    ]


def _levels(book: Book) -> list[Column[CriterionPart]]:
    """What an outgoing workbook says instead of ratings: where a criterion is met, and who can prove it."""
    text = book.language.text
    return [
        Column(text("Met at"), 26, lambda part: part.met_at),
        Column(text("Proof held by"), 30, lambda part: part.proof_holder),
    ]


def _average_head(book: Book) -> str:
    return book.language.text("Average")


def _rated_head(book: Book) -> str:
    return book.language.text("Rated")


def _bar_head(book: Book) -> str:
    return book.language.text("Average, 0 to 5")


def _actions_head(book: Book) -> str:
    return book.language.text("Open actions")


def _name_head(book: Book) -> str:
    return book.language.text("Name in the chart")


def _line_head(book: Book) -> str:
    return book.language.text("Average in the chart")


def _asked(part: CriterionPart) -> bool:
    """Whether the questions count; they do not where a criterion is not relevant."""
    return part.score is not None and part.score.total > 0


def _mean(part: CriterionPart) -> float | None:
    return part.score.average if part.score else None


def _average(part: CriterionPart) -> Value:
    """Unrounded, so that colour and level follow the average itself; one decimal is shown, half up."""
    mean = _mean(part)
    formula = f'IFERROR(AVERAGEIFS({answers.RATINGS},{answers.CRITERIA},$A{{row}}),"")'
    return Formula(formula, "" if mean is None else mean) if _asked(part) else None


def _level(part: CriterionPart) -> Value:
    formula = f'IF(ISNUMBER(D{{row}}),INDEX({RATING_WORDS},ROUND(D{{row}},0)+1),"")'
    return Formula(formula, part.level_words) if _asked(part) else part.decision_words


def _rated(part: CriterionPart) -> Value:
    formula = f'COUNTIFS({answers.CRITERIA},$A{{row}},{answers.RATINGS},">=0")'
    return Formula(formula, part.score.rated) if part.score and _asked(part) else None


def _bar(part: CriterionPart) -> Value:
    mean = _mean(part)
    return Formula('IF(ISNUMBER(D{row}),D{row},"")', "" if mean is None else mean) if _asked(part) else None


def _jumps(book: Book) -> list[Column[CriterionPart]]:
    """The way to the answers and to Table 12 of each criterion."""
    text = book.language.text
    table = table12.first_title(book)
    to_table: Column[CriterionPart] = Column(
        text("Go to the table"), 11, lambda part: Jump(text("Table 12"), _at(table, HEAD_ROW + part.number)), "link"
    )
    to_answers: Column[CriterionPart] = Column(
        text("Go to"),
        11,
        lambda part: Jump(text("Answers"), _at(answers.title(book), answers.first_row(book.picture, part))),
        "link",
    )
    return [to_answers, to_table] if book.internal else [to_table]


def _at(title: str, row: int) -> str:
    return f"{quote_sheetname(title)}!A{row}"


def _for_chart(book: Book) -> list[Column[CriterionPart]]:
    """Hidden columns: short names, and averages that leave a gap in the chart where nothing is rated."""
    return [
        Column(_name_head(book), 18, lambda part: part.name, hidden=True),
        Column(
            _line_head(book),
            10,
            lambda part: Formula("IF(ISNUMBER(D{row}),D{row},NA())", _mean(part)),
            "average",
            hidden=True,
        ),
    ]


def _chart_lines(book: Book) -> list[radar.ChartLine]:
    text, parts = book.language.text, book.picture.criteria
    lines = [radar.ChartLine(_line_head(book), text("Average"), "accent", tuple(map(_mean, parts)))]
    before = tuple(part.average_before for part in parts)
    if any(mean is not None for mean in before):
        lines.append(radar.ChartLine(text("Before"), text("Before"), "previous", before))
    return lines


def _make_live(book: Book, placed: Placed) -> None:
    sheet, average = placed.sheet, _average_head(book)
    score_colors(sheet, placed.cells(average), placed.top(average))
    bars(sheet, placed.cells(_bar_head(book)))
    asked = [part.score.total if part.score else 0 for part in book.picture.criteria]
    for row, total in enumerate((*asked, sum(asked)), start=placed.first):
        sheet.cell(row, placed.numbers[_rated_head(book)]).number_format = counted(
            book.language.text("{n} of {total} rated", n=PLACE, total=total)
        )


def _write_totals(book: Book, placed: Placed, columns: Sequence[Column[CriterionPart]]) -> None:
    """The line under the table. It has no average: the law asks for every criterion, not for a mean."""
    row, parts, tally = placed.last + 1, book.picture.criteria, book.picture.tally_words
    for column in range(1, visible(columns) + 1):
        put(book, placed.sheet, row, column, None, "total")
    put(book, placed.sheet, row, 2, book.language.text("All criteria"), "total")
    put(book, placed.sheet, row, 3, tally, "total")
    sums = {_actions_head(book): sum(not action.done for part in parts for action in part.actions)}
    if book.internal:
        sums[_rated_head(book)] = sum(part.score.rated for part in parts if part.score)
    for head, total in sums.items():
        formula = Formula(f"SUM({placed.cells(head)})", total)
        put(book, placed.sheet, row, placed.numbers[head], formula, "total number")
    fit(placed.sheet, row, [(tally, 15)])


def _write_legend(book: Book, sheet: Worksheet, row: int) -> None:
    """The six levels in their colours."""
    put(book, sheet, row, 2, book.language.text("Scale"), "lead")
    levels = book.picture.catalogue.wording(book.language.code).levels
    for level, (words, color) in enumerate(zip(levels, tokens().scores, strict=True)):
        put(book, sheet, row, _LEGEND_FROM + level, f"{level} {words}", "legend")
        cell = sheet.cell(row, _LEGEND_FROM + level)
        cell.fill, cell.font = solid(color.fill), Font(name=FONT, size=SIZE, color=argb(color.text))
    fit(sheet, row, [(words, 8) for words in levels])

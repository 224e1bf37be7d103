"""What cells do by themselves: colours of the scale, bars, drop-down lists."""

from __future__ import annotations

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.basics.language import Language
from s3desk.figures.palette import tokens
from s3desk.formats.excel.styles import argb, solid

BAR = "#9DB6DB"
"""The accent made lighter, so that a bar does not outweigh the words beside it."""


def score_colors(sheet: Worksheet, cells: str, first: str) -> None:
    """Colour ratings and averages by the nearest level, half up; empty cells and words stay as they are."""
    for level, color in enumerate(tokens().scores):
        look = DifferentialStyle(font=Font(bold=True, color=argb(color.text)), fill=solid(color.fill))
        _add(sheet, cells, f"AND(ISNUMBER({first}),ROUND({first},0)={level})", look)


def words_grey(sheet: Worksheet, cells: str, first: str) -> None:
    """Show words in a column of ratings ("N/A") more quietly than figures."""
    _add(sheet, cells, f"ISTEXT({first})", DifferentialStyle(font=Font(color=argb(tokens().color("muted")))))


def _add(sheet: Worksheet, cells: str, formula: str, look: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(cells, Rule("expression", formula=[formula], dxf=look))


def bars(sheet: Worksheet, cells: str, most: int = 5) -> None:
    """Bars from 0 to the highest level, without the figure, in a neutral colour."""
    ends = [FormatObject("num", 0), FormatObject("num", most)]
    bar = DataBar(minLength=0, maxLength=100, showValue=False, cfvo=ends, color=Color(argb(BAR)))
    sheet.conditional_formatting.add(cells, Rule("dataBar", dataBar=bar))


def drop_down(sheet: Worksheet, cells: str, name: str, language: Language) -> None:
    """Offer the values of a named list; anything else is refused with a sentence."""
    validation = DataValidation(type="list", formula1=name, allow_blank=True, showErrorMessage=True)
    validation.error = language.text("Choose a value from the list of this cell.")
    validation.add(cells.replace("$", ""))
    sheet.add_data_validation(validation)

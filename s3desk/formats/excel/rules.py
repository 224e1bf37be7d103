"""What cells do by themselves: colours of the scale, bars, drop-down lists."""

from __future__ import annotations

from openpyxl.formatting.rule import DataBarRule, FormulaRule
from openpyxl.styles import Font
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
        rule = FormulaRule(
            [f"AND(ISNUMBER({first}),ROUND({first},0)={level})"],
            fill=solid(color.fill),
            font=Font(bold=True, color=argb(color.text)),
        )
        sheet.conditional_formatting.add(cells, rule)


def words_grey(sheet: Worksheet, cells: str, first: str) -> None:
    """Show words in a column of ratings ("N/A") more quietly than figures."""
    rule = FormulaRule([f"ISTEXT({first})"], font=Font(color=argb(tokens().color("muted"))))
    sheet.conditional_formatting.add(cells, rule)


def bars(sheet: Worksheet, cells: str, most: int = 5) -> None:
    """Bars from 0 to the highest level, without the figure, in a neutral colour."""
    rule = DataBarRule("num", 0, "num", most, argb(BAR), showValue=False, minLength=0, maxLength=100)
    sheet.conditional_formatting.add(cells, rule)


def drop_down(sheet: Worksheet, cells: str, name: str, language: Language) -> None:
    """Offer the values of a named list; anything else is refused with a sentence."""
    validation = DataValidation(type="list", formula1=f"={name}", allow_blank=True, showErrorMessage=True)
    validation.errorTitle = language.text("Choose from the list")
    validation.error = language.text("This cell takes only values from its list.")
    validation.add(cells.replace("$", ""))
    sheet.add_data_validation(validation)

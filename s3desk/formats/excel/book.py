"""The workbook while it is being made, with the names of its sheets and what its formulas give."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.queries.picture import ReportPicture

Result = str | int | float | None

_LONGEST_TITLE = 31
_NOT_IN_TITLES = re.compile(r"[\x00-\x1f\[\]:*?/\\\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Book:
    """What every sheet is made from and into.

    `results` holds, by sheet title and cell, what each formula gives, so that previewers show it too,
    `alternatives` what charts say in words, in their order, `styles` what a cell gets for each look on a ground,
    `fields` by sheet title and column letter the head and field of what comes back.
    """

    picture: ReportPicture
    workbook: Workbook
    results: dict[tuple[str, str], Result] = field(default_factory=dict)
    alternatives: list[str] = field(default_factory=list)
    styles: dict[tuple[str, str], StyleArray] = field(default_factory=dict)
    fields: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self.picture.language

    @property
    def internal(self) -> bool:
        """Whether ratings and working texts are shown, and cells may be filled in."""
        return self.picture.profile is Profile.INTERNAL


def new_book(picture: ReportPicture) -> Book:
    """A workbook without sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return Book(picture, workbook)


def add_sheet(book: Book, title: str) -> Worksheet:
    """A new last sheet; its title is made safe and unique."""
    sheet: Worksheet = book.workbook.create_sheet(free_title(title, book.workbook.sheetnames))
    sheet.sheet_view.showGridLines = False
    return sheet


def free_title(wanted: str, taken: list[str]) -> str:
    """The wanted title without forbidden characters, 31 characters at most, different from those taken."""
    known = {title.casefold() for title in taken}
    base = " ".join(_NOT_IN_TITLES.sub(" ", wanted).split()).strip(" '")
    number, suffix = 1, ""
    while (title := _short(base, _LONGEST_TITLE - _units(suffix)) + suffix).casefold() in known:
        number += 1
        suffix = f" ({number})"
    return title


def _short(text: str, units: int) -> str:
    while _units(text) > units:
        text = text[:-1]
    return text.rstrip(" '")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def reference(sheet: Worksheet, cells: str) -> str:
    """Cells of a sheet as formulas name them: "'Table 12'!$A$2:$A$9"."""
    return f"{quote_sheetname(sheet.title)}!{cells}"


def define(book: Book, name: str, sheet: Worksheet, cells: str) -> None:
    """Give cells a name that formulas and drop-down lists use."""
    book.workbook.defined_names[name] = DefinedName(name, attr_text=reference(sheet, cells))

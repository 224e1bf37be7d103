"""Reads the cells of a workbook that others made or filled in. Only values are looked at; nothing in it is run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from s3desk.basics.errors import KnownError
from s3desk.basics.language import message
from s3desk.formats import gate

_SECONDS = 20
_MOST_EVENTS = 2_500_000
_MOST_ROWS = 100_000
_MOST_SHEETS = 100

_SAVE_AGAIN = message("Save it as an Excel workbook (.xlsx) and try again.")
_AGAIN = message("Ask the sender for the file again.")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    BadZipFile,
    ParseError,
    DefusedXmlException,
    LookupError,
    ValueError,
    TypeError,
    ArithmeticError,
    EOFError,
    RuntimeError,
)
"""What damaged files make of zip, XML, numbers and dates; an unknown code of letters is a lookup error."""

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something. Of a formula only its text is kept; `error` tells a "#N/A" apart from a text."""

    value: Value
    formula: bool = False
    error: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet by row and column letter, and the ranges in which cells are merged."""

    title: str
    rows: Mapping[int, Mapping[str, Cell]]
    merged: tuple[tuple[int, int, int, int], ...]


def read(content: bytes, name: str) -> tuple[Sheet, ...]:
    """All sheets in their order. Raises `KnownError` for what is no workbook, or not one that may be read."""
    _check_kind(content, name)
    package = gate.Timed(content, _SECONDS)
    try:
        _check_parts(gate.check_package(package, name), name)
        with ZipFile(package) as opened:
            return _Reader(opened, name).sheets()
    except gate.TookTooLongError:
        raise KnownError(
            "Reading {name} takes too long, so it was stopped. Nothing was changed.", _AGAIN, name=name
        ) from None
    except _BROKEN as reason:
        raise KnownError("{name} is damaged and cannot be read. Nothing was changed.", _AGAIN, name=name) from reason


def _check_kind(content: bytes, name: str) -> None:
    gate.check_size(len(content), gate.LARGEST_WORKBOOK, name)
    if not content:
        raise KnownError("{name} is empty. Nothing was changed.", _AGAIN, name=name)
    if content.startswith(_OLD):
        if _LOCKED in content:
            raise gate.protected(name)
        raise KnownError("{name} is a workbook of an old form. Nothing was changed.", _SAVE_AGAIN, name=name)
    if not content.startswith(b"PK\x03\x04"):
        raise KnownError("{name} is not an Excel workbook. Nothing was changed.", _SAVE_AGAIN, name=name)


def _check_parts(parts: frozenset[str], name: str) -> None:
    if any(part.casefold().endswith("vbaproject.bin") for part in parts):
        raise KnownError(
            "{name} holds macros, which S3 Desk never reads. Nothing was changed.",
            "Save it as an Excel workbook without macros (.xlsx) and try again.",
            name=name,
        )
    if "xl/workbook.xml" not in parts:
        raise KnownError("{name} is not an Excel workbook. Nothing was changed.", _SAVE_AGAIN, name=name)


class _Reader:
    """Goes through the parts of one workbook, each element once; too many of them end it."""

    def __init__(self, opened: ZipFile, name: str) -> None:
        self._opened, self._name = opened, name
        self._events = 0

    def sheets(self) -> tuple[Sheet, ...]:
        targets = self._targets()
        listed, epoch = self._listed()
        strings = self._strings(targets.get("sharedStrings", ""))
        dates = self._date_styles(targets.get("styles", ""))
        make = _Cells(strings, dates, epoch)
        return tuple(self._sheet(title, targets[key], make) for title, key in listed if key in targets)

    def _elements(self, part: str, inside: str = "") -> Iterator[tuple[bool, str, Element]]:
        """Begin and end of each element; what was gone through is let go, but within elements named `inside`."""
        if part not in self._opened.namelist():
            return
        stack: list[Element] = []
        within = 0
        with self._opened.open(part) as file:
            for event, element in iterparse(file, ("start", "end"), forbid_dtd=True):
                self._count()
                name, begins = element.tag.rpartition("}")[2], event == "start"
                within += (name == inside) * (1 if begins else -1)
                if begins:
                    stack.append(element)
                    yield True, name, element
                    continue
                yield False, name, element
                stack.pop()
                if not within and stack:
                    stack[-1].remove(element)

    def _count(self) -> None:
        self._events += 1
        if self._events > _MOST_EVENTS:
            raise self._too_much()

    def _too_much(self) -> KnownError:
        return KnownError("{name} holds more cells than any workbook. Nothing was changed.", _AGAIN, name=self._name)

    def _targets(self) -> dict[str, str]:
        """Where the parts lie: sheets by their key, all others by the end of their kind."""
        found = {}
        for begins, name, element in self._elements("xl/_rels/workbook.xml.rels"):
            if begins and name == "Relationship" and element.get("TargetMode") != "External":
                target = element.get("Target", "")
                kind = element.get("Type", "").rpartition("/")[2]
                path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                found[element.get("Id", "") if kind == "worksheet" else kind] = path
        return found

    def _listed(self) -> tuple[list[tuple[str, str]], datetime]:
        """Title and key of each sheet, and the day from which dates are counted."""
        found, epoch = [], WINDOWS_EPOCH
        for begins, name, element in self._elements("xl/workbook.xml"):
            if begins and name == "workbookPr" and element.get("date1904") in ("1", "true"):
                epoch = MAC_EPOCH
            if begins and name == "sheet":
                key = next((value for key, value in element.items() if key.endswith("}id")), "")
                found.append((element.get("name", ""), key))
        titles = {title.casefold() for title, _ in found}
        if len(titles) < len(found) or len(found) > _MOST_SHEETS:
            raise KnownError("{name} has sheets of the same name. Nothing was changed.", _AGAIN, name=self._name)
        return found, epoch

    def _strings(self, part: str) -> list[str]:
        return [_text(one) for begins, name, one in self._elements(part, "si") if name == "si" and not begins]

    def _date_styles(self, part: str) -> frozenset[int]:
        """The numbers of the styles that show a number as a date."""
        formats, found, within = dict(BUILTIN_FORMATS), [], False
        for begins, name, element in self._elements(part):
            if name == "cellXfs":
                within = begins
            if begins and name == "numFmt":
                formats[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
            if begins and name == "xf" and within:
                found.append(formats.get(int(element.get("numFmtId", "0")), ""))
        return frozenset(number for number, code in enumerate(found) if is_date_format(code))

    def _sheet(self, title: str, part: str, make: Callable[[Element], Cell | None]) -> Sheet:
        rows: dict[int, dict[str, Cell]] = {}
        merged, row, last = [], 0, ""
        for begins, name, element in self._elements(part, "c"):
            if begins and name == "row":
                row, last = int(element.get("r", row + 1)), ""
            elif begins and name == "mergeCell":
                merged.append(_bounds(element.get("ref", "")))
            elif name == "c" and not begins and (cell := make(element)) is not None:
                last = _letters(element.get("r", ""), last)
                rows.setdefault(row, {})[last] = cell
                if len(rows) > _MOST_ROWS:
                    raise self._too_much()
        return Sheet(title, rows, tuple(merged))


class _Cells:
    """Makes values of the elements of cells."""

    def __init__(self, strings: list[str], dates: frozenset[int], epoch: datetime) -> None:
        self._strings, self._dates, self._epoch = strings, dates, epoch

    def __call__(self, element: Element) -> Cell | None:
        kind, parts = element.get("t", "n"), {child.tag.rpartition("}")[2]: child for child in element}
        if "f" in parts:
            return Cell(f"={parts['f'].text or ''}", formula=True)
        shown = (parts["v"].text or "") if "v" in parts else ""
        if "is" in parts:
            shown = _text(parts["is"])
        if kind == "s" and shown:
            shown = self._strings[int(shown)]
        if not shown:
            return None
        value: Value = shown
        if kind == "n":
            value = self._number(shown, int(element.get("s", "0")))
        elif kind == "d":
            value = _day_or_moment(datetime.fromisoformat(shown))
        elif kind == "b":
            value = shown == "1"
        return Cell(value, error=kind == "e")

    def _number(self, shown: str, style: int) -> Value:
        number = float(shown)
        if style not in self._dates:
            return int(number) if number.is_integer() else number
        found: Any = from_excel(number, self._epoch)
        if isinstance(found, datetime):
            return _day_or_moment(found)
        return found if isinstance(found, date) else str(found)


def _day_or_moment(found: datetime) -> date:
    return found.date() if found.time() == time() else found.replace(microsecond=0, tzinfo=None)


def _text(element: Element) -> str:
    """The words of a text in runs; how they are pronounced stands in runs of its own."""
    parts = []
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts += [one.text or "" for one in child if one.tag.endswith("}t")]
    return "".join(parts)


def _letters(place: str, last: str) -> str:
    """The column of a cell; one that names none stands right of the last."""
    if found := re.match("[A-Z]{1,3}", place):
        return found[0]
    from openpyxl.utils import column_index_from_string, get_column_letter

    return get_column_letter(column_index_from_string(last) + 1) if last else "A"


def _bounds(cells: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(cells)
    return left or 0, top or 0, right or 0, bottom or 0

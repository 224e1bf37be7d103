"""Turns the workbook into a file: what formulas give is written beside them, and equal content gives equal bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from s3desk.formats.excel.book import Book, Result
from s3desk.formats.excel.cells import safe
from s3desk.formats.excel.page import book_title
from s3desk.formats.excel.solid_bars import with_solid_bars

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v ?/?>(?:</v>)?</c>')
_PROGRAM = re.compile(b"<Application>[^<]*</Application>")
"""Where openpyxl claims to be compatible with Excel; with the true name LibreOffice computes formulas itself."""


def save(book: Book, path: Path) -> None:
    """Write the workbook; all times in it are the picture's."""
    _describe(book)
    with _Archive(book, path) as archive:
        ExcelWriter(book.workbook, archive).write_data()


class _Archive(ZipFile):
    """The file that openpyxl writes into: each part is completed on its way in."""

    def __init__(self, book: Book, path: Path) -> None:
        super().__init__(path, "w", ZIP_DEFLATED)
        self._finish, self._moment = _finisher(book), book.picture.head.made_at.timetuple()[:6]

    def writestr(self, name: str, content: str | bytes) -> None:  # type: ignore[override]
        """A part from memory."""
        whole = content.encode() if isinstance(content, str) else content
        super().writestr(ZipInfo(name, self._moment), self._finish(name, whole), ZIP_DEFLATED)

    def write(self, source: str, name: str) -> None:  # type: ignore[override]
        """A part that openpyxl wrote into a file of its own: a sheet."""
        self.writestr(name, Path(source).read_bytes())


def _describe(book: Book) -> None:
    head, properties = book.picture.head, book.workbook.properties
    properties.creator = properties.lastModifiedBy = "S3 Desk"
    properties.title = safe(book_title(book), book.language)
    properties.subject = safe(head.condition_title, book.language)
    properties.description = book.language.text("Check code {code}", code=book.picture.check_code)
    properties.language = book.language.code
    properties.created = properties.modified = head.made_at


def _results_by_part(book: Book) -> dict[str, dict[str, Result]]:
    """What formulas give, by the file inside the workbook that holds their sheet."""
    parts = {sheet.title: f"xl/worksheets/sheet{number}.xml" for number, sheet in enumerate(book.workbook, start=1)}
    found: dict[str, dict[str, Result]] = {part: {} for part in parts.values()}
    for (title, cell), result in book.results.items():
        found[parts[title]][cell] = result
    return found


def _finisher(book: Book) -> Callable[[str, bytes], bytes]:
    """What completes each file inside the workbook."""
    results = _results_by_part(book)

    def finished(name: str, content: bytes) -> bytes:
        if name == "docProps/app.xml":
            return _PROGRAM.sub(b"<Application>S3 Desk</Application>", content)
        if name.startswith("xl/drawings/drawing"):
            return _with_alternatives(content.decode(), book.alternatives).encode()
        if results.get(name):
            return with_solid_bars(_with_results(content.decode(), results[name])).encode()
        return content

    return finished


def _with_alternatives(xml: str, alternatives: Sequence[str]) -> str:
    """The drawing with each chart's text for readers who do not see it."""
    for number, words in enumerate(alternatives, start=1):
        name = f'name="Chart {number}"'
        xml = xml.replace(name, f"{name} descr={quoteattr(words)}")
    return xml


def _with_results(xml: str, results: Mapping[str, Result]) -> str:
    """The sheet with the result after each formula: openpyxl leaves its place empty."""

    def filled(match: re.Match[str]) -> str:
        cell, attributes, formula = match.groups()
        kind, shown = _as_xml(results[cell])
        return f'<c r="{cell}"{attributes}{kind}>{formula}<v>{shown}</v></c>'

    return _FORMULA.sub(filled, xml)


def _as_xml(result: Result) -> tuple[str, str]:
    match result:
        case None:
            return ' t="e"', "#N/A"
        case str():
            return ' t="str"', escape(result)
    return "", repr(result)


def check(path: Path) -> None:
    """Open a written workbook and look at each sheet. Raises ValueError when something is missing."""
    try:
        with path.open("rb") as source:
            workbook = load_workbook(source, read_only=True)
            empty = [sheet.title for sheet in workbook.worksheets if not sheet.max_row]
            workbook.close()
    except (BadZipFile, KeyError) as reason:
        raise ValueError(f"{path.name} is not a whole workbook") from reason
    if empty or not workbook.sheetnames:
        raise ValueError(f"{path.name} has sheets without rows: {empty}")

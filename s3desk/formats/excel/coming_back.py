"""A workbook that comes back: which of its cells were changed since it was written, and what the file says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl.utils import column_index_from_string, get_column_letter

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages, message
from s3desk.basics.progress import Progress, no_progress
from s3desk.domain.profile import Profile
from s3desk.formats import gate
from s3desk.formats.excel import prints, reading
from s3desk.formats.excel.book import new_book
from s3desk.formats.excel.comparing import Comparison, as_text, plain_text
from s3desk.formats.excel.reading import Cell, Sheet
from s3desk.formats.excel.sheets import actions, answers, evidence
from s3desk.formats.excel.sheets.lists import FIELD_HEADS, FIELDS_FROM, FORMAT_NAME, FORMAT_VERSION, PRINTS_FROM
from s3desk.queries import proposals, report
from s3desk.queries.filled import Filled
from s3desk.queries.picture import ReportPicture
from s3desk.queries.proposals import ProposalPicture
from s3desk.queries.report import Source

_FACTS = (
    "profile", "language", "catalogue", "catalogue version", "catalogue digest", "digest", "check code", "made at",
    "assessment", "check", "about",
)  # fmt: skip
_LONGEST_FACT = 300
_AS_WRITTEN = message("Use the workbook as S3 Desk wrote it, with all its sheets.")
_NOTHING = Cell(None)


class WithoutFactsError(KnownError):
    """A workbook without the hidden sheet by which it comes back."""


def read(path: Path, progress: Progress = no_progress) -> Filled:
    """What was changed in a workbook. Raises `KnownError` for one that is foreign, damaged or newer."""
    progress(0, 2, path.name)
    content = gate.content(path)
    progress(1, 2, path.name)
    found = from_bytes(content, path.name)
    progress(2, 2)
    return found


def from_bytes(content: bytes, name: str) -> Filled:
    """The same for the content of a workbook of this name."""
    sheets = reading.read(content, name)
    lists = next((sheet for sheet in reversed(sheets) if _fact(sheet, "format") == FORMAT_NAME), None)
    if lists is None:
        raise _without_facts(name)
    _check_facts(lists, name)
    by_title = {sheet.title: sheet for sheet in sheets}
    fields, facts = _fields(lists), {key: _fact(lists, key) for key in _FACTS}
    if fields and not fields.keys() & by_title.keys():
        raise KnownError(
            "{name} has none of the sheets that can be filled in. Nothing was changed.", _AS_WRITTEN, name=name
        )
    comparison = Comparison(facts["digest"])
    for title, rows in _prints(lists).items():
        if title in by_title:
            comparison.compare(by_title[title], fields.get(title, {}), rows)
        else:
            comparison.missing.append(title)
    return Filled(
        name, facts, tuple(comparison.cells), tuple(comparison.grey), tuple(comparison.missing), comparison.prints
    )


def proposed(filled: Filled, source: Source, language: Language) -> ProposalPicture:
    """What a workbook proposes to the file it belongs to. Raises `KnownError` when it belongs to another one."""
    proposals.check_belonging(filled, source.catalogue, source.content)
    now = report.picture(source, report.Options(Profile.INTERNAL, Language(filled.language)))
    return proposals.picture(filled, _overtaken(filled, now), source.catalogue, source.content, language)


def _overtaken(filled: Filled, picture: ReportPicture) -> frozenset[tuple[str, str]]:
    """Fields and keys of those cells that the file would fill differently now than when the workbook was written."""
    book = new_book(picture)
    for part in (answers, evidence, actions):
        part.add(book)
    now: dict[tuple[str, str], str] = {}
    for sheet in book.workbook.worksheets:
        columns = book.fields[sheet.title]
        for line in prints.lines(sheet, columns, filled.facts["digest"]):
            key, found = prints.read_line(line)
            now |= {(columns[letter][1], plain_text(key)): one for letter, one in found.items()}
    return frozenset(
        (cell.field, cell.key)
        for cell in filled.cells
        if now.get((cell.field, cell.key), "") != filled.prints.get((cell.field, cell.key), "")
    )


def _fact(lists: Sheet, key: str) -> str:
    """A fact of the hidden sheet; what a file says about itself is kept short."""
    for row in lists.rows.values():
        if row.get("A", _NOTHING).value == key:
            return plain_text(str(row.get("B", Cell("")).value))[:_LONGEST_FACT]
    return ""


def _check_facts(lists: Sheet, name: str) -> None:
    version = _fact(lists, "version")
    if not version.isdecimal() or int(version) > FORMAT_VERSION:
        raise KnownError(
            "{name} was written by a newer version of S3 Desk. Nothing was changed.",
            "Ask for the newer version, or for a workbook of the older one.",
            name=name,
        )
    if _fact(lists, "profile") not in list(Profile) or _fact(lists, "language") not in available_languages():
        raise _without_facts(name)


def _without_facts(name: str) -> WithoutFactsError:
    return WithoutFactsError(
        "{name} does not say which assessment it belongs to. Nothing was changed.", _AS_WRITTEN, name=name
    )


def _fields(lists: Sheet) -> dict[str, dict[str, tuple[str, str]]]:
    """By sheet and column letter: the head of the column, and the field that comes back from it."""
    letters = [get_column_letter(FIELDS_FROM + place) for place in range(len(FIELD_HEADS))]
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in list(_below_heads(lists)):
        title, letter, head, field_name = (as_text(row.get(one)) for one in letters)
        if title and letter:
            found.setdefault(title, {})[letter] = (head, field_name)
    return found


def _prints(lists: Sheet) -> dict[str, dict[str, dict[str, str]]]:
    """By sheet and key of the row: the prints by column."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for letter, cell in lists.rows.get(1, {}).items():
        if column_index_from_string(letter) >= PRINTS_FROM:
            lines = (as_text(row.get(letter)) for row in _below_heads(lists))
            found[as_text(cell)] = dict(prints.read_line(line) for line in lines if line)
    return found


def _below_heads(lists: Sheet) -> Iterator[Mapping[str, Cell]]:
    return (row for number, row in lists.rows.items() if number > 1)

"""Recomputes the check code of what left, and compares it with every code, and the cells of a workbook, in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, message
from s3desk.formats import data, gate, incoming
from s3desk.queries.data import short_code
from s3desk.queries.filled import Filled

if TYPE_CHECKING:
    from s3desk.formats.pdf.reading import CarriedBack

_CODE = re.compile(rb"<dc:description\b[^<>]*>[^<]{0,200}?((?:[0-9A-F]{4}-){2}[0-9A-F]{4})</dc:description>")
_LARGEST_PROPERTIES = 100_000
_MOST_NAMED = 100
_WORKBOOK = b"xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Named:
    """A code that a file names: where, which one, and what the data give."""

    place: str
    code: str
    computed: str

    @property
    def agrees(self) -> bool:
        """Whether it is the code of the data."""
        return self.code == self.computed


@dataclass(frozen=True, slots=True)
class Changed:
    """What is not as it was written in a workbook: white cells, which are meant for it, others, and what is gone."""

    white: tuple[str, ...] = ()
    grey: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.white or self.grey or self.missing)


@dataclass(frozen=True, slots=True)
class Verified:
    """The check code of the data in a file, every code that the file names beside them, and what its workbook says.

    `cells` is None where there is no workbook; `alone` says that the file is one.
    """

    code: str
    named: tuple[Named, ...]
    cells: Changed | None = None
    alone: bool = False

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.cells and all(one.agrees for one in self.named)


def verify(path: Path, language: Language) -> Verified:
    """Recompute the check code of a PDF report, data file or workbook. Raises `KnownError` for what has none."""
    found = gate.content(path)
    if found.startswith(b"PK") and _WORKBOOK in found:
        return _workbook(found, path.name, language)
    if not gate.is_pdf(found):
        gate.check_kind(found, path.name)
        code, _ = data.codes(found, path.name)
        return Verified(code, ())
    from s3desk.formats.pdf import reading

    carried = reading.read(found, path.name)
    code, digest = data.codes(carried.data, path.name)
    text = language.text
    return Verified(
        code,
        (
            Named(text("Check code of the report"), carried.code, code),
            Named(text("Full digest in the report"), carried.identifier, f"sha256:{digest}"),
            Named(text("Check code of the workbook inside"), _code_of(carried.workbook or b""), code),
            *_copies(carried, path.name, language),
        ),
        _cells_inside(carried.workbook, path.name),
    )


def _copies(carried: CarriedBack, name: str, language: Language) -> Iterator[Named]:
    """How many copies of evidence the report carries, and how many of them the data name by their digest."""
    if carried.copies:
        records = data.from_bytes(carried.data, name).records
        known = len(list(incoming.named_copies(carried.copies, records)))
        yield Named(language.text("Copies of evidence inside"), str(len(carried.copies)), str(known))


def _workbook(found: bytes, name: str, language: Language) -> Verified:
    """The codes of a workbook against the digest from which it was written, and each cell against its print."""
    from s3desk.formats.excel import coming_back

    try:
        filled = coming_back.from_bytes(found, name)
    except coming_back.WithoutFactsError:
        _refuse_workbook(found, name)
        raise
    code = short_code(filled.facts["digest"])
    text = language.text
    named = (
        Named(text("Check code in the properties"), _code_of(found), code),
        Named(text("Check code in the hidden sheet"), filled.facts["check code"], code),
    )
    return Verified(code, named, _changed(filled), alone=True)


def _cells_inside(workbook: bytes | None, name: str) -> Changed | None:
    """The cells of the workbook inside a report; one that cannot be read is missing."""
    from s3desk.formats.excel import coming_back

    if workbook is None:
        return None
    try:
        return _changed(coming_back.from_bytes(workbook, name))
    except KnownError:
        return None


def _changed(filled: Filled) -> Changed:
    return Changed(tuple(cell.place for cell in filled.cells), filled.grey, filled.missing)


def sentences(verified: Verified, language: Language) -> Iterator[str]:
    """What was found, line by line; what it means comes last."""
    text = language.text
    yield text("Check code of the data: {code}", code=verified.code)
    for one in verified.named:
        values = {"place": one.place, "code": one.code, "computed": one.computed}
        if one.agrees:
            yield text("{place}: agrees", **values)
        elif one.code:
            yield text("{place}: differs. It is {code}, the data give {computed}", **values)
        else:
            yield text("{place}: missing", **values)
    if verified.cells is not None:
        yield from _cell_sentences(verified.cells, language)
    yield _meaning(verified, language)
    yield text("This is not a signature. It does not say who made the file.")


def _cell_sentences(cells: Changed, language: Language) -> Iterator[str]:
    """Each cell that is not as it was written; of very many only the first."""
    text = language.text
    for places, sentence in (
        (cells.grey, message("{place}: changed")),
        (cells.missing, message("{place}: missing")),
        (cells.white, message("{place}: filled in")),
    ):
        for place in places[:_MOST_NAMED]:
            yield text(sentence, place=gate.printable(place))
        if (rest := len(places) - _MOST_NAMED) > 0:
            yield language.plural("{n} more", "{n} more", rest)


def _meaning(verified: Verified, language: Language) -> str:
    if not verified.named:
        return language.text("Compare it with the code that is printed on the report.")
    if verified.alone and verified.cells and all(one.agrees for one in verified.named):
        if verified.cells.grey or verified.cells.missing:
            return language.text("Cells were changed after the workbook was written.")
        return language.text("Only white cells were filled in; everything else is as it was written.")
    if verified.agrees and verified.alone:
        return language.text("Every cell is as it was written.")
    if verified.agrees:
        return language.text("Report, workbook and data name the same check code.")
    return language.text("Something was changed after the report was made. Ask the sender for the report again.")


def _refuse_workbook(found: bytes, name: str) -> None:
    if code := _code_of(found):
        raise KnownError(
            "{name} is a workbook with the check code {code}. A workbook alone cannot be verified.",
            "Verify its report or data file and compare the codes.",
            name=name,
            code=code,
        )


def _code_of(workbook: bytes) -> str:
    """The code that stands in the properties of a workbook; empty where there is none."""
    too_large = len(workbook) > gate.LARGEST_WORKBOOK
    properties = None if too_large else gate.member(workbook, "docProps/core.xml", _LARGEST_PROPERTIES)
    found = _CODE.search(properties or b"")
    return found[1].decode() if found else ""

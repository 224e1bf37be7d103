"""Recomputes the check code of a report or data file and compares it with every code that the file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.formats import data, gate

_CODE = re.compile(rb"<dc:description\b[^<>]*>[^<]{0,200}?((?:[0-9A-F]{4}-){2}[0-9A-F]{4})</dc:description>")
_LARGEST_PROPERTIES = 100_000


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
class Verified:
    """The check code of the data in a file, and every code that the file names beside them."""

    code: str
    named: tuple[Named, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return all(one.agrees for one in self.named)


def verify(path: Path, language: Language) -> Verified:
    """Recompute the check code of a PDF report or data file. Raises `KnownError` for what has none."""
    found = gate.content(path)
    if not gate.is_pdf(found):
        _refuse_workbook(found, path.name)
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
        ),
    )


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
    yield _meaning(verified, language)
    yield text("This is not a signature. It does not say who made the file.")


def _meaning(verified: Verified, language: Language) -> str:
    if not verified.named:
        return language.text("Compare it with the code that is printed on the report.")
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

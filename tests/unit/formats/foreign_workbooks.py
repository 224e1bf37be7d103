"""Workbooks that people choose by mistake or with ill intent: each with the sentence it must meet."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable

Change = Callable[[bytes], bytes]

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRINGS, _ANSWERS = "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"
_BOOK, _LISTS = "xl/workbook.xml", "xl/worksheets/sheet8.xml"
_EVIDENCE = "xl/worksheets/sheet5.xml"
_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
_BILLION = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">' + _LAUGHS + b"]><sst>&l9;</sst>"
_OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>'


def repacked(
    package: bytes, change: Callable[[str, bytes], bytes | None], more: Iterable[tuple[str, bytes]] = ()
) -> bytes:
    """The package with its parts changed, left out (None), and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
        for name, content in more:
            new.writestr(name, content)
    return out.getvalue()


def adding(*more: tuple[str, bytes]) -> Change:
    return lambda package: repacked(package, lambda _, content: content, more)


def instead(part: str, content: bytes) -> Change:
    return lambda package: repacked(package, lambda name, old: content if name == part else old)


def with_strings(content: bytes) -> Change:
    """With a table of strings, as other programs write it."""
    relation = b'<Relationship Id="rId99" Type="x/sharedStrings" Target="sharedStrings.xml"/></Rel'

    def changed(package: bytes) -> bytes:
        return adding((_STRINGS, content))(replacing("xl/_rels/workbook.xml.rels", b"</Rel", relation)(package))

    return changed


def replacing(part: str, before: bytes, after: bytes) -> Change:
    return lambda package: repacked(package, lambda name, old: re.sub(before, after, old) if name == part else old)


def twice(package: bytes) -> bytes:
    """One part under two names that only a reader takes for one."""
    return adding((_BOOK.upper(), b"<x/>"))(package)


def locked(package: bytes) -> bytes:
    """The mark of a password on each part, in both places where a zip package has it."""
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed, start = bytearray(package), 0
        while (start := package.find(head, start)) >= 0:
            changed[start + place] |= 1
            start += 4
        package = bytes(changed)
    return package


def zeros(package: bytes) -> bytes:
    return package[:2000] + b"\0" * 4000 + package[6000:]


def utf16(package: bytes) -> bytes:
    return with_strings(_BILLION.decode().encode("utf-16"))(package)


def sheet(rows: bytes) -> bytes:
    return b"<worksheet " + _MAIN + b"><sheetData>" + rows + b"</sheetData></worksheet>"


def many_rows(_count: int = 150_000) -> bytes:
    return sheet(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % number for number in range(1, _count)))


_EMPTY, _NO_WORKBOOK, _DAMAGED = "is empty", "is not an Excel workbook", "is damaged and cannot be read"
_UNPACKS, _TYPE = "unpacks to more than any workbook", "declares its own document type"
_OUT, _CELLS, _WHOSE = (
    "names files outside itself",
    "holds more cells than any workbook",
    "does not say which assessment",
)

FOREIGN: dict[str, tuple[Change, str]] = {
    "nothing": (lambda _: b"", _EMPTY),
    "a text": (lambda _: b"Dear colleague", _NO_WORKBOOK),
    "a PDF": (lambda _: b"%PDF-1.7\n", _NO_WORKBOOK),
    "an old workbook": (lambda _: _OLD + b"\0" * 5000, "is a workbook of an old form"),
    "with a password": (
        lambda _: _OLD + b"\0" * 5000 + "EncryptedPackage".encode("utf-16-le"), "is protected with a password",
    ),
    "parts with a password": (locked, "is protected with a password"),
    "with macros": (adding(("xl/vbaProject.bin", b"x")), "holds macros, which S3 Desk never reads"),
    "a Word document": (lambda _: adding(("word/document.xml", b"<x/>"))(_no_parts()), _NO_WORKBOOK),
    "half a workbook": (lambda package: package[: len(package) // 2], _DAMAGED),
    "only its beginning": (lambda package: package[:30], _DAMAGED),
    "zeros within": (zeros, _DAMAGED),
    "a part that climbs": (adding(("xl/../../evil.xml", b"<x/>")), _OUT),
    "a part with an absolute place": (adding(("/etc/cron.d/evil", b"x")), _OUT),
    "a part on a drive": (adding(("C:\\evil.exe", b"x")), _OUT),
    "one part twice": (twice, "holds two files of one name inside"),
    "very many parts": (adding(*((f"xl/{n}.xml", b"<x/>") for n in range(1001))), "holds too many files inside"),
    "zeros without end": (adding(("xl/media/image1.png", b"\0" * 101_000_000)), _UNPACKS),
    "spaces without end": (adding(("xl/worksheets/sheet9.xml", b" " * 101_000_000)), _UNPACKS),
    "attributes without end": (
        instead(_ANSWERS, sheet(b"<row " + b"".join(b'a%d="" ' % n for n in range(5_100_000)) + b"/>")), _UNPACKS,
    ),
    "billion laughs": (with_strings(_BILLION), _TYPE),
    "billion laughs in another code": (utf16, _TYPE),
    "an entity from outside": (instead(_BOOK, _OUTSIDE), _TYPE),
    "rows without end": (instead(_ANSWERS, many_rows()), _CELLS),
    "empty rows without end": (instead(_ANSWERS, sheet(b"<row/>" * 1_500_000)), _CELLS),
    "cells without end": (instead(_ANSWERS, sheet(b"<row>" + b"<c/>" * 1_500_000 + b"</row>")), _CELLS),
    "strings without end": (with_strings(b"<sst>" + b"<si/>" * 1_500_000 + b"</sst>"), _CELLS),
    "nesting without end": (instead(_ANSWERS, sheet(b"<row>" * 200_000)), _DAMAGED),
    "a sheet that breaks off": (instead(_ANSWERS, sheet(b'<row r="1"><c')), _DAMAGED),
    "a row without number": (instead(_ANSWERS, sheet(b'<row r="abc"/>')), _DAMAGED),
    "a string that is not there": (
        instead(_ANSWERS, sheet(b'<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')), _DAMAGED,
    ),
    "a date beyond time": (replacing(_EVIDENCE, rb"<v>[0-9.]{5,}</v>", b"<v>1e999</v>"), _DAMAGED),
    "an unknown code": (with_strings(b'<?xml version="1.0" encoding="klingon"?><sst/>'), _DAMAGED),
    "two sheets of one name": (replacing(_BOOK, rb'name="Evidence"', b'name="answers"'), "sheets of the same name"),
    "no hidden sheet": (replacing(_BOOK, rb'<sheet [^>]*name="Lists"[^>]*/>', b""), _WHOSE),
    "none of its sheets": (
        replacing(_BOOK, rb'name="(Answers|Evidence|Actions)"', rb'name="My \1"'), "has none of the sheets",
    ),
    "a newer one": (replacing(_LISTS, rb'(<c r="B3"[^>]*><v>)1', rb"\g<1>2"), "was written by a newer version"),
    "an unknown profile": (replacing(_LISTS, rb">internal<", b">secret<"), _WHOSE),
    "an unknown language": (replacing(_LISTS, rb">en<", b">../de<"), _WHOSE),
}  # fmt: skip
"""Each change is given a good workbook of the whole example."""


def _no_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w"):
        pass
    return out.getvalue()

"""Files that people choose by mistake or with ill intent, made small in code: each with the sentence it must meet."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf

Change = Callable[[bytes], bytes]


def pdf(catalog: bytes = b"", *more: bytes) -> bytes:
    """A PDF of one empty page, written by hand: what the catalog adds, and further objects from number 4 on."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        *more,
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)


def carrying(content: bytes, head: bytes = b"", name: bytes = b"(a.json)") -> bytes:
    """A PDF with one file inside; `head` stands in the dictionary of its stream."""
    stream = b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(content), content)
    listed = b"/Names<</EmbeddedFiles<</Names[(a) 4 0 R]>>>>"
    return pdf(listed, b"<</AFRelationship/Source/UF %s/EF<</F 5 0 R>>>>" % name, stream)


def bomb(size: int, letter: bytes = b" ", rounds: int = 1) -> bytes:
    """Packed bytes that become `size` bytes; more rounds pack the packed ones again."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(letter * 1_000_000) for _ in range(size // 1_000_000)]
    content = b"".join((*parts, packer.flush()))
    for _ in range(rounds - 1):
        content = zlib.compress(content, 9)
    return content


def protected(report: bytes) -> bytes:
    """The report with a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(report)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def package(*names: str) -> bytes:
    """A zip package with small files of these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return out.getvalue()


_FLATE = b"/Filter/FlateDecode"
_TOO_MANY = b"[" + b"0," * 1_000_001 + b"0]"
_DAMAGED, _EMPTY, _LACKS = "is damaged and cannot be read", "is empty", "carries no data of S3 Desk"
_PACKAGE, _PICTURE = "is a workbook or another package", "is a picture, not a report"

FOREIGN: dict[str, tuple[Change, str]] = {
    "nothing": (lambda _: b"", _EMPTY),
    "a JPEG": (lambda _: b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 500, _PICTURE),
    "a JPEG with the mark of a PDF": (lambda _: b"\xff\xd8\xff\xe0" + b"%PDF-1.7" + b"\0" * 500, _PICTURE),
    "a PNG": (lambda _: b"\x89PNG\r\n\x1a\n" + b"\0" * 500, _PICTURE),
    "a workbook": (lambda _: package("[Content_Types].xml"), _PACKAGE),
    "an assessment": (lambda _: b"SQLite format 3\0" + b"\0" * 500, "is an assessment or another database"),
    "a text": (lambda _: b"Dear colleague", "it is not JSON"),
    "a PDF without data": (lambda _: pdf(), _LACKS),
    "only the mark": (lambda _: b"%PDF-1.7\n", _DAMAGED),
    "the mark and noise": (lambda _: b"%PDF-1.7\n" + bytes(range(256)) * 40, _DAMAGED),
    "half a report": (lambda report: report[: len(report) // 2], _DAMAGED),
    "a report of zeros": (lambda report: report[:2000] + b"\0" * (len(report) - 2000), _DAMAGED),
    "protected": (protected, "is protected with a password"),
    "no catalog": (lambda _: pdf().replace(b"/Root 1 0 R", b"/Root 9 0 R"), _LACKS),
    "catalog that is itself": (lambda _: pdf(b"/Names 1 0 R"), _LACKS),
    "names that are a number": (lambda _: pdf(b"/Names<</EmbeddedFiles<</Names 7>>>>"), _LACKS),
    "file that is a number": (lambda _: pdf(b"/Names<</EmbeddedFiles<</Names[(a) 7]>>>>"), ""),
    "kids that are their parents": (lambda _: pdf(b"/Names<</EmbeddedFiles 4 0 R>>", b"<</Kids[4 0 R]>>"), _LACKS),
    "file without content": (
        lambda _: pdf(b"/Names<</EmbeddedFiles<</Names[(a) 4 0 R]>>>>", b"<</AFRelationship/Source/UF(a.json)>>"),
        _DAMAGED,
    ),
    "deep nesting": (lambda _: pdf(b"/Names " + b"[" * 50_000), _DAMAGED),
    "another file inside": (lambda _: carrying(b"MZ", name=b"(setup.exe)"), _LACKS),
    "a name that climbs": (lambda _: carrying(b"{}", name=b"(../../x.json)"), "it is not a data file of S3 Desk"),
    "other JSON inside": (lambda _: carrying(b'{"a": 1}'), "it is not a data file of S3 Desk"),
    "not JSON inside": (lambda _: carrying(b"%PDF-1.7"), "it is not JSON"),
    "bad packing inside": (lambda _: carrying(b"\0" * 99, _FLATE), ""),
    "unknown packing inside": (lambda _: carrying(b"x", b"/Filter/Magic"), _DAMAGED),
    "spaces without end inside": (lambda _: carrying(bomb(200_000_000), _FLATE), "holds more than any report"),
    "a bomb in a bomb": (
        lambda _: carrying(bomb(900_000_000, rounds=2), b"/Filter[/FlateDecode/FlateDecode]"),
        "holds more than any report",
    ),
    "small values without end inside": (
        lambda _: carrying(zlib.compress(_TOO_MANY), _FLATE),
        "it holds more values than any assessment",
    ),
    "small values without end": (lambda _: _TOO_MANY, "it holds more values than any assessment"),
    "brackets without end": (lambda _: b"[" * 20_000_000, "it holds more values than any assessment"),
    "table of contents without end": (
        lambda _: pdf().replace(b"0 4\n", b"0 999999999\n"),
        "",
    ),
    "previous table that is itself": (
        lambda _: pdf().replace(b"/Root", b"/Prev %d/Root" % pdf().index(b"xref\n")),
        "",
    ),
}  # fmt: skip
"""Each change is given a good report; an empty sentence stands where any of ours will do."""

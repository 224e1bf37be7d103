"""What reportlab leaves undone for PDF/A and PDF/UA, put right in one document and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import NoEncryption, PDFObject, pdfdocEnc

from s3desk.formats.pdf.tagged.objects import Document

_LARGEST_BLOCK = 100
"""So many letters may stand in one block of a map from codes to letters."""

_PAIR = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]{4,6})>$", re.MULTILINE)
_BLOCKS = re.compile(r"\d+ beginbfchar\n.*endbfchar", re.DOTALL)


def mend(document: Document) -> None:
    """Call once, when everything is drawn."""
    document.encrypt = _LineEnds()
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts = []
    for name, thing in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            thing.content = _without_empty_codes(thing.content)


class _LineEnds(NoEncryption):
    """A stream passes here before it is written, and nothing else does: the place for the line end behind it."""

    def encode(self, content: str | bytes) -> PDFObject:
        return _Stream(pdfdocEnc(content))


class _Stream(PDFObject):
    """The bytes of a stream with a line end that is not counted: both signs, as the last byte may be one of them."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, document: Document) -> bytes:  # noqa: ARG002 - reportlab calls it
        return self._content + b"\r\n"


def _without_empty_codes(character_map: str) -> str:
    """The map without codes that stand for no letter."""
    pairs = [(code, int(letter, 16)) for code, letter in _PAIR.findall(character_map)]
    return _BLOCKS.sub("\n".join(_blocks([pair for pair in pairs if pair[1]])), character_map)


def _blocks(pairs: list[tuple[str, int]]) -> Iterator[str]:
    for start in range(0, len(pairs), _LARGEST_BLOCK):
        block = pairs[start : start + _LARGEST_BLOCK]
        yield f"{len(block)} beginbfchar"
        for code, letter in block:
            yield f"<{code}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"

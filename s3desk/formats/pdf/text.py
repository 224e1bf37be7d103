"""The only place where text becomes part of a page. Text is text: nothing in it is ever read as mark-up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from s3desk.formats.pdf import fonts
from s3desk.formats.pdf.styles import color

MISSING = "\u25a1"
"""Stands for every letter that the fonts lack; the embedded data hold the exact text."""

_NEAR = {
    0x09: " ",
    0x2007: "\u00a0",  # reportlab breaks lines at narrow spaces; these must not break
    0x2009: "\u00a0",
    0x202F: "\u00a0",
    0x2028: "\n",
    0x2029: "\n",
    0x2197: "\u2192",
}
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_SAFE_LINK = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text with a look of its own; `color` is a token's name, `size` 0 keeps the style's."""

    text: str
    strong: bool = False
    italic: bool = False
    color: str = ""
    size: float = 0
    link: str = ""


Content = str | Sequence[Piece]


class Passage(Paragraph):
    """A paragraph that knows its language; laying it out twice at the same width costs nothing."""

    language: str = ""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay the text out, unless it lies so already."""
        if getattr(self, "_laid_out", None) == width and hasattr(self, "blPara"):
            return self.width, self.height
        size = super().wrap(width, height)
        self._laid_out = width
        return size

    def split(self, width: float, height: float) -> list[Passage]:
        """The part that fits and the rest, both in the same language."""
        parts: list[Passage] = super().split(width, height)
        for part in parts:
            part.language = self.language
        return parts


def passage(content: Content, style: ParagraphStyle, language: str = "") -> Passage:
    """A paragraph of a text, or of pieces with looks of their own; `language` is its ISO 639-1 code."""
    pieces = (Piece(content),) if isinstance(content, str) else content
    made = Passage(None, style, frags=[frag for piece in pieces for frag in _frags(piece, style)])
    made.language = language
    return made


def printable(text: str) -> str:
    """The text as it can be printed: composed letters, no invisible ones, a box for those the fonts lack."""
    return unicodedata.normalize("NFC", text).translate(_letters)


def one_line(text: str) -> str:
    """The printable text without line ends, for heads and titles."""
    return " ".join(printable(text).split())


class _Letters(dict[int, str]):
    """What is printed for each letter, found out when it first occurs."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if code in _NEAR:
            printed = _NEAR[code]
        elif letter == "\n":
            printed = letter
        elif unicodedata.category(letter) in _DROPPED or 0xFE00 <= code <= 0xFE0F:
            printed = ""
        else:
            printed = letter if code in fonts.register() else MISSING
        self[code] = printed
        return printed


_letters = _Letters()


def _frags(piece: Piece, style: ParagraphStyle) -> list[ParaFrag]:
    """The text of one piece, line by line, in the form in which reportlab lays out paragraphs."""
    frags: list[ParaFrag] = []
    for number, line in enumerate(printable(piece.text).split("\n")):
        if number:
            frags.append(_frag(piece, style, "", lineBreak=True))
        frags.append(_frag(piece, style, line))
    return frags


def _frag(piece: Piece, style: ParagraphStyle, text: str, **more: object) -> ParaFrag:
    is_link = bool(_SAFE_LINK.fullmatch(piece.link))
    named = piece.color or ("accent" if is_link else "")
    return ParaFrag(
        text=text,
        fontName=_font(piece, style),
        bold=0,
        italic=0,
        fontSize=piece.size or style.fontSize,
        textColor=color(named) if named else style.textColor,
        rise=0,
        greek=0,
        link=[(0, piece.link)] if is_link else [],
        us_lines=[],
        **more,
    )


def _font(piece: Piece, style: ParagraphStyle) -> str:
    if piece.strong:
        return fonts.STRONG_ITALIC if piece.italic else fonts.STRONG
    return fonts.ITALIC if piece.italic else str(style.fontName)

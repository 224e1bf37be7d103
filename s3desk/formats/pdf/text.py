"""The only place where text becomes part of a page. Text is text: nothing in it is ever read as mark-up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from s3desk.formats.pdf import fonts

MISSING = "\u25a1"
"""Stands for every letter that the fonts lack; the embedded data hold the exact text."""

_NEAR = {
    0x09: " ",
    0x0D: "\n",
    0x2028: "\n",
    0x2029: "\n",
    0x2197: "\u2192",
}
_BLANKS = re.compile(r"\s+")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text with a look of its own; `color` is a token's name, `size` 0 keeps the style's.

    `language` is the ISO 639-1 code of a piece in another language than the text around it.
    """

    text: str
    strong: bool = False
    italic: bool = False
    color: str = ""
    size: float = 0
    link: str = ""
    language: str = ""


Content = str | Sequence[Piece]

BETWEEN = Piece(" / ")
"""Stands between the same words in two languages."""


def pieces_of(content: Content) -> tuple[Piece, ...]:
    """A text as pieces."""
    return (Piece(content),) if isinstance(content, str) else tuple(content)


def plain(content: Content) -> str:
    """The words of a text without its looks."""
    return "".join(piece.text for piece in pieces_of(content))


def on_one_line(content: Content) -> tuple[Piece, ...]:
    """A text without line ends, for lists of titles."""
    return tuple(replace(piece, text=_BLANKS.sub(" ", piece.text)) for piece in pieces_of(content))


def looking(content: Content, *, strong: bool = False, color: str = "") -> tuple[Piece, ...]:
    """A text in another weight and colour; pieces that have a colour keep it."""
    return tuple(
        replace(piece, strong=piece.strong or strong, color=piece.color or color) for piece in pieces_of(content)
    )


def stacked(content: Content) -> tuple[Piece, ...]:
    """A text whose languages stand under each other, for narrow places."""
    return tuple(Piece("\n") if piece is BETWEEN else piece for piece in pieces_of(content))


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

"""Texts as a search compares them: without case, accents and invisible characters, and back to their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|(\S+)')
_AROUND = ' "*,;()[]\u201c\u201d\u201e\u00ab\u00bb'
"""What people write around words they look for; it is not looked for itself."""


class _Table(dict[int, str]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).casefold())
        folded = "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf"))
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The text in the form in which texts are compared; capital letters and accents make no difference there."""
    return text.translate(_TABLE)


def words_of(typed: str) -> tuple[str, ...]:
    """The folded words of what was typed; words in quotation marks stay together."""
    plain = typed.replace("\u201c", '"').replace("\u201d", '"').replace("\u201e", '"')
    found = (phrase or word for phrase, word in _PHRASE_OR_WORD.findall(plain))
    words = (" ".join(fold(one).split()).strip(_AROUND) for one in found)
    return tuple(dict.fromkeys(word for word in words if word))


def ranges(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where folded words stand in a text, as (start, end) in order; what overlaps or touches is one range."""
    folded, places = _with_places(text)
    found = sorted(
        (places[start], places[start + len(word) - 1] + 1) for word in words for start in _starts(folded, word)
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in the text it came from."""
    if text.isascii():
        return fold(text), range(len(text))
    parts = [_TABLE[ord(character)] for character in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def _starts(folded: str, word: str) -> Iterator[int]:
    start = folded.find(word)
    while start >= 0:
        yield start
        start = folded.find(word, start + len(word))

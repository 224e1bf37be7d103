"""The letter of each row of a menu: underlined, and pressed to choose the row; no two alike in one menu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QMenu

_MARK = re.compile(r"&(.)")


def unmarked(text: str) -> str:
    """The words of a menu text as people read them."""
    return _MARK.sub(r"\1", text)


def escaped(words: str) -> str:
    """Words for a menu in which "&" is a character like any other."""
    return words.replace("&", "&&")


def marked(words: Sequence[str]) -> tuple[str, ...]:
    """Menu texts of these words, each with a letter of its own where there are enough of them."""
    places: dict[int, int] = {}
    owners: dict[str, int] = {}
    for row in range(len(words)):
        _find_letter(row, words, places, owners, set())
    return tuple(_with_mark(one, places.get(row)) for row, one in enumerate(words))


def _find_letter(
    row: int, words: Sequence[str], places: dict[int, int], owners: dict[str, int], tried: set[str]
) -> bool:
    """Give a row its best letter; one that has it already moves to another of its own where that frees it."""
    free_first = sorted(_places(words[row]), key=lambda place: words[row][place].casefold() in owners)
    for place in free_first:
        letter = words[row][place].casefold()
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in owners or _find_letter(owners[letter], words, places, owners, tried):
            owners[letter], places[row] = row, place
            return True
    return False


def _with_mark(words: str, place: int | None) -> str:
    return escaped(words) if place is None else f"{escaped(words[:place])}&{escaped(words[place:])}"


def mark(menu: QMenu) -> None:
    """Give the rows of a menu their letters; done whenever it is about to show, because rows change their words."""
    rows = [row for row in menu.actions() if not row.isSeparator()]
    for row, text in zip(rows, marked([unmarked(row.text()) for row in rows]), strict=True):
        row.setText(text)


def _places(words: str) -> Iterator[int]:
    """Where the letter may be, the best first: how words begin, then anywhere."""
    letters = [place for place, letter in enumerate(words) if letter.isalnum()]
    first = [place for place in letters if place == 0 or not words[place - 1].isalnum()]
    yield from (*first, *letters)

"""Texts in runs, of which some are marked: words that were looked for, words that differ between two texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from s3desk.domain.folding import ranges

Runs: TypeAlias = tuple[tuple[str, bool], ...]
"""Parts of a text one after the other, each with whether it is marked."""

_BEFORE, _LENGTH = 36, 180
_COMPARED_TO = 100_000
"""Pairs of words up to which a difference is looked at word by word; a longer one is marked as a whole."""
_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


def plain(runs: Runs) -> str:
    """The text of all runs together."""
    return "".join(text for text, _ in runs)


def found(text: str, words: Sequence[str]) -> Runs:
    """A text with the words marked that were looked for."""
    return _runs(text, ranges(text, words))


def excerpt(text: str, words: Sequence[str]) -> Runs:
    """The part of a text around the first word that was looked for, in one line, its words marked."""
    line = " ".join(text.split())
    first = next(iter(ranges(line, words)), (0, 0))[0]
    start = max(0, first - _BEFORE)
    if start:
        start = line.find(" ", start, first) + 1 or start
    shown = line[start : start + _LENGTH]
    before, after = "... " if start else "", " ..." if start + _LENGTH < len(line) else ""
    return _joined(((before, False), *found(shown, words), (after, False)))


def differing(before: str, after: str) -> tuple[Runs, Runs]:
    """Two texts with the words marked that the other one does not have."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    same_start = _same(old, new)
    same_end = _same(old[same_start:][::-1], new[same_start:][::-1])
    old_middle, new_middle = _middle(old, same_start, same_end), _middle(new, same_start, same_end)
    same_old, same_new = _in_common(old_middle, new_middle)
    head, tail = "".join(old[:same_start]), "".join(old[len(old) - same_end :])
    return (
        _joined(((head, False), *_marked(old_middle, same_old), (tail, False))),
        _joined(((head, False), *_marked(new_middle, same_new), (tail, False))),
    )


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _middle(words: list[str], start: int, end: int) -> list[str]:
    return words[start : len(words) - end]


def _in_common(old: list[str], new: list[str]) -> tuple[set[int], set[int]]:
    """The places of the words that both have in the same order, as many as there are.

    The standard library's matcher took five seconds for texts that repeat one word; this takes as long for any.
    """
    if len(old) * len(new) > _COMPARED_TO:
        return set(), set()
    rest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for place in reversed(range(len(old))):
        row, below, word = rest[place], rest[place + 1], old[place]
        for other in reversed(range(len(new))):
            row[other] = below[other + 1] + 1 if word == new[other] else max(below[other], row[other + 1])
    here, there = 0, 0
    same_old, same_new = set(), set()
    while rest[here][there]:
        if old[here] == new[there]:
            same_old.add(here)
            same_new.add(there)
            here, there = here + 1, there + 1
        elif rest[here + 1][there] >= rest[here][there + 1]:
            here += 1
        else:
            there += 1
    return same_old, same_new


def _marked(words: list[str], same: set[int]) -> Runs:
    """Words in runs: those that both texts have are not marked."""
    return tuple((word, place not in same) for place, word in enumerate(words))


def _runs(text: str, marked: Sequence[tuple[int, int]]) -> Runs:
    runs: list[tuple[str, bool]] = []
    place = 0
    for start, end in marked:
        runs += [(text[place:start], False), (text[start:end], True)]
        place = end
    return _joined((*runs, (text[place:], False)))


def _joined(runs: Sequence[tuple[str, bool]]) -> Runs:
    """Runs without empty ones; neighbours of one kind become one."""
    joined: list[tuple[str, bool]] = []
    for text, is_marked in runs:
        if joined and joined[-1][1] == is_marked:
            joined[-1] = (joined[-1][0] + text, is_marked)
        elif text:
            joined.append((text, is_marked))
    return tuple(joined)


def shortened(runs: Runs, around: int = 120, longest: int = 2_000) -> Runs:
    """Runs in which what is the same is cut down to what stands around the marked parts."""
    cut: list[tuple[str, bool]] = []
    last = len(runs) - 1
    for place, (text, marked) in enumerate(runs):
        room = longest if marked or last == 0 else 2 * around
        if len(text) <= room:
            cut.append((text, marked))
        elif marked or last == 0:
            cut.append((f"{text[:longest]} ...", marked))
        else:
            head = text[:around] + " " if place > 0 else ""
            tail = " " + text[-around:] if place < last else ""
            cut.append((f"{head}...{tail}", False))
    return tuple(cut)


def shortened_change(before: str, after: str, length: int = 60) -> tuple[str, str]:
    """Two texts for one line each, from shortly before the place where they begin to differ."""
    old, new = " ".join(before.split()), " ".join(after.split())
    same = _same(old, new)
    start = old.rfind(" ", 0, max(0, same - length // 3)) + 1 if same > length // 2 else 0

    def part(text: str) -> str:
        shown = text[start : start + length]
        lead, end = "... " if start and shown else "", "..." if len(text) > start + length else ""
        return f"{lead}{shown}{end}"

    return part(old), part(new)

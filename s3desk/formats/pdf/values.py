"""Values of a report as blocks: fulfilments, ratings, the officer's texts. What is missing is said, never left out."""

from __future__ import annotations

from datetime import date

from s3desk.basics.language import Language
from s3desk.domain.records import Decision
from s3desk.figures import marks
from s3desk.formats.pdf import styles
from s3desk.formats.pdf.marks import Marked, spoken
from s3desk.formats.pdf.passage import Passage, passage
from s3desk.formats.pdf.text import Content, Piece, looking, one_line
from s3desk.queries.picture import ReportPicture, Text

_NO_BREAK = "\u00a0"
"""Keeps the count of a text with its last word."""

_LONGEST_HEAD = 40


def fulfilment(decision: Decision, words: Content, style: styles.Style = styles.CELL, size: float = 10.5) -> Marked:
    """The mark of a decision with its word."""
    decided = decision in (Decision.YES, Decision.NO)
    pieces = looking(words, strong=decided, color=marks.COLORS[decision])
    return Marked(marks.fulfilment_mark(decision), passage(pieces, style), size + 5, size)


def rating(value: int | None, mark: str, words: str) -> Marked:
    """The chip of an answer with its word."""
    color = "" if value is not None else "muted"
    text = passage([Piece(words, color=color)], styles.CELL)
    chip = marks.rating_chip(value, mark)
    return Marked(chip, text, 20, 14) if value is None else spoken(chip, f"{value} ", text, 20, 14)


def known(text: str, missing: Content, style: styles.Style, language: str = "") -> Passage:
    """A text, or in grey what to say where it is missing."""
    return passage(text, style, language) if text.strip() else passage(looking(missing, color="muted"), style)


def short_head(name: str) -> str:
    """The name of a version in the narrow head of a column: a head cannot be divided between pages."""
    line = one_line(name)
    return line if len(line) <= _LONGEST_HEAD else line[: _LONGEST_HEAD - 1].rstrip() + "\u2026"


def day(value: date | None, language: Language) -> str:
    """A date for tables; a dash where none is known."""
    return language.short_date(value) if value else "\u2013"


def shown(first: Text, second: Text | None, picture: ReportPicture) -> tuple[Text, ...]:
    """The texts of the officer that a report prints.

    In one language: as written, with the translation where there is one. In two: for each language the text that is
    written in it, else the original; no text twice.
    """
    translated = second if second is not None and second.text.strip() else None
    if translated is None:
        return (first,)
    if picture.second is None:
        return (first, translated)
    wanted = (picture.language.code, picture.second.language.code)
    return tuple(dict.fromkeys(translated if code == translated.language else first for code in wanted))


def counted(text: Text, language: Language) -> tuple[Piece, ...]:
    """A text of the officer with its used characters in grey brackets; too many are marked, never cut."""
    if not text.text.strip():
        return (Piece(language.text("Not written yet"), color="muted"),)
    return (Piece(text.text, language=text.language), _count(text, language))


def _count(text: Text, language: Language) -> Piece:
    used = language.integer(text.used)
    if not text.over:
        return Piece(f"{_NO_BREAK}[{used}]", color="muted", size=6.6)
    words = language.text(
        " [{used} of {limit}: {over} too many]",
        used=used,
        limit=language.integer(text.limit),
        over=language.integer(text.over),
    )
    return Piece(_NO_BREAK + words.lstrip(), strong=True, color="warn", size=6.6)

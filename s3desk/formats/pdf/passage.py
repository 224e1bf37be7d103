"""Lays texts out in lines and draws them. Made for officers' texts: nothing is mark-up, long links break well."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from s3desk.formats.pdf import fonts
from s3desk.formats.pdf.block import Block
from s3desk.formats.pdf.canvas import ReportCanvas
from s3desk.formats.pdf.styles import Style, color
from s3desk.formats.pdf.tagged import Element
from s3desk.formats.pdf.text import Content, Piece, pieces_of, printable

_CAP_HEIGHT = 0.714
_SLACK = 0.01
_ATOMS = re.compile(r"\n|[ \u2000-\u2006\u2008\u200a\u205f\u3000]+|[\S\u00a0\u2007\u2009\u202f]+|\s")
_LINK_PARTS = re.compile(r"[^/?&=#._-]*[/?&=#._-]*")
_WORD_PARTS = re.compile(r".+?(?:(?<=[^\W\d_])-(?=[^\W\d_])|\u2013(?=.)|/(?=.)|$)")
_SAFE_LINK = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)


class Fragment(NamedTuple):
    """Text that is drawn in one go."""

    text: str
    piece: Piece
    width: float


@dataclass(slots=True)
class Line:
    """One line; `broken` tells that the text itself ended it."""

    fragments: list[Fragment] = field(default_factory=list)
    broken: bool = False

    @property
    def width(self) -> float:
        """How wide the line is without the blank that may end it."""
        if not self.fragments:
            return 0.0
        last = self.fragments[-1]
        blank = last.width if last.text.isspace() else 0.0
        return sum(fragment.width for fragment in self.fragments) - blank


class _Placed(NamedTuple):
    """A fragment where it is drawn. A blank follows where the text itself ended the line, so that words stay apart."""

    fragment: Fragment
    x: float
    y: float
    blank: str

    @property
    def meaning(self) -> tuple[str, str]:
        """Where it leads, if that is safe to follow, and its language."""
        link = self.fragment.piece.link
        return link if link and _SAFE_LINK.fullmatch(link) else "", self.fragment.piece.language


class Passage(Block):
    """A text in a style; it may go on over pages, never with a single line alone. All parts share one element."""

    def __init__(self, pieces: Sequence[Piece], style: Style, element: Element) -> None:
        super().__init__()
        self.pieces, self.style, self.element = pieces, style, element
        self.alone = False
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.lines: list[Line] = []

    def lay_out(self, width: float) -> float:
        """Set the text into lines."""
        self.lines = _lines(self.pieces, self.style, width)
        return len(self.lines) * self.style.leading

    def split(self, width: float, height: float) -> list[Passage]:  # type: ignore[override]
        """The lines that fit and the rest, both of at least two lines; nothing when that cannot be."""
        self.wrap(width, height)
        count = min(int((height + _SLACK) / self.style.leading), len(self.lines))
        if count == len(self.lines) - 1:
            count -= 1
        if count < 2 or count == len(self.lines):
            return []
        return [
            self._part(self.lines[:count], replace(self.style, after=0)),
            self._part(self.lines[count:], replace(self.style, before=0)),
        ]

    def paint(self, canvas: ReportCanvas) -> None:
        """Draw all lines; links and pieces in another language are elements of their own."""
        for (link, language), group in groupby(self._placed(), key=lambda placed: placed.meaning):
            run = list(group)
            element = self.element
            if link:
                element = Element("Link", element, language)
            elif language and language != (element.language or canvas.language):
                element = Element("Span", element, language)
            with canvas.marked(element):
                _draw(canvas, run, self.style)
            if link:
                _link(canvas, element, run, link)

    def stand_in(self, cell: Element) -> None:
        """Where the text is all that a cell holds, be the content of the cell without an element of its own."""
        if self.alone:
            cell.language = self.element.language
            self.element = cell

    def _placed(self) -> Iterator[_Placed]:
        style = self.style
        y = self.height - (style.leading + _CAP_HEIGHT * style.size) / 2
        for line in self.lines:
            x = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align] * (self.width - line.width)
            for fragment in line.fragments:
                last = fragment is line.fragments[-1]
                yield _Placed(fragment, x, y, " " if line.broken and last else "")
                x += fragment.width
            y -= style.leading

    def _part(self, lines: list[Line], style: Style) -> Passage:
        part = Passage(tuple(_pieces_of(lines)), style, self.element)
        part.lines, part.width, part.height = lines, self.width, len(lines) * style.leading
        part.alone = self.alone
        return part


def passage(content: Content, style: Style, language: str = "", kind: str = "P") -> Passage:
    """A text as a flowable; `language` is its ISO 639-1 code where it is known, `kind` says what it is."""
    return of_element(content, style, Element(kind, language=language))


def of_element(content: Content, style: Style, element: Element) -> Passage:
    """A text that is the content of an element which exists already."""
    return Passage(pieces_of(content), style, element)


class _Setter:
    """Sets atoms into lines, greedily: a line ends at the last place where it may, before the atom too much."""

    def __init__(self, style: Style, width: float) -> None:
        self._style, self._width = style, width
        self.done: list[Line] = []
        self._begin()

    def _begin(self, rest: Sequence[Fragment] = ()) -> None:
        self._line, self._may_break = Line(list(rest)), 0
        self._used = sum(fragment.width for fragment in rest)

    def set(self, atom: Fragment, *, breaks_before: bool) -> None:
        """Add one atom."""
        if atom.text == "\n":
            self._line.broken = True
            self.end()
            return
        if breaks_before:
            self._may_break = len(self._line.fragments)
        if self._used + atom.width > self._width + _SLACK and not atom.text.isspace():
            self._make_room()
            *full, atom = _cut(atom, self._style, self._width - self._used, self._width)
            for part in full:
                self._line.fragments.append(part)
                self.end()
        self._line.fragments.append(atom)
        self._used += atom.width

    def end(self) -> None:
        """End the line."""
        self.done.append(_joined(self._line))
        self._begin()

    def finish(self) -> list[Line]:
        """All lines."""
        if self._line.fragments:
            self.end()
        return self.done

    def _make_room(self) -> None:
        """End the line where it may end; what comes after goes on in the next."""
        if self._may_break:
            rest = self._line.fragments[self._may_break :]
            del self._line.fragments[self._may_break :]
            self.done.append(_joined(self._line))
            self._begin(rest)


def _lines(pieces: Sequence[Piece], style: Style, width: float) -> list[Line]:
    setter = _Setter(style, width)
    for atom, breaks_before in _atoms(pieces, style):
        setter.set(atom, breaks_before=breaks_before)
    return setter.finish()


def _atoms(pieces: Sequence[Piece], style: Style) -> Iterator[tuple[Fragment, bool]]:
    """Words, parts of words and blanks, each with whether a line may end before it."""
    after_blank = False
    for piece in pieces:
        font, size, _ = _look(piece, style)
        for found in _ATOMS.findall(printable(piece.text)):
            if found.isspace():
                yield Fragment(found, piece, fonts.width_in(found, font) * size if found != "\n" else 0), False
                after_blank = True
                continue
            for part, width in _parts(found, font):
                yield Fragment(part, piece, width * size), after_blank
                after_blank = True
            after_blank = False


@lru_cache(maxsize=20_000)
def _parts(word: str, font: str) -> tuple[tuple[str, float], ...]:
    """The parts of a word between which a line may end, each with its width in a font of size 1."""
    parts = _LINK_PARTS if "://" in word else _WORD_PARTS
    return tuple((part, fonts.width_in(part, font)) for part in parts.findall(word) if part)


def _cut(atom: Fragment, style: Style, first_room: float, room: float) -> Iterator[Fragment]:
    """An atom wider than a line, letter by letter; others stay whole."""
    if atom.width <= room + _SLACK or not atom.text:
        if atom.width > first_room + _SLACK:
            yield Fragment("", atom.piece, 0.0)
        yield atom
        return
    font, size, _ = _look(atom.piece, style)
    text, limit = atom.text, first_room
    ends = list(accumulate(fonts.width_in(letter, font) * size for letter in text))
    start, begun = 0, 0.0
    while start < len(text):
        end = bisect_right(ends, begun + limit + _SLACK, start)
        end = max(end, start + (1 if limit == room else 0))
        yield Fragment(text[start:end], atom.piece, (ends[end - 1] - begun) if end > start else 0.0)
        begun = ends[end - 1] if end else 0.0
        start, limit = end, room


def _joined(line: Line) -> Line:
    """The line with fragments of the same look as one; the blank at its end stays apart."""
    joined = []
    for piece, group in groupby(line.fragments, key=lambda fragment: fragment.piece):
        same = list(group)
        tail = [same.pop()] if same[-1].text.isspace() and len(same) > 1 else []
        joined.append(Fragment("".join([f.text for f in same]), piece, sum([f.width for f in same])))
        joined += tail
    line.fragments = joined
    return line


def _pieces_of(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        for fragment in line.fragments:
            yield replace(fragment.piece, text=fragment.text)
        if line.broken:
            yield Piece("\n")


def _look(piece: Piece, style: Style) -> tuple[str, float, str]:
    """Font, size and colour."""
    strong = piece.strong or style.strong
    if piece.italic:
        font = fonts.STRONG_ITALIC if strong else fonts.ITALIC
    else:
        font = fonts.STRONG if strong else fonts.REGULAR
    ink = piece.color or ("accent" if _SAFE_LINK.fullmatch(piece.link) else style.ink)
    return font, piece.size or style.size, ink


def _draw(canvas: ReportCanvas, run: Sequence[_Placed], style: Style) -> None:
    text: Any = canvas.beginText()
    look: tuple[str, float, str] | None = None
    y = None
    for (wanted, line), group in groupby(run, key=lambda placed: (_look(placed.fragment.piece, style), placed.y)):
        first, *others = group
        if wanted != look:
            text.setFont(*wanted[:2])
            text.setFillColor(color(wanted[2]))
            look = wanted
        if line != y:
            text.setTextOrigin(first.x, line)
            y = line
        words = "".join(placed.fragment.text + placed.blank for placed in (first, *others))
        text._textOut(words)  # noqa: SLF001 - as reportlab's own paragraphs do; the public way measures it again
    canvas.drawText(text)


def _link(canvas: ReportCanvas, element: Element, run: Sequence[_Placed], link: str) -> None:
    for placed in run:
        if placed.fragment.text.strip():
            x, y = placed.x, placed.y
            canvas.link(element, (x, y - 2.5, x + placed.fragment.width, y + 7), link, url=link)

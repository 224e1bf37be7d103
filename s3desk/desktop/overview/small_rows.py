"""How open points, gaps and due actions look in rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.overview.rows import RIGHT, write
from s3desk.desktop.widgets.numbers import paint_box
from s3desk.desktop.widgets.painted_text import paint_lines, wrapped
from s3desk.queries.overview_picture import GapLine, PointLine, TaskLine

_SIDE = 16
_POINT, _GAP, _TASK = 43, 32, 46
_LINK_MOST = 180
_LINK_BELOW = 520
"""In a list narrower than this the link stands below the sentence."""


class PointLook:
    """Mark, sentence and the words of the link; the first sentence stands out, what explains it follows."""

    def height(self, row: PointLine, width: int) -> int:
        shown = theme.current()
        lead, rest = self._sentence(row, width)
        lines = len(lead) + len(rest) + (1 if row.remedy and _is_narrow(width) else 0)
        return max(shown.px(_POINT), lines * shown.line("body") + shown.px(14))

    def paint_row(self, painter: QPainter, rect: QRect, row: PointLine) -> None:
        self._paint_mark(painter, rect, row)
        lead, rest = self._sentence(row, rect.width())
        shown, below = theme.current(), row.remedy if _is_narrow(rect.width()) else ""
        lines = [(line, "strong", "text") for line in lead] + [(line, "body", "muted") for line in rest]
        lines += [(below, "body", "accent")] if below else []
        height, left = shown.line("body"), rect.left() + shown.px(48)
        top = rect.top() + (rect.height() - height * len(lines)) // 2
        for place, (words, step, ink) in enumerate(lines):
            room = QRect(left, top + place * height, rect.right() - left, height)
            paint_lines(painter, room, (words,), step, ink)
        if row.remedy and not below:
            link = rect.adjusted(0, 0, -shown.px(_SIDE), 0)
            write(painter, link, row.remedy, "body", "accent", RIGHT)

    def _sentence(self, row: PointLine, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = theme.current()
        room = width - shown.px(48 + _SIDE)
        if row.remedy and not _is_narrow(width):
            room -= min(QFontMetrics(shown.font("body")).horizontalAdvance(row.remedy), shown.px(_LINK_MOST))
            room -= shown.px(16)
        lead, dot, rest = row.sentence.partition(". ")
        lead_lines = wrapped(lead + dot.strip(), shown.font("strong"), room)
        return lead_lines, wrapped(rest, shown.font("body"), room) if rest else ()

    def _paint_mark(self, painter: QPainter, rect: QRect, row: PointLine) -> None:
        shown = theme.current()
        ink = "bad" if row.to_solve else "warn"
        side = shown.px(20)
        box = QRect(rect.left() + shown.px(_SIDE), rect.center().y() - side // 2, side, side)
        paint_box(painter, box, shown.color(f"{ink}_tint"), QPen(Qt.PenStyle.NoPen))
        inset = shown.px(3)
        symbol = "cross" if row.to_solve else "exclamation"
        paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), symbol, ink)


def _is_narrow(width: int) -> bool:
    return width / theme.current().factor < _LINK_BELOW


class GapLook:
    """Number and label of a question, where it is and should be, how much is missing."""

    def height(self, row: GapLine, width: int) -> int:
        shown = theme.current()
        return max(shown.px(_GAP), len(self._label(row, width)) * shown.line("body") + shown.px(10))

    def paint_row(self, painter: QPainter, rect: QRect, row: GapLine) -> None:
        px = theme.current().px
        inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        write(painter, inner, row.number, "strong", "text")
        lines = self._label(row, rect.width())
        paint_lines(painter, inner.adjusted(px(40), 0, 0, 0), lines, "body", "text")
        write(painter, inner, row.distance, "strong", "text", RIGHT)
        write(painter, inner.adjusted(0, 0, -px(36), 0), row.levels, "body", "muted", RIGHT)

    def _label(self, row: GapLine, width: int) -> tuple[str, ...]:
        shown = theme.current()
        levels = QFontMetrics(shown.font("body")).horizontalAdvance(row.levels)
        return wrapped(row.label, shown.font("body"), width - shown.px(2 * _SIDE + 40 + 36 + 12) - levels)


class TaskLook:
    """Mark and title of what is due, below it when."""

    def height(self, row: TaskLine, width: int) -> int:
        shown = theme.current()
        lines = len(self._title(row, width)) * shown.line("body") + shown.line("caption")
        return max(shown.px(_TASK), lines + shown.px(10))

    def paint_row(self, painter: QPainter, rect: QRect, row: TaskLine) -> None:
        shown = theme.current()
        ink = "bad" if row.late else "muted"
        title = self._title(row, rect.width())
        upper = len(title) * shown.line("body")
        top = rect.top() + (rect.height() - upper - shown.line("caption")) // 2
        left = rect.left() + shown.px(_SIDE)
        width = rect.right() - shown.px(_SIDE) - left
        write(painter, QRect(left, top, shown.px(44), shown.line("body")), row.mark, "strong", "text")
        beside = left + shown.px(46)
        paint_lines(painter, QRect(beside, top, width, upper), title, "body", "text")
        due = QRect(beside, top + upper, width - shown.px(46), shown.line("caption"))
        side = shown.px(12)
        paint_icon(painter, QRect(beside, due.center().y() - side // 2 + 1, side, side), "clock", ink)
        write(painter, due.adjusted(side + shown.px(5), 0, 0, 0), row.due, "caption", ink)

    def _title(self, row: TaskLine, width: int) -> tuple[str, ...]:
        shown = theme.current()
        return wrapped(row.title, shown.font("body"), width - shown.px(2 * _SIDE + 46))

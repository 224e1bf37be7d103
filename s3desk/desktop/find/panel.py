"""The results of Find: texts in groups, each with its place and the words marked, or a sentence without any."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets.grouped_list import GroupedList, Heading, Row
from s3desk.desktop.widgets.painted_text import paint_runs
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.finding import Found, FoundRow

WIDTH = 560
_EDGE = 16


class _Look:
    """A result: above its place and the name of its text, below the part with the words."""

    def height(self) -> int:
        return theme.current().measure("row", "table_two_lines")

    def paint_row(self, painter: QPainter, rect: QRect, row: FoundRow) -> None:
        shown = theme.current()
        room = rect.adjusted(shown.px(_EDGE), shown.px(4), -shown.px(12), -shown.px(4))
        above = QRect(room.left(), room.top(), room.width(), shown.line("strong"))
        if not row.text:
            above = room
        end = paint_runs(painter, above, row.title, "body", "text", strong=True)
        if row.what:
            beside = above.adjusted(end - above.left() + shown.px(8), 0, 0, 0)
            paint_runs(painter, beside, ((row.what, False),), "caption", "muted")
        below = QRect(room.left(), above.bottom() + 1, room.width(), room.bottom() - above.bottom())
        if row.text:
            paint_runs(painter, below, row.text, "caption", "muted")


class _Results(GroupedList):
    """The list; `above_first()` where Up leaves it, `typed(text)` for letters ("" is Backspace), `left()` by Escape."""

    above_first = Signal()
    typed = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.is_first():
            self.above_first.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("")
        elif event.text() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class FindPanel(QFrame):
    """Lies over the page, below the field."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.setProperty("card", "true")
        self.setProperty("floating", "true")
        self.list = _Results(text("Results of Find"), _Look(), self, by_click=True, uniform=False)
        self._sentence = Paragraph("", parent=self)
        self._hint = Paragraph("", "caption", "muted", parent=self)
        words = column(space=4, margins=(16, 12, 16, 12))
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        inside = column(self, margins=(1, 1, 1, 1))
        inside.addWidget(self.list, 1)
        inside.addLayout(words)
        self.hide()

    def show_found(self, found: Found, typed: str) -> None:
        """Show results, or say that nothing was found, or what can be found."""
        text = self._language.text
        rows: list[Row] = []
        for group in found.groups:
            rows += [Heading(group.name), *group.rows]
        self.list.show_rows(tuple(rows))
        self.list.setVisible(bool(rows))
        nothing = text("Nothing holds \u201c{words}\u201d.", words=typed.strip()[:80]) if found.asked else ""
        self._sentence.say("" if rows else nothing)
        self._sentence.setVisible(bool(nothing) and not rows)
        where = text("Find looks in questions, guidance, answers, fulfilment, evidence, actions, requests and people.")
        tips = text("Try fewer words, or a part of a word.")
        keys = text("Enter opens. Arrow down goes to the results. Escape closes.")
        self._hint.say(keys if rows else f"{tips} {where}" if found.asked else where)

    def height_for(self, most: int) -> int:
        """As high as its content, at most so many pixels."""
        rows = self.list.content_height() if self.list.rows() else 0
        width = self.width() - theme.current().px(32)
        words = sum(one.heightForWidth(width) for one in (self._sentence, self._hint) if not one.isHidden())
        return min(most, rows + words + theme.current().px(32))

    def spoken(self) -> str:
        """What a screen reader says about the results: the groups with their numbers, or the sentence."""
        groups = [row.text for row in self.list.rows() if isinstance(row, Heading)]
        return ", ".join(groups) or self.sentence()

    def sentence(self) -> str:
        """What is said instead of or below the results."""
        return " ".join(one.words() for one in (self._sentence, self._hint) if not one.isHidden())

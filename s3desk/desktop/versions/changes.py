"""What changed since a saved version, as a list whose rows lead to the spot."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.overview.rows import write
from s3desk.desktop.widgets.grouped_list import GroupedList
from s3desk.desktop.widgets.surfaces import card, column, line
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.versions import ChangeRow, VersionDetail


class _Look:
    """A difference: where, and what from what to what."""

    def height(self) -> int:
        return theme.current().measure("row", "table_two_lines")

    def paint_row(self, painter: QPainter, rect: QRect, row: ChangeRow) -> None:
        shown = theme.current()
        room = rect.adjusted(shown.px(16), shown.px(4), -shown.px(12), -shown.px(4))
        above = QRect(room.left(), room.top(), room.width(), shown.line("body"))
        below = QRect(room.left(), above.bottom() + 1, room.width(), room.bottom() - above.bottom())
        write(painter, above, row.place, "strong", "text")
        write(painter, below, row.what, "caption", "muted")


class Changes(QWidget):
    """`opened(row)` by a click or Enter."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        frame = card(self)
        self._counted = Paragraph("", "caption", "muted", parent=frame)
        self._sentence = Paragraph("", "body", "muted", parent=frame)
        name = text("Changed since this version")
        self.list = GroupedList(name, _Look(), frame, by_click=True, uniform=True)
        head = column(space=0, margins=(16, 9, 16, 9))
        head.addWidget(label(name, "h3", parent=frame))
        head.addWidget(self._counted)
        inside = column(frame, margins=(1, 1, 1, 1))
        inside.addLayout(head)
        inside.addWidget(line(parent=frame))
        self._words = QWidget(frame)
        words = column(self._words, margins=(16, 12, 16, 12))
        words.addWidget(self._sentence)
        words.addStretch(1)
        inside.addWidget(self._words, 1)
        inside.addWidget(self.list, 1)
        column(self).addWidget(frame)
        self.list.opened.connect(self.opened)

    def show_detail(self, detail: VersionDetail) -> None:
        """Show the differences of a version from now."""
        text = self._language.text
        if self.list.rows() != detail.changes:
            self.list.show_rows(detail.changes)
        unread = text("The version is being read ...") if detail.read else text("This version cannot be read.")
        nothing = text("Decisions, texts and ratings are as they were then.") if detail.facts else unread
        self._sentence.say("" if detail.changes else nothing)
        self._words.setVisible(not detail.changes)
        self.list.setVisible(bool(detail.changes))
        self._counted.say(detail.counted)
        self._counted.setVisible(bool(detail.counted))

    def fit(self, *, narrow: bool) -> None:
        """In a narrow window the page scrolls, and the list keeps a height of its own."""
        self.setMinimumHeight(theme.current().px(300 if narrow else 180))

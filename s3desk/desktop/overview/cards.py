"""The cards of the overview with lists: criteria, open points, gaps, and the list of this week."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.overview.criteria_columns import Heads
from s3desk.desktop.overview.criteria_rows import CriteriaHead, CriteriaLook
from s3desk.desktop.overview.rows import RowList, RowLook, Spoken
from s3desk.desktop.overview.small_rows import GapLook, PointLook, TaskLook
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, line, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.overview_picture import OverviewPicture

AT_ONCE = 3
"""So many open points stand there before all are asked for."""

TASKS_AT_ONCE = 8
_NOTE_BESIDE_FROM = 440


class _ListCard(QFrame):
    """A card with a title, a note at the right of it, and a list; without rows a sentence stands there."""

    opened = Signal(object)

    def __init__(self, title: str, look: RowLook[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.note = label("", "caption", "muted", self)
        self.list = RowList(title, look, self)
        self.empty = Paragraph("", "body", "muted", parent=self)
        self.head = row(space=12, margins=(16, 0, 16, 0))
        self._titles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._titles.setSpacing(0)
        self._titles.addWidget(label(title, "h3", parent=self), 1)
        self._titles.addWidget(self.note)
        self.head.addLayout(self._titles, 1)
        self._edge = line(parent=self)
        self._below = QWidget(self)
        column(self._below, margins=(16, 0, 16, 10)).addWidget(self.empty)
        head_room = QWidget(self)
        head_room.setLayout(self.head)
        head_room.setMinimumHeight(theme.current().measure("height", "tab_bar"))
        inside = column(self, margins=(1, 1, 1, 4))
        inside.addWidget(head_room)
        inside.addWidget(self._edge)
        inside.addWidget(self.list)
        inside.addWidget(self._below)
        inside.addStretch(1)
        self.list.opened.connect(self.opened)

    def show_rows(self, rows: tuple[Spoken, ...], note: str, empty: str) -> None:
        """Show rows with a note, or the sentence that stands for them."""
        self.list.show_rows(rows)
        self.note.setText(note if rows else "")
        self.empty.say("" if rows else empty)
        self._below.setVisible(not rows)
        self._edge.setVisible(bool(rows))


class CriteriaCard(QFrame):
    """The seven criteria; `opened(CriterionLine)`."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        heads = Heads.of(language)
        self.list = RowList(language.text("Criteria"), CriteriaLook(language, heads), self)
        inside = column(self, margins=(1, 1, 1, 4))
        inside.addWidget(CriteriaHead(heads, self))
        inside.addWidget(line(parent=self))
        inside.addWidget(self.list)
        self.list.opened.connect(self.opened)


class _FoldedCard(_ListCard):
    """A list of which the first rows are shown, and all of them on demand: a long one would push the rest away."""

    def __init__(
        self, language: Language, title: str, look: RowLook[Any], at_once: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, look, parent)
        self._language = language
        self._at_once = at_once
        self._all: tuple[Spoken, ...] = ()
        self._words = ("", "")
        self._whole = False
        self.fold = buttons.link("–", parent=self)
        self.head.addWidget(self.fold)
        self.fold.clicked.connect(self._toggle)

    def show_folded(self, rows: tuple[Spoken, ...], note: str, empty: str) -> None:
        """Show rows with a note, or the sentence that stands for them; what was unfolded stays so."""
        self._all, self._words = rows, (note, empty)
        self._show()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        first, count = self._at_once, len(self._all)
        self.show_rows(self._all if self._whole else self._all[:first], *self._words)
        self.fold.setVisible(count > first)
        words = (
            self._language.text("Show the first {n}", n=first)
            if self._whole
            else self._language.text("Show all {n}", n=count)
        )
        buttons.show(self.fold, words)


class PointsCard(_FoldedCard):
    """Open points, the worst first: three of them, or all; `opened(PointLine)`."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, language.text("Open points"), PointLook(), AT_ONCE, parent)

    def show_picture(self, picture: OverviewPicture) -> None:
        """Show the points."""
        self.show_folded(
            picture.points, picture.point_counts, self._language.text("Nothing is open. All points are solved.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the card is narrow the note stands below the title."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.current().px(_NOTE_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._titles.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)


class GapsCard(_ListCard):
    """The largest gaps; `opened(GapLine)`, and a link to all of them."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.text("Largest gaps"), GapLook(), parent)
        self.all = buttons.link(language.text("All gaps"), parent=self)
        self.head.addWidget(self.all)

    def show_picture(self, picture: OverviewPicture) -> None:
        """Show the largest gaps, or why there is none."""
        self.show_rows(picture.gaps, picture.gap_note, picture.gap_note)
        self.all.setVisible(bool(picture.gaps))


class WeekCard(_FoldedCard):
    """What is overdue or due within a week; `opened(TaskLine)`."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, language.text("My list this week"), TaskLook(), TASKS_AT_ONCE, parent)

    def show_picture(self, picture: OverviewPicture) -> None:
        """Show what is due."""
        self.show_folded(picture.tasks, "", self._language.text("Nothing is overdue or due within a week."))

"""The list of steps: what is looked for, and the steps found, under the days on which they were made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.desktop import theme
from s3desk.desktop.overview.rows import RIGHT, write
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.grouped_list import GroupedList, Heading, Row
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import FlowLayout, card, column
from s3desk.queries.steps import SINCE, TOPICS, Since, Step, Topic, Wanted, criterion_choices, day_words

_PAUSE = 200
_TIME, _WHO = 48, 136
_WHO_FROM = 420


class _Look:
    """A step: its time, its name and who made it, and below what its first value was changed to."""

    def height(self) -> int:
        return theme.current().measure("row", "table_two_lines")

    def paint_row(self, painter: QPainter, rect: QRect, row: Step) -> None:
        shown = theme.current()
        room = rect.adjusted(shown.px(16), shown.px(4), -shown.px(12), -shown.px(4))
        above = QRect(room.left(), room.top(), room.width(), shown.line("body"))
        if not row.change:
            above = room
        who = shown.px(_WHO if room.width() / shown.factor >= _WHO_FROM else 0)
        words = above.adjusted(shown.px(_TIME), 0, -who, 0)
        write(painter, above, f"{row.at:%H:%M}", "caption", "muted")
        write(painter, words, row.name, "strong", "text")
        if who:
            write(
                painter, above.adjusted(above.width() - who + shown.px(8), 0, 0, 0), row.who, "caption", "muted", RIGHT
            )
        below = QRect(words.left(), above.bottom() + 1, room.right() - words.left(), room.bottom() - above.bottom())
        if row.change:
            write(painter, below, f"{row.change}   (+{row.more})" if row.more else row.change, "caption", "muted")


class Listing(QWidget):
    """`asked()` when something else is looked for; `chosen(step)` and `opened(step)` of a row, `near_end()`."""

    asked = Signal()
    chosen = Signal(object)
    opened = Signal(object)
    near_end = Signal()

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._day: date | None = None
        self.wanted = Wanted()
        self.search = QLineEdit(self)
        self.criterion = _box(text("Criterion"), criterion_choices(catalogue, language), self)
        self.topic = _box(text("Kind"), ((one, text(words)) for one, words in TOPICS.items()), self)
        self.who = _box(text("Person"), (("", text("All people")),), self)
        self.since = _box(text("Time"), ((one, text(words)) for one, words in SINCE.items()), self)
        self.list = GroupedList(text("Steps, newest first"), _Look(), self, by_click=False, uniform=True)
        self.show_all = buttons.secondary(text("Show all steps"), parent=self)
        self._card = card(self)
        self._nothing = card(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()

    def show_people(self, people: Iterable[str]) -> None:
        """Offer these people to choose from; the chosen one stays chosen."""
        chosen = self.who.currentData()
        for _ in range(self.who.count() - 1):
            self.who.removeItem(1)
        for name in people:
            self.who.addItem(name or self._language.text("Nobody named"), name)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    def clear(self) -> None:
        """Show no steps; more are added then."""
        self._day = None
        self.list.show_rows(())

    def add(self, steps: Iterable[Step], today: date, chosen: int) -> None:
        """Show more steps, each day under its heading; the one of that number is chosen when it comes."""
        rows: list[Row] = []
        for step in steps:
            if step.at.date() != self._day:
                self._day = step.at.date()
                rows.append(Heading(day_words(self._day, today, self._language)))
            rows.append(step)
        self.list.add_rows(tuple(rows))
        place = next((row for row in rows if isinstance(row, Step) and row.id == chosen), None)
        if place is not None:
            self.list.choose(place)

    def show_result(self, *, any_found: bool) -> None:
        """Show the list, or say that nothing was found."""
        self._card.setVisible(any_found)
        self._nothing.setVisible(not any_found)

    def focus_target(self) -> QWidget:
        """The steps; without any the field that looks for them."""
        return self.list if self.list.rows() else self.search

    def want_all(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        for box in (self.criterion, self.topic, self.who, self.since):
            box.setCurrentIndex(0)
        self._want(Wanted())

    def fit(self, *, narrow: bool) -> None:
        """In a narrow window the page scrolls, and the list keeps a height of its own."""
        self._card.setMinimumHeight(theme.current().px(340 if narrow else 160))

    def _want(self, wanted: Wanted) -> None:
        self._pause.stop()
        if wanted != self.wanted:
            self.wanted = wanted
            self.asked.emit()

    def _want_choice(self) -> None:
        self._want(
            replace(
                self.wanted,
                words=self.search.text(),
                criterion_id=self.criterion.currentData(),
                topic=Topic(self.topic.currentData()),
                who=self.who.currentData(),
                since=Since(self.since.currentData()),
            )
        )

    def _show_all(self) -> None:
        self.want_all()
        self.focus_target().setFocus()

    def _connect(self) -> None:
        self.search.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._want_choice)
        for box in (self.criterion, self.topic, self.who, self.since):
            box.activated.connect(self._want_choice)
        self.show_all.clicked.connect(self._show_all)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.near_end.connect(self.near_end)

    def _lay_out(self) -> None:
        text = self._language.text
        self.search.setPlaceholderText(text("Search in the history"))
        self.search.setAccessibleName(text("Search in the history"))
        self.search.setFixedWidth(theme.current().px(216))
        show_search_sign(self.search)
        controls = QWidget(self)
        line = FlowLayout(controls, space=8)
        for widget in (self.search, self.criterion, self.topic, self.who, self.since):
            line.addWidget(widget)
        column(self._card, margins=(1, 1, 1, 1)).addWidget(self.list)
        about = text("Try other words, or show all steps.")
        column(self._nothing).addWidget(
            EmptyState("search", text("No step found"), about, self.show_all, self._nothing)
        )
        inside = column(self, space=12)
        inside.addWidget(controls)
        inside.addWidget(self._card, 1)
        inside.addWidget(self._nothing, 1)


def _box(name: str, choices: Iterable[tuple[str, str]], parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, words in choices:
        made.addItem(words, str(value))
    return made

"""Several strategies, programmes or people below each other, each in a card with its form, and "Add another"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import TextInput
from s3desk.desktop.widgets.surfaces import bring_into_view, card, column, row
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import label
from s3desk.domain.records import Person, Programme, Strategy

R = TypeVar("R", bound=Strategy | Programme | Person)


class RecordForm(Protocol[R]):
    """A form for one record; `title` is the field by which it is told apart."""

    title: TextInput

    def widget(self) -> QWidget:
        """The form itself."""

    def show_record(self, record: R) -> None:
        """Fill the form."""

    def record(self) -> R:
        """What stands in the form. Raises `KnownError` for what cannot be read."""

    def check(self) -> bool:
        """Show what cannot be read; whether all can."""


class RecordCards(QWidget, Generic[R]):
    """A list of records as cards. There is always one card; a blank one counts as no record.

    `listed` tells that a record came, went or is titled anew.
    """

    listed = Signal()

    def __init__(
        self,
        language: Language,
        title: str,
        more: str,
        make: Callable[[Language, QWidget], RecordForm[R]],
        parent: QWidget,
        *,
        untitled: str = "",
    ) -> None:
        super().__init__(parent)
        self._language, self._title = language, title
        self._untitled = untitled or language.text("Write a title, so that it can be told apart.")
        self._make: Callable[[Language, QWidget], RecordForm[R]] = make
        self._cards: list[tuple[QFrame, RecordForm[R]]] = []
        self._room = column(space=12)
        self.more = buttons.link(more, symbol="plus", parent=self)
        outer = column(self, space=8)
        outer.addLayout(self._room)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        outer.addLayout(foot)
        self.more.clicked.connect(self._add_blank)
        self._add()

    def forms(self) -> tuple[RecordForm[R], ...]:
        """The forms in their order."""
        return tuple(form for _, form in self._cards)

    def records(self) -> tuple[R, ...]:
        """What was filled in, in this order."""
        return tuple(record for form in self.forms() if not is_blank(record := form.record()))

    def show_records(self, records: tuple[R, ...]) -> None:
        """Show these records, one card each."""
        for frame, _ in tuple(self._cards[max(1, len(records)) :]):
            self._remove(frame)
        while len(self._cards) < len(records):
            self._add()
        for form, record in zip(self.forms(), records, strict=False):
            form.show_record(record)

    def check(self) -> bool:
        """Show what cannot be read or is missing in any card; whether all is well."""
        return not [form for form in self.forms() if not (form.check() and self._has_title(form))]

    def _has_title(self, form: RecordForm[R]) -> bool:
        missing = not form.title.text() and not is_blank(form.record())
        form.title.show_error(self._untitled if missing else "")
        return not missing

    def _add_blank(self) -> None:
        field = self._add().title.line
        self._cards[-1][0].show()
        field.setFocus()
        bring_into_view(field)

    def _add(self) -> RecordForm[R]:
        frame = card(self)
        form = self._make(self._language, frame)
        remove = buttons.link(self._language.text("Remove"), parent=frame)
        remove.setAccessibleName(f"{self._language.text('Remove')}: {self._title}")
        head = row()
        head.addWidget(label(self._title, "h3", parent=frame), 1)
        head.addWidget(remove)
        inside = column(frame, space=8, margins=(16, 10, 16, 16))
        inside.addLayout(head)
        inside.addWidget(form.widget())
        self._room.addWidget(frame)
        self._cards.append((frame, form))
        self._order(frame)
        remove.clicked.connect(partial(self._remove, frame))
        form.title.line.textChanged.connect(self.listed)
        return form

    def _order(self, frame: QFrame) -> None:
        """The Tab key goes from the card before through this one to "Add another"."""
        before = [one for other, _ in self._cards[-2:-1] for one in _stops(other)[-1:]]
        in_tab_order(*before, *_stops(frame), self.more)

    def _remove(self, frame: QFrame, _checked: bool = False) -> None:
        self._cards = [pair for pair in self._cards if pair[0] is not frame]
        frame.hide()
        frame.deleteLater()
        if not self._cards:
            self._add()
            self._cards[-1][0].show()
        self._cards[-1][1].title.line.setFocus()
        self.listed.emit()


def _stops(card: QFrame) -> list[QWidget]:
    """Where the Tab key stops in a card; the list that a drop-down field opens is a window of its own."""
    stops = (one for one in card.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [one for one in stops if one.window() is card.window()]


def is_blank(record: Strategy | Programme | Person) -> bool:
    """Whether nothing was filled in."""
    return replace(record, id="", position=0) == type(record)("", "")

"""Several strategies or programmes below each other, each in a card with its form, and "Add another"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.forms import ProgrammeForm, StrategyForm
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import card, column, row
from s3desk.desktop.widgets.texts import label
from s3desk.domain.records import Programme, Strategy

Form = StrategyForm | ProgrammeForm
Listed = Strategy | Programme


class RecordCards(QWidget):
    """A list of records as cards. There is always one card; a blank one counts as no record."""

    def __init__(
        self, language: Language, title: str, more: str, make: Callable[[Language, QWidget], Form], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._language, self._title, self._make = language, title, make
        self._cards: list[tuple[QFrame, Form]] = []
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

    def forms(self) -> tuple[Form, ...]:
        """The forms in their order."""
        return tuple(form for _, form in self._cards)

    def records(self) -> tuple[Listed, ...]:
        """What was filled in, in this order."""
        return tuple(record for form in self.forms() if not is_blank(record := form.record()))

    def show_records(self, records: tuple[Listed, ...]) -> None:
        for frame, _ in tuple(self._cards[max(1, len(records)) :]):
            self._remove(frame)
        while len(self._cards) < len(records):
            self._add()
        for form, record in zip(self.forms(), records, strict=False):
            if isinstance(form, StrategyForm) and isinstance(record, Strategy):
                form.show_record(record)
            elif isinstance(form, ProgrammeForm) and isinstance(record, Programme):
                form.show_record(record)

    def check(self) -> bool:
        """Show what cannot be read or is missing in any card; whether all is well."""
        return all([form.check() and self._has_title(form) for form in self.forms()])

    def _has_title(self, form: Form) -> bool:
        record = form.record()
        missing = not record.title and not is_blank(record)
        form.title.show_error(self._language.text("Write a title, so that it can be told apart.") if missing else "")
        return not missing

    def _add_blank(self) -> None:
        self._add().title.line.setFocus()

    def _add(self) -> Form:
        frame = card(self)
        form = self._make(self._language, frame)
        remove = buttons.link(self._language.text("Remove"), parent=frame)
        remove.setAccessibleName(f"{self._language.text('Remove')}: {self._title}")
        head = row()
        head.addWidget(label(self._title, "h3", parent=frame), 1)
        head.addWidget(remove)
        inside = column(frame, space=8, margins=(16, 10, 16, 16))
        inside.addLayout(head)
        inside.addWidget(form)
        self._room.addWidget(frame)
        self._cards.append((frame, form))
        remove.clicked.connect(partial(self._remove, frame))
        return form

    def _remove(self, frame: QFrame, _checked: bool = False) -> None:
        self._cards = [pair for pair in self._cards if pair[0] is not frame]
        frame.hide()
        frame.deleteLater()
        if not self._cards:
            self._add()


def is_blank(record: Listed) -> bool:
    """Whether nothing was filled in."""
    return replace(record, id="", position=0) == type(record)("", "")

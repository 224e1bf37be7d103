"""Territories as chips: searched by NUTS code or name, or given a free name where there is no code."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from s3desk.basics.language import Language
from s3desk.catalogue.regions import Region, find
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import FlowLayout, clear, column, row
from s3desk.desktop.widgets.texts import label
from s3desk.domain.records import Territory

_CHOICE = Qt.ItemDataRole.UserRole


class TerritoriesField(QWidget):
    """The territories of an assessment; `changed` after each one added or removed."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._territories: tuple[Territory, ...] = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(language.text("NUTS code or name, for example ITI1 or Toscana"))
        show_search_sign(self.search)
        self.found = QListWidget(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._lay_out()
        self.search.textEdited.connect(self._show_found)
        self.found.itemClicked.connect(self._take)
        self.search.installEventFilter(self)

    def territories(self) -> tuple[Territory, ...]:
        """The territories in their order; new ones have no id yet."""
        return tuple(replace(one, position=place) for place, one in enumerate(self._territories))

    def show_territories(self, territories: tuple[Territory, ...]) -> None:
        self._territories = territories
        clear(self._flow)
        for place, territory in enumerate(territories):
            self._flow.addWidget(self._chip(place, territory))
        self._chips.setVisible(bool(territories))
        self._chips.updateGeometry()

    def _show_found(self, text: str) -> None:
        self.found.clear()
        for region in find(text):
            self._add_choice(f"{region.code}   {_names(region)}", region)
        if text.strip():
            self._add_choice(self._language.text("Use “{name}” as a free name", name=text.strip()), text.strip())
        self.found.setCurrentRow(0)
        rows = min(self.found.count(), 6)
        self.found.setFixedHeight(rows * theme.current().px(28) + theme.current().px(10))
        self.found.setVisible(rows > 0)

    def _add_choice(self, words: str, choice: Region | str) -> None:
        item = QListWidgetItem(words, self.found)
        item.setData(_CHOICE, choice)
        item.setSizeHint(QSize(0, theme.current().px(28)))

    def _take_current(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        choice = item.data(_CHOICE)
        territory = (
            Territory("", choice.own_name, choice.code, choice.country)
            if isinstance(choice, Region)
            else Territory("", str(choice))
        )
        self.search.clear()
        self.found.hide()
        self.search.setFocus()
        if not any((known.code, known.name) == (territory.code, territory.name) for known in self._territories):
            self.show_territories((*self._territories, territory))
            self.changed.emit()

    def _remove(self, place: int) -> None:
        left = (*self._territories[:place], *self._territories[place + 1 :])
        self.show_territories(left)
        self.search.setFocus()
        self.changed.emit()

    def _chip(self, place: int, territory: Territory) -> QFrame:
        chip = QFrame(self._chips)
        chip.setProperty("chip", "true")
        words = f"{territory.name} ({territory.code})" if territory.code else territory.name
        name = self._language.text("Remove {name}", name=territory.name)
        remove = buttons.symbol_button("cross", name, parent=chip)
        inside = row(chip, space=4, margins=(10, 1, 2, 1))
        inside.addWidget(label(words, parent=chip))
        inside.addWidget(remove)
        remove.clicked.connect(partial(self._remove, place))
        return chip

    def _lay_out(self) -> None:
        self.found.setProperty("boxed", "true")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setAccessibleName(self._language.text("Territories found"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.hide()
        outer = column(self, space=8)
        outer.addWidget(self._chips)
        outer.addWidget(self.search)
        outer.addWidget(self.found)
        self.setFocusProxy(self.search)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list below while the cursor stays in the search field; Enter takes, Escape closes."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or self.found.isHidden():
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            place = self.found.currentRow() + step
            self.found.setCurrentRow(max(0, min(place, self.found.count() - 1)))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.found.hide()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_current()
            return True
        return super().eventFilter(watched, event)


def _names(region: Region) -> str:
    return f"{region.name} ({region.native})" if region.native else region.name

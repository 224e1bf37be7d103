"""The bar above everything: menus at the left; at the right what an open file needs, or text size and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.commands import TEXT_SIZE_MENU, Menu, language_menu, menus, own_name
from s3desk.desktop.mnemonics import mark
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, line, row

if TYPE_CHECKING:
    from s3desk.desktop.file_corner import FileCorner

_STATE_FROM = 800


class TopBar(QWidget):
    """Menus and the few things that are always at hand."""

    def __init__(
        self,
        language: Language,
        languages: tuple[str, ...],
        actions: Mapping[str, QAction],
        text_size: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._actions = actions
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self._menus = [(self.menus.addMenu(language.text(menu.text)), menu) for menu in menus(languages)]
        self._start_corner = QWidget(self)
        size_text = language.text("Text size {size} %", size=text_size)
        self._size = self._menu_button(size_text, "eye", TEXT_SIZE_MENU)
        self._speech = self._menu_button(own_name(language.code), "", language_menu(languages))
        self._speech.setAccessibleName(language.text("Language: {name}", name=own_name(language.code)))
        self._bar = row(space=4, margins=(0, 0, 12, 0))
        self._lay_out()

    @cached_property
    def file_corner(self) -> FileCorner:
        """The right part while a file is open; made with the first one, the start page has its own."""
        from s3desk.desktop.file_corner import FileCorner

        made = FileCorner(self._language, self._actions, self)
        self._bar.addWidget(made, 1)
        return made

    def show_file(self, *, open_file: bool, read_only: bool) -> None:
        """Show what belongs to an open file, or, on the start page, text size and language."""
        if open_file:
            self.file_corner.show_file(read_only=read_only)
        if "file_corner" in vars(self):
            self.file_corner.setVisible(open_file)
            self._fit()
        self._start_corner.setVisible(not open_file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Menus and Find go before the words of the save state where the window is narrow."""
        if "file_corner" in vars(self):
            self.file_corner.fit(narrow=self.width() / theme.current().factor < _STATE_FROM)

    def fill_menus(self, show_icons: Callable[[], object]) -> None:
        """Put the commands into the menus; done after the first paint, and their icons when a menu first opens."""
        for popup, menu in self._menus:
            self._fill(popup, menu)
            popup.aboutToShow.connect(show_icons)

    def _fill(self, target: QMenu, menu: Menu) -> None:
        target.aboutToShow.connect(partial(mark, target))
        for item in menu.items:
            if item is None:
                target.addSeparator()
            elif isinstance(item, Menu):
                self._fill(target.addMenu(self._language.text(item.text)), item)
            else:
                target.addAction(self._actions[item])

    def _menu_button(self, text: str, symbol: str, menu: Menu) -> QPushButton:
        made = buttons.quiet(text, symbol=symbol, then="" if symbol else "chevron-down", parent=self._start_corner)
        popup = QMenu(made)
        self._menus.append((popup, menu))
        made.setMenu(popup)
        return made

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(max(theme.current().measure("height", "menu_bar"), 40))
        inside = row(self._start_corner, space=4)
        inside.addStretch(1)
        inside.addWidget(self._size)
        inside.addWidget(self._speech)
        self._bar.addWidget(self.menus)
        self._bar.addWidget(self._start_corner, 1)
        outer = column(self)
        outer.addLayout(self._bar, 1)
        outer.addWidget(line(parent=self))

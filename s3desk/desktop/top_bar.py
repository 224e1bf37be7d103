"""The bar above everything: menus at the left; at the right save state, undo and redo, or size and language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.commands import TEXT_SIZE_MENU, Menu, language_menu, menus, own_name
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, line, row
from s3desk.desktop.widgets.texts import label


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
        for menu in menus(languages):
            self._fill(self.menus.addMenu(language.text(menu.text)), menu)
        self._state_symbol = label("", parent=self)
        self._state = label("", "body", "muted", self)
        self._state.setMinimumWidth(self.fontMetrics().horizontalAdvance(language.text("All changes saved")))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(theme.current().tokens.times["save_after_last_key"])
        self._rest.timeout.connect(self._show_saved)
        self._undo = self._action_button("edit.undo")
        self._redo = self._action_button("edit.redo")
        size_text = language.text("Text size {size} %", size=text_size)
        self._size = self._menu_button(size_text, "eye", TEXT_SIZE_MENU)
        self._speech = self._menu_button(own_name(language.code), "", language_menu(languages))
        self._speech.setAccessibleName(language.text("Language: {name}", name=own_name(language.code)))
        self._lay_out()
        self.show_file(open_file=False, read_only=False)

    def show_file(self, *, open_file: bool, read_only: bool) -> None:
        """Show what belongs to an open file, or, on the start page, text size and language."""
        self._rest.stop()
        text = self._language.text("Read-only") if read_only else self._language.text("All changes saved")
        self._state.setText(text)
        self._state_symbol.setPixmap(pixmap("lock", "warn") if read_only else pixmap("check", "ok"))
        for widget in (self._state_symbol, self._state):
            widget.setVisible(open_file)
        for button in (self._undo, self._redo):
            button.setVisible(open_file and not read_only)
        for button in (self._size, self._speech):
            button.setVisible(not open_file)

    def show_saving(self, saving: bool) -> None:
        """Say that words are being typed which are not yet in the file, or, once typing rests, that all are."""
        if not saving:
            self._rest.start()
            return
        self._rest.stop()
        self._state.setText(self._language.text("Saving..."))
        self._state_symbol.setPixmap(pixmap("saving", "muted"))

    def _show_saved(self) -> None:
        self._state.setText(self._language.text("All changes saved"))
        self._state_symbol.setPixmap(pixmap("check", "ok"))

    def _fill(self, target: QMenu, menu: Menu) -> None:
        for item in menu.items:
            if item is None:
                target.addSeparator()
            elif isinstance(item, Menu):
                self._fill(target.addMenu(self._language.text(item.text)), item)
            else:
                target.addAction(self._actions[item])

    def _action_button(self, command: str) -> QPushButton:
        action = self._actions[command]
        made = buttons.symbol_button(command.removeprefix("edit."), action.text(), parent=self)
        made.clicked.connect(action.trigger)
        action.changed.connect(self._follow_actions)
        return made

    def _follow_actions(self) -> None:
        for button, command in ((self._undo, "edit.undo"), (self._redo, "edit.redo")):
            action = self._actions[command]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())

    def _menu_button(self, text: str, symbol: str, menu: Menu) -> QPushButton:
        made = buttons.quiet(text, symbol=symbol, then="" if symbol else "chevron-down", parent=self)
        popup = QMenu(made)
        self._fill(popup, menu)
        made.setMenu(popup)
        return made

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(max(theme.current().measure("height", "menu_bar"), 40))
        bar = row(space=4, margins=(0, 0, 12, 0))
        bar.addWidget(self.menus)
        bar.addStretch(1)
        bar.addWidget(self._state_symbol)
        bar.addSpacing(theme.current().px(4))
        bar.addWidget(self._state)
        bar.addSpacing(theme.current().px(12))
        for widget in (self._undo, self._redo, self._size, self._speech):
            bar.addWidget(widget)
        outer = column(self)
        outer.addLayout(bar, 1)
        outer.addWidget(line(parent=self))

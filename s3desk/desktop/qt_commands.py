"""The commands of a window as Qt actions: which can be done now, which are ticked, and what undo would take back."""

from __future__ import annotations

import math
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from s3desk.basics.errors import KnownError
from s3desk.basics.language import available_languages, message
from s3desk.desktop import icons
from s3desk.desktop.commands import COMMANDS, Command, language_commands
from s3desk.desktop.mnemonics import escaped

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.journal import StepName

# The setting that a command with an argument sets: its menu row is ticked while it has that value.
_SETTINGS = {
    "set_text_size": "text_size",
    "set_theme": "theme",
    "set_language": "language",
    "ask_core_only": "core_only",
}


class QtCommands(QObject):
    """The actions of one window by command id; each calls its method of the window's `Handlers` or of the page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help_pressed = -math.inf
        self._commands = {one.id: one for one in (*COMMANDS, *language_commands(available_languages()))}
        self.actions = {one.id: self._action(one) for one in self._commands.values()}

    def end(self) -> None:
        """Give the keys free at once for those who come next, and go when nothing here runs any more."""
        for action in self.actions.values():
            action.setShortcuts([])
        self.deleteLater()

    def show_icons(self) -> None:
        """Give the commands their icons, once; done when a menu opens, because only menus show them."""
        for command_id, action in self.actions.items():
            if (symbol := self._commands[command_id].icon) and action.icon().isNull():
                action.setIcon(icons.icon(symbol))

    def update(self) -> None:
        """Enable what can be done now and say what undo would take back."""
        steps = {which: self._next_step(which) for which in ("undo", "redo")}
        for command_id, action in self.actions.items():
            command = self._commands[command_id]
            action.setEnabled(steps[command.needs] is not None if command.needs in steps else self._possible(command))
            if action.isCheckable():
                value = getattr(self._window.preferences.now, _SETTINGS[command.handler])
                action.setChecked(value == command.argument)
        self._name_steps(steps["undo"], steps["redo"])

    def _action(self, command: Command) -> QAction:
        language = self._window.language
        values = {"n": command.argument} if "{n}" in command.text else {}
        action = QAction(escaped(language.text(command.text, **values)), self)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.handler in _SETTINGS)
        action.triggered.connect(partial(self._run, command))
        self._window.addAction(action)
        return action

    def _run(self, command: Command, _checked: bool = False) -> None:
        if command.handler == "toggle_guidance" and self._is_second_press():
            self._window.handlers.show_keyboard()
        owner = self._window.page if command.needs == "page" else self._window.handlers
        method = getattr(owner, command.handler)
        if command.argument is None:
            method()
        else:
            method(command.argument)

    def _is_second_press(self) -> bool:
        """Whether the key for help was pressed a moment ago already."""
        before, self._help_pressed = self._help_pressed, time.monotonic()
        return self._help_pressed - before < QApplication.doubleClickInterval() / 1000

    def _possible(self, command: Command) -> bool:
        window = self._window
        if command.needs == "nothing":
            return True
        if not window.has_file:
            return False
        if command.needs == "writable":
            return not window.workspace.read_only
        return command.needs == "file" or hasattr(window.page, command.handler)

    def _next_step(self, which: str) -> StepName | None:
        """The step that undo or redo would take; none while the file cannot be read, which is told elsewhere."""
        if not self._window.has_file:
            return None
        workspace = self._window.workspace
        try:
            return workspace.next_undo if which == "undo" else workspace.next_redo
        except KnownError:
            return None

    def _name_steps(self, undo: StepName | None, redo: StepName | None) -> None:
        text = self._window.language.text
        for command_id, one, plain, named in (
            ("edit.undo", undo, text("Undo"), message("Undo: {step}")),
            ("edit.redo", redo, text("Redo"), message("Redo: {step}")),
        ):
            step = self._window.language.recorded(one.label, one.values) if one else ""
            self.actions[command_id].setText(escaped(text(named, step=step) if step else plain))

"""What each command does, and which commands can be done now. One method a command."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages, message
from s3desk.basics.places import documents_folder, log_folder
from s3desk.desktop import icons, incoming, opening, theme, workbooks
from s3desk.desktop.commands import COMMANDS, Command, language_commands
from s3desk.desktop.mnemonics import escaped
from s3desk.desktop.pages.page import Place

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.journal import Entry
    from s3desk.workspace.workspace import Workspace

# The setting that a command with an argument sets: its menu row is ticked while it has that value.
_SETTINGS = {
    "set_text_size": "text_size",
    "set_theme": "theme",
    "set_language": "language",
    "ask_core_only": "core_only",
}


class Handlers(QObject):
    """The commands of one window as Qt actions, and what they do."""

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
        for command_id, action in self.actions.items():
            command = self._commands[command_id]
            action.setEnabled(self._possible(command))
            if action.isCheckable():
                value = getattr(self._window.preferences.now, _SETTINGS[command.handler])
                action.setChecked(value == command.argument)
        self._name_steps()

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
            self.show_keyboard()
        owner = self._window.page if command.needs == "page" else self
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
        if command.needs in ("undo", "redo"):
            return self._next_step(command.needs) is not None
        if command.needs == "writable":
            return not window.workspace.read_only
        return command.needs == "file" or hasattr(window.page, command.handler)

    def _next_step(self, which: str) -> Entry | None:
        """The step that undo or redo would take; none while the file cannot be read, which is told elsewhere."""
        workspace = self._window.workspace
        try:
            return workspace.next_undo if which == "undo" else workspace.next_redo
        except KnownError:
            return None

    def _name_steps(self) -> None:
        text = self._window.language.text
        open_file = self._window.has_file
        undo = self._next_step("undo") if open_file else None
        redo = self._next_step("redo") if open_file else None
        for command_id, entry, plain, named in (
            ("edit.undo", undo, text("Undo"), message("Undo: {step}")),
            ("edit.redo", redo, text("Redo"), message("Redo: {step}")),
        ):
            step = text(entry.label, **entry.values) if entry else ""
            self.actions[command_id].setText(escaped(text(named, step=step) if step else plain))

    # File

    def new(self) -> None:
        from s3desk.desktop.dialogs.new_check import NewCheckDialog

        dialog = NewCheckDialog(self._window.language, self._window)
        if dialog.exec():
            author = self._window.preferences.now.author
            path, records = dialog.path(), dialog.records()
            self._window.file.take(lambda: opening.create_file(path, records, author))

    def open(self) -> None:
        path = self._ask_open()
        if path is not None:
            self._window.open_path(path)

    def locate(self, path: str) -> None:
        """Ask where a missing recent file lies now, and open it there."""
        found = self._ask_open()
        if found is not None and self._window.open_path(found):
            self._window.preferences.forget(path)

    def open_example(self) -> None:
        window = self._window
        window.file.take(lambda: opening.open_example(window.language, window.preferences.now.author))

    def save_now(self) -> None:
        """There is nothing to save by hand but the last words; the answer is what people want to read."""
        self._window.save_typing()
        self._window.say(self._window.language.text("All changes saved"))

    def save_version(self) -> None:
        from s3desk.desktop.dialogs.version import VersionDialog

        self._ask(VersionDialog, self._window.language.text("The version is saved."))

    def save_copy(self) -> None:
        from s3desk.desktop import copies

        copies.save_copy(self._window)

    def open_copy(self) -> None:
        from s3desk.desktop import copies

        copies.open_copy(self._window)

    def show_backups(self) -> None:
        self.show_backups_of(self._window.workspace.path)

    def show_backups_of(self, path: Path) -> None:
        from s3desk.desktop import copies

        copies.show_backups(self._window, path)

    def show_in_folder(self) -> None:
        show_folder(self._window.workspace.path.parent)

    def create_report(self) -> None:
        self._window.enter(Place("reports"))

    def take_answers(self) -> None:
        workbooks.choose(self._window)

    def close_file(self) -> None:
        self._window.close_file()

    def quit(self) -> None:
        self._window.close()

    # Edit, view, assessment

    def undo(self) -> None:
        self._window.save_typing()
        self._window.attempt(self._window.workspace.undo)

    def redo(self) -> None:
        self._window.save_typing()
        self._window.attempt(self._window.workspace.redo)

    def set_text_size(self, size: int) -> None:
        self._look(text_size=size)

    def larger(self) -> None:
        self._step_size(1)

    def smaller(self) -> None:
        self._step_size(-1)

    def set_theme(self, choice: str) -> None:
        self._look(theme=choice)

    def ask_core_only(self, only: bool) -> None:
        """Ask only the core questions, as in a quick check, or all of them."""
        self._window.save_typing()
        self._window.preferences.change(core_only=only)
        self._window.questions_changed()

    def set_language(self, code: str) -> None:
        self._window.preferences.change(language=code)
        self._window.rebuild()

    def show_settings(self) -> None:
        from s3desk.desktop.dialogs.settings import SettingsDialog

        SettingsDialog(self._window).open()

    def set_author(self, name: str) -> None:
        """Write the history from now on under this name."""
        self._window.preferences.change(author=name)
        if self._window.has_file:
            self._window.workspace.who = name

    def go_to_criterion(self, number: int) -> None:
        criteria = self._window.workspace.catalogue.criteria
        self._window.enter(Place("criterion", criteria[number - 1].id))

    def go_to_page(self, page: str) -> None:
        self._window.enter(Place(page))

    def find(self) -> None:
        self._window.finding.begin()

    def describe(self, part: int = 0) -> None:
        from s3desk.desktop.dialogs.describe import DescribeDialog

        self._window.save_typing()
        DescribeDialog(self._window.workspace, self._window.language, self._window, part=part).exec()

    def start_check(self) -> None:
        from s3desk.desktop.dialogs.next_check import NextCheckDialog

        self._ask(NextCheckDialog, self._window.language.text("The new check has begun. All of it is to confirm."))

    def record_status(self) -> None:
        from s3desk.desktop.dialogs.status import StatusDialog

        self._ask(StatusDialog, self._window.language.text("The status is recorded, and a version is saved."))

    def next_area(self) -> None:
        self._move_area(1)

    def previous_area(self) -> None:
        self._move_area(-1)

    # Help

    def show_how(self) -> None:
        from s3desk.desktop.dialogs.help import show_how

        show_how(self._window.language, self._window)

    def show_about(self) -> None:
        from s3desk.desktop.dialogs.help import show_about

        show_about(self._window.language, self._window)

    def show_keyboard(self) -> None:
        from s3desk.desktop.dialogs.keyboard import KeyboardDialog

        KeyboardDialog(self._window.language, self._window).open()

    def show_privacy(self) -> None:
        from s3desk.desktop.dialogs.help import show_privacy

        show_privacy(self._window.language, self._window)

    def verify(self) -> None:
        incoming.verify(self._window)

    def show_log_folder(self) -> None:
        log_folder().mkdir(parents=True, exist_ok=True)
        show_folder(log_folder())

    def _step_size(self, step: int) -> None:
        sizes = theme.TEXT_SIZES
        now = self._window.preferences.now.text_size
        place = sizes.index(now) + step if now in sizes else 0
        self._look(text_size=sizes[max(0, min(place, len(sizes) - 1))])

    def _look(self, **values: object) -> None:
        """Change size or colours: the application gets the new look, the window is built anew in it."""
        self._window.preferences.change(**values)
        self._window.look_anew()

    def _move_area(self, step: int) -> None:
        areas = [area for area in (*self._window.frame.areas(), *self._window.page.areas()) if area.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, area in enumerate(areas) if focus and _holds(area, focus)), -1 if step > 0 else 0)
        areas[(here + step) % len(areas)].setFocus()

    def _ask(self, make: Callable[[Workspace, Language, QWidget], QDialog], said: str) -> None:
        """Open a dialog that stores something in one step; when it did, say so and offer to take it back."""
        self._window.save_typing()
        dialog = make(self._window.workspace, self._window.language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._window.say, said, undo=True))
        dialog.open()

    def _ask_open(self) -> Path | None:
        text = self._window.language.text
        from PySide6.QtWidgets import QFileDialog

        filters = text("S3 Desk files, reports, data files and workbooks") + " (*.s3desk *.pdf *.json *.xlsx)"
        name, _ = QFileDialog.getOpenFileName(self._window, text("Open a file"), str(documents_folder()), filters)
        return Path(name) if name else None


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _holds(area: QWidget, focus: QWidget) -> bool:
    return area is focus or area.isAncestorOf(focus)

"""What each command of the window does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from s3desk.basics.language import Language
from s3desk.basics.places import documents_folder, log_folder
from s3desk.desktop import areas, incoming, opening, theme, workbooks
from s3desk.desktop.pages.page import Place

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.workspace import Workspace


class Handlers:
    """One method a command; `commands.py` names it, `QtCommands` calls it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

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
        from s3desk.desktop import going_out

        going_out.show_folder(self._window.workspace.path.parent)

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

        said = self._window.language.text("The new check has begun. All of it is to confirm.")
        self._ask(NextCheckDialog, said, then=Place("overview"))

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
        from s3desk.desktop import going_out

        log_folder().mkdir(parents=True, exist_ok=True)
        going_out.show_folder(log_folder())

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
        areas.move((*self._window.frame.areas(), *self._window.page.areas()), step)

    def _ask(
        self, make: Callable[[Workspace, Language, QWidget], QDialog], said: str, *, then: Place | None = None
    ) -> None:
        """Open a dialog that stores something in one step; when it did, say so and offer to take it back."""
        self._window.save_typing()
        dialog = make(self._window.workspace, self._window.language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if then is not None:
            dialog.accepted.connect(partial(self._window.enter, then))
        dialog.accepted.connect(partial(self._window.say, said, undo=True))
        dialog.open()

    def _ask_open(self) -> Path | None:
        text = self._window.language.text
        from PySide6.QtWidgets import QFileDialog

        filters = text("S3 Desk files, reports, data files and workbooks") + " (*.s3desk *.pdf *.json *.xlsx)"
        name, _ = QFileDialog.getOpenFileName(self._window, text("Open a file"), str(documents_folder()), filters)
        return Path(name) if name else None

"""Copies of a file through the window: of the open one, of one that is read only, of a backup, of what is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.paths import is_folder
from s3desk.basics.places import documents_folder
from s3desk.desktop import errors, opening

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.backup import Backup


def save_copy(window: MainWindow) -> None:
    """Ask what the copy shall hold and where it shall lie, and write it."""
    from s3desk.desktop.dialogs.copy import CopyDialog

    window.save_typing()
    if window.file.is_lost():
        _rescue(window)
        return
    dialog = CopyDialog(window.language, window)
    dialog.accepted.connect(lambda: _write_copy(window, without_private=dialog.without_private()))
    dialog.open()


def open_copy(window: MainWindow) -> None:
    """Copy a file that is open for reading only, and work in the copy."""
    if (target := _ask_target(window, _proposed(window))) is None:
        window.show_file_state()
        return
    _copy_and_open(window, window.workspace.path, target)


def show_backups(window: MainWindow, path: Path) -> None:
    """Show the backups of a file; a copy of one can be opened."""
    from s3desk.desktop.dialogs.backups import BackupsDialog

    BackupsDialog(path, window.language, partial(_open_backup, window, path), window).open()


def _open_backup(window: MainWindow, path: Path, backup: Backup) -> None:
    mark = window.language.text("backup")
    folder = path.parent if is_folder(path.parent) else documents_folder()
    proposed = opening.free_name(folder / f"{path.stem} ({mark} {backup.made_at:%Y-%m-%d %H.%M}){opening.SUFFIX}")
    if (target := _ask_target(window, proposed)) is not None:
        _copy_and_open(window, backup.path, target)


def _write_copy(window: MainWindow, *, without_private: bool) -> None:
    if (target := _ask_target(window, _proposed(window))) is None:
        return
    from s3desk.operations import copying

    original = copying.original_of(window.workspace)

    def write() -> None:
        if without_private:
            copying.copy_without_private(original, target)
        else:
            copying.copy_file(original.path, target)

    said = window.language.text("A copy is saved as {name}.", name=target.name)
    _work(window, write, partial(window.say, said))


def _copy_and_open(window: MainWindow, source: Path, target: Path) -> None:
    from s3desk.operations import copying

    _work(window, partial(copying.copy_file, source, target), partial(window.open_path, target))


def _rescue(window: MainWindow) -> None:
    """The file is gone or no longer ours: what is shown goes into a new file, and the work goes on there."""
    from s3desk.operations import copying

    target = _ask_target(window, _proposed(window))
    if target is None:
        return
    workspace = window.workspace
    if window.attempt(lambda: copying.rescue(workspace, target)) and window.file.move_to(target):
        window.say(window.language.text("You work in the copy {name} now.", name=target.name))


def _work(window: MainWindow, write: Callable[[], None], then: Callable[[], object]) -> None:
    """Write in a thread; what comes then is done in the window."""
    from s3desk.desktop.jobs import Job

    job = Job(lambda _progress: write())
    job.finished.connect(lambda _nothing: then())
    job.refused.connect(window.report)
    job.broke.connect(partial(errors.tell, window.language))
    job.start()


def _proposed(window: MainWindow) -> Path:
    path = window.workspace.path
    return documents_folder() / f"{path.stem} ({window.language.text('copy')}){opening.SUFFIX}"


def _ask_target(window: MainWindow, proposed: Path) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    text = window.language.text
    filters = text("S3 Desk files") + " (*.s3desk)"
    name, _ = QFileDialog.getSaveFileName(window, text("Save a copy"), str(proposed), filters)
    return opening.with_ending(name, opening.SUFFIX) if name else None

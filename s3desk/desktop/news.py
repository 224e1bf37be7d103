"""What is told about a file when it is opened: it was not closed, other programs keep its folder, it has a double."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.paths import is_file
from s3desk.basics.progress import Progress
from s3desk.desktop.jobs import Job

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow
    from s3desk.workspace.neighbourhood import Neighbourhood

_LATEST = 5
"""So many of the recent files are looked at when the program starts."""


def tell_of_opened(window: MainWindow) -> None:
    """Say what is to be said about the file that has just been opened."""
    workspace, text = window.workspace, window.language.text
    if workspace.left_open and workspace.changed_at is not None:
        what = text("S3 Desk did not close this file properly.")
        safe = text("Everything up to {time} is in the file.", time=_clock(window, workspace.changed_at))
        window.frame.notice.say("ok", what, safe)
    path = workspace.path

    def look(_progress: Progress) -> Neighbourhood:
        from s3desk.workspace.neighbourhood import look_around

        return look_around(path)

    job = Job(look)
    job.finished.connect(partial(_tell_neighbourhood, window, path))
    job.start()


def tell_of_writer(window: MainWindow, read_again: Callable[[], None]) -> None:
    """Who reads only is told when the writer has closed the file or changed it; one click shows it as it is now."""
    from s3desk.workspace.lock import note_beside

    workspace, text = window.workspace, window.language.text
    name = workspace.holder.name if workspace.holder else ""
    if not note_beside(workspace.path).exists():
        what, button = text("{name} has closed the file.", name=name), text("Open it for writing")
    elif workspace.is_behind:
        what = text("{name} has changed the file since you opened it.", name=name)
        button = text("Show the newest state")
    else:
        return
    window.frame.notice.say("advice", what, button=button, do=read_again)


def tell_of_start(window: MainWindow) -> None:
    """After a start: say that the settings were damaged, or that a recent file was not closed, and what is safe."""
    if (kept := window.preferences.damaged) is not None:
        text = window.language.text
        what = text("Your settings could not be read. The usual ones are used now, and your files are safe.")
        window.frame.trouble.say("warn", what, text("The damaged file is kept as {name}.", name=kept.name))
    paths = tuple(Path(file.path) for file in window.preferences.now.recent[:_LATEST])

    def look(_progress: Progress) -> tuple[Path, datetime] | None:
        from s3desk.workspace.lock import was_left_open

        left = next((path for path in paths if was_left_open(path) and is_file(path)), None)
        return None if left is None else (left, _written_at(left))

    job = Job(look)
    job.finished.connect(partial(_tell_left_open, window))
    job.start()


def _tell_left_open(window: MainWindow, found: object) -> None:
    if not isinstance(found, tuple) or window.has_file:
        return
    path, moment = found
    text = window.language.text
    what = text("S3 Desk did not close properly.")
    safe = text("Everything up to {time} is in the file {name}.", time=_clock(window, moment), name=path.name)
    window.frame.notice.say("ok", what, safe, button=text("Open it"), do=partial(window.open_path, path))


def _tell_neighbourhood(window: MainWindow, path: Path, around: Neighbourhood) -> None:
    if not window.has_file or window.workspace.path != path:
        return
    if around.copies or around.original:
        _tell_double(window, around)
    elif (around.service or around.network) and str(path.parent) not in window.preferences.now.folders_told:
        window.preferences.change(folders_told=(*window.preferences.now.folders_told, str(path.parent)))
        _tell_keeper(window, around)


def _tell_double(window: MainWindow, around: Neighbourhood) -> None:
    text = window.language.text
    if around.original:
        what = text("This file may be a second version of {name}.", name=around.original)
    else:
        what = text("Beside this file lies {names}.", names=", ".join(around.copies))
    why = text(
        "A program that synchronises folders makes such a copy when a file was changed in two places. "
        "Open both, compare them, and keep the one that is right."
    )
    do = window.handlers.show_in_folder
    window.frame.trouble.say("warn", what, why, button=text("Show in folder"), do=do)


def _tell_keeper(window: MainWindow, around: Neighbourhood) -> None:
    text = window.language.text
    if around.service:
        what = text("{service} synchronises the folder of this file.", service=around.service)
        do = text(
            "Let it finish before you open the file on another computer, and close the file before you leave this one."
        )
    else:
        what = text("This file lies on a network drive.")
        do = text("One person writes at a time, others read. Save a copy on this computer before you leave the office.")
    window.frame.trouble.say("advice", what, do)


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - shown to people beside their clock


def _clock(window: MainWindow, moment: datetime) -> str:
    """The time to the second; with the day when it was not today."""
    if moment.date() == datetime.now().date():  # noqa: DTZ005 - the officer's wall clock
        return f"{moment:%H:%M:%S}"
    return window.language.moment(moment)

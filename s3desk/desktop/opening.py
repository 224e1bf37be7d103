"""Opens and makes assessment files for the window. The file's layers are imported here only when needed."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.paths import exists
from s3desk.basics.places import backup_folder, documents_folder
from s3desk.basics.progress import Progress
from s3desk.desktop.settings import RecentFile

if TYPE_CHECKING:
    from s3desk.catalogue.model import Catalogue
    from s3desk.domain.content import Content
    from s3desk.domain.records import Record
    from s3desk.formats.data import Imported
    from s3desk.queries.navigation import NavigationPicture
    from s3desk.workspace.workspace import Workspace

SUFFIX = ".s3desk"
_FILES = "s3desk.workspace.files"


def preload() -> None:
    """Load what opening a file and its pages needs; called in a thread once the start page is painted.

    All of it stays as long as the program: the search for garbage need not look at it again and again.
    """
    import s3desk.desktop.bridge
    import s3desk.desktop.file_corner
    import s3desk.desktop.find.find
    import s3desk.desktop.navigation
    import s3desk.desktop.pages.actions
    import s3desk.desktop.pages.criterion
    import s3desk.desktop.pages.dates
    import s3desk.desktop.pages.evidence
    import s3desk.desktop.pages.history
    import s3desk.desktop.pages.library
    import s3desk.desktop.pages.overview
    import s3desk.desktop.pages.reports
    import s3desk.desktop.pages.support
    import s3desk.desktop.pages.versions
    import s3desk.queries.navigation
    import s3desk.workspace.backup
    import s3desk.workspace.files  # noqa: F401 - imported so that opening is quick
    from s3desk.catalogue.library import shipped_library
    from s3desk.catalogue.service_files import shipped_services

    shipped_services()
    shipped_library()
    if not gc.get_freeze_count():
        gc.freeze()


def is_ready() -> bool:
    """Whether opening a file will be quick."""
    return _FILES in sys.modules


def open_file(path: Path, who: str) -> Workspace:
    """Open an assessment. Raises `KnownError` for what cannot be opened."""
    from s3desk.workspace.files import open_workspace
    from s3desk.workspace.opening import BrokenFileError

    try:
        return open_workspace(path, who=who)
    except BrokenFileError as error:
        raise _naming_backup(path, error) from error


class BackedUpError(KnownError):
    """A file at `path` that cannot be opened, and of which there are backups."""

    path = Path()


def _naming_backup(path: Path, error: KnownError) -> KnownError:
    """The same error, with the newest backup as the way out where there is one."""
    from s3desk.workspace.backup import backups_of

    backups = backups_of(path, backup_folder())
    if not backups:
        return error
    named = BackedUpError(
        error.text,
        "A backup of {when} is complete. Open a copy of it.",
        **error.values,
        when=f"{backups[0].made_at:%Y-%m-%d %H:%M}",
    )
    named.path = path
    return named


def back_up(workspace: Workspace) -> None:
    """Copy a file that has just been opened into the backup folder, in a thread, when it has changed."""
    from s3desk.desktop.jobs import Job
    from s3desk.workspace import backup

    path, now = workspace.path, workspace.now()

    def copy(_progress: Progress) -> None:
        with contextlib.suppress(*backup.CopyError):  # no room for a backup must not stop the work
            backup.back_up(path, backup_folder(), now)

    if not workspace.read_only:
        Job(copy).start()


def create_file(path: Path, records: Iterable[Record], who: str) -> Workspace:
    """Make an assessment of the shipped condition. Raises `KnownError` when the folder does not allow it."""
    from s3desk.operations.beginning import begin

    _make_folder(path.parent)
    return begin(path, records, who=who)


def keep(imported: Imported, path: Path, who: str) -> Workspace:
    """Make an assessment of what a report or data file held. Raises `KnownError` when the folder does not allow it."""
    from s3desk.workspace.files import create

    return create(path, imported.catalogue, imported.records, who=who, stored=imported.stored)


def free_name(path: Path, joint: str = " ") -> Path:
    """This path, or the first one with a number at its end that is not taken."""
    numbered = (path.with_stem(f"{path.stem}{joint}{number}") for number in range(2, 1000))
    return next((one for one in (path, *numbered) if not exists(one)), path)


def with_ending(chosen: str, ending: str) -> Path:
    """The path chosen in a dialog, with its ending. Where it gets it only here, nobody was asked about replacing."""
    path = Path(chosen)
    return path if path.suffix.lower() == ending else free_name(path.with_name(f"{path.name}{ending}"))


def open_example(language: Language, who: str) -> Workspace:
    """The worked example as a file of one's own among the documents; the one of last time where there is one."""
    from s3desk.operations.beginning import begin_example

    path = documents_folder() / f"{language.text('Valdoria example')}{SUFFIX}"
    if path.exists():
        return open_file(path, who)
    _make_folder(path.parent)
    return begin_example(path, who=who)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise KnownError(
            "The folder {name} could not be made.",
            "Choose a folder that you may write to.",
            name=folder.name,
        ) from reason


def navigation(catalogue: Catalogue, content: Content, language: Language) -> NavigationPicture:
    """What the navigation shows now."""
    from s3desk.queries.navigation import picture

    return picture(catalogue, content, language)


def recent_of(workspace: Workspace, language: Language, place: str) -> RecentFile:
    """What the start page will show about this file without opening it, and the place to return to."""
    shown = navigation(workspace.catalogue, workspace.content, language)
    check = workspace.content.check()
    return RecentFile(
        path=str(workspace.path),
        about=" · ".join(part for part in (shown.title, check.name if check else "") if part),
        answered=shown.answered,
        questions=shown.questions,
        changed_at=_changed_at(workspace.path),
        read_only=workspace.read_only,
        place=place,
        identity=workspace.content.assessment().identity,
    )


def _changed_at(path: Path) -> str:
    """The user's local time at which a file was last written; "" for one that was taken away while it was open."""
    from datetime import datetime

    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - shown to people beside their clock
    except OSError:
        return ""
    return moment.isoformat(timespec="seconds")

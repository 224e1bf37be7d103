"""Takes filled-in workbooks into the window: what they propose to the open assessment is shown and chosen from."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from s3desk.basics.errors import KnownError
from s3desk.basics.paths import exists
from s3desk.basics.places import documents_folder
from s3desk.basics.progress import Progress
from s3desk.desktop.incoming import Reading

if TYPE_CHECKING:
    from s3desk.basics.language import Language
    from s3desk.desktop.settings import RecentFile
    from s3desk.desktop.window import MainWindow
    from s3desk.queries.filled import Filled
    from s3desk.queries.proposals import ProposalPicture
    from s3desk.queries.report import Source
    from s3desk.workspace.workspace import Workspace

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""What is taken for a workbook; of the others than the first it is said what to do with them."""


def choose(window: MainWindow) -> None:
    """Ask for a workbook and take it in."""
    from PySide6.QtWidgets import QFileDialog

    text = window.language.text
    title, filters = text("Take answers from a workbook"), text("Excel workbooks") + " (*.xlsx)"
    name, _ = QFileDialog.getOpenFileName(window, title, str(documents_folder()), filters)
    if name:
        take_in(window, Path(name))


def take_in(window: MainWindow, source: Path) -> None:
    """Read a workbook and show what it proposes; without an open assessment, say which one it belongs to."""
    if not window.has_file:
        Reading(window, source, partial(_read, source), partial(_say_whose, window, source))
        return
    workspace = window.workspace
    if workspace.read_only:
        window.report(_read_only(workspace.path))
        return
    from s3desk.queries.report import gather

    window.save_typing()
    present = gather(workspace)
    work = partial(_proposed, source, present, window.language)
    Reading(window, source, work, partial(_show, window, workspace, source, present))


def _read(source: Path, progress: Progress) -> Filled:
    from s3desk.formats.excel import coming_back
    from s3desk.queries.proposals import check_profile

    filled = coming_back.read(source, progress)
    check_profile(filled)
    return filled


def _proposed(source: Path, present: Source, language: Language, progress: Progress) -> ProposalPicture:
    from s3desk.formats.excel import coming_back

    return coming_back.proposed(coming_back.read(source, progress), present, language)


def _show(window: MainWindow, workspace: Workspace, source: Path, present: Source, found: object) -> None:
    """Let the user choose. What was changed in the file meanwhile is looked at again; another file is not asked."""
    from s3desk.desktop.dialogs.proposals import ProposalsDialog
    from s3desk.queries.proposals import ProposalPicture

    assert isinstance(found, ProposalPicture)
    if not window.has_file or window.workspace is not workspace:
        return
    if workspace.content is not present.content:
        take_in(window, source)
        return
    if not found.rows and not found.refused:
        window.say(window.language.text("{name} proposes no changes.", name=found.workbook))
        return
    dialog = ProposalsDialog(found, workspace, window.language, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.taken.connect(partial(_say_taken, window))
    dialog.open()


def _say_taken(window: MainWindow, count: int) -> None:
    window.say(window.language.plural("{n} change taken.", "{n} changes taken.", count), undo=True)


def _say_whose(window: MainWindow, source: Path, found: object) -> None:
    """Say which assessment a workbook belongs to; one of the recent files is offered."""
    from s3desk.queries.filled import Filled

    assert isinstance(found, Filled)
    text, about = window.language.text, found.facts["about"]
    known = _recent(window, found.facts["assessment"])
    if known is None:
        window.report(
            KnownError(
                "{name} comes back into its own assessment ({about}). Nothing was changed.",
                "Open that assessment first, then the workbook.",
                name=source.name,
                about=about,
            )
        )
        return
    lead = text("{name} belongs to {about}.", name=source.name, about=about)
    safe = text("Open the assessment to see what the workbook proposes.")
    button = text("Open {name}", name=known.name)
    window.frame.notice.say(
        "advice", lead, safe, button=button, do=partial(_open_both, window, Path(known.path), source)
    )


def _open_both(window: MainWindow, path: Path, source: Path) -> None:
    if window.open_path(path):
        take_in(window, source)


def _recent(window: MainWindow, identity: str) -> RecentFile | None:
    """The recent file of that identity which is still there."""
    known = (one for one in window.preferences.now.recent if identity and one.identity == identity)
    return next((one for one in known if exists(Path(one.path))), None)


def _read_only(path: Path) -> KnownError:
    return KnownError(
        "{name} is open for reading only. Nothing was changed.",
        "Save a copy and work in the copy.",
        name=path.name,
    )

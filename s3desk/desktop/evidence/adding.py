"""Adds documents that were dragged in or pasted, and gives a document another file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from s3desk.basics.paths import is_file
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.evidence.copying import Copying
from s3desk.desktop.evidence.taking_in import Taken
from s3desk.desktop.going_out import place_for
from s3desk.desktop.pages.page import Surroundings
from s3desk.domain.keeping import proposed_storage
from s3desk.domain.records import Evidence, Storage
from s3desk.operations import evidencing
from s3desk.workspace.beside import StoredFile


class Adding(QObject):
    """One thing is shown in the form first; several files are added at once. `added(evidence_id)`."""

    added = Signal(str)

    def __init__(self, surroundings: Surroundings, copying: Copying, page: QWidget) -> None:
        super().__init__(page)
        self._surroundings, self._copying, self._page = surroundings, copying, page

    def dialog(self, evidence: Evidence | None = None) -> EvidenceDialog:
        """The form, opened for a new document or the one given."""
        workspace, language = self._surroundings.workspace, self._surroundings.language
        made = EvidenceDialog(workspace, language, self._page, evidence=evidence)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.open()
        return made

    def take(self, taken: Taken) -> None:
        """Add what was dragged in or pasted."""
        if len(taken.files) > 1:
            self._add_all(taken.files)
        elif taken.files:
            self._ask_about(taken.files[0])
        elif taken.picture is not None:
            self._ask_about_picture(taken.picture)
        elif taken.link:
            self.dialog().link.show_text(taken.link)

    def replace_file(self, evidence: Evidence, path: Path) -> None:
        """Keep another file for a document: copied or linked like the one before, or as proposed."""
        workspace, storage = self._surroundings.workspace, evidence.storage
        if storage is Storage.LINK:
            storage = _proposed(path, evidence.link)
        if storage is Storage.COPY:
            self._copying.begin(path, partial(self._store_copy, evidence.id))
        else:
            self._surroundings.attempt(lambda: evidencing.link_file(workspace, evidence.id, path))

    def _ask_about(self, path: Path) -> None:
        dialog = self.dialog()
        dialog.title_field.show_text(_title_of(path))
        dialog.file.take(path)

    def _ask_about_picture(self, picture: QImage) -> None:
        path = place_for(f"{self._surroundings.language.text('Picture')}.png", "picture")
        picture.save(str(path))
        self.dialog().file.take(path, only_copy=True)

    def _add_all(self, paths: tuple[Path, ...]) -> None:
        workspace = self._surroundings.workspace
        for path in paths:
            if _proposed(path) is Storage.COPY:
                self._copying.begin(path, partial(self._add_copy, path))
            else:
                self._add(partial(evidencing.add_linked_file, workspace, _draft(path), path))

    def _add_copy(self, path: Path, file: Path | StoredFile) -> None:
        self._add(partial(evidencing.add_copy, self._surroundings.workspace, _draft(path), file))

    def _add(self, work: Callable[[], Evidence]) -> None:
        made: list[Evidence] = []
        if self._surroundings.attempt(lambda: made.append(work())):
            self.added.emit(made[0].id)

    def _store_copy(self, evidence_id: str, file: Path | StoredFile) -> None:
        workspace = self._surroundings.workspace
        self._surroundings.attempt(lambda: evidencing.store_copy(workspace, evidence_id, file))


def _proposed(path: Path, link: str = "") -> Storage:
    return proposed_storage(path.stat().st_size if is_file(path) else 0, link)


def _title_of(path: Path) -> str:
    return path.stem.replace("_", " ").strip() or path.name


def _draft(path: Path) -> Evidence:
    return Evidence("", 0, _title_of(path))

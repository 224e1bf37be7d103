"""Writes a request into a file, beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from s3desk.basics.places import documents_folder
from s3desk.catalogue.services import Services
from s3desk.desktop import errors
from s3desk.desktop.jobs import Job
from s3desk.desktop.opening import free_name
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.reporting import source_of

if TYPE_CHECKING:
    from s3desk.formats.requests.export import Outgoing

_CARRIED = ("report", "workbook")


class RequestFiles(QObject):
    """Prepares what leaves in the window's thread and writes it in a job; what came of it is said."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings

    def prepared(self, services: Services, request_id: str) -> Outgoing | None:
        """The request with the outgoing report of this moment; None when it cannot be made, which is told."""
        from s3desk.formats.requests.export import outgoing

        made: list[Outgoing] = []
        source = source_of(self._surroundings.workspace)
        self._surroundings.attempt(lambda: made.append(outgoing(source, services, request_id, _CARRIED)))
        return made[0] if made else None

    def proposed(self, outgoing: Outgoing, ending: str) -> Path:
        """A name that is still free."""
        from s3desk.formats.requests.export import file_name

        return free_name(documents_folder() / file_name(outgoing, ending), joint="-")

    def write(self, outgoing: Outgoing, path: Path) -> None:
        """Write the file."""
        from s3desk.formats.requests.export import export

        job = Job(lambda progress: export(outgoing, path, progress))
        job.finished.connect(partial(self._tell, path))
        job.refused.connect(self._surroundings.report)
        job.broke.connect(self._break)
        self.destroyed.connect(job.cancel)
        job.start()

    def _tell(self, path: Path, _nothing: object) -> None:
        self._surroundings.say(self._surroundings.language.text("The request is saved as {name}.", name=path.name))

    def _break(self, error: Exception) -> None:
        errors.tell(self._surroundings.language, error)

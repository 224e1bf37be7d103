"""The user's own services in the window: describe, drop, import from a colleague, export; and a faulty file is told."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.places import documents_folder
from s3desk.catalogue import own_services
from s3desk.catalogue.service_files import shipped_services
from s3desk.catalogue.services import Services, said
from s3desk.desktop import errors
from s3desk.desktop.dialogs.ask import asked
from s3desk.desktop.dialogs.import_services import ImportServicesDialog
from s3desk.desktop.dialogs.own_service import OwnServiceDialog
from s3desk.desktop.jobs import Job
from s3desk.desktop.opening import free_name, with_ending
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import Margins

_ENDING = ".yaml"


class OwnServices(QObject):
    """What can be done with own services; `changed` when something was."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, page: QWidget) -> None:
        super().__init__(page)
        self._surroundings = surroundings
        self._page = page

    def describe(self, service_id: str = "") -> None:
        """Open the dialog for a service, or for a new one."""
        services, workspace = own_services.usable_services()[0], self._surroundings.workspace
        service = services.service(service_id)
        language, today = self._surroundings.language, workspace.today()
        dialog = OwnServiceDialog(services, workspace.catalogue, language, service, today, self._page)
        dialog.accepted.connect(self._tell_kept)
        _open(dialog)

    def drop(self, service_id: str) -> None:
        """Ask, and then keep an own service no longer."""
        language, text = self._surroundings.language, self._surroundings.language.text
        service = own_services.usable_services()[0].service(service_id)
        if service is None or not service.own:
            return
        title = said(service.title, language.code)
        what = text("Your version of {title} is removed for good.", title=title)
        if shipped_services().service(service_id):
            safe = text("Ours is shown again. Requests that were made stay as they are.")
        else:
            safe = text("Requests that were made stay as they are.")
        if asked(self._page, language, what, safe, text("Remove my version")) and self._surroundings.attempt(
            lambda: own_services.drop(service_id)
        ):
            self._surroundings.say(text("Your version of {title} is removed.", title=title))
            self.changed.emit()

    def ask_import(self) -> None:
        """Let the user choose a file of a colleague."""
        text = self._surroundings.language.text
        kinds = f"{text('Services')} (*.yaml *.yml)"
        name, _ = QFileDialog.getOpenFileName(self._page, text("Import services"), str(documents_folder()), kinds)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Read a file beside the window, and show what it holds."""
        job = Job(lambda _progress: own_services.read_foreign(path))
        job.finished.connect(partial(self._show_found, path.name))
        job.refused.connect(self._surroundings.report)
        job.broke.connect(self._break)
        job.start()

    def ask_export(self) -> None:
        """Let the user choose where the own services go."""
        text = self._surroundings.language.text
        proposed = free_name(documents_folder() / f"{text('Own services')}{_ENDING}", joint="-")
        kinds = f"{text('Services')} (*{_ENDING})"
        name, _ = QFileDialog.getSaveFileName(self._page, text("Export own services"), str(proposed), kinds)
        if name:
            self.export_file(with_ending(name, _ENDING))

    def export_file(self, path: Path) -> None:
        """Write the own services for a colleague."""
        text = self._surroundings.language.text
        if self._surroundings.attempt(lambda: own_services.pass_on(own_services.own_services().plain.values(), path)):
            self._surroundings.say(text("Your own services are saved as {name}.", name=path.name))

    def _show_found(self, name: str, found: Services) -> None:
        try:
            own = own_services.own_services()
        except KnownError as fault:
            self._surroundings.report(fault)
            return
        known = shipped_services().overridden_by(own)
        dialog = ImportServicesDialog(found, known, own, name, self._surroundings.language, self._page)
        dialog.accepted.connect(partial(self._tell_taken, dialog))
        _open(dialog)

    def _tell_kept(self) -> None:
        self._surroundings.say(self._surroundings.language.text("Your version is kept. It can be removed again."))
        self.changed.emit()

    def _tell_taken(self, dialog: ImportServicesDialog) -> None:
        said_after = self._surroundings.language.plural("{n} entry taken.", "{n} entries taken.", dialog.taken)
        self._surroundings.say(said_after)
        self.changed.emit()

    def _break(self, error: Exception) -> None:
        errors.tell(self._surroundings.language, error)


class FaultStrip(MessageStrip):
    """Says what is wrong with the file of own services; `set_aside` when it was put out of the way."""

    set_aside = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget, *, room: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(surroundings.language, parent, room=room)
        self._surroundings = surroundings

    def show_fault(self, fault: KnownError | None) -> None:
        """Show the fault, or nothing."""
        language, text = self._surroundings.language, self._surroundings.language.text
        if fault is None:
            self.hide()
            return
        self.say(
            "warn",
            text("Your own services cannot be read."),
            text("Ours are shown; nothing else is affected."),
            button=text("Put the file aside"),
            do=self._put_aside,
            details=language.error(fault),
            lasting=True,
        )

    def _put_aside(self) -> None:
        names: list[str] = []
        if self._surroundings.attempt(lambda: names.append(own_services.set_aside())):
            self._surroundings.say(self._surroundings.language.text("The file is kept as {name}.", name=names[0]))
        self.set_aside.emit()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()

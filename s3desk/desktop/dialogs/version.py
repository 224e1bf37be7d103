"""The dialog that freezes the present state under a name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.dialogs.names import NameInput
from s3desk.desktop.widgets.inputs import TextInput
from s3desk.domain.records import SavedVersion
from s3desk.operations import versioning
from s3desk.workspace.workspace import Workspace


class VersionDialog(StoringDialog):
    """Asks for the name of a saved version; today's date is proposed."""

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        text = language.text
        about = text("The version keeps everything as it is now. Later ratings are compared with it.")
        super().__init__(language, text("Save a version"), about, text("Save the version"), parent)
        self._workspace = workspace
        taken = {version.name for version in workspace.content.all(SavedVersion)}
        is_taken = text("A version of this name exists already. Choose another name.")
        proposed = language.date(workspace.today())
        self.name_field = NameInput(text("Name of the version"), proposed, taken, is_taken, language, self.form)
        self.remark = TextInput(text("Remark"), self.form, hint=text("Optional"))
        self.room.addWidget(self.name_field)
        self.room.addWidget(self.remark)
        self.room.addStretch(1)
        self.resize(theme.current().px(480), theme.current().px(320))
        self.does(self.name_field.check, self._store)
        self.name_field.line.setFocus()
        self.name_field.line.selectAll()

    def _store(self) -> None:
        versioning.save_version(self._workspace, self.name_field.text(), self.remark.text())

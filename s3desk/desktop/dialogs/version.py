"""The dialog that freezes the present state under a name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.dialog import StoringDialog
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
        self.name_field = TextInput(text("Name of the version"), self.form)
        self.name_field.show_text(self._proposed())
        self.remark = TextInput(text("Remark"), self.form, hint=text("Optional"))
        self.room.addWidget(self.name_field)
        self.room.addWidget(self.remark)
        self.room.addStretch(1)
        self.resize(theme.current().px(480), theme.current().px(320))
        self.does(self.check, self._store)
        self.name_field.line.setFocus()
        self.name_field.line.selectAll()

    def check(self) -> bool:
        """Show what is missing; whether nothing is."""
        name = self.name_field.text()
        wrong = "" if name else self.language.text("Write a name.")
        if name in self._names():
            wrong = self.language.text("A version of this name exists already. Choose another name.")
        self.name_field.show_error(wrong)
        return not wrong

    def _store(self) -> None:
        versioning.save_version(self._workspace, self.name_field.text(), self.remark.text())

    def _names(self) -> set[str]:
        return {version.name for version in self._workspace.content.all(SavedVersion)}

    def _proposed(self) -> str:
        return unused_name(self.language.date(self._workspace.today()), self._names())


def unused_name(wanted: str, taken: set[str]) -> str:
    """The wanted name, with a number behind it where it is taken."""
    name, count = wanted, 2
    while name in taken:
        name, count = f"{wanted} ({count})", count + 1
    return name

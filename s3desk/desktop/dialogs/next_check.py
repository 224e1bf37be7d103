"""The dialog that starts the next check in the same file: its name and its purpose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.dialogs.forms import purpose_cards
from s3desk.desktop.dialogs.names import NameInput
from s3desk.desktop.widgets.fields import Labelled
from s3desk.domain.records import Check, Purpose
from s3desk.operations import versioning
from s3desk.workspace.workspace import Workspace


class NextCheckDialog(StoringDialog):
    """Says what becomes of the present state, and asks for a name and a purpose; the month is proposed."""

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        text = language.text
        about = text(
            "The present state becomes a saved version. All answers and fulfilments stay, marked to confirm: "
            "where nothing changed, one click confirms a whole criterion."
        )
        super().__init__(language, text("Start a new check"), about, text("Start the check"), parent)
        self._workspace = workspace
        taken = {check.name for check in workspace.content.all(Check)}
        is_taken = text("A check of this name exists already. Choose another name.")
        proposed = language.month(workspace.today())
        self.name_field = NameInput(text("Name of this check"), proposed, taken, is_taken, language, self.form)
        self.purpose = purpose_cards(language, self.form)
        self.purpose.choose(Purpose.CONTINUED)
        self.room.addWidget(self.name_field)
        self.room.addWidget(Labelled(text("Purpose of this check"), self.purpose, parent=self.form))
        self.room.addStretch(1)
        self.does(self.name_field.check, self._store)
        self.name_field.line.setFocus()
        self.name_field.line.selectAll()

    def _store(self) -> None:
        versioning.start_check(self._workspace, self.name_field.text(), Purpose(str(self.purpose.value())))

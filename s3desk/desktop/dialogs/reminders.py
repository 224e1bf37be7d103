"""The dialog for reminder periods: after how many months a document of each kind should be looked at again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.inputs import CheckedInput, SideBySide
from s3desk.domain.freshness import proposed_months, reminder_months
from s3desk.operations import evidencing
from s3desk.workspace.workspace import Workspace

_MOST = 120


class RemindersDialog(StoringDialog):
    """One number for each kind; an empty field is never reminded of."""

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        text = language.text
        about = text("Months after its date. The periods are our proposal, not a legal limit. Empty means never.")
        super().__init__(language, text("Reminder periods"), about, text("Save changes"), parent)
        self._workspace = workspace
        catalogue = workspace.catalogue
        names = catalogue.wording(language.code).evidence_kinds
        self.fields = {
            kind.id: CheckedInput(names[kind.id], _months, language, self.form) for kind in catalogue.evidence_kinds
        }
        pairs = list(self.fields.values())
        for place in range(0, len(pairs), 2):
            self.room.addWidget(SideBySide(*pairs[place : place + 2]))
        self.room.addStretch(1)
        for kind, field in self.fields.items():
            field.show_text(_words(reminder_months(kind, catalogue, workspace.content)))
            field.line.setPlaceholderText(text("never"))
        self.does(self.check, self._store)

    def check(self) -> bool:
        """Show what cannot be read; whether nothing is."""
        readable = [field.check() for field in self.fields.values()]
        return all(readable)

    def _store(self) -> None:
        months = {kind: field.value() for kind, field in self.fields.items()}
        catalogue = self._workspace.catalogue
        own = {
            kind: None if number == (proposed_months(kind, catalogue) or 0) else number
            for kind, number in months.items()
        }
        evidencing.set_reminders(self._workspace, own)


def _words(months: int | None) -> str:
    return str(months) if months else ""


def _months(text: str) -> int:
    """The months typed; 0 for none. Raises `KnownError` for what is no number of months."""
    if not text:
        return 0
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise KnownError("This is no number of months.", "Write a number from 1 to 120, or nothing.")
    return int(text)

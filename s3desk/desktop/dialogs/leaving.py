"""Leaving a form: what was typed into it is not thrown away by one key."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.ask import asked


class Typed:
    """What stood in the fields of a dialog when it was shown."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog
        self._before: dict[QWidget, str] = {}

    def remember(self) -> None:
        """Take what stands in the fields now as the beginning."""
        self._before = _texts(self._dialog)

    def may_leave(self, language: Language) -> bool:
        """Whether nothing was typed since, or the user wants to leave all the same."""
        if all(not text or text == self._before.get(field, "") for field, text in _texts(self._dialog).items()):
            return True
        text = language.text
        what, lost = text("Close without storing?"), text("What you wrote here would be lost.")
        return asked(self._dialog, language, what, lost, text("Close without storing"))


def _texts(dialog: QDialog) -> dict[QWidget, str]:
    """The texts of all fields; what was only searched for is none."""
    texts: dict[QWidget, str] = {one: one.toPlainText() for one in dialog.findChildren(QPlainTextEdit)}
    texts.update({one: one.text() for one in dialog.findChildren(QLineEdit) if not one.property("search")})
    return texts

"""One question that needs an answer before going on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from s3desk.basics.language import Language


def asked(parent: QWidget, language: Language, what: str, safe: str, do: str) -> bool:
    """Say what happened and what is safe; whether the user chose `do` (Escape and Enter go back)."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "S3 Desk", f"{what}\n{safe}", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    go_on = box.addButton(do, QMessageBox.ButtonRole.DestructiveRole)
    back = box.addButton(language.text("Go back"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.exec()
    return box.clickedButton() is go_on

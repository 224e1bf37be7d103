"""Qt's own words in the language of the screen: the menu of a text field, the buttons it makes, the names of keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence


def speak(code: str) -> None:
    """Change Qt's words to a language; English where Qt has none."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    words = QTranslator(app)
    if words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def keys(written: str | QKeySequence) -> str:
    """Keys as people know them here: "Ctrl+N" is "Strg+N" in German."""
    return QKeySequence(written).toString(QKeySequence.SequenceFormat.NativeText)

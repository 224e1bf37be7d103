"""Qt's own words in the language of the screen: the menu of a text field, the buttons it makes, the names of keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence

_words = QTranslator()
"""What Qt says now; empty, and so English, where Qt has no words of a language."""


def speak(code: str) -> None:
    """Change Qt's words to a language; English where Qt has none."""
    QCoreApplication.removeTranslator(_words)
    if _words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(_words)


def keys(written: str | QKeySequence) -> str:
    """Keys as people know them here: "Ctrl+N" is "Strg+N" in German."""
    return QKeySequence(written).toString(QKeySequence.SequenceFormat.NativeText)

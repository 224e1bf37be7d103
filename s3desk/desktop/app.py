"""Puts the desktop together and runs it: the only place where all its parts meet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from s3desk import __version__
from s3desk.desktop import errors, theme
from s3desk.desktop.settings import Preferences
from s3desk.desktop.window import MainWindow


def run(argv: Sequence[str] | None = None) -> int:
    """Show the window, with the file named in `argv` when there is one; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    app = QApplication(["s3desk", *arguments])
    window = make_window(app)
    errors.install(window)
    window.show()
    QTimer.singleShot(0, window.first_paint_done)
    if arguments:
        QTimer.singleShot(0, lambda: window.open_path(Path(arguments[0])))
    return app.exec()


def make_window(app: QApplication) -> MainWindow:
    """The window in the user's language and look, ready to be shown."""
    app.setApplicationName("S3 Desk")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    preferences = Preferences()
    theme.apply(app, dark=preferences.now.dark, text_size=preferences.now.text_size)
    return MainWindow(preferences)

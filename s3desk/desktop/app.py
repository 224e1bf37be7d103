"""Puts the desktop together and runs it: the only place where all its parts meet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from s3desk import __version__
from s3desk.desktop import errors, theme
from s3desk.desktop.garbage import look_between_events
from s3desk.desktop.jobs import end_all
from s3desk.desktop.settings import Preferences
from s3desk.desktop.window import MainWindow


def run(argv: Sequence[str] | None = None) -> int:
    """Show the window, with the file named in `argv` when there is one; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    app = QApplication(["s3desk", "-style", "fusion", *arguments])
    window = make_window(app)
    errors.install(window)
    window.show()
    if arguments:
        QTimer.singleShot(0, lambda: window.open_path(Path(arguments[0])))
    code = app.exec()
    end_all()
    return code


def make_window(app: QApplication) -> MainWindow:
    """The window in the user's language and look, ready to be shown."""
    app.setApplicationName("S3 Desk")
    app.setApplicationVersion(__version__)
    preferences = Preferences()
    theme.apply(app, dark=theme.is_dark(preferences.now.theme), text_size=preferences.now.text_size)
    window = MainWindow(preferences)
    _follow_system(window, app.styleHints())
    look_between_events(window)
    return window


def _follow_system(window: MainWindow, hints: QStyleHints) -> None:
    """Change the look when the system turns dark or to high contrast."""
    hints.colorSchemeChanged.connect(window.look_anew)
    hints.accessibility().contrastPreferenceChanged.connect(window.look_anew)

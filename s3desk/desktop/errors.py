"""What happens when the program itself is wrong: one dialog with a report to copy, and a log. Both hold no answers.

A traceback's messages and values may quote what an officer typed, so only the kind of the exception and the
places in the program are written down.
"""

from __future__ import annotations

import sys
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from s3desk import __version__
from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.places import log_folder

if TYPE_CHECKING:
    from logging import Logger

_LOG_SIZE = 500_000


class Listener(Protocol):
    """The window, as far as errors need it."""

    language: Language

    def report(self, error: KnownError) -> None:
        """Show a known error calmly."""


def install(window: Listener) -> None:
    """Have every bug of this process logged and shown, and Qt's warnings logged."""

    def told(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KnownError):
            window.report(error)
        else:
            tell(window.language, error, trace)

    sys.excepthook = told
    qInstallMessageHandler(_log_qt)


def tell(language: Language, error: BaseException, trace: TracebackType | None = None) -> None:
    """Log a bug and show the dialog; Ctrl+C in the terminal just ends the program."""
    if isinstance(error, KeyboardInterrupt):
        QApplication.exit(130)
        return
    report = report_of(error, trace or error.__traceback__)
    _log().error(report)
    from s3desk.desktop.dialogs.bug import BugDialog

    if not BugDialog.open_now:
        BugDialog(language, report, QApplication.activeWindow()).exec()


def report_of(error: BaseException, trace: TracebackType | None) -> str:
    """Kind and places of a bug, program and system; no message and no value."""
    import platform
    import traceback

    places = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    system = f"S3 Desk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join([f"{type(error).__name__} in", *places, system])


def _short(filename: str) -> str:
    """A file's place inside the program: the folders above may hold a person's name."""
    parts = filename.replace("\\", "/").split("/")
    names = [index for index, part in enumerate(parts) if part in ("s3desk", "site-packages")]
    return "/".join(parts[names[-1] :]) if names else parts[-1]


@cache
def _log() -> Logger:
    """The log file, opened when there is something to write; a folder that cannot be written costs only the log."""
    import logging
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger("s3desk")
    path = log_folder() / "s3desk.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        log.addHandler(logging.NullHandler())
        return log
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return log


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg:
        _log().warning("Qt: %s", message)

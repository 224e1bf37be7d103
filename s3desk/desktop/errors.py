"""What happens when the program itself is wrong: one dialog with a report to copy, and a log. Both hold no answers.

A traceback's messages and values may quote what an officer typed, so only the kind of the exception and the
places in the program are written down.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from s3desk import __version__
from s3desk.basics.language import Language
from s3desk.basics.places import log_folder
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph, label

_log = logging.getLogger("s3desk")
_LOG_SIZE = 500_000


def install(language: Language) -> None:
    """Have every bug of this process logged and shown, and Qt's warnings logged."""
    _open_log()
    sys.excepthook = lambda _kind, error, trace: tell(language, error, trace)
    qInstallMessageHandler(_log_qt)


def tell(language: Language, error: BaseException, trace: TracebackType | None = None) -> None:
    """Log a bug and show the dialog; Ctrl+C in the terminal just ends the program."""
    if isinstance(error, KeyboardInterrupt):
        QApplication.exit(130)
        return
    report = report_of(error, trace or error.__traceback__)
    _log.error(report)
    if not BugDialog.open_now:
        BugDialog(language, report, QApplication.activeWindow()).exec()


def report_of(error: BaseException, trace: TracebackType | None) -> str:
    """Kind and places of a bug, program and system; no message and no value."""
    places = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    system = f"S3 Desk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join([f"{type(error).__name__} in", *places, system])


def _short(filename: str) -> str:
    """A file's place inside the program: the folders above may hold a person's name."""
    parts = filename.replace("\\", "/").split("/")
    names = [index for index, part in enumerate(parts) if part in ("s3desk", "site-packages")]
    return "/".join(parts[names[-1] :]) if names else parts[-1]


def _open_log() -> None:
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "s3desk.log", maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    if kind is not QtMsgType.QtDebugMsg:
        _log.warning("Qt: %s", message)


class BugDialog(QDialog):
    """Says calmly that the program made a mistake, and offers the report to copy."""

    open_now = False

    def __init__(self, language: Language, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(language.text("A mistake in S3 Desk"))
        self.resize(theme.current().px(560), theme.current().px(320))
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setProperty("details", "true")
        text.setAccessibleName(language.text("Report for the developers"))
        copy = buttons.secondary(language.text("Copy the report"), symbol="copy", parent=self)
        close = buttons.primary(language.text("Continue working"), parent=self)
        outer = column(self, space=12, margins=(24, 20, 24, 20))
        outer.addWidget(label(language.text("S3 Desk made a mistake"), "h2", parent=self))
        safe = language.text(
            "The last step was not done. Everything before it is saved. "
            "The report below names places in the program. It holds none of your answers."
        )
        outer.addWidget(Paragraph(safe, parent=self))
        outer.addWidget(text, 1)
        foot = row(space=8)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        outer.addLayout(foot)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)

    def exec(self) -> int:
        BugDialog.open_now = True
        try:
            return super().exec()
        finally:
            BugDialog.open_now = False

"""The row that long work shows after a second."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import label


class ProgressRow(QWidget):
    """Long work: its step in words, a bar with a real number, and Cancel."""

    cancel_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = label("", "caption", "muted", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(language.text("Progress"))
        self._percent = label("0 %", "body", "text", self)
        self._cancel = buttons.small(language.text("Cancel"), parent=self)
        outer = column(self, space=4)
        line = row(space=12)
        line.addWidget(self._bar, 1)
        line.addWidget(self._percent)
        line.addWidget(self._cancel)
        outer.addWidget(self._step)
        outer.addLayout(line)
        self._cancel.clicked.connect(self.cancel_requested)

    def show_progress(self, done: int, total: int, step: str = "") -> None:
        percent = 100 * done // total if total else 0
        self._bar.setValue(percent)
        self._percent.setText(f"{percent}\u2009%")
        self._step.setText(step)

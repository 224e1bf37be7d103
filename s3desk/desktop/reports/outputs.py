"""The list of what can be made: each with a box to choose it; the one looked at is shown in the preview."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.reporting import OUTPUTS, Output
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph, label


class _OutputRow(QFrame):
    """A box with a line below it that says what the file is; `looked_at` by a click or when the box has the focus."""

    looked_at = Signal()

    def __init__(self, title: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("output", "true")
        self.box = QCheckBox(title, self)
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(about)
        self.box.installEventFilter(self)
        words = Paragraph(about, "caption", "muted", parent=self)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        below = row(margins=(24, 0, 0, 0))
        below.addWidget(words)
        inside = column(self, space=3, margins=(13, 3, 12, 3))
        inside.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(below)

    def show_looked_at(self, *, looked_at: bool) -> None:
        self.setProperty("marked", "true" if looked_at else "false")
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.box.setFocus()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.looked_at.emit()
        return super().eventFilter(watched, event)


class OutputList(QFrame):
    """`changed` when other outputs are chosen, `looked_at(output)` when the user goes to another one."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        words = _words(language)
        self._rows = {output: _OutputRow(*words[output], self) for output in OUTPUTS}
        self.boxes = {output: one.box for output, one in self._rows.items()}
        inside = column(self, margins=(1, 8, 1, 8))
        head = row(margins=(15, 0, 15, 4))
        head.addWidget(label(language.text("Files"), "caption_strong", "muted", self))
        inside.addLayout(head)
        for output, one in self._rows.items():
            inside.addWidget(one)
            one.box.toggled.connect(self.changed)
            one.looked_at.connect(partial(self.looked_at.emit, output))
        inside.addStretch(1)

    def chosen(self) -> tuple[Output, ...]:
        """The outputs that are to be made, in their order."""
        return tuple(output for output, box in self.boxes.items() if box.isChecked())

    def choose(self, outputs: Iterable[Output]) -> None:
        """Choose these and no others."""
        wanted = set(outputs)
        for output, box in self.boxes.items():
            box.setChecked(output in wanted)

    def show_looked_at(self, output: Output) -> None:
        """Mark the row that the preview shows."""
        for known, one in self._rows.items():
            one.show_looked_at(looked_at=known == output)


def _words(language: Language) -> dict[Output, tuple[str, str]]:
    """The name of each output, and what it is."""
    text = language.text
    words = (
        (text("Report"), text("PDF, with everything")),
        (text("Note for Word"), text("Two pages, in your own template")),
        (text("Note as PDF"), text("The same two pages")),
        (text("Table 12 as PDF"), text("A4 landscape, for each programme")),
        (text("Table 12 for Excel"), text("The eight columns of the regulation")),
        (text("Workbook for Excel"), text("All data of the profile, formulas")),
        (text("Data as JSON"), text("For programs, or to open again")),
        (text("Evidence folder"), text("All documents, with an index")),
    )
    return dict(zip(OUTPUTS, words, strict=True))

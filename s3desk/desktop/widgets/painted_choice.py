"""A choice that paints itself: it shows what the file says, not what was clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget


class PaintedChoice(QRadioButton):
    """One of several choices; `asked()` when somebody wants it. What is checked is decided by the file.

    A click or a key asks. A screen reader turns a choice on or off: either means that it is wanted.
    """

    asked = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._showing = False
        self.clicked.connect(self.asked)
        self.toggled.connect(self._ask)
        self.setAutoExclusive(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether this is the choice that the file holds."""
        self._showing = True
        self.setChecked(chosen)
        self._showing = False

    def _ask(self) -> None:
        if not self._showing:
            self.asked.emit()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def nextCheckState(self) -> None:
        """A click does not check by itself: the choice is stored first and shown then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose; all other keys belong to the group."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

"""The field in the top bar into which people type what they look for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.qt_words import keys
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.texts import label

WIDTH, _LEAST = 264, 112


class FindField(QLineEdit):
    """`entered()` when it gets the keyboard, `down()`, `confirmed()` and `left()` by Down, Enter and Escape."""

    entered = Signal()
    down = Signal()
    confirmed = Signal()
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = theme.current()
        self.setPlaceholderText(language.text("Find"))
        self.setAccessibleName(language.text("Find in this assessment"))
        self.setMinimumWidth(shown.px(_LEAST))
        self.setMaximumWidth(shown.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        show_search_sign(self)
        self._keys = label(keys("Ctrl+F"), "caption", "muted", self)
        self._keys.setProperty("keys", "true")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._show_keys)

    def _show_keys(self) -> None:
        room = self.width() > theme.current().px(_LEAST) + 2 * self._keys.width()
        self._keys.setVisible(room and not self.text() and not self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.adjustSize()
        top = (self.height() - self._keys.height()) // 2
        self._keys.move(self.width() - self._keys.width() - theme.current().px(8), top)
        self._show_keys()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_keys()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        told = {
            Qt.Key.Key_Down: self.down,
            Qt.Key.Key_Return: self.confirmed,
            Qt.Key.Key_Enter: self.confirmed,
            Qt.Key.Key_Escape: self.left,
        }
        if event.key() in told and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            told[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

"""Fields for typing: they tell their text after a pause, leave undo to the journal, grow with their text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.desktop.widgets.typing_state import typing


def leaves_undo_to_window(event: QEvent) -> bool:
    """Whether this event is Ctrl+Z or Ctrl+Y, which belong to the window's own undo and redo."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class _Pause(QObject):
    """Waits until typing pauses, or, where it is not `patient`, only that long after the first key not yet told.

    `waiting` says whether something was typed and not yet told.
    """

    def __init__(self, field: QWidget, tell: Callable[[], None], *, patient: bool = True) -> None:
        super().__init__(field)
        self.waiting = False
        self._tell = tell
        self._patient = patient
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.current().tokens.times["save_after_last_key"])
        self._timer.timeout.connect(self.end)

    def begin(self) -> None:
        self.waiting = True
        typing.changed.emit(True)
        if self._patient or not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """What was told could not be stored: it stays in the field and is told again on leaving it."""
        self.waiting = True

    def end(self) -> None:
        self._timer.stop()
        if self.waiting:
            self.waiting = False
            self._tell()
            typing.changed.emit(self.waiting)


class LineField(QLineEdit):
    """One line of text; `typed` tells it 400 ms after the last key and when the field is left."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = _Pause(self, self._tell)
        self.setAccessibleName(name)
        self.textEdited.connect(self._pause.begin)

    def show_text(self, text: str) -> None:
        """Show a text from the file; what was typed and not yet told stays."""
        if not self._pause.waiting and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Tell now what was typed."""
        self._pause.end()

    def keep(self) -> None:
        """Hold on to a text that was told and could not be stored."""
        self._pause.keep()

    def _tell(self) -> None:
        self.typed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()


class TextArea(QPlainTextEdit):
    """Lines of text, as high as its text; `typed` tells it 400 ms after a key, pause or not, and on leaving."""

    typed = Signal(str)

    def __init__(self, name: str, *, lines: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._showing = False
        self._pause = _Pause(self, self._tell, patient=False)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show a text from the file; what was typed and not yet told stays, and so does the cursor."""
        if self._pause.waiting or text == self.toPlainText():
            return
        cursor = self.textCursor()
        place, end = cursor.position(), len(text.encode("utf-16-le")) // 2
        at_end = self.hasFocus() and cursor.atEnd()  # who undoes and redoes types on at the end
        place = end if at_end else min(place, end)
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def flush(self) -> None:
        """Tell now what was typed."""
        self._pause.end()

    def keep(self) -> None:
        """Hold on to a text that was told and could not be stored."""
        self._pause.keep()

    def _text_changed(self) -> None:
        if not self._showing:
            self._pause.begin()

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())

    def sizeHint(self) -> QSize:
        written = round(self.document().size().height())
        lines = min(max(self._lines, written), self._most)
        frame = theme.current().px(18)
        return QSize(theme.current().px(200), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()


class Labelled(QWidget):
    """A field under its label, a hint beside the label and, when something is wrong, a sentence below."""

    def __init__(self, name: str, field: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = name
        self._wrong = ""
        self._room = column(self, space=4)
        self._lay_out(name, hint)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the field; "" takes the sentence away. The typed value is kept."""
        if sentence == self._wrong:
            return
        self._wrong = sentence
        symbol, words = self._error
        words.say(sentence)
        words.setVisible(bool(sentence))
        symbol.setVisible(bool(sentence))
        self.field.setProperty("wrong", "true" if sentence else "false")
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(sentence)

    def error(self) -> str:
        """The sentence shown now."""
        return self._wrong

    @cached_property
    def _error(self) -> tuple[QLabel, Paragraph]:
        """Symbol and sentence; made with the first error, because most fields never have one."""
        symbol, words = QLabel(self), Paragraph("", "caption", "bad", parent=self)
        symbol.setPixmap(pixmap("exclamation", "bad"))
        wrong = row(space=4)
        wrong.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(words, 1)
        self._room.addLayout(wrong)
        return symbol, words

    def _lay_out(self, name: str, hint: str) -> None:
        title = label(name, "strong", parent=self)
        title.setBuddy(self.field)
        self.field.setAccessibleName(name)
        head = row(space=8)
        head.addWidget(title)
        head.addStretch(1)
        if hint:
            head.addWidget(label(hint, "caption", "muted", self))
        self._room.addLayout(head)
        self._room.addWidget(self.field)

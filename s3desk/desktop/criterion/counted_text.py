"""A text with a limit: label, a small bar, and how many characters result; typing is never cut."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.bars import Bar
from s3desk.desktop.widgets.fields import TextArea
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import label
from s3desk.queries.criterion_picture import Counter, Fill, TextPart

_INKS = {Fill.FINE: "muted", Fill.NEAR: "warn", Fill.OVER: "bad"}
_BARS = {Fill.FINE: "accent", Fill.NEAR: "warn", Fill.OVER: "bad"}
_SPEAK_AFTER = 1500


class CountedText(QWidget):
    """`typed(text)` after a pause, `edited()` at each key, `copy_requested()` for the text as it leaves."""

    typed = Signal(str)
    edited = Signal()
    copy_requested = Signal()

    def __init__(self, name: str, language: Language, *, lines: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextArea(name, lines=lines, most=most, parent=self)
        self._counter = Counter(0, "", "", Fill.FINE)
        self._bar = Bar(parent=self)
        self._symbol = QLabel(self)
        self._remark = label("", "caption_strong", "muted", self)
        self._words = label("", "caption", "muted", self)
        self.copy = buttons.symbol_button("copy", language.text("Copy: {name}", name=name), parent=self)
        self._speech = QTimer(self)
        self._speech.setSingleShot(True)
        self._speech.setInterval(_SPEAK_AFTER)
        self._lay_out(name)
        self.field.typed.connect(self.typed)
        self.field.textChanged.connect(self.edited)
        self.copy.clicked.connect(self.copy_requested)
        self._speech.timeout.connect(self._speak)

    def show_part(self, part: TextPart, *, read_only: bool) -> None:
        """Show the text; what is being typed stays."""
        self.field.show_text(part.text)
        self.field.setReadOnly(read_only)

    def show_counter(self, counter: Counter) -> None:
        """Show the length that results: amber near the limit, red above it."""
        grown = counter.fill is not self._counter.fill
        self._counter = counter
        ink = _INKS[counter.fill]
        self._bar.show_share(counter.share, _BARS[counter.fill])
        self._words.setText(f"· {counter.words}" if counter.remark else counter.words)
        self._remark.setText(counter.remark)
        self._remark.setVisible(bool(counter.remark))
        self._symbol.setVisible(bool(counter.remark))
        self.field.setAccessibleDescription(", ".join(part for part in (counter.words, counter.remark) if part))
        if grown:
            self._symbol.setPixmap(pixmap("exclamation", ink))
            self._remark.setProperty("ink", ink)
            self._remark.style().polish(self._remark)
            self.field.setProperty("wrong", "true" if counter.fill is Fill.OVER else "false")
            self.field.style().polish(self.field)
            self._speak()
        elif self.field.hasFocus():
            self._speech.start()

    def counter(self) -> Counter:
        """What the counter says now."""
        return self._counter

    def insert(self, mark: str) -> None:
        """Write the mark of a document at the cursor, with a space before it where one is needed."""
        cursor = self.field.textCursor()
        place = cursor.selectionStart()
        before = self.field.document().characterAt(place - 1) if place else " "
        glued = before.isspace() or before in "(\u2029"
        cursor.insertText(mark if glued else f" {mark}")
        self.field.setTextCursor(cursor)
        self.field.setFocus()

    def _speak(self) -> None:
        """Have screen readers say the counter at 90 %, at the limit, and when typing pauses."""
        if self.field.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def _lay_out(self, name: str) -> None:
        title = label(name, "strong", parent=self)
        title.setBuddy(self.field)
        head = row(space=6)
        head.addWidget(title, 1)
        for widget in (self._bar, self._symbol, self._remark, self._words, self.copy):
            head.addWidget(widget)
        outer = column(self, space=2)
        outer.addLayout(head)
        outer.addWidget(self.field)
        self._remark.hide()
        self._symbol.hide()

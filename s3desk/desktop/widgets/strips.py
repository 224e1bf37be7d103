"""Messages where they arise: a coloured strip with one button and foldable details."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import Margins, column, row
from s3desk.desktop.widgets.texts import Paragraph

Tone = Literal["bad", "warn", "ok", "advice"]
_SYMBOLS = {"bad": "cross", "warn": "exclamation", "ok": "check", "advice": "info"}
_INKS = {"bad": "bad", "warn": "warn", "ok": "ok", "advice": "accent"}


class _Message(QFrame):
    """The parts of a strip."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.symbol = QLabel(self)
        self.text = Paragraph(parent=self)
        self.details = Paragraph("", "caption", "muted", parent=self)
        self.fold = buttons.link(language.text("Show details"), parent=self)
        self.button = buttons.small("", parent=self)
        self.ending = buttons.symbol_button("cross", language.text("Close this message"), parent=self)
        self._lay_out()
        self.fold.clicked.connect(self._toggle_details)

    def show_details(self, details: str) -> None:
        """Have these details ready, folded."""
        self.details.say(details)
        self.details.hide()
        self.fold.setText(self._language.text("Show details"))
        self.fold.setVisible(bool(details))

    def _toggle_details(self) -> None:
        unfolded = self.details.isHidden()
        self.details.setVisible(unfolded)
        shown, hidden = self._language.text("Hide details"), self._language.text("Show details")
        self.fold.setText(shown if unfolded else hidden)

    def _lay_out(self) -> None:
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        outer = column(self, space=8, margins=(12, 7, 12, 7))
        line = row(space=12)
        line.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.fold)
        line.addWidget(self.button)
        line.addWidget(self.ending)
        outer.addLayout(line)
        outer.addWidget(self.details)


class MessageStrip(QWidget):
    """What happened (in bold), what is safe, what to do; at most one button; hidden without a message.

    `room` is the free space around it while it is shown.
    """

    closed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None, *, room: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self._language, self._room = language, room
        self._do: Callable[[], object] | None = None
        self.hide()

    def say(
        self,
        tone: Tone,
        lead: str,
        text: str = "",
        *,
        symbol: str = "",
        button: str = "",
        do: Callable[[], object] | None = None,
        details: str = "",
        lasting: bool = False,
    ) -> None:
        """Show a message. `button` and `do` belong together; a `lasting` one cannot be closed by hand."""
        message = self._message
        message.setProperty("strip", tone)
        message.style().polish(message)
        message.symbol.setPixmap(pixmap(symbol or _SYMBOLS[tone], _INKS[tone]))
        message.text.say(text, lead=lead)
        self._do = do
        _name(message.button, button)
        message.button.setVisible(bool(button))
        message.show_details(details)
        message.ending.setVisible(not lasting)
        self.setAccessibleName(message.text.words())
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """What the strip says now, for tests and screen readers."""
        return self._message.text.words()

    def button(self) -> QPushButton:
        """The one button of the strip."""
        return self._message.button

    @cached_property
    def _message(self) -> _Message:
        """The parts, made with the first message: most strips never have one."""
        made = _Message(self._language, self)
        made.button.clicked.connect(self._press)
        made.ending.clicked.connect(self.dismiss)
        column(self, margins=self._room).addWidget(made)
        return made

    def _press(self) -> None:
        do = self._do
        self.dismiss()
        if do is not None:
            do()


def _name(button: QPushButton, text: str) -> None:
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)

"""Messages where they arise: a coloured strip with one button and foldable details."""

from __future__ import annotations

from collections.abc import Callable
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


class MessageStrip(QWidget):
    """What happened (in bold), what is safe, what to do; at most one button; hidden without a message.

    `room` is the free space around it while it is shown.
    """

    closed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None, *, room: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self._language = language
        self._do: Callable[[], object] | None = None
        self._frame = QFrame(self)
        self._symbol = QLabel(self._frame)
        self._text = Paragraph(parent=self._frame)
        self._details = Paragraph("", "caption", "muted", parent=self._frame)
        self._fold = buttons.link(language.text("Show details"), parent=self._frame)
        self._button = buttons.small("", parent=self._frame)
        self._close = buttons.symbol_button("cross", language.text("Close this message"), parent=self._frame)
        self._lay_out()
        column(self, margins=room).addWidget(self._frame)
        self.hide()
        self._fold.clicked.connect(self._toggle_details)
        self._button.clicked.connect(self._press)
        self._close.clicked.connect(self.dismiss)

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
        self._frame.setProperty("strip", tone)
        self._frame.style().polish(self._frame)
        self._symbol.setPixmap(pixmap(symbol or _SYMBOLS[tone], _INKS[tone]))
        self._text.say(text, lead=lead)
        self._do = do
        _name(self._button, button)
        self._button.setVisible(bool(button))
        self._details.say(details)
        self._details.hide()
        self._fold.setText(self._language.text("Show details"))
        self._fold.setVisible(bool(details))
        self._close.setVisible(not lasting)
        self.setAccessibleName(self._text.words())
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """What the strip says now, for tests and screen readers."""
        return self._text.words()

    def button(self) -> QPushButton:
        """The one button of the strip."""
        return self._button

    def _press(self) -> None:
        do = self._do
        self.dismiss()
        if do is not None:
            do()

    def _toggle_details(self) -> None:
        unfolded = self._details.isHidden()
        self._details.setVisible(unfolded)
        shown, hidden = self._language.text("Hide details"), self._language.text("Show details")
        self._fold.setText(shown if unfolded else hidden)

    def _lay_out(self) -> None:
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        outer = column(self._frame, space=8, margins=(12, 7, 12, 7))
        line = row(space=12)
        line.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._fold)
        line.addWidget(self._button)
        line.addWidget(self._close)
        outer.addLayout(line)
        outer.addWidget(self._details)


def _name(button: QPushButton, text: str) -> None:
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)

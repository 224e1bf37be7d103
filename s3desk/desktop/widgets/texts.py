"""Texts: labels of one type step, wrapping paragraphs, labels that shorten what does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from s3desk.desktop import theme

_LONGEST_WORD, _PIECE = 28, 7
_MAY_BREAK = "\u200b"


def label(text: str, step: str = "body", ink: str = "text", parent: QWidget | None = None) -> QLabel:
    """A label of one line; `step` is a type step of the tokens, `ink` a colour ("text", "muted" ...)."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", step)
    made.setProperty("ink", ink)
    return made


class Elided(QLabel):
    """A label of one line that shortens its text to the room it has and shows the whole as a tooltip."""

    def __init__(
        self,
        text: str,
        step: str = "body",
        ink: str = "text",
        where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._where = where
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", step)
        self.setProperty("ink", ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), self._where, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        alignment = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), alignment, shown)


class Paragraph(QLabel):
    """Text that wraps, set with the line height of its type step; `lead` stands in semi-bold before it.

    Qt sets line heights only in rich text, so the words are escaped and wrapped in one paragraph of it.
    """

    def __init__(
        self,
        text: str = "",
        step: str = "body",
        ink: str = "text",
        *,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step = step
        self._words = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("type", step)
        self.setProperty("ink", ink)
        self.say(text, lead=lead)

    def say(self, text: str, *, lead: str = "") -> None:
        """Show another text."""
        self._words = " ".join(part for part in (lead, text) if part)
        height = theme.current().line(self._step)
        strong = f'<span style="font-weight:600">{escaped(breakable(lead))}</span> ' if lead else ""
        lines = escaped(breakable(text)).replace("\n", "<br>")
        self.setText(f'<p style="margin:0; line-height:{height}px">{strong}{lines}</p>' if self._words else "")
        self.setAccessibleName(self._words)

    def words(self) -> str:
        """The text that is shown, as it was given."""
        return self._words


def breakable(text: str) -> str:
    """The text with places to break in words that no column would hold, such as an address or a check sum."""
    if len(text) <= _LONGEST_WORD:
        return text
    return " ".join(word if len(word) <= _LONGEST_WORD else _in_pieces(word) for word in text.split(" "))


def _in_pieces(word: str) -> str:
    return _MAY_BREAK.join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))


def escaped(text: str) -> str:
    """The text as rich text shows it unchanged (the html module would cost the first paint 2 ms)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

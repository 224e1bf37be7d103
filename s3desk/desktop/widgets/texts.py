"""Texts: labels of one type step, wrapping paragraphs, labels that shorten what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from s3desk.desktop import theme


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
    """Text that wraps, set with the line height of its type step; `lead` stands in semi-bold before it."""

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
        self._ink = ink
        self._lead = lead
        self._layout = QTextLayout()
        self._laid_out_for: tuple[int, str] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.current().font(step))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text, lead=lead)

    def say(self, text: str, *, lead: str = "") -> None:
        """Show another text."""
        self._lead = lead
        self.setText(f"{lead} {text}" if lead and text else lead or text)
        self._laid_out_for = None
        self.updateGeometry()

    def set_ink(self, ink: str) -> None:
        """Show the text in another colour of the theme."""
        self._ink = ink
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        shown = theme.current()
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, shown.px(560))
        return QSize(width, self._lay_out(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(40), theme.current().line(self._step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(theme.current().color(self._ink))
        self._layout.draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> int:
        line_height = theme.current().line(self._step)
        if self._laid_out_for != (width, self.text()):
            self._prepare()
            lay_out_lines(self._layout, width, line_height)
            self._laid_out_for = (width, self.text())
        return max(1, self._layout.lineCount()) * line_height

    def _prepare(self) -> None:
        self._layout.setText(self.text().replace("\n", "\u2028"))
        self._layout.setFont(self.font())
        self._layout.setTextOption(_wrapping())
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, len(self._lead), strong
        self._layout.setFormats([span] if self._lead else [])


def lay_out_lines(layout: QTextLayout, width: int, line_height: int) -> None:
    """Break the text of a layout into lines of `width`, each `line_height` apart and centred in its row."""
    layout.beginLayout()
    top = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    layout.endLayout()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

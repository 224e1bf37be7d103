"""The cards Yes and No, and "Not relevant here" where the law says "where relevant"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.widgets.marks import FULFILMENT_LOOKS
from s3desk.desktop.widgets.painted_choice import PaintedChoice
from s3desk.desktop.widgets.painted_text import paint_lines, wrapped
from s3desk.desktop.widgets.surfaces import clear
from s3desk.domain.records import Decision
from s3desk.queries.criterion_picture import Choice

_LEFT, _RIGHT = 46, 44
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class DecisionCard(PaintedChoice):
    """One answer for the criterion. What is checked is decided by the file, not by the click."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice.word, parent)
        self.choice = choice
        self.setAccessibleName(choice.word)
        self.setAccessibleDescription(choice.explanation)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> tuple[str, ...]:
        shown = theme.current()
        return wrapped(self.choice.explanation, shown.font("caption"), width - shown.px(_LEFT + _RIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = theme.current()
        return max(shown.px(52), shown.px(36) + len(self._lines(width)) * shown.line("caption"))

    def sizeHint(self) -> QSize:
        shown = theme.current()
        word = QFontMetrics(shown.font("strong"), self).horizontalAdvance(self.choice.word)
        width = max(shown.px(180), word + shown.px(_LEFT + _RIGHT))
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_radio(painter)
        lines = self._lines(self.width())
        height = shown.line("strong") + len(lines) * shown.line("caption")
        top = (self.height() - height) // 2
        words = self.rect().adjusted(shown.px(_LEFT), top, -shown.px(_RIGHT), 0)
        painter.setFont(shown.font("strong"))
        painter.setPen(shown.color("text"))
        painter.drawText(QRect(words.left(), top, words.width(), shown.line("strong")), _START, self.choice.word)
        about = QRect(words.left(), top + shown.line("strong"), words.width(), height - shown.line("strong"))
        paint_lines(painter, about, lines, "caption", "muted")
        symbol, color = FULFILMENT_LOOKS[self.choice.decision]
        side = shown.px(16)
        mark = QRect(self.width() - shown.px(16) - side, (self.height() - side) // 2, side, side)
        paint_icon(painter, mark, symbol, color if self.isChecked() else "muted")

    def _paint_ground(self, painter: QPainter) -> None:
        shown = theme.current()
        chosen = self.isChecked()
        painter.setPen(QPen(shown.color("accent" if chosen else "control"), 2 if chosen else 1))
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(shown.color("tint" if chosen else "sunken" if hovered else "surface"))
        inset = 1 if chosen else 0.5
        radius = shown.measure("radius", "rating")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_radio(self, painter: QPainter) -> None:
        shown = theme.current()
        middle = QPointF(shown.px(26), self.height() / 2)
        painter.setPen(QPen(shown.color("accent" if self.isChecked() else "control"), 1.4))
        painter.setBrush(shown.color("surface"))
        painter.drawEllipse(middle, shown.px(7), shown.px(7))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent"))
            painter.drawEllipse(middle, shown.px(4), shown.px(4))


class DecisionCards(QWidget):
    """All answers that may be given; `decided(Decision)` when one is picked."""

    decided = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.cards: tuple[DecisionCard, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(8))

    def show_choices(self, choices: tuple[Choice, ...], decision: Decision) -> None:
        """Show the answers, and which of them is given."""
        if choices != self._choices:
            self._make(choices)
        for card in self.cards:
            card.show_chosen(chosen=card.choice.decision is decision)
            card.update()

    def set_stacked(self, *, stacked: bool) -> None:
        """Below each other where the room is narrow."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)

    def _make(self, choices: tuple[Choice, ...]) -> None:
        clear(self._row)
        self._choices = choices
        self.cards = tuple(DecisionCard(choice, self) for choice in choices)
        for card in self.cards:
            self._row.addWidget(card, 1)
            card.asked.connect(partial(self.decided.emit, card.choice.decision))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key())) if event.key() in steps else None
        here = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or here is None:
            event.ignore()
        else:
            self.cards[(here + step) % len(self.cards)].setFocus()

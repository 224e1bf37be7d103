"""Numbered steps with a title and a sentence each, beside each other or, where it is narrow, below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets.numbers import paint_step
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph, label

_BESIDE_FROM = 640


class _Number(QWidget):
    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        side = theme.current().px(24)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_step(QPainter(self), self.rect(), self._number)


class StepsCard(QFrame):
    """A card that explains a way in a few steps; without a title where one stands above it."""

    def __init__(self, title: str, steps: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps.setSpacing(theme.current().px(24))
        for number, (name, text) in enumerate(steps, 1):
            self._steps.addWidget(self._step(number, name, text), 1)
        outer = column(self, space=8, margins=(24, 16, 24, 20))
        if title:
            outer.addWidget(label(title, "h3", parent=self))
        outer.addLayout(self._steps)

    def _step(self, number: int, name: str, text: str) -> QWidget:
        step = QWidget(self)
        words = column()
        words.addWidget(label(name, "strong", parent=step))
        words.addWidget(Paragraph(text, "caption", "muted", parent=step))
        words.addStretch(1)
        beside = row(step, space=12)
        beside.addWidget(_Number(number, step), 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(words, 1)
        return step

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() / theme.current().factor >= _BESIDE_FROM
        directions = QBoxLayout.Direction
        self._steps.setDirection(directions.LeftToRight if wide else directions.TopToBottom)


def how_it_works(language: Language) -> tuple[tuple[str, str], ...]:
    """The way from questions to a report in three steps."""
    text = language.text
    return (
        (text("Assess"), text("Rate about 10 questions for each criterion from 0 to 5. Add evidence.")),
        (text("Discuss"), text("Talk about the ratings with your partners. Agree on one and note why.")),
        (text("Decide and report"), text("Answer Yes or No, plan actions, create PDF and Excel files.")),
    )

"""What pages with a side column share: a head with title and sentence, and two parts that fit the window's width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.surfaces import FlowLayout, column, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label

_WORDS_WIDTH = 300
"""Title and sentence have at least so much room beside the buttons, else the buttons go below them."""


class PageHead(QWidget):
    """Title, one sentence of state, and the buttons of the page or of one of its tabs."""

    def __init__(
        self, title: str, buttons: tuple[QPushButton, ...], parent: QWidget | None = None, *, step: str = "h1"
    ) -> None:
        super().__init__(parent)
        self.sentence = Paragraph("", "body", "muted", parent=self)
        words = column()
        words.addWidget(label(title, step, parent=self))
        words.addWidget(self.sentence)
        self._does = QWidget(self)
        does = FlowLayout(self._does, space=8)
        for button in buttons:
            does.addWidget(button)
        self._row = row(self, space=12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._does, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = event.size().width() - self._does.sizeHint().width() < theme.current().px(_WORDS_WIDTH)
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)


class MainAndSide(QWidget):
    """A main part and a side of fixed width; in a narrow window the side moves below or above, and the page scrolls."""

    def __init__(
        self,
        head: QWidget,
        main: QWidget,
        side: QWidget,
        side_width: int,
        *,
        side_first: bool = False,
        side_above: bool = False,
    ) -> None:
        super().__init__(head.parentWidget())
        self._narrow = QBoxLayout.Direction.BottomToTop if side_above else QBoxLayout.Direction.TopToBottom
        self._side, self._side_width, self._side_first = side, theme.current().px(side_width), side_first
        content = QWidget()
        column(self).addWidget(scrolling(content, self))
        self._parts = row(space=16)
        self._parts.addWidget(main)
        self._parts.addWidget(side)
        self._page = column(content, space=16, margins=(24, 16, 24, 24))
        self._page.addWidget(head)
        self._page.addLayout(self._parts)
        self._page.addStretch(0)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the side below the main part, or beside it."""
        directions = QBoxLayout.Direction
        beside = directions.RightToLeft if self._side_first else directions.LeftToRight
        self._parts.setDirection(self._narrow if narrow else beside)
        self._parts.setStretch(0, 0 if narrow else 1)
        self._page.setStretch(1, 0 if narrow else 1)
        self._page.setStretch(2, 1 if narrow else 0)
        self._side.setMinimumWidth(0 if narrow else self._side_width)
        self._side.setMaximumWidth(16_777_215 if narrow else self._side_width)


def is_narrow(page: QWidget) -> bool:
    """Whether the window is so narrow that columns move below each other."""
    shown = theme.current()
    return page.window().width() / shown.factor < shown.tokens.measures["breakpoint"]["rail_below_width"]

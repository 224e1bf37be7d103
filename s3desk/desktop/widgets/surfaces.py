"""What stands under texts and controls: cards, thin lines, scrolling areas, layouts that flow into lines."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from s3desk.desktop import theme

Margins = tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)


def card(parent: QWidget | None = None) -> QFrame:
    """A white card with a thin border and round corners."""
    made = QFrame(parent)
    made.setProperty("card", "true")
    return made


def line(*, vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """A decorative line of 1 px."""
    made = QFrame(parent)
    made.setProperty("line", "vertical" if vertical else "horizontal")
    return made


def ground(name: str, parent: QWidget | None = None) -> QWidget:
    """A plain widget on "surface" (white) or "window" (grey) ground."""
    made = QWidget(parent)
    made.setProperty("ground", name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def column(parent: QWidget | None = None, *, space: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout; space and margins (left, top, right, bottom) in px at 100 %."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), space, margins)


def row(parent: QWidget | None = None, *, space: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout; space and margins (left, top, right, bottom) in px at 100 %."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), space, margins)


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """An area that scrolls its content downwards only; the keyboard reaches the content, not the area."""
    area = QScrollArea(parent)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


def scrolled(name: str, parent: QWidget) -> QWidget:
    """A ground that fills its parent and scrolls downwards, for what is then made in it.

    What is made elsewhere and brought in changes its parent, and Qt styles it and all within it a second time.
    """
    content = ground(name)
    column(parent).addWidget(scrolling(content, parent))
    return content


def bring_into_view(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll every area around a widget so far that it, or a part of it, is seen.

    Done when the layout of a new page is settled.
    """

    def scroll() -> None:
        room = widget.parentWidget()
        while room is not None:
            if isinstance(room, QScrollArea):
                _scroll_to(room, widget, part)
            room = room.parentWidget()

    QTimer.singleShot(0, widget, scroll)


def _scroll_to(area: QScrollArea, widget: QWidget, part: QRect | None) -> None:
    around = theme.current().px(24)
    content = area.widget()
    if part is None or content is None:
        area.ensureWidgetVisible(widget, 0, around)
        return
    middle = widget.mapTo(content, part.center())
    area.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + around)


def clear(layout: QLayout) -> None:
    """Remove everything from a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


class FlowLayout(QLayout):
    """Puts items beside each other and begins a new line where the room ends."""

    def __init__(self, parent: QWidget | None = None, *, space: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = theme.current().px(space)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._space * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for line_of_items in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line_of_items)
            left = rect.left()
            for item in line_of_items:
                size = item.sizeHint().boundedTo(QSize(rect.width(), height))
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._space
            top += height + self._space
        return max(0, top - self._space - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are shown, line by line."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self._space
        return lines


def _spaced(layout: _Box, space: int, margins: Margins) -> _Box:
    shown = theme.current()
    layout.setSpacing(shown.px(space))
    layout.setContentsMargins(*(shown.px(margin) for margin in margins))
    return layout

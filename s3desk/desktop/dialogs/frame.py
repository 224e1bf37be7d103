"""What all larger dialogs have in common: a title with a sentence, a middle that scrolls, buttons below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.focus import FocusRing
from s3desk.desktop.widgets.surfaces import bring_into_view, card, column, ground, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label

_MARGIN = 24


class FramedDialog(QDialog):
    """A dialog in the house's look. The subclass fills `middle` and `foot`."""

    def __init__(self, title: str, parent: QWidget | None, *, width: int = 720, height: int = 700) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.title = label(title, "h1", parent=self)
        self.about = Paragraph("", "body", "muted", parent=self)
        self.middle = column()
        self.foot = row(space=8, margins=(_MARGIN, 9, _MARGIN, 9))
        self._build_frame()
        self._fit(width, height)
        self._focus_ring = FocusRing(self)

    def _build_frame(self) -> None:
        head = column(margins=(_MARGIN, 20, _MARGIN, 12))
        head.addWidget(self.title)
        head.addWidget(self.about)
        foot_room = ground("surface", self)
        foot_room.setLayout(self.foot)
        outer = column(self)
        outer.addLayout(head)
        outer.addLayout(self.middle, 1)
        outer.addWidget(line(parent=self))
        outer.addWidget(foot_room)

    def go_to_first_error(self) -> None:
        """Put the keyboard into the first field in which something is wrong, with what is said about it in sight."""
        wrong = [one for one in self.findChildren(Labelled) if one.error() and one.isVisible()]
        if wrong:
            first = min(wrong, key=lambda one: one.mapTo(self, QPoint()).toTuple()[::-1])
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(first)

    def _fit(self, width: int, height: int) -> None:
        """As large as asked for, but never larger than the screen."""
        px, screen = theme.current().px, self.screen().availableSize()
        self.resize(min(px(width), screen.width() - 40), min(px(height), screen.height() - 60))


def part(*widgets: QWidget) -> QWidget:
    """Widgets below each other in an area that scrolls."""
    room = QWidget()
    inside = column(room, space=16, margins=(_MARGIN, 4, _MARGIN, 16))
    for widget in widgets:
        inside.addWidget(widget)
    inside.addStretch(1)
    return scrolling(room)


def framed(content: QWidget) -> QWidget:
    """A widget in a card."""
    frame = card(content.parentWidget())
    column(frame, margins=(16, 12, 16, 16)).addWidget(content)
    return frame

"""The open points beside the options: the same as on the overview, each leads to its spot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.overview.rows import RowList
from s3desk.desktop.overview.small_rows import PointLook
from s3desk.desktop.widgets.surfaces import column, line, row, scrolling
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.queries.reports import ReportsPicture

_NO_LIMIT = 16_777_215


class PointsCard(QFrame):
    """All open points in a list that scrolls; `opened(PointLine)`."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._language = language
        self._counts = Elided("", "caption", "muted", parent=self)
        self.list = RowList(language.text("Open points"), PointLook(), self)
        self.note = Paragraph("", "caption", "muted", parent=self)
        room = QWidget(self)
        within = column(room)
        within.addWidget(self.list)
        within.addStretch(1)
        self._area = scrolling(room, self)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        head = row(space=12, margins=(16, 8, 16, 0))
        head.addWidget(label(language.text("Open points"), "h3", parent=self))
        head.addWidget(self._counts, 1)
        said = row(margins=(16, 0, 16, 8))
        said.addWidget(self.note)
        inside = column(self, margins=(1, 1, 1, 1))
        inside.addLayout(head)
        inside.addLayout(said)
        inside.addWidget(line(parent=self))
        inside.addWidget(self._area, 1)
        self.list.opened.connect(self.opened)

    def show_picture(self, picture: ReportsPicture) -> None:
        """Show the points, or that nothing is open."""
        self.list.show_rows(picture.points)
        self._area.setVisible(bool(picture.points))
        nothing = self._language.text("Nothing is open. All points are solved.")
        self._counts.setText(picture.point_counts)
        self.note.say(picture.point_note if picture.points else nothing)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as all points, where the page scrolls, or as high as there is room."""
        self._area.setMinimumHeight(self.list.height() if whole else theme.current().px(88))
        self._area.setMaximumHeight(self.list.height() if whole else _NO_LIMIT)

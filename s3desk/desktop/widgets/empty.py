"""What a list shows while it is empty: an icon, a sentence and the one button that begins it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph, label


class EmptyState(QWidget):
    """The friendly face of an empty list."""

    def __init__(
        self,
        symbol: str,
        title: str,
        text: str,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = QLabel(self)
        picture.setPixmap(pixmap(symbol, "muted", size=20))
        words = Paragraph(text, "body", "muted", parent=self)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer = column(self, space=8, margins=(24, 24, 24, 24))
        outer.addStretch(1)
        for widget in (picture, label(title, "strong", parent=self)):
            outer.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(words)
        if button is not None:
            outer.addSpacing(4)
            outer.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

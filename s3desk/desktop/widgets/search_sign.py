"""The sign of a field in which people look for something: as large as its text, which Qt's own signs are not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets.surfaces import row


def show_search_sign(field: QLineEdit) -> None:
    """Put the magnifier before the text; what stands in such a field is looked for and not kept."""
    field.setProperty("search", True)
    sign = QLabel(field)
    sign.setPixmap(pixmap("search", "muted"))
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    inside = row(field, margins=(10, 0, 0, 0))
    inside.addWidget(sign)
    inside.addStretch(1)
    field.setTextMargins(theme.current().px(26), 0, 0, 0)

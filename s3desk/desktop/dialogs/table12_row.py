"""The preview of one row of Table 12, each text to be copied into the portal's field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.focus import FocusRing
from s3desk.desktop.widgets.surfaces import card, column, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.picture import Table12Row, Text

_STRETCH = (3, 1, 4, 6)


class Table12RowDialog(QDialog):
    """What the row of one criterion will hold, with evidence written out."""

    def __init__(self, language: Language, table_row: Table12Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.setWindowTitle(text("Table 12, criterion {number}", number=table_row.number))
        self._copied = label("", "caption", "ok", self)
        self.copy_buttons = (
            buttons.small(text("Copy the reference"), symbol="copy", parent=self),
            buttons.small(text("Copy the justification"), symbol="copy", parent=self),
        )
        close = buttons.primary(text("Close"), parent=self)
        frame = self._table(table_row)
        foot = row(space=8)
        for button, written in zip(self.copy_buttons, (table_row.references, table_row.justification), strict=True):
            foot.addWidget(button)
            button.clicked.connect(partial(self._copy, written.text))
        foot.addWidget(self._copied, 1)
        foot.addWidget(close)
        outer = column(self, space=16, margins=(24, 20, 24, 16))
        outer.addWidget(label(text("So it will stand in Table 12"), "h2", parent=self))
        outer.addWidget(scrolling(frame, self), 1)
        outer.addLayout(foot)
        self._focus_ring = FocusRing(self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.resize(theme.current().px(940), theme.current().px(480))

    def _table(self, table_row: Table12Row) -> QFrame:
        text = self._language.text
        frame = card(self)
        grid = QGridLayout(frame)
        space = theme.current().px(12)
        grid.setContentsMargins(space, space, space, space)
        grid.setSpacing(space)
        heads = (
            text("Criteria"),
            text("Fulfilment of criteria (Y/N)"),
            text("Reference to relevant documents [500]"),
            text("Justification [1 000]"),
        )
        cells = (
            (table_row.criterion, ""),
            (table_row.mark, ""),
            self._counted(table_row.references),
            self._counted(table_row.justification),
        )
        for place, (head, (cell, count)) in enumerate(zip(heads, cells, strict=True)):
            grid.addWidget(Paragraph("", "caption", lead=head, parent=frame), 0, place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(cell, parent=frame), 1, place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(count, "caption", "muted", parent=frame), 2, place)
            grid.setColumnStretch(place, _STRETCH[place])
        grid.setRowStretch(3, 1)
        return frame

    def _counted(self, written: Text) -> tuple[str, str]:
        """The text as it leaves, and its length in square brackets."""
        return written.text or "–", f"[{self._language.integer(written.used)}]"

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied.setText(self._language.text("Copied"))

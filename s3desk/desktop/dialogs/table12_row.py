"""The preview of one row of Table 12, each text to be copied into the portal's field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import card
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.picture import Table12Row, Text

_STRETCH = (3, 1, 4, 6)


class Table12RowDialog(FramedDialog):
    """What the row of one criterion will hold, with evidence written out."""

    def __init__(self, language: Language, table_row: Table12Row, parent: QWidget | None = None) -> None:
        text = language.text
        super().__init__(text("So it will stand in Table 12"), parent, width=960, height=520)
        self._language = language
        self.about.say(text("The texts as they leave: evidence is written out, spaces are not counted."))
        self._copied = label("", "caption", "ok", self)
        self.copy_buttons = (
            buttons.secondary(text("Copy the reference"), symbol="copy", parent=self),
            buttons.secondary(text("Copy the justification"), symbol="copy", parent=self),
        )
        close = buttons.primary(text("Close"), parent=self)
        self.middle.addWidget(part(self._table(table_row)))
        for button, written in zip(self.copy_buttons, (table_row.references, table_row.justification), strict=True):
            self.foot.addWidget(button)
            button.clicked.connect(partial(self._copy, written.text))
        self.foot.addWidget(self._copied, 1)
        self.foot.addWidget(close)
        close.clicked.connect(self.accept)
        close.setDefault(True)

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

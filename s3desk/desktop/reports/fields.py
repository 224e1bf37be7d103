"""Table 12 field by field, to be copied into the programme portal (SFC2021), programme by programme."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import ChoiceInput
from s3desk.desktop.widgets.surfaces import clear, column, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.reports import CriterionFields, FieldRow, FieldsPicture


class PortalFields(QWidget):
    """`programme_chosen(id)` for another programme, `own_text_requested(programme, criterion)`, `copied(words)`."""

    programme_chosen = Signal(str)
    own_text_requested = Signal(str, str)
    copied = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._picture: FieldsPicture | None = None
        self._read_only = False
        self.programme = ChoiceInput(language.text("Programme"), [], self)
        self.whole = buttons.small(language.text("Copy the whole table"), symbol="copy", parent=self)
        self.copy_buttons: dict[str, QPushButton] = {}
        self.own_buttons: dict[str, QPushButton] = {}
        self._list = QWidget(self)
        self._rows = column(self._list, space=10, margins=(16, 12, 16, 16))
        self._lay_out()
        self.whole.clicked.connect(self._copy_whole)
        self.programme.box.activated.connect(self._choose)

    def show_picture(self, picture: FieldsPicture, *, read_only: bool) -> None:
        """Show the fields of one programme."""
        if (picture, read_only) == (self._picture, self._read_only):
            return
        self._picture, self._read_only = picture, read_only
        self.programme.show_choices(picture.programmes)
        self.programme.choose(picture.programme_id) if picture.programmes else None
        self.programme.setVisible(len(picture.programmes) > 1)
        clear(self._rows)
        self.copy_buttons.clear()
        self.own_buttons.clear()
        self._rows.addWidget(self._field(picture.condition))
        for criterion in picture.criteria:
            self._add_criterion(criterion)

    def _add_criterion(self, criterion: CriterionFields) -> None:
        self._rows.addWidget(line(parent=self._list))
        for field in criterion.rows:
            self._rows.addWidget(self._field(field))
        if self._picture is None or not self._picture.programme_id:
            return
        text = self._language.text
        words = text("Change this programme's own texts...") if criterion.own else text("Write texts of its own...")
        own = buttons.link(words, symbol="pencil", parent=self._list)
        own.setAccessibleName(f"{criterion.rows[0].label.partition(':')[0]}: {words}")
        own.setEnabled(not self._read_only)
        own.clicked.connect(partial(self.own_text_requested.emit, self._picture.programme_id, criterion.id))
        self.own_buttons[criterion.id] = own
        self._rows.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)

    def _field(self, field: FieldRow) -> QWidget:
        shown = QWidget(self._list)
        copy = buttons.small(self._language.text("Copy"), symbol="copy", parent=shown)
        copy.setAccessibleName(self._language.text("Copy: {name}", name=field.label))
        copy.setAccessibleDescription(field.count)
        copy.setEnabled(bool(field.text))
        copy.clicked.connect(partial(self._copy, field))
        self.copy_buttons[field.label] = copy
        head = row(space=8)
        head.addWidget(Paragraph("", "caption", lead=field.label, parent=shown), 1)
        if field.count:
            head.addWidget(label(field.count, "caption", "bad" if field.over else "muted", shown))
        head.addWidget(copy)
        words = Paragraph(field.text or self._language.text("Nothing is written."), "body", "text", parent=shown)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = column(shown, space=2)
        inside.addLayout(head)
        inside.addWidget(words)
        return shown

    def _copy(self, field: FieldRow) -> None:
        QGuiApplication.clipboard().setText(field.text)
        self.copied.emit(self._language.text("{name} is copied.", name=field.label))

    def _copy_whole(self) -> None:
        if self._picture is not None:
            QGuiApplication.clipboard().setText(self._picture.whole)
            self.copied.emit(self._language.text("The table is copied, with a tab between its columns."))

    def _choose(self) -> None:
        self.programme_chosen.emit(str(self.programme.value()))

    def _lay_out(self) -> None:
        head = column(space=8, margins=(16, 12, 16, 12))
        head.addWidget(self.programme)
        head.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        inside = column(self)
        inside.addLayout(head)
        inside.addWidget(line(parent=self))
        inside.addWidget(scrolling(self._list, self), 1)

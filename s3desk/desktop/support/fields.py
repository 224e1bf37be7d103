"""The fields of a guided form: a line, a text, one choice or several, and the documents that it names."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import LineField, TextArea
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.request_fields import FieldLine


class Several(QWidget):
    """Boxes of which any may be ticked; `changed(ids)` with the ids of the ticked ones, joined by a space."""

    changed = Signal(str)

    def __init__(self, field: FieldLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes = {choice.id: QCheckBox(choice.label.replace("&", "&&"), self) for choice in field.choices}
        inside = column(self, space=4)
        for box in self.boxes.values():
            inside.addWidget(box)
            box.toggled.connect(self._tell)

    def show_field(self, field: FieldLine) -> None:
        """Tick what is chosen."""
        for choice in field.choices:
            with QSignalBlocker(self.boxes[choice.id]):
                self.boxes[choice.id].setChecked(choice.chosen)

    def _tell(self) -> None:
        self.changed.emit(" ".join(key for key, box in self.boxes.items() if box.isChecked()))


class RequestField(QWidget):
    """One field under its label: where its text comes from, how long it is, and what it asks for.

    `written(field_id, text)`, `refill_requested(field_id)`, `copy_requested(field_id)`, `evidence_requested()`.
    """

    written = Signal(str, str)
    refill_requested = Signal(str)
    copy_requested = Signal(str)
    evidence_requested = Signal()

    def __init__(self, field: FieldLine, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = field.id
        self._language = language
        self._kind = field.kind
        self.input = self._made(field)
        self.state = Paragraph("", "caption", "muted", parent=self)
        self.refill = buttons.link("–", parent=self)
        self.copy = buttons.symbol_button("copy", language.text("Copy: {name}", name=field.label), parent=self)
        self.choose = self._chooser() if field.kind == "evidence" else None
        self._lay_out(field)
        self.refill.clicked.connect(lambda: self.refill_requested.emit(self.id))
        self.copy.clicked.connect(lambda: self.copy_requested.emit(self.id))

    def show_field(self, field: FieldLine, *, editable: bool) -> None:
        """Show text or choices; what is being typed stays."""
        match self.input:
            case LineField() | TextArea():
                self.input.show_text(field.text)
                self.input.setReadOnly(not editable)
                self.input.setProperty("wrong", "true" if field.over else "false")
                self.input.style().polish(self.input)
            case QComboBox():
                chosen = next((choice.id for choice in field.choices if choice.chosen), "")
                with QSignalBlocker(self.input):
                    self.input.setCurrentIndex(self.input.findData(chosen))
                self.input.setEnabled(editable)
            case Several():
                self.input.show_field(field)
                self.input.setEnabled(editable)
        count = "" if field.choices else self._count(field)
        self.state.say(" · ".join(part for part in (field.source, count) if part))
        buttons.show(self.refill, field.refill)
        self.refill.setVisible(editable and bool(field.refill))
        if self.choose is not None:
            self.choose.setEnabled(editable)
        self.copy.setEnabled(bool(field.text))

    def focus_target(self) -> QWidget:
        """Where the keyboard goes."""
        return next(iter(self.input.boxes.values())) if isinstance(self.input, Several) else self.input

    def _count(self, field: FieldLine) -> str:
        text, count = self._language.text, self._language.integer(field.used)
        if not field.limit:
            return self._language.plural("{n} character", "{n} characters", field.used)
        if field.over:
            return text("{count} characters, {over} too many", count=count, over=self._language.integer(field.over))
        return text("{count} of {limit} characters", count=count, limit=self._language.integer(field.limit))

    def _made(self, field: FieldLine) -> LineField | TextArea | QComboBox | Several:
        if field.kind == "several":
            return Several(field, self)
        if field.kind == "choice":
            box = QComboBox(self)
            box.addItem(self._language.text("Not said"), "")
            for choice in field.choices:
                box.addItem(choice.label, choice.id)
            return box
        if field.kind == "line":
            return LineField(field.label, self)
        return TextArea(field.label, lines=3, most=14, parent=self)

    def _chooser(self) -> QPushButton:
        made = buttons.small(self._language.text("Choose documents..."), symbol="paperclip", parent=self)
        made.clicked.connect(self.evidence_requested)
        return made

    def _lay_out(self, field: FieldLine) -> None:
        self.input.setAccessibleName(field.label)
        self.input.setAccessibleDescription(field.help)
        needed = f" ({self._language.text('needed')})" if field.required else ""
        head = row(space=8)
        head.addWidget(Paragraph(f"{field.label}{needed}", "strong", parent=self), 1)
        if self.choose is not None:
            head.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        foot = row(space=12)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.refill)
        outer = column(self, space=3)
        outer.addLayout(head)
        about = " ".join(part for part in (field.help, field.limit_words) if part)
        if about:
            outer.addWidget(Paragraph(about, "caption", "muted", parent=self))
        outer.addWidget(self.input)
        outer.addLayout(foot)
        self._connect()

    def _connect(self) -> None:
        match self.input:
            case LineField() | TextArea():
                self.input.typed.connect(self._write)
            case QComboBox() as box:
                box.activated.connect(lambda place: self._write(str(box.itemData(place))))
            case Several():
                self.input.changed.connect(self._write)

    def _write(self, text: str) -> None:
        self.written.emit(self.id, text)

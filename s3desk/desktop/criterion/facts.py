"""The fact fields of a question, side by side between the question and its rating."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.widgets.fields import LineField
from s3desk.desktop.widgets.surfaces import clear, column, row
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.domain import typed
from s3desk.queries.criterion_picture import FactField


class FactEditor(QWidget):
    """One fact: a caption, the field, and below it what is wrong with what was typed."""

    filled = Signal(str, str)

    def __init__(self, fact: FactField, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = fact
        self._language = language
        self._error = Paragraph("", "caption", "bad", parent=self)
        self._error.hide()
        self.field: LineField | QComboBox = self._choice() if fact.kind == "yes_no" else self._line()
        self.field.setAccessibleName(fact.label)
        caption = Paragraph(fact.label, "caption", "muted", parent=self)
        outer = column(self, space=3)
        outer.addStretch(1)
        outer.addWidget(caption)
        outer.addWidget(self.field)
        outer.addWidget(self._error)

    def show_fact(self, fact: FactField, *, read_only: bool) -> None:
        """Show the value; what was typed and cannot be read yet stays with its sentence."""
        if isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(max(0, self.field.findData(fact.value)))
            self.field.setEnabled(not read_only)
            return
        self.field.setReadOnly(read_only)
        if fact.value != self._fact.value or not self.error():
            self.field.show_text(fact.value)
            self._say("")
        self._fact = fact

    def error(self) -> str:
        """What is wrong with what was typed."""
        return self._error.words()

    def _line(self) -> LineField:
        field = LineField(self._fact.label, self)
        examples = {"date": self._language.text("day.month.year"), "link": "https://"}
        field.setPlaceholderText(examples.get(self._fact.kind, ""))
        field.typed.connect(self._read)
        return field

    def _choice(self) -> QComboBox:
        field = QComboBox(self)
        text = self._language.text
        for words, value in ((text("Not said"), ""), (text("Yes"), "yes"), (text("No"), "no")):
            field.addItem(words, value)
        field.activated.connect(self._tell_choice)
        return field

    def _tell_choice(self, place: int) -> None:
        if isinstance(self.field, QComboBox):
            self.filled.emit(self._fact.id, self.field.itemData(place))

    def _read(self, text: str) -> None:
        try:
            value = typed.fact(self._fact.kind, text, self._language)
        except KnownError as error:
            self._say(f"{self._language.error(error)} {self._language.hint(error)}")
            return
        self._say("")
        self.filled.emit(self._fact.id, value)

    def _say(self, sentence: str) -> None:
        self._error.say(sentence)
        self._error.setVisible(bool(sentence))
        self.field.setProperty("wrong", "true" if sentence else "false")
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(sentence)


class FactFields(QWidget):
    """All facts of one question; `filled(fact_id, value)` when one was filled in."""

    filled = Signal(str, str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._question_id = ""
        self._editors: dict[str, FactEditor] = {}
        self._line = row(self, space=12)

    def show_facts(self, question_id: str, facts: tuple[FactField, ...], *, read_only: bool) -> None:
        """Show the facts of a question; the fields are made anew only for another question."""
        if question_id != self._question_id:
            self._question_id = question_id
            self._make(facts)
        for fact in facts:
            self._editors[fact.id].show_fact(fact, read_only=read_only)
        self.setVisible(bool(facts))

    def editor(self, fact_id: str) -> FactEditor:
        """The editor of one fact."""
        return self._editors[fact_id]

    def fields(self) -> dict[str, QWidget]:
        """Every field by the name under which links know it: "fact/date"."""
        return {f"fact/{fact_id}": editor.field for fact_id, editor in self._editors.items()}

    def stops(self) -> tuple[QWidget, ...]:
        """The fields, in the order of the Tab key."""
        return tuple(editor.field for editor in self._editors.values())

    def set_stacked(self, *, stacked: bool) -> None:
        """Below each other where the room is narrow."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if stacked else across)

    def _make(self, facts: tuple[FactField, ...]) -> None:
        clear(self._line)
        self._editors = {fact.id: FactEditor(fact, self._language, self) for fact in facts}
        for editor in self._editors.values():
            self._line.addWidget(editor, 1)
            editor.filled.connect(self.filled)

"""One action, changed in place: each field is stored 400 ms after the last key and when it is left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import Labelled, LineField, TextArea
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide
from s3desk.desktop.widgets.surfaces import card, column, row
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import label
from s3desk.domain import typed
from s3desk.domain.records import ActionStatus
from s3desk.queries import words
from s3desk.queries.actions import ActionDetail, question_choices, spot_of

_LINES = ("title", "responsible", "money", "support")
_AREAS = ("next_step", "done_when")


class ActionForm(QWidget):
    """`changed(field_widget, values, typing_in)` with the new values of the action shown."""

    changed = Signal(object, object, str)
    remove_requested = Signal()
    question_requested = Signal()
    support_requested = Signal()

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._shown_id = ""
        self._frame = card(self)
        self._mark = label("", "h3", "muted", self._frame)
        self._late_icon = QLabel(self._frame)
        self._late = label("", "strong", "bad", self._frame)
        self.question_link = buttons.link("", parent=self._frame)
        self.support = buttons.link(text("Find support"), symbol="globe", parent=self._frame)
        self.remove = buttons.secondary(text("Delete"), parent=self._frame)
        self.lines = {name: LineField("", self._frame) for name in (*_LINES, "due")}
        self.areas = {name: TextArea("", lines=2, parent=self._frame) for name in _AREAS}
        self.fields: dict[str, QWidget] = {**self.lines, **self.areas}
        self._due = Labelled(text("Due"), self.lines["due"], parent=self._frame)
        states = [(status, words.action_status(status, language)) for status in ActionStatus]
        self.status = ChoiceInput(text("Status"), states, self._frame)
        self.question = ChoiceInput(text("Question"), question_choices(catalogue, language), self._frame)
        self.outgoing = QCheckBox(text("Show it in the outgoing report (title and date only)"), self._frame)
        self._lay_out()
        self._connect()

    def show_action(self, detail: ActionDetail, *, read_only: bool) -> None:
        """Show an action; what is being typed, and a date that could not be read, stay in their fields."""
        record = detail.record
        if record.id != self._shown_id:
            self._shown_id = record.id
            self._due.show_error("")
        self._mark.setText(detail.mark)
        self._late_icon.setVisible(bool(detail.late))
        self._late.setText(detail.late)
        buttons.show(self.question_link, detail.link)
        for name in _LINES:
            self.lines[name].show_text(getattr(record, name))
        if not self._due.error():
            self.lines["due"].show_text(detail.due)
        for name in _AREAS:
            self.areas[name].show_text(getattr(record, name))
        self.status.choose(record.status)
        self.question.choose(detail.spot)
        with QSignalBlocker(self.outgoing):
            self.outgoing.setChecked(record.outgoing)
        self._allow(read_only=read_only)

    def _allow(self, *, read_only: bool) -> None:
        for line in self.lines.values():
            line.setReadOnly(read_only)
            line.style().polish(line)
        for area in self.areas.values():
            area.setReadOnly(read_only)
            area.style().polish(area)
        for control in (self.status.box, self.question.box, self.outgoing):
            control.setEnabled(not read_only)
        for button in (self.support, self.remove):
            button.setVisible(not read_only)

    def _tell_text(self, name: str, text: str) -> None:
        field = self.lines.get(name) or self.areas[name]
        self.changed.emit(field, {name: text}, name)

    def _tell_due(self, text: str) -> None:
        try:
            due = typed.day(text, self._language)
        except KnownError as error:
            self._due.show_error(f"{self._language.error(error)} {self._language.hint(error)}")
            return
        self._due.show_error("")
        self.changed.emit(self.lines["due"], {"due": due}, "due")

    def _tell_status(self) -> None:
        self.changed.emit(self.status, {"status": ActionStatus(str(self.status.value()))}, "")

    def _tell_question(self) -> None:
        criterion_id, question_id = spot_of(str(self.question.value()))
        self.changed.emit(self.question, {"criterion_id": criterion_id, "question_id": question_id}, "")

    def _tell_outgoing(self, chosen: bool) -> None:
        self.changed.emit(self.outgoing, {"outgoing": chosen}, "")

    def _lay_out(self) -> None:
        text, frame = self._language.text, self._frame
        self._late_icon.setPixmap(pixmap("clock", "bad", size=14))
        head = row(space=8)
        for widget in (self._mark, self._late_icon, self._late):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.support)
        head.addWidget(self.question_link)
        head.addWidget(self.remove)
        named = {
            "title": text("Action"),
            "responsible": text("Responsible"),
            "money": text("Money"),
            "support": text("Support"),
            "next_step": text("Next step"),
            "done_when": text("We know it is done when"),
        }
        fields = {name: self.lines.get(name) or self.areas[name] for name in named}
        labelled = {name: Labelled(named[name], fields[name], parent=frame) for name in named}
        inside = column(frame, space=8, margins=(16, 12, 16, 12))
        inside.addLayout(head)
        inside.addWidget(SideBySide(labelled["title"], self.question))
        short = (labelled["responsible"], self._due, self.status, labelled["money"], labelled["support"])
        inside.addWidget(SideBySide(*short))
        inside.addWidget(SideBySide(labelled["next_step"], labelled["done_when"]))
        inside.addWidget(self.outgoing)
        column(self).addWidget(frame)
        lines, areas = self.lines, self.areas
        in_tab_order(
            self.support, self.question_link, self.remove, lines["title"], self.question.box, lines["responsible"]
        )
        in_tab_order(lines["responsible"], lines["due"], self.status.box, lines["money"], lines["support"])
        in_tab_order(lines["support"], areas["next_step"], areas["done_when"], self.outgoing)

    def _connect(self) -> None:
        for name in _LINES:
            self.lines[name].typed.connect(partial(self._tell_text, name))
        for name in _AREAS:
            self.areas[name].typed.connect(partial(self._tell_text, name))
        self.lines["due"].typed.connect(self._tell_due)
        self.status.box.activated.connect(self._tell_status)
        self.question.box.activated.connect(self._tell_question)
        self.outgoing.toggled.connect(self._tell_outgoing)
        self.remove.clicked.connect(self.remove_requested)
        self.support.clicked.connect(self.support_requested)
        self.question_link.clicked.connect(self.question_requested)

"""What may be said instead of a rating: not applicable, held at another level, not known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import Labelled, LineField, TextArea
from s3desk.desktop.widgets.marks import ScoreChip
from s3desk.desktop.widgets.surfaces import FlowLayout, column, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.records import AnswerState
from s3desk.queries.criterion_picture import AskedQuestion


class OtherLinks(QWidget):
    """The links under the six levels."""

    not_applicable_requested = Signal()
    elsewhere_requested = Signal()
    not_known_requested = Signal()
    clear_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self.not_applicable = buttons.link(text("Not applicable, with reason"), parent=self)
        self.elsewhere = buttons.link(text("Held at another level"), parent=self)
        self.not_known = buttons.link(text("Not known"), parent=self)
        self.clear = buttons.link(text("Clear"), parent=self)
        self._keys = label(text("Keys 0 to 5"), "caption", "muted", self)
        outer = row(self, space=8)
        links = FlowLayout(space=8)
        for button in (self.not_applicable, self.elsewhere, self.not_known):
            links.addWidget(button)
        outer.addLayout(links, 1)
        outer.addWidget(self._keys)
        outer.addWidget(self.clear)
        self.not_applicable.clicked.connect(self.not_applicable_requested)
        self.elsewhere.clicked.connect(self.elsewhere_requested)
        self.not_known.clicked.connect(self.not_known_requested)
        self.clear.clicked.connect(self.clear_requested)

    def stops(self) -> tuple[QWidget, ...]:
        """The links, in the order of the Tab key."""
        return self.not_applicable, self.elsewhere, self.not_known, self.clear

    def show_question(self, question: AskedQuestion) -> None:
        """A core question always applies, so it has no link for that."""
        rated = question.state is AnswerState.RATED
        self.not_applicable.setVisible(question.may_be_not_applicable)
        self.clear.setVisible(rated)
        self._keys.setVisible(not rated)


class OtherAnswer(QFrame):
    """The six levels folded to one line: what was said instead, and the fields that belong to it."""

    reason_typed = Signal(str)
    held_typed = Signal(str, str)
    rate_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._chip = ScoreChip(self)
        self._words = label("", "strong", parent=self)
        self._about = Paragraph("", "caption", "muted", parent=self)
        self.rate = buttons.link(text("Rate it instead"), parent=self)
        self.reason = TextArea(text("Reason"), parent=self)
        self.held_by = LineField(text("Held by"), self)
        self.source = LineField(text("Source"), self)
        self._reason_room = Labelled(text("Reason"), self.reason, hint=text("Needed"), parent=self)
        self._held_room = QWidget(self)
        self._lay_out()
        self.rate.clicked.connect(self.rate_requested)
        self.reason.typed.connect(self.reason_typed)
        self.held_by.typed.connect(self._tell_held)
        self.source.typed.connect(self._tell_held)

    def show_question(self, question: AskedQuestion, *, read_only: bool) -> None:
        """Show the state and its fields."""
        state = question.state
        self._chip.show_answer(state, None, question.answer_words)
        self._words.setText(question.answer_words)
        self._about.say(self._about_state(question))
        self._about.setVisible(bool(self._about.text()))
        self._reason_room.setVisible(state is AnswerState.NOT_APPLICABLE)
        self._held_room.setVisible(state is AnswerState.ELSEWHERE)
        self.reason.show_text(question.reason)
        self.held_by.show_text(question.held_by)
        self.source.show_text(question.held_source)
        self.rate.setVisible(not read_only)
        for field in (self.reason, self.held_by, self.source):
            field.setReadOnly(read_only)

    def stops(self) -> tuple[QWidget, ...]:
        """Button and fields, in the order of the Tab key."""
        return self.rate, self.reason, self.held_by, self.source

    def focus_target(self, state: AnswerState) -> QWidget:
        """Where something must be written."""
        fields: dict[AnswerState, QWidget] = {
            AnswerState.NOT_APPLICABLE: self.reason,
            AnswerState.ELSEWHERE: self.held_by,
        }
        return fields.get(state, self.rate)

    def _about_state(self, question: AskedQuestion) -> str:
        text = self._language.text
        if question.state is AnswerState.NOT_KNOWN:
            return text("It stays an open point. It is not counted as 0.")
        missing = question.state is AnswerState.NOT_APPLICABLE and not question.reason.strip()
        if missing:
            return text("The question counts as answered once the reason is written.")
        if question.state is AnswerState.ELSEWHERE and not question.held_source.strip():
            return text("The question counts as answered once the source is written.")
        return ""

    def _tell_held(self) -> None:
        self.held_typed.emit(self.held_by.text(), self.source.text())

    def _lay_out(self) -> None:
        text = self._language.text
        head = row(space=12)
        head.addWidget(self._chip)
        head.addWidget(self._words, 1)
        head.addWidget(self.rate)
        held = row(self._held_room, space=12)
        self.source.setPlaceholderText(text("Act, page or link"))
        held.addWidget(Labelled(text("Held by"), self.held_by, parent=self._held_room), 1)
        held.addWidget(Labelled(text("Source"), self.source, hint=text("Needed"), parent=self._held_room), 1)
        self.setProperty("card", "true")
        inside = column(self, space=8, margins=(8, 7, 12, 10))
        inside.addLayout(head)
        inside.addWidget(self._about)
        inside.addWidget(self._reason_room)
        inside.addWidget(self._held_room)

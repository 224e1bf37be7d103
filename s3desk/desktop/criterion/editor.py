"""The editor of one question: facts, rating, comment, note, evidence, and the way to the next question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from s3desk.desktop import theme
from s3desk.desktop.criterion.carried_over import ask_to_confirm
from s3desk.desktop.criterion.facts import FactFields
from s3desk.desktop.criterion.other_answers import OtherAnswer, OtherLinks
from s3desk.desktop.criterion.rating import RatingGroup
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.evidence_chip import EvidenceButton
from s3desk.desktop.widgets.fields import Labelled, LineField, TextArea
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import FlowLayout, clear, column, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.records import AnswerState
from s3desk.operations import answering
from s3desk.queries.criterion_picture import AskedQuestion, EvidenceChip

_FOLDED = (AnswerState.NOT_APPLICABLE, AnswerState.ELSEWHERE, AnswerState.NOT_KNOWN)


class QuestionEditor(QWidget):
    """One question to be answered. Each answer is stored at once, each text after a pause."""

    add_evidence_requested = Signal()
    evidence_requested = Signal(str)

    def __init__(self, surroundings: Surroundings, storing: Storing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._surroundings = surroundings
        self._storing = storing
        self._shown: AskedQuestion | None = None
        self._closed = False
        text = surroundings.language.text
        self.content = QWidget()
        self.area: QScrollArea = scrolling(self.content, self)
        self._heading = label("", "caption", "muted", self.content)
        self._core = label("", "caption", "accent", self.content)
        self.review = buttons.quiet(text("Mark for review"), symbol="flag", parent=self.content)
        self.help = buttons.quiet(text("Guidance"), symbol="help", parent=self.content)
        self.carried_over = MessageStrip(surroundings.language, self.content)
        self._question = Paragraph("", "h2", parent=self.content)
        self.facts = FactFields(surroundings.language, self.content)
        self.rating = RatingGroup(surroundings.language, self.content)
        self.links = OtherLinks(surroundings.language, self.content)
        self.other = OtherAnswer(surroundings.language, self.content)
        self.comment = TextArea(text("Comment"), parent=self.content)
        self.note_fold = buttons.link(text("Private note"), symbol="chevron-right", parent=self.content)
        self.note = TextArea(text("Private note"), parent=self.content)
        self.add = buttons.link(text("Add"), symbol="plus", parent=self.content)
        self._chips = FlowLayout(space=8)
        self._shown_chips: tuple[EvidenceChip, ...] | None = None
        self._chip_buttons: list[QWidget] = []
        self._lay_out()
        self._connect()

    def show_question(self, question: AskedQuestion, *, read_only: bool) -> None:
        """Show a question, to be answered or only read; typing that is not stored yet stays in its field."""
        another = self._shown is None or self._shown.id != question.id
        self._shown, self._closed = question, read_only
        self._heading.setText(question.heading)
        self._core.setText(question.core_note)
        self._question.say(question.question)
        self._show_review(question.review)
        self._show_carried_over(question)
        self.facts.show_facts(question.id, question.facts, read_only=read_only)
        self._show_answer(question, read_only=read_only)
        self.comment.show_text(question.comment)
        self.note.show_text(question.note)
        if another:
            self._unfold_note(unfolded=bool(question.note))
            self.scroll_to_question()
        self._show_chips(question.evidence, question.number)
        if another:
            self._order_stops()
        for field in (self.comment, self.note):
            field.setReadOnly(read_only)
        for button in (self.review, self.add):
            button.setVisible(not read_only)

    def scroll_to_question(self) -> None:
        """Show the question from its head on, also where the list stands above it."""
        self.room.activate()
        self.area.verticalScrollBar().setValue(max(0, self._heading.y() - theme.current().px(8)))

    def set_compact(self, *, compact: bool) -> None:
        """Segments instead of rows where the window is low and they fit beside each other."""
        self._compact = compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.area.viewport().width() - theme.current().px(40)
        self.rating.set_compact(compact=self._compact and self.rating.segments_width() <= room)
        self.facts.set_stacked(stacked=room < theme.current().px(400))

    def enter(self) -> None:
        """Put the keyboard where the answer is given."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self, name: str) -> QWidget | None:
        """The field of that name, where it is shown; a folded note is unfolded."""
        if name == "note":
            self._unfold_note(unfolded=True)
        fields: dict[str, QWidget] = {
            "confirm": self.carried_over.button(),
            "review": self.review,
            "comment": self.comment,
            "note": self.note,
            "evidence": self.add,
            "reason": self.other.reason,
            "held_by": self.other.held_by,
            "source": self.other.source,
            **self.facts.fields(),
        }
        found = fields.get(name)
        return found if found is not None and found.isVisibleTo(self) else None

    def focus_target(self) -> QWidget:
        """Where the answer is given: the rating, or the field that belongs to another answer."""
        state = self._shown.state if self._shown else AnswerState.OPEN
        return self.other.focus_target(state) if state in _FOLDED else self.rating.focus_row()

    def toggle_review(self) -> None:
        """Mark the question for review, or take the mark away."""
        if shown := self._shown:
            self._do(answering.mark_for_review, review=not shown.review)

    def ask_reason(self) -> None:
        """Fold the levels and ask why the question does not apply."""
        if self._shown is not None and self._shown.may_be_not_applicable:
            self._do(answering.mark_not_applicable, self._shown.reason)
            self.enter()

    def _show_answer(self, question: AskedQuestion, *, read_only: bool) -> None:
        folded = question.state in _FOLDED
        self.rating.show_question(question)
        self.rating.setVisible(not folded)
        self.links.show_question(question)
        self.links.setVisible(not folded and not read_only)
        self.other.show_question(question, read_only=read_only)
        self.other.setVisible(folded)

    def _show_review(self, review: bool) -> None:
        text = self._surroundings.language.text
        words = text("Marked for review") if review else text("Mark for review")
        buttons.show(self.review, words, symbol="flag", color="warn" if review else "muted")

    def _show_carried_over(self, question: AskedQuestion) -> None:
        language = self._surroundings.language
        ask_to_confirm(
            self.carried_over, language, language.text("Is it still true?"), question.confirm_text, self._confirm
        )

    def _confirm(self) -> None:
        """Confirm the answer; the button goes with it, so the keyboard moves to the answer."""
        self._do(answering.confirm)
        self.enter()

    def _show_chips(self, chips: tuple[EvidenceChip, ...], number: str) -> None:
        if chips == self._shown_chips:
            return
        self._shown_chips = chips
        self._chips.takeAt(self._chips.count() - 1)
        clear(self._chips)
        self._chip_buttons = []
        text = self._surroundings.language.text
        for chip in chips:
            name = text("{mark} {title}, used for question {number}", mark=chip.mark, title=chip.text, number=number)
            made = EvidenceButton(chip, name, self.content)
            made.clicked.connect(partial(self.evidence_requested.emit, chip.evidence_id))
            self._chips.addWidget(made)
            self._chip_buttons.append(made)
            made.show()
        self._chips.addWidget(self.add)
        self._order_stops()

    def _order_stops(self) -> None:
        """From top to bottom; facts and documents are made anew for each question."""
        above = (self.review, self.help, self.carried_over.button(), *self.facts.stops(), *self.rating.rows)
        other = (*self.links.stops(), *self.other.stops())
        in_tab_order(*above, *other, self.comment, self.note_fold, self.note, *self._chip_buttons, self.add)

    def _unfold_note(self, *, unfolded: bool) -> None:
        self._note_room.setVisible(unfolded)
        words = self._surroundings.language.text("Private note")
        buttons.show(self.note_fold, words, symbol="chevron-down" if unfolded else "chevron-right", color="accent")

    def _toggle_note(self) -> None:
        unfolded = self._note_room.isHidden()
        self._unfold_note(unfolded=unfolded)
        if unfolded:
            self.note.setFocus()

    # What was done

    def _do(self, operation: Callable[..., object], *arguments: object, **named: object) -> None:
        if (shown := self._shown) is not None and not self._closed:
            workspace = self._surroundings.workspace
            self._surroundings.attempt(partial(operation, workspace, shown.id, *arguments, **named))

    def _store(self, field: LineField | TextArea, operation: Callable[..., object], *arguments: object) -> None:
        if (shown := self._shown) is not None:
            workspace = self._surroundings.workspace
            self._storing.store(field, partial(operation, workspace, shown.id, *arguments))

    def _rate(self, level: int) -> None:
        self._do(answering.rate, level)

    def _fill_fact(self, fact_id: str, value: str) -> None:
        self._do(answering.set_fact, fact_id, value)

    def _write_comment(self, text: str) -> None:
        self._store(self.comment, answering.comment, text)

    def _write_note(self, text: str) -> None:
        self._store(self.note, answering.note, text)

    def _write_reason(self, text: str) -> None:
        if self._shown is not None and self._shown.state is AnswerState.NOT_APPLICABLE:
            self._store(self.other.reason, answering.mark_not_applicable, text)

    def _write_holder(self, held_by: str, source: str) -> None:
        if self._shown is not None and self._shown.state is AnswerState.ELSEWHERE:
            self._store(self.other.held_by, answering.mark_held_elsewhere, held_by, source)

    def _hold_elsewhere(self) -> None:
        self._do(answering.mark_held_elsewhere)
        self.enter()

    def _mark_not_known(self) -> None:
        self._do(answering.mark_not_known)
        self.enter()

    def _clear(self) -> None:
        self._do(answering.clear)
        self.enter()

    def _connect(self) -> None:
        self.rating.rated.connect(self._rate)
        self.rating.not_applicable_requested.connect(self.ask_reason)
        self.rating.clear_requested.connect(self._clear)
        self.links.not_applicable_requested.connect(self.ask_reason)
        self.links.elsewhere_requested.connect(self._hold_elsewhere)
        self.links.not_known_requested.connect(self._mark_not_known)
        self.links.clear_requested.connect(self._clear)
        self.other.reason_typed.connect(self._write_reason)
        self.other.held_typed.connect(self._write_holder)
        self.other.rate_requested.connect(self._clear)
        self.facts.filled.connect(self._fill_fact)
        self.comment.typed.connect(self._write_comment)
        self.note.typed.connect(self._write_note)
        self.note_fold.clicked.connect(self._toggle_note)
        self.review.clicked.connect(self.toggle_review)
        self.add.clicked.connect(self.add_evidence_requested)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        head = row(space=6)
        head.addWidget(self._heading)
        head.addWidget(self._core)
        head.addStretch(1)
        for button in (self.help, self.review):
            button.setFixedHeight(theme.current().px(26))
            head.addWidget(button)
        hint = text("Goes into internal reports")
        self._note_room = Labelled(
            text("Private note"), self.note, hint=text("Never leaves this file"), parent=self.content
        )
        notes = row()
        notes.addWidget(self.note_fold)
        notes.addStretch(1)
        self.room = column(self.content, space=8, margins=(20, 0, 20, 12))
        self.room.addLayout(head)
        self.room.addWidget(self.carried_over)
        self.room.addWidget(self._question)
        for widget in (self.facts, self.rating, self.other, self.links):
            self.room.addWidget(widget)
        self.room.addWidget(Labelled(text("Comment"), self.comment, hint=hint, parent=self.content))
        self.room.addLayout(notes)
        self.room.addWidget(self._note_room)
        self.room.addWidget(label(text("Evidence"), "strong", parent=self.content))
        self.room.addLayout(self._chips)
        self.room.addStretch(1)
        outer = column(self)
        outer.addWidget(self.area)
        self.help.hide()

"""The tab Fulfilment: the officer's decision, and the two texts that go into the table of the programme."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from s3desk.desktop import theme
from s3desk.desktop.criterion.carried_over import ask_to_confirm
from s3desk.desktop.criterion.decision_cards import DecisionCards
from s3desk.desktop.criterion.fulfilment_fields import AgreementFields, ProofFields
from s3desk.desktop.criterion.fulfilment_side import InsertList, RatingsCard
from s3desk.desktop.criterion.fulfilment_texts import FulfilmentTexts
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, ground, line, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.domain.records import Decision
from s3desk.operations import deciding
from s3desk.queries.criterion_picture import CriterionPicture, FulfilmentPart

_SIDE_BELOW = 1000


class FulfilmentTab(QWidget):
    """`step_requested(NextStep)`, `add_evidence_requested()`, `preview_requested()`."""

    step_requested = Signal(object)
    add_evidence_requested = Signal()
    preview_requested = Signal()

    def __init__(self, surroundings: Surroundings, storing: Storing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._picture: CriterionPicture | None = None
        language, text = surroundings.language, surroundings.language.text
        self._content = QWidget(self)
        self._about = Paragraph("", "caption", "muted", parent=self._content)
        self.cards = DecisionCards(text("Is the criterion fulfilled?"), self._content)
        self.warning = MessageStrip(language, self._content)
        self.advice = MessageStrip(language, self._content)
        self.carried_over = MessageStrip(language, self._content)
        self.agreement = AgreementFields(language, self._content)
        self.written = FulfilmentTexts(surroundings, storing, self._content)
        self.texts = self.written.texts
        self.proof = ProofFields(language, self._content)
        self.undecide = buttons.link(text("Take the decision back"), parent=self._content)
        self._side = QWidget(self)
        self.insert_list = InsertList(language, self._side)
        self.ratings = RatingsCard(language, self._side)
        self._footer = ground("surface", self)
        self.preview = buttons.secondary(text("Preview Table 12 row"), symbol="table", parent=self._footer)
        self.copy = buttons.secondary(text("Copy texts"), symbol="copy", parent=self._footer)
        self._last_change = Elided("", "caption", "muted", parent=self._footer)
        self.step = buttons.primary("–", then="chevron-right", parent=self._footer)
        self._lay_out()
        self._connect()

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show decision and texts; typing that is not stored yet stays in its field."""
        another = self._picture is None or self._picture.id != picture.id
        self._picture = picture
        part = picture.fulfilment
        self.cards.show_choices(part.choices, part.decision)
        self.undecide.setVisible(part.decision is not Decision.NOT_DECIDED and not read_only)
        self._show_strips(part)
        self.agreement.setVisible(part.decision is Decision.NOT_RELEVANT)
        self.agreement.show_part(part, read_only=read_only)
        self.written.show_picture(picture, read_only=read_only)
        self.proof.show_part(part, read_only=read_only)
        self.insert_list.show_evidence(part.evidence, read_only=read_only)
        self.ratings.show_ratings(part, picture.average)
        self.ratings.setVisible(picture.relevant)
        self._show_footer(part)
        if another:
            agreement = (self.agreement.who, self.agreement.when)
            in_tab_order(self.undecide, *self.cards.cards, *agreement, self.carried_over.button())
            self._area.verticalScrollBar().setValue(0)

    def focus_target(self) -> QWidget:
        """What is to be confirmed, else the decision that was taken, else the first that may be."""
        if self.carried_over.isVisibleTo(self):
            return self.carried_over.button()
        chosen = [card for card in self.cards.cards if card.isChecked()]
        return (chosen or list(self.cards.cards))[0]

    def field(self, name: str) -> QWidget | None:
        """The field of that name, where it is shown; a folded one is unfolded."""
        if name in self.texts:
            return self.written.unfolded(name)
        fields: dict[str, QWidget] = {
            "agreed": self.agreement.who,
            "confirm": self.carried_over.button(),
            "met_at": self.proof.met_at,
            "proof_holder": self.proof.holder,
            "owner_id": self.proof.owner,
            "target": self.proof.target,
        }
        found = fields.get(name)
        return found if found is not None and found.isVisibleTo(self) else None

    def insert_evidence(self) -> None:
        """Go to the documents, to insert one."""
        self.insert_list.focus_first()

    def arrange(self, window: QSize) -> None:
        """Put the right column below the texts where the window is narrow."""
        shown = theme.current()
        width = window.width() / shown.factor
        self._place_side(below=width < _SIDE_BELOW)
        self._side_area.setFixedWidth(shown.px(368 if width >= 1200 else 336))
        self.cards.set_stacked(stacked=width < 640)
        self.proof.set_columns(4 if width >= 1200 else 2)
        self._last_change.setVisible(width >= _SIDE_BELOW)

    def _place_side(self, *, below: bool) -> None:
        is_below = self._main.indexOf(self._side) >= 0
        if below and not is_below:
            self._side_area.takeWidget()
            self._main.addWidget(self._side)
            self._side.show()
        elif is_below and not below:
            self._main.removeWidget(self._side)
            self._side_area.setWidget(self._side)
        self._side_area.setVisible(not below)
        self._edge.setVisible(not below)

    def _show_strips(self, part: FulfilmentPart) -> None:
        language = self._surroundings.language
        _say(self.warning, part.warning, "warn")
        _say(self.advice, part.advice, "advice")
        sentence = language.text("The button confirms the criterion with all its answers.")
        ask_to_confirm(self.carried_over, language, sentence, part.confirm_text, self._confirm)

    def _show_footer(self, part: FulfilmentPart) -> None:
        self._last_change.setText(part.last_change)
        self.step.setVisible(part.next_step is not None)
        if part.next_step is not None:
            buttons.show(self.step, part.next_step.text)

    # What was done

    def _do(self, operation: Callable[..., object], *arguments: object) -> None:
        if self._picture is not None:
            workspace = self._surroundings.workspace
            self._surroundings.attempt(partial(operation, workspace, self._picture.id, *arguments))

    def _decide(self, decision: Decision) -> None:
        self._do(deciding.decide, decision)

    def _take_back(self) -> None:
        self._do(deciding.decide, Decision.NOT_DECIDED)
        self.focus_target().setFocus()

    def _confirm(self) -> None:
        """Confirm all of the criterion; the button goes with it, so the keyboard moves to what comes next."""
        self._do(deciding.confirm_criterion)
        (self.focus_target() if self.step.isHidden() else self.step).setFocus()
        language = self._surroundings.language
        if self._picture is not None:
            said = language.text("Criterion {number} is confirmed with all its answers.", number=self._picture.number)
            self._surroundings.say(said, undo=True)

    def _agree(self, who: str, when: object) -> None:
        self._do(deciding.record_agreement, who, when)

    def _go_on(self) -> None:
        if self._picture is not None and self._picture.fulfilment.next_step is not None:
            self.step_requested.emit(self._picture.fulfilment.next_step)

    def _connect(self) -> None:
        self.cards.decided.connect(self._decide)
        self.undecide.clicked.connect(self._take_back)
        self.agreement.agreed.connect(self._agree)
        self.proof.met_at_chosen.connect(partial(self._do, deciding.set_met_at))
        self.proof.holder_typed.connect(partial(self._do, deciding.set_proof_holder))
        self.proof.owner_chosen.connect(partial(self._do, deciding.set_owner))
        self.proof.target_chosen.connect(partial(self._do, deciding.set_target))
        self.insert_list.insert_requested.connect(self.written.insert)
        self.insert_list.add_requested.connect(self.add_evidence_requested)
        self.preview.clicked.connect(self.preview_requested)
        self.copy.clicked.connect(self.written.copy_both)
        self.step.clicked.connect(self._go_on)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        self._about.say(text("Decision and texts go into Table 12 of the programme. Spaces are not counted."))
        head = row(space=12)
        head.addWidget(label(text("Is the criterion fulfilled?"), "h2", parent=self._content), 1)
        head.addWidget(self.undecide)
        self._main = column(self._content, space=10, margins=(24, 14, 24, 16))
        self._main.addLayout(head)
        widgets = (self._about, self.cards, self.warning, self.agreement, self.carried_over, self.advice)
        for widget in (*widgets, self.written, self.proof):
            self._main.addWidget(widget)
        self._main.addStretch(1)
        side = column(self._side, space=16, margins=(16, 16, 16, 16))
        side.addWidget(self.insert_list)
        side.addWidget(self.ratings)
        side.addStretch(1)
        self._area = scrolling(self._content, self)
        self._side_area = scrolling(self._side, self)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        self._edge = line(vertical=True, parent=self)
        left = ground("surface", self)
        inside = column(left)
        inside.addWidget(self._area, 1)
        inside.addWidget(line(parent=left))
        inside.addWidget(self._footer)
        foot = row(self._footer, space=8, margins=(24, 9, 24, 9))
        for widget in (self.preview, self.copy):
            foot.addWidget(widget)
        foot.addWidget(self._last_change, 1)
        foot.addStretch(0)
        foot.addWidget(self.step)
        columns = row(self)
        columns.addWidget(left, 1)
        columns.addWidget(self._edge)
        columns.addWidget(self._side_area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.window().size())


def _say(strip: MessageStrip, sentence: str, tone: str) -> None:
    """Show a sentence in a strip, or no strip without one."""
    if sentence:
        strip.say("warn" if tone == "warn" else "advice", "", sentence, lasting=True)
    else:
        strip.hide()

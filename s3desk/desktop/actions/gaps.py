"""Gaps without an action, as cards: plan an action, or say why none is needed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.desktop.actions.distance import Distance
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.fields import LineField
from s3desk.desktop.widgets.surfaces import card, clear, column, line, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.criterion_picture import GapRow

_PORTION = 10
"""So many gaps are shown at first and with each "more": making all of them would keep people waiting."""


class GapList(QWidget):
    """Gaps without an action. `plan_requested(question_id)`, `accepted(question_id, reason)`."""

    plan_requested = Signal(str)
    accepted = Signal(str, str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._language = surroundings.language
        self._shown: object = None
        self._reasons: dict[str, LineField] = {}
        self.plan_buttons: dict[str, QWidget] = {}
        self.support_buttons: dict[str, QWidget] = {}
        self._gaps: tuple[GapRow, ...] = ()
        self._count, self._read_only = 0, False
        self._content = QWidget(self)
        self._rows = column()
        self.more = buttons.link("", parent=self._content)
        self.more.clicked.connect(self._show_more)
        below = column(self._content)
        below.addLayout(self._rows)
        below.addWidget(self.more)
        below.addStretch(1)
        text = self._language.text
        frame = card(self)
        head = column(margins=(16, 10, 16, 8))
        head.addWidget(label(text("Gaps without action"), "h3", parent=frame))
        about = text("Rated below the target, or below 3 without a target")
        head.addWidget(Paragraph(about, "caption", "muted", parent=frame))
        inside = column(frame, margins=(1, 1, 1, 1))
        inside.addLayout(head)
        self._area = scrolling(self._content, frame)
        inside.addWidget(self._area, 1)
        outer = column(self)
        outer.addWidget(frame)

    def show_gaps(self, gaps: tuple[GapRow, ...], *, read_only: bool, nothing: str = "") -> None:
        """Show the gaps, largest first and some at a time, or a sentence where there are none.

        The rows are made anew only for other gaps, not while a reason is typed.
        """
        shown = ([replace(gap, reason="") for gap in gaps], read_only, nothing)
        self._gaps, self._read_only = gaps, read_only
        if shown != self._shown:
            self._shown = shown
            self._fill(nothing)
        self._show_reasons()

    def asks_for(self, question_id: str) -> bool:
        """Whether there is a field for the reason why that gap needs no action."""
        return question_id in self._reasons

    def reason_of(self, question_id: str) -> LineField:
        """The field for the reason why a gap needs no action."""
        return self._reasons[question_id]

    def stops(self) -> tuple[QWidget, ...]:
        """Buttons and fields, in the order of the Tab key."""
        stops = (self.plan_buttons.values(), self.support_buttons.values(), self._reasons.values())
        more = () if self.more.isHidden() else (self.more,)
        return (*(widget for row_of_stops in zip(*stops, strict=True) for widget in row_of_stops), *more)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as all gaps, where the page scrolls, or scroll them in the room there is."""
        self._area.setMinimumHeight(self._content.sizeHint().height() if whole else 0)

    def _fill(self, nothing: str) -> None:
        clear(self._rows)
        self._reasons, self.plan_buttons, self.support_buttons = {}, {}, {}
        self._count = 0
        self._add_rows()
        if not self._gaps:
            title = self._language.text("No gaps without action")
            self._rows.addWidget(line(parent=self._content))
            self._rows.addWidget(EmptyState("target", title, nothing, parent=self._content))

    def _add_rows(self) -> None:
        """Add the next gaps below those that are shown."""
        for gap in self._gaps[self._count : self._count + _PORTION]:
            self._rows.addWidget(line(parent=self._content))
            made = self._row(gap, read_only=self._read_only)
            self._rows.addWidget(made)
            made.show()
        self._count += _PORTION
        rest = len(self._gaps) - self._count
        self.more.setText(self._language.text("Show {n} more of {rest} gaps", n=min(rest, _PORTION), rest=rest))
        self.more.setVisible(rest > 0)

    def _show_more(self) -> None:
        following = self._gaps[self._count].question_id
        self._add_rows()
        self._show_reasons()
        in_tab_order(*self.stops())
        if following in self.plan_buttons:
            self.plan_buttons[following].setFocus()

    def _show_reasons(self) -> None:
        for gap in self._gaps[: self._count]:
            if gap.question_id in self._reasons:
                self._reasons[gap.question_id].show_text(gap.reason)

    def _row(self, gap: GapRow, *, read_only: bool) -> QWidget:
        text = self._language.text
        made = QWidget(self._content)
        inside = column(made, space=6, margins=(16, 10, 16, 10))
        inside.addWidget(Paragraph(gap.label, "body", lead=gap.number, parent=made))
        middle = row(space=12)
        spoken = text(
            "Question {number}: {rating} of {target}", number=gap.number, rating=gap.rating, target=gap.target
        )
        middle.addWidget(Distance(gap.rating, gap.target, spoken, made))
        middle.addStretch(1)
        inside.addLayout(middle)
        if not read_only:
            plan = buttons.small(text("Add action"), parent=made)
            plan.setAccessibleName(text("Add action for question {number}", number=gap.number))
            plan.clicked.connect(partial(self.plan_requested.emit, gap.question_id))
            middle.addWidget(plan)
            self.plan_buttons[gap.question_id] = plan
            inside.addWidget(self._support(gap, made), 0, Qt.AlignmentFlag.AlignLeft)
            inside.addWidget(self._reason(gap, made))
        return made

    def _support(self, gap: GapRow, parent: QWidget) -> QPushButton:
        text = self._language.text
        made = buttons.link(text("Find support"), symbol="globe", parent=parent)
        made.setProperty("flush", "true")
        made.setAccessibleName(text("Find support for question {number}", number=gap.number))
        made.clicked.connect(partial(self._find_support, gap.question_id))
        self.support_buttons[gap.question_id] = made
        return made

    def _find_support(self, question_id: str) -> None:
        from s3desk.desktop.support import finding

        finding.for_question(self._surroundings, question_id, self)

    def _reason(self, gap: GapRow, parent: QWidget) -> LineField:
        text = self._language.text
        made = LineField(text("Reason why question {number} needs no action", number=gap.number), parent)
        made.setPlaceholderText(text("No action needed, because ..."))
        made.typed.connect(partial(self.accepted.emit, gap.question_id))
        self._reasons[gap.question_id] = made
        return made

"""The tab Actions: gaps of one criterion without an action, and the actions planned for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from s3desk.desktop import theme
from s3desk.desktop.criterion.tables import RecordTable
from s3desk.desktop.icons import icon, paint_icon
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.fields import LineField
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.desktop.widgets.surfaces import card, clear, column, line, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.records import AnswerState
from s3desk.operations import acting
from s3desk.queries.criterion_picture import ActionRow, CriterionPicture, GapRow


class _Distance(QWidget):
    """Two chips: where the question stands, and where it should be."""

    def __init__(self, gap: GapRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._gap = gap
        side = theme.current().measure("height", "score_chip")
        self.setFixedSize(QSize(side * 3 + theme.current().px(4), side))
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, small = self.height(), theme.current().px(12)
        paint_chip(painter, QRect(0, 0, side, side), AnswerState.RATED, self._gap.rating)
        middle = QRect(side + (self.width() - 2 * side - small) // 2, (side - small) // 2, small, small)
        paint_icon(painter, middle, "chevron-right", "muted")
        paint_chip(painter, QRect(self.width() - side, 0, side, side), AnswerState.RATED, self._gap.target)


class GapList(QWidget):
    """Gaps without an action. `plan_requested(question_id)`, `accepted(question_id, reason)`."""

    plan_requested = Signal(str)
    accepted = Signal(str, str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = surroundings.language
        self._shown: object = None
        self._reasons: dict[str, LineField] = {}
        self.plan_buttons: dict[str, QWidget] = {}
        self._content = QWidget(self)
        self._rows = column(self._content)
        text = self._language.text
        frame = card(self)
        head = column(margins=(16, 10, 16, 8))
        head.addWidget(label(text("Gaps without action"), "h3", parent=frame))
        about = text("Rated below the target, or below 3 without a target")
        head.addWidget(Paragraph(about, "caption", "muted", parent=frame))
        inside = column(frame, margins=(1, 1, 1, 1))
        inside.addLayout(head)
        inside.addWidget(scrolling(self._content, frame), 1)
        outer = column(self)
        outer.addWidget(frame)

    def show_gaps(self, gaps: tuple[GapRow, ...], *, read_only: bool) -> None:
        """Show the gaps, largest first; the rows are made anew only for other gaps, not while a reason is typed."""
        shown = ([replace(gap, reason="") for gap in gaps], read_only)
        if shown != self._shown:
            self._shown = shown
            self._fill(gaps, read_only=read_only)
        for gap in gaps:
            if gap.question_id in self._reasons:
                self._reasons[gap.question_id].show_text(gap.reason)

    def reason_of(self, question_id: str) -> LineField:
        """The field for the reason why a gap needs no action."""
        return self._reasons[question_id]

    def stops(self) -> tuple[QWidget, ...]:
        """Buttons and fields, in the order of the Tab key."""
        pairs = zip(self.plan_buttons.values(), self._reasons.values(), strict=True)
        return tuple(widget for pair in pairs for widget in pair)

    def _fill(self, gaps: tuple[GapRow, ...], *, read_only: bool) -> None:
        clear(self._rows)
        self._reasons, self.plan_buttons = {}, {}
        for gap in gaps:
            self._rows.addWidget(line(parent=self._content))
            self._rows.addWidget(self._row(gap, read_only=read_only))
        if not gaps:
            sentence = self._language.text("No gaps without action")
            self._rows.addWidget(line(parent=self._content))
            self._rows.addWidget(EmptyState("check", sentence, "", parent=self._content))
        self._rows.addStretch(1)

    def _row(self, gap: GapRow, *, read_only: bool) -> QWidget:
        text = self._language.text
        made = QWidget(self._content)
        inside = column(made, space=6, margins=(16, 10, 16, 10))
        inside.addWidget(Paragraph(gap.label, "body", lead=gap.number, parent=made))
        middle = row(space=12)
        spoken = text(
            "Question {number}: {rating} of {target}", number=gap.number, rating=gap.rating, target=gap.target
        )
        middle.addWidget(_Distance(gap, spoken, made))
        middle.addStretch(1)
        inside.addLayout(middle)
        if not read_only:
            plan = buttons.small(text("Add action"), parent=made)
            plan.setAccessibleName(text("Add action for question {number}", number=gap.number))
            plan.clicked.connect(partial(self.plan_requested.emit, gap.question_id))
            middle.addWidget(plan)
            self.plan_buttons[gap.question_id] = plan
            inside.addWidget(self._reason(gap, made))
        return made

    def _reason(self, gap: GapRow, parent: QWidget) -> LineField:
        text = self._language.text
        made = LineField(text("Reason why question {number} needs no action", number=gap.number), parent)
        made.setPlaceholderText(text("No action needed, because ..."))
        made.typed.connect(partial(self.accepted.emit, gap.question_id))
        self._reasons[gap.question_id] = made
        return made


class ActionsTab(QWidget):
    """`add_requested(question_id)` ("" for none), `opened(action_id)`."""

    add_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        text = surroundings.language.text
        self._rows: tuple[ActionRow, ...] = ()
        self._read_only = False
        self.gaps = GapList(surroundings, self)
        self.add = buttons.secondary(text("Add action"), symbol="plus", parent=self)
        self.edit = buttons.secondary(text("Edit"), symbol="pencil", parent=self)
        self.remove = buttons.secondary(text("Delete"), symbol="trash", parent=self)
        self.table: RecordTable[ActionRow] = RecordTable(text("Actions"), self._columns(), self)
        self.first = buttons.primary(text("Add action"), parent=self)
        self._empty = card(self)
        self._stack = QStackedLayout()
        self._lay_out()
        for button in (self.add, self.first):
            button.clicked.connect(partial(self.add_requested.emit, ""))
        self.gaps.plan_requested.connect(self.add_requested)
        self.gaps.accepted.connect(self._accept)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove_at)

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show gaps and actions."""
        self._rows, self._read_only = picture.actions, read_only
        self.gaps.show_gaps(picture.gaps, read_only=read_only)
        self.table.show_rows(picture.actions)
        self._stack.setCurrentIndex(0 if picture.actions else 1)
        for button in (self.edit, self.remove, self.add):
            button.setVisible(bool(picture.actions) and not read_only)
        self.first.setVisible(not read_only)
        in_tab_order(self.remove, self.edit, self.add, *self.gaps.stops(), self.table.view, self.first)

    def focus_target(self) -> QWidget:
        """The list, or the button that begins it."""
        return self.table.view if self._rows else self.first

    def _columns(self) -> tuple[Column[ActionRow], ...]:
        text = self._surroundings.language.text
        return (
            Column(text("No."), _mark, strong=True),
            Column(text("Action"), _title, stretch=True),
            Column(text("Question"), _question),
            Column(text("Responsible"), _responsible),
            Column(text("Due"), _due),
            Column(text("Status"), _status, icon=_status_icon),
        )

    def _accept(self, question_id: str, reason: str) -> None:
        workspace = self._surroundings.workspace
        self._surroundings.attempt(lambda: acting.mark_no_action_needed(workspace, question_id, reason))

    def _edit(self) -> None:
        self._open(self.table.place())

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.opened.emit(self._rows[place].line.id)

    def _remove(self) -> None:
        self._remove_at(self.table.place())

    def _remove_at(self, place: int) -> None:
        if not 0 <= place < len(self._rows) or self._read_only:
            return
        action, workspace = self._rows[place].line, self._surroundings.workspace
        if self._surroundings.attempt(lambda: acting.remove(workspace, action.id)):
            said = self._surroundings.language.text("Action {mark} deleted.", mark=action.mark)
            self._surroundings.say(said, undo=True)

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        head = row(space=8)
        head.addWidget(label(text("Actions for this criterion"), "h2", parent=self), 1)
        for button in (self.remove, self.edit, self.add):
            head.addWidget(button)
        sentence = text("An action says who does what until when, and how you know that it is done.")
        inside = column(self._empty)
        inside.addWidget(EmptyState("list", text("No actions yet"), sentence, self.first, self._empty))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.gaps.setFixedWidth(theme.current().px(280))
        lists = row(space=16)
        lists.addWidget(self.gaps)
        lists.addLayout(self._stack, 1)
        outer = column(self, space=16, margins=(24, 14, 24, 24))
        outer.addLayout(head)
        outer.addLayout(lists, 1)


def _mark(row: ActionRow) -> str:
    return row.line.mark


def _title(row: ActionRow) -> str:
    return row.line.title


def _question(row: ActionRow) -> str:
    return row.line.question


def _responsible(row: ActionRow) -> str:
    return row.line.responsible


def _due(row: ActionRow) -> str:
    return row.due


def _status(row: ActionRow) -> str:
    return row.line.status


def _status_icon(row: ActionRow) -> QIcon | None:
    if row.line.late:
        return icon("clock", "bad", size=14)
    return icon("check", "ok", size=14) if row.line.done else None

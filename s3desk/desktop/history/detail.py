"""One step in full: each value before and after with the words marked that changed, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.marked_text import Mark, MarkedText
from s3desk.desktop.widgets.surfaces import card, clear, column, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.changed_values import ChangedValue
from s3desk.queries.marking import Runs
from s3desk.queries.step_detail import StepDetail, ValueLine

_AT_ONCE = 8


class Detail(QWidget):
    """`place_requested(spot)`, `restore_requested(value)` and `bring_back_requested()` by the buttons."""

    place_requested = Signal(object)
    restore_requested = Signal(object)
    bring_back_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._shown: StepDetail | None = None
        self._line_of: Callable[[ChangedValue], ValueLine] | None = None
        self._count = 0
        self._read_only = False
        frame = card(self)
        content = QWidget(frame)
        self._name = Paragraph("", "h3", parent=content)
        self._when = Paragraph("", "caption", "muted", parent=content)
        self.bring_back = buttons.secondary(text("Bring back what was removed"), parent=content)
        self._values = column(space=0)
        self.more = buttons.link("", parent=content)
        inside = column(content, space=8, margins=(16, 14, 16, 14))
        for widget in (self._name, self._when):
            inside.addWidget(widget)
        inside.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._values)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._area = scrolling(content, frame)
        column(frame, margins=(1, 1, 1, 1)).addWidget(self._area)
        column(self).addWidget(frame)
        self.bring_back.clicked.connect(self.bring_back_requested)
        self.more.clicked.connect(self._show_more)

    def show_step(self, detail: StepDetail, line_of: Callable[[ChangedValue], ValueLine], *, read_only: bool) -> None:
        """Show a step; `line_of` says a value in full."""
        self._shown, self._line_of, self._read_only = detail, line_of, read_only
        self._name.say(detail.name)
        self._when.say(detail.when)
        self.bring_back.setVisible(bool(detail.removed) and not read_only)
        clear(self._values)
        self._count = 0
        self._show_more()
        self._area.verticalScrollBar().setValue(0)

    def focus_target(self) -> QWidget:
        """The first button."""
        return next((one for one in self._area.findChildren(QWidget, "step") if one.isVisibleTo(self)), self)

    def fit(self, *, narrow: bool) -> None:
        """Below the list it is as high as most steps need."""
        self.setMinimumHeight(theme.current().px(300 if narrow else 160))

    def _show_more(self) -> None:
        values = self._shown.values if self._shown else ()
        for one in values[self._count : self._count + _AT_ONCE]:
            if self._line_of is not None:
                self._values.addWidget(self._value(self._line_of(one)))
        self._count = min(len(values), self._count + _AT_ONCE)
        rest = len(values) - self._count
        buttons.show(self.more, self._language.plural("Show {n} more value", "Show {n} more values", rest))
        self.more.setVisible(rest > 0)

    def _value(self, shown: ValueLine) -> QWidget:
        text, made = self._language.text, QWidget(self)
        inside = column(made, space=4, margins=(0, 8, 0, 0))
        inside.addWidget(line(parent=made))
        inside.addSpacing(theme.current().px(6))
        inside.addWidget(Paragraph(shown.value.where, "caption", "muted", parent=made))
        inside.addWidget(label(shown.value.what, "strong", parent=made))
        inside.addWidget(self._side(text("Before"), shown.before, "gone", made))
        inside.addWidget(self._side(text("After"), shown.after, "new", made))
        does = row(space=8, margins=(0, 6, 0, 0))
        for button in self._buttons(shown, made):
            button.setObjectName("step")
            does.addWidget(button)
        does.addStretch(1)
        inside.addLayout(does)
        if shown.note:
            inside.addWidget(Paragraph(shown.note, "caption", "muted", parent=made))
        return made

    def _side(self, name: str, runs: Runs, mark: Mark, parent: QWidget) -> QWidget:
        made = QFrame(parent)
        inside = column(made, space=2)
        inside.addWidget(label(name, "caption", "muted", parent=made))
        nothing: Runs = ((self._language.text("Nothing"), False),)
        words = MarkedText(runs or nothing, mark, made)
        if not runs:
            words.setProperty("ink", "muted")
        inside.addWidget(words)
        return made

    def _buttons(self, shown: ValueLine, parent: QWidget) -> list[QWidget]:
        text, where = self._language.text, f"{shown.value.where}, {shown.value.what}"
        made: list[QWidget] = []
        if shown.spot is not None:
            go = buttons.small(text("Go to it"), parent=parent)
            go.setAccessibleName(text("Go to {where}", where=where))
            go.clicked.connect(partial(self.place_requested.emit, shown.spot))
            made.append(go)
        if shown.may_be_restored and not self._read_only:
            back = buttons.small(text("Restore the earlier value"), parent=parent)
            back.setAccessibleName(text("Restore the earlier value of {where}", where=where))
            back.clicked.connect(partial(self.restore_requested.emit, shown.value))
            made.append(back)
        return made

"""The tab Questions: list, editor and guidance, beside each other or, where the window is narrow, below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.criterion.editor import QuestionEditor
from s3desk.desktop.criterion.guidance import GuidancePanel
from s3desk.desktop.criterion.question_list import QuestionList
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, ground, line, row
from s3desk.queries.criterion_picture import AskedQuestion, CriterionPicture, NextStep

_LIST_ABOVE_BELOW = 800
_GUIDANCE_NARROW_BELOW = 1200


class QuestionFooter(QWidget):
    """Previous, next, and the one filled button: the next step."""

    question_requested = Signal(str)
    step_requested = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._question: AskedQuestion | None = None
        self.previous = buttons.secondary("–", symbol="chevron-left", parent=self)
        self.next = buttons.secondary("–", then="chevron-right", parent=self)
        self.step = buttons.primary("–", then="chevron-right", parent=self)
        inside = row(space=8, margins=(20, 9, 20, 9))
        inside.addWidget(self.previous)
        inside.addWidget(self.next)
        inside.addStretch(1)
        inside.addWidget(self.step)
        outer = column(self)
        outer.addWidget(line(parent=self))
        outer.addLayout(inside)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.step.clicked.connect(self.do_step)

    def show_question(self, question: AskedQuestion) -> None:
        """Show where the three buttons lead."""
        self._question = question
        text = self._language.text
        self._name(self.previous, question.previous[1], text("Previous question"))
        self._name(self.next, question.next[1], text("Next question"))
        buttons.show(self.step, question.next_step.text)

    def go_back(self) -> None:
        """To the question before."""
        if self._question is not None and self._question.previous[0]:
            self.question_requested.emit(self._question.previous[0])

    def go_on(self) -> None:
        """To the question after."""
        if self._question is not None and self._question.next[0]:
            self.question_requested.emit(self._question.next[0])

    def do_step(self) -> None:
        """To the next step."""
        if self._question is not None:
            self.step_requested.emit(self._question.next_step)

    def next_step(self) -> NextStep | None:
        """Where the filled button leads."""
        return self._question.next_step if self._question else None

    def _name(self, button: QPushButton, number: str, words: str) -> None:
        button.setText(number or "–")
        button.setAccessibleName(f"{words} {number}")
        button.setToolTip(words)
        button.setEnabled(bool(number))


class QuestionsTab(QWidget):
    """`relevance_requested()` when the user says that a criterion does not concern the region."""

    relevance_requested = Signal()

    def __init__(self, surroundings: Surroundings, storing: Storing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = surroundings.language
        self._guidance_wanted = True
        self._drawer = False
        self.list = QuestionList(surroundings.language, self)
        self.middle = ground("surface", self)
        self.relevance = MessageStrip(surroundings.language, self.middle)
        self.editor = QuestionEditor(surroundings, storing, self.middle)
        self.footer = QuestionFooter(surroundings.language, self.middle)
        self.guidance = GuidancePanel(surroundings.language, self)
        self._edges = (line(vertical=True, parent=self), line(vertical=True, parent=self))
        self._row = row(self)
        self._lay_out()
        self.editor.help.clicked.connect(self.toggle_guidance)
        self.list.entered.connect(self.editor.enter)
        self.guidance.installEventFilter(self)

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show list, question and guidance."""
        self.list.show_extent(quick=picture.quick)
        self.list.show_rows(picture.rows, picture.question.id, picture.average)
        self.editor.show_question(picture.question, read_only=read_only or not picture.relevant)
        self.footer.show_question(picture.question)
        self.guidance.show_guidance(picture.question.guidance)
        self._show_relevance(picture, read_only=read_only)

    def focus_target(self) -> QWidget:
        """Where the answer is given."""
        return self.editor.focus_target()

    def field(self, name: str) -> QWidget | None:
        """The field of that name, where it is shown; guidance that is away is brought."""
        kind, _, tab = name.partition("/")
        if kind != "guidance":
            return self.editor.field(name)
        if self.guidance.isHidden():
            self.toggle_guidance()
        return self.guidance.choose(tab)

    def areas(self) -> tuple[QWidget, ...]:
        """List, editor, footer and guidance, for F6."""
        self.editor.setFocusProxy(self.editor.focus_target())
        self.guidance.setFocusProxy(self.guidance.tabs[0])
        return self.list.view, self.editor, self.footer.step, self.guidance

    def toggle_guidance(self) -> None:
        """Show the guidance, or give its room to the editor."""
        self._guidance_wanted = self.guidance.isHidden()
        self._place_guidance()
        if self._drawer and self._guidance_wanted:
            self.guidance.tabs[0].setFocus()

    def _show_relevance(self, picture: CriterionPicture, *, read_only: bool) -> None:
        if not picture.relevance_note:
            self.relevance.hide()
            return
        text = self._language.text
        button = text("Say that it does not") if picture.relevant else text("Open fulfilment")
        self.relevance.say(
            "advice",
            picture.relevance_note,
            button="" if read_only and picture.relevant else button,
            do=self.relevance_requested.emit,
            lasting=True,
        )

    def _lay_out(self) -> None:
        above = column(margins=(20, 6, 20, 0))
        above.addWidget(self.relevance)
        inside = column(self.middle)
        inside.addLayout(above)
        inside.addWidget(self.editor, 1)
        inside.addWidget(self.footer)
        for widget in (self.list, self._edges[0]):
            self._row.addWidget(widget)
        self._row.addWidget(self.middle, 1)
        self._row.addWidget(self._edges[1])
        self._row.addWidget(self.guidance)

    def _place_list(self, width: float) -> None:
        """Beside the editor, or above it in the same scrolling area."""
        shown = theme.current()
        above = width < _LIST_ABOVE_BELOW
        is_above = self.list.parentWidget() is not self
        if above and not is_above:
            self._row.removeWidget(self.list)
            self.editor.room.insertWidget(0, self.list)
        elif is_above and not above:
            self.editor.room.removeWidget(self.list)
            self._row.insertWidget(0, self.list)
        self.list.set_short(short=above)
        list_width = shown.measure("width", "question_list") if width >= _GUIDANCE_NARROW_BELOW else shown.px(220)
        self.list.setMaximumWidth(16_777_215 if above else list_width)
        self.list.setMinimumWidth(0 if above else list_width)
        self._edges[0].setVisible(not above)

    def _place_guidance(self) -> None:
        """In the row at the right; as a drawer over the editor; or away."""
        shown = self._guidance_wanted
        in_row = self._row.indexOf(self.guidance) >= 0
        if self._drawer and in_row:
            self._row.removeWidget(self.guidance)
        elif not self._drawer and not in_row:
            self._row.addWidget(self.guidance)
        self.guidance.setVisible(shown)
        self._edges[1].setVisible(shown and not self._drawer)
        self.editor.help.setVisible(self._drawer or not shown)
        if self._drawer and shown:
            width = self.guidance.width()
            self.guidance.setGeometry(self.width() - width, 0, width, self.height())
            self.guidance.raise_()

    def arrange(self, window: QSize) -> None:
        """Fit into a window of that size (its size divided by the text factor decides)."""
        shown = theme.current()
        width, height = window.width() / shown.factor, window.height() / shown.factor
        points = shown.tokens.measures["breakpoint"]
        drawer = width < points["guidance_drawer_below_width"]
        if drawer != self._drawer:
            self._drawer = drawer
            self._guidance_wanted = not drawer
        full = shown.measure("width", "guidance")
        self.guidance.setFixedWidth(full if width >= _GUIDANCE_NARROW_BELOW or drawer else shown.px(292))
        self._place_list(width)
        self._place_guidance()
        self.editor.set_compact(compact=height < points["compact_below_height"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes the drawer."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if self._drawer and pressed == Qt.Key.Key_Escape:
            self.toggle_guidance()
            self.editor.enter()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.window().size())

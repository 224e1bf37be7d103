"""The page of one criterion, the heart of the program: questions, fulfilment, evidence, actions."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from s3desk.desktop import theme
from s3desk.desktop.criterion.actions_tab import ActionsTab
from s3desk.desktop.criterion.evidence_tab import EvidenceTab
from s3desk.desktop.criterion.fulfilment_tab import FulfilmentTab
from s3desk.desktop.criterion.header import Header
from s3desk.desktop.criterion.questions_tab import QuestionsTab
from s3desk.desktop.dialogs.action import ActionDialog
from s3desk.desktop.dialogs.evidence import EvidenceDialog
from s3desk.desktop.dialogs.table12_row import Table12RowDialog
from s3desk.desktop.dialogs.use_evidence import UseEvidenceDialog
from s3desk.desktop.last_version import LastVersion
from s3desk.desktop.lost_files import LostFiles
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets.surfaces import column
from s3desk.domain.records import Action, Evidence
from s3desk.queries import criterion as query
from s3desk.queries.criterion_picture import CriterionPicture, NextStep, StepKind

ID = "criterion"


class CriterionPage(QWidget):
    """One criterion and one of its questions; a change of either stores what is being typed first."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = ID
        self.title = surroundings.language.text("Criteria")
        self._surroundings = surroundings
        self._place = Place(ID, surroundings.workspace.catalogue.criteria[0].id, query.TABS[0])
        self._field = ""
        self._last_version = LastVersion()
        self._storing = Storing(surroundings)
        self._lost = LostFiles(surroundings, self)
        self.header = Header(surroundings.language, self)
        self.questions = QuestionsTab(surroundings, self._storing, self)
        self._stack = QStackedWidget(self)
        outer = column(self)
        outer.addWidget(self.header)
        outer.addWidget(self._stack, 1)
        self._stack.addWidget(self.questions)
        self._connect()

    # The tabs; all but the first are made when they are first shown, so that the page opens quickly

    @cached_property
    def fulfilment(self) -> FulfilmentTab:
        """The decision and its two texts."""
        made = FulfilmentTab(self._surroundings, self._storing, self)
        made.step_requested.connect(self._take_step)
        made.add_evidence_requested.connect(self._add_evidence)
        made.preview_requested.connect(self._preview_row)
        self._stack.addWidget(made)
        return made

    @cached_property
    def evidence(self) -> EvidenceTab:
        """The documents of the criterion."""
        made = EvidenceTab(self._surroundings, self)
        made.add_requested.connect(self._add_evidence)
        made.opened.connect(self._edit_evidence)
        self._stack.addWidget(made)
        return made

    @cached_property
    def actions_list(self) -> ActionsTab:
        """The actions of the criterion, and its gaps."""
        made = ActionsTab(self._surroundings, self)
        made.add_requested.connect(self._add_action)
        made.opened.connect(self._edit_action)
        made.support_requested.connect(self.find_support)
        self._stack.addWidget(made)
        return made

    @property
    def _tab(self) -> QuestionsTab | FulfilmentTab | EvidenceTab | ActionsTab:
        """The tab of the place."""
        match self._place.tab:
            case "fulfilment":
                return self.fulfilment
            case "evidence":
                return self.evidence
            case "actions":
                return self.actions_list
        return self.questions

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        if not self._place.question_id:
            return  # made just now: the place comes next
        picture = self._picture()
        read_only = self._surroundings.workspace.read_only
        self._place = Place(ID, picture.id, self._place.tab, picture.question.id)
        self.header.show_picture(picture, self._place.tab)
        self.questions.show_picture(picture, read_only=read_only)
        shown = self._tab
        if shown is not self.questions:
            shown.show_picture(picture, read_only=read_only)
        self._stack.setCurrentWidget(shown)

    def save_typing(self) -> None:
        """Store what is typed. Raises `KnownError` when the file refuses it; the words stay in their field."""
        self._storing.flush(self)

    def go_to(self, place: Place) -> None:
        """Show a criterion, and of it a tab and a question where they are named.

        Words that the file refuses belong to the present question: then the page stays where it is.
        """
        if not self._surroundings.attempt(self.save_typing):
            self.refresh()
            return
        self._field = place.field
        catalogue = self._surroundings.catalogue
        criterion_id = place.criterion_id or self._place.criterion_id
        stays = criterion_id == self._place.criterion_id
        question_id = place.question_id or (self._place.question_id if stays else "")
        self._place = Place(ID, criterion_id, place.tab or self._place.tab or query.TABS[0], question_id)
        if not question_id:
            first = catalogue.criterion(criterion_id).questions[0].id
            self._place = Place(ID, criterion_id, self._place.tab, first)
        self.refresh()

    def place(self) -> Place:
        return self._place

    def focus_target(self) -> QWidget:
        tab = self._tab
        return tab.field(self._field) or tab.focus_target()

    def areas(self) -> tuple[QWidget, ...]:
        if self._place.tab == "questions":
            return (self.header.tabs, *self.questions.areas())
        tab = self._tab
        tab.setFocusProxy(tab.focus_target())
        return self.header.tabs, tab

    # Commands of the menus

    def mark_for_review(self) -> None:
        """Mark the question for review, or take the mark away."""
        self.questions.editor.toggle_review()

    def add_evidence(self) -> None:
        """Insert a document into a text, or add one: what fits the tab shown."""
        if self._place.tab == "fulfilment":
            self.fulfilment.insert_evidence()
        elif self._place.tab == "questions":
            self._use_evidence()
        else:
            self._add_evidence()

    def find_support(self) -> None:
        """Propose services for the question where the questions are shown, else for the criterion."""
        from s3desk.desktop.support import finding

        if self._surroundings.workspace.read_only:
            return
        if self._place.tab == "questions":
            finding.for_question(self._surroundings, self._place.question_id, self)
        else:
            finding.for_criterion(self._surroundings, self._place.criterion_id, self)

    def next_open_question(self) -> None:
        """Go where the filled button leads."""
        if self._place.tab == "questions":
            self.questions.footer.do_step()
        elif self.fulfilment.step.isVisible():
            self.fulfilment.step.click()
        else:
            self._show_tab("questions")

    def previous_question(self) -> None:
        """Go to the question before."""
        self.questions.footer.go_back()

    def next_question(self) -> None:
        """Go to the question after."""
        self.questions.footer.go_on()

    def next_tab(self) -> None:
        """Show the next of the four tabs."""
        place = query.TABS.index(self._place.tab)
        self._show_tab(query.TABS[(place + 1) % len(query.TABS)])

    def toggle_guidance(self) -> None:
        """Show or hide the guidance."""
        self.questions.toggle_guidance()

    # Moving on this page

    def _picture(self) -> CriterionPicture:
        workspace, catalogue = self._surroundings.workspace, self._surroundings.catalogue
        asked = self._place.question_id
        return query.picture(
            catalogue,
            workspace.content,
            self._place.criterion_id,
            self._surroundings.language,
            workspace.today(),
            question_id=asked if catalogue.knows(asked) else "",
            earlier=self._last_version.of(workspace),
            missing_files=self._lost.now(),
        )

    def _choose_question(self, question_id: str) -> None:
        self._surroundings.go_to(Place(ID, self._place.criterion_id, "questions", question_id))

    def _ask_core_only(self, only: bool) -> None:
        self._surroundings.run("view.core" if only else "view.all")

    def _open_question(self, question_id: str) -> None:
        """Go to a question and put the keyboard on its rating."""
        self._choose_question(question_id)
        self.focus_target().setFocus()

    def _choose_criterion(self, criterion_id: str) -> None:
        self._surroundings.go_to(Place(ID, criterion_id, self._place.tab))

    def _choose_tab(self, tab: str) -> None:
        self._surroundings.go_to(Place(ID, self._place.criterion_id, tab))

    def _show_tab(self, tab: str) -> None:
        """Show a tab and put the keyboard into it."""
        self._choose_tab(tab)
        self.focus_target().setFocus()

    def _open_fulfilment(self) -> None:
        self._show_tab("fulfilment")

    def _take_step(self, step: NextStep) -> None:
        if step.kind is StepKind.REPORT:
            self._surroundings.run("report.create")
        elif step.kind is StepKind.FULFILMENT:
            self._surroundings.go_to(Place(ID, step.criterion_id, "fulfilment"))
            self.focus_target().setFocus()
        else:
            self._surroundings.go_to(Place(ID, step.criterion_id, "questions", step.question_id))
            self.focus_target().setFocus()

    # Dialogs

    def _use_evidence(self) -> None:
        """Choose a document for the question; without any, begin with a new one."""
        workspace, question_id = self._surroundings.workspace, self._place.question_id
        if not workspace.content.all(Evidence):
            self._new_evidence(question_id)
            return
        dialog = UseEvidenceDialog(workspace, self._surroundings.language, question_id, self)
        dialog.new_requested.connect(partial(self._new_evidence, question_id))
        self._open(dialog)

    def _new_evidence(self, question_id: str) -> None:
        self._open(
            EvidenceDialog(self._surroundings.workspace, self._surroundings.language, self, question_id=question_id)
        )

    def _add_evidence(self) -> None:
        self._new_evidence("" if self._place.tab == "fulfilment" else self._place.question_id)

    def _edit_evidence(self, evidence_id: str) -> None:
        workspace = self._surroundings.workspace
        evidence = workspace.content.get(Evidence, evidence_id)
        if evidence is not None and not workspace.read_only:
            self._open(EvidenceDialog(workspace, self._surroundings.language, self, evidence=evidence))

    def _add_action(self, question_id: str) -> None:
        draft = Action("", 0, "", self._place.criterion_id, question_id)
        dialog = ActionDialog(self._surroundings.workspace, self._surroundings.language, draft, self)
        dialog.accepted.connect(self._show_new_action)
        self._open(dialog)

    def _show_new_action(self) -> None:
        """The gap has gone from its list, and with it the button that had the keyboard."""
        self.actions_list.table.view.setFocus()

    def _edit_action(self, action_id: str) -> None:
        workspace = self._surroundings.workspace
        action = workspace.content.get(Action, action_id)
        if action is not None and not workspace.read_only:
            self._open(ActionDialog(workspace, self._surroundings.language, action, self))

    def _preview_row(self) -> None:
        if not self._surroundings.attempt(self.save_typing):
            return
        row = self._picture().fulfilment.row
        self._open(Table12RowDialog(self._surroundings.language, row, self))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self._choose_tab)
        self.header.criterion_requested.connect(self._choose_criterion)
        self.questions.list.chosen.connect(self._choose_question)
        self.questions.list.core_only.connect(self._ask_core_only)
        self.questions.footer.question_requested.connect(self._open_question)
        self.questions.footer.step_requested.connect(self._take_step)
        self.questions.relevance_requested.connect(self._open_fulfilment)
        self.questions.editor.add_evidence_requested.connect(self._use_evidence)
        self.questions.editor.evidence_requested.connect(self._edit_evidence)
        self._lost.changed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lost.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = theme.current()
        points = shown.tokens.measures["breakpoint"]
        width, height = self.window().width() / shown.factor, self.window().height() / shown.factor
        self.header.set_form(
            compact=height < points["compact_below_height"], narrow=width < points["guidance_drawer_below_width"]
        )

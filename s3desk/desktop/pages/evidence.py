"""The page Evidence: all documents of the file, searched and filtered, one of them in full beside the list."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from s3desk.basics.places import documents_folder
from s3desk.desktop import theme
from s3desk.desktop.dialogs.ask import asked
from s3desk.desktop.dialogs.reminders import RemindersDialog
from s3desk.desktop.evidence.adding import Adding
from s3desk.desktop.evidence.copying import Copying
from s3desk.desktop.evidence.detail import Detail
from s3desk.desktop.evidence.file_work import FileWork
from s3desk.desktop.evidence.listing import Listing
from s3desk.desktop.evidence.taking_in import Taken, taken_from
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead, is_narrow
from s3desk.desktop.widgets.surfaces import column
from s3desk.domain.records import Evidence
from s3desk.domain.tokens import token
from s3desk.operations import evidencing
from s3desk.queries import evidence as query
from s3desk.queries.files import EarlierCopy, FileState, earlier_copies

ID = "evidence"


class EvidencePage(QWidget):
    """Everything about documents. What takes time (copying, looking at files) is done beside the window."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = surroundings.language
        self.id = ID
        self.title = language.text("Evidence")
        self._surroundings = surroundings
        self._chosen_id = ""
        self.check = buttons.secondary(language.text("Check all files"), parent=self)
        self.reminders = buttons.secondary(language.text("Reminder periods..."), parent=self)
        self.add = buttons.primary(language.text("Add evidence"), parent=self)
        self.head = PageHead(self.title, (self.reminders, self.check, self.add), self)
        self.listing = Listing(language, self)
        self.copying = Copying(surroundings.workspace.path, language, self)
        self.detail = Detail(language, self)
        self.adding = Adding(surroundings, self.copying, self)
        self._files = FileWork(surroundings, self)
        self._is_behind = False
        self._lay_out()
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        workspace = self._surroundings.workspace
        picture = query.picture(
            workspace.catalogue,
            workspace.content,
            self._surroundings.language,
            workspace.today(),
            wanted=self.listing.wanted,
            chosen_id=self._chosen_id,
            files=self._files.files(),
        )
        self._chosen_id = picture.chosen.id if picture.chosen else ""
        self.head.sentence.say(picture.sentence)
        self.listing.show_picture(picture, read_only=workspace.read_only)
        self.detail.setVisible(picture.chosen is not None)
        if picture.chosen is not None:
            earlier = earlier_copies(workspace, picture.chosen.id, self._surroundings.language)
            self.detail.show_detail(picture.chosen, earlier, read_only=workspace.read_only)
        self.check.setVisible(picture.total > 0)
        self.reminders.setVisible(picture.total > 0 and not workspace.read_only)
        self.add.setVisible(picture.total > 0 and not workspace.read_only)
        self._fit()
        self._files.look_at_new(self._chosen())

    def save_typing(self) -> None:
        """Nothing is typed on this page itself; its forms store on their button."""

    def go_to(self, place: Place) -> None:
        """Show a document, whatever was looked for before."""
        if place.record_id not in ("", self._chosen_id):
            self._chosen_id = place.record_id
            self.listing.want_all()
            self.refresh()

    def place(self) -> Place:
        return Place(ID, record_id=self._chosen_id)

    def focus_target(self) -> QWidget:
        return self.listing.focus_target()

    def areas(self) -> tuple[QWidget, ...]:
        self.detail.setFocusProxy(self.detail.edit if self.detail.edit.isVisible() else self.detail.open)
        return self.listing.search, self.listing.focus_target(), self.detail

    # Commands of the menus

    def add_evidence(self) -> None:
        """Add a document."""
        if not self._surroundings.workspace.read_only:
            self.adding.dialog()

    def paste(self) -> None:
        """Add what lies in the clipboard: files, a web address or a picture."""
        self._take(taken_from(QGuiApplication.clipboard().mimeData()))

    # What is done with the document chosen

    def _chosen(self) -> Evidence | None:
        return self._surroundings.workspace.content.get(Evidence, self._chosen_id)

    def _choose(self, evidence_id: str) -> None:
        self._chosen_id = evidence_id
        self.refresh()

    def _edit(self) -> None:
        evidence = self._chosen()
        if evidence is not None and not self._surroundings.workspace.read_only:
            self.adding.dialog(evidence)

    def _use(self) -> None:
        if evidence := self._chosen():
            self.adding.dialog(evidence).show_uses()

    def _remove(self) -> None:
        evidence, workspace = self._chosen(), self._surroundings.workspace
        if evidence is None or workspace.read_only:
            return
        if self._surroundings.attempt(lambda: evidencing.remove(workspace, evidence.id)):
            said = self._surroundings.language.text("{mark} deleted.", mark=token(evidence))
            self._surroundings.say(said, undo=True)

    def _replace(self) -> None:
        title = self._surroundings.language.text("Choose a file")
        name, _ = QFileDialog.getOpenFileName(self, title, str(documents_folder()))
        if name and (evidence := self._chosen()):
            self.adding.replace_file(evidence, Path(name))

    def _remove_file(self) -> None:
        """Remove the stored bytes after a question, because nothing brings them back."""
        evidence, workspace, language = self._chosen(), self._surroundings.workspace, self._surroundings.language
        if evidence is None or workspace.read_only or not self._is_sure(token(evidence)):
            return
        if self._surroundings.attempt(lambda: evidencing.remove_file(workspace, evidence.id)):
            self._surroundings.say(language.text("The file of {mark} is removed for good.", mark=token(evidence)))

    def _is_sure(self, mark: str) -> bool:
        text = self._surroundings.language.text
        return asked(
            self,
            self._surroundings.language,
            text("Remove the stored file of {mark}, and its earlier copies, for good?", mark=mark),
            text("The entry stays, without its file. Backups and copies made before still hold the file."),
            text("Remove for good"),
        )

    def _open_earlier(self, copy: EarlierCopy) -> None:
        if evidence := self._chosen():
            self._files.open_copy(evidence, copy.sha256, copy.file_name)

    def _open_file(self) -> None:
        if evidence := self._chosen():
            self._files.open(evidence)

    def _open_question(self, criterion_id: str, question_id: str) -> None:
        self._surroundings.enter(Place("criterion", criterion_id, "questions", question_id))

    def _take(self, taken: Taken) -> None:
        if taken and not self._surroundings.workspace.read_only:
            self.adding.take(taken)

    def _ask_reminders(self) -> None:
        dialog = RemindersDialog(self._surroundings.workspace, self._surroundings.language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _check_all(self) -> None:
        self.check.setEnabled(False)
        self._files.look_at_all()

    def _show_seen(self) -> None:
        """Files were looked at: shown now, or when the page is seen again."""
        self._is_behind = not self.isVisible()
        if not self._is_behind:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self.refresh()

    def _all_seen(self, found: dict[Evidence, FileState]) -> None:
        self.check.setEnabled(True)
        wrong = sum(state is not FileState.UNCHANGED for state in found.values())
        language = self._surroundings.language
        count = language.plural("{n} file checked.", "{n} files checked.", len(found))
        rest = language.plural("{n} needs a look.", "{n} need a look.", wrong) if wrong else ""
        self._surroundings.say(" ".join(part for part in (count, rest) if part))

    # How it is built

    def _lay_out(self) -> None:
        main = QWidget(self)
        inside = column(main, space=12)
        inside.addWidget(self.listing, 1)
        inside.addWidget(self.copying)
        self._parts = MainAndSide(self.head, main, self.detail, theme.current().tokens.measure("width", "detail"))
        column(self).addWidget(self._parts)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_evidence)
        self.listing.first.clicked.connect(self.add_evidence)
        self.check.clicked.connect(self._check_all)
        self.reminders.clicked.connect(self._ask_reminders)
        self.listing.asked.connect(self.refresh)
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._edit)
        self.listing.removed.connect(self._remove)
        self.detail.open_requested.connect(self._open_file)
        self.detail.replace_requested.connect(self._replace)
        self.detail.edit_requested.connect(self._edit)
        self.detail.use_requested.connect(self._use)
        self.detail.remove_requested.connect(self._remove)
        self.detail.remove_file_requested.connect(self._remove_file)
        self.detail.earlier_requested.connect(self._open_earlier)
        self.detail.question_requested.connect(self._open_question)
        self.adding.added.connect(self._choose)
        self.copying.refused.connect(self._surroundings.report)
        self._files.seen.connect(self._show_seen)
        self._files.all_seen.connect(self._all_seen)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        self._parts.set_narrow(narrow=narrow)
        self.listing.fit(narrow=narrow)
        self.detail.show_whole(whole=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if taken_from(event.mimeData()) and not self._surroundings.workspace.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if taken := taken_from(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            QTimer.singleShot(0, self, partial(self._take, taken))

"""The dialog that uses a document, already in the file or new, for one question."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import TextInput
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import row
from s3desk.domain.records import Evidence
from s3desk.domain.tokens import token
from s3desk.operations import evidencing
from s3desk.workspace.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole


class UseEvidenceDialog(StoringDialog):
    """Choose a document and its pages; `new_requested()` when it is not in the file yet."""

    new_requested = Signal()

    def __init__(self, workspace: Workspace, language: Language, question_id: str, parent: QWidget | None) -> None:
        text, number = language.text, workspace.catalogue.question(question_id).number
        title = text("Evidence for question {number}", number=number)
        about = text("Choose a document of this file, or add a new one.")
        super().__init__(language, title, about, text("Use for question {number}", number=number), parent)
        self._workspace, self._question_id = workspace, question_id
        self.search = QLineEdit(self.form)
        show_search_sign(self.search)
        self.search.setPlaceholderText(text("Search in evidence"))
        self.search.setAccessibleName(text("Search in evidence"))
        self.list = QListWidget(self.form)
        self.list.setProperty("boxed", "true")
        self.list.setAccessibleName(text("Evidence"))
        self.pages = TextInput(text("Pages"), self.form, example=text("For example 14-18; empty for the whole"))
        self.new = buttons.secondary(text("Add a new document..."), symbol="plus", parent=self.form)
        line = row()
        line.addWidget(self.new)
        line.addStretch(1)
        for widget in (self.search, self.list, self.pages):
            self.room.addWidget(widget)
        self.room.addLayout(line)
        self._list_evidence()
        self.search.textChanged.connect(self._filter)
        self.list.itemDoubleClicked.connect(self._try)
        self.new.clicked.connect(self._ask_new)
        self.does(self._has_choice, self._store)
        self.search.setFocus()

    def _list_evidence(self) -> None:
        for evidence in self._workspace.content.all(Evidence):
            item = QListWidgetItem(f"{token(evidence)}  {evidence.title}", self.list)
            item.setData(_ID, evidence.id)
            item.setToolTip(evidence.title)
            item.setSizeHint(QSize(0, theme.current().px(30)))
        self.list.setMinimumHeight(theme.current().px(200))
        self.list.setCurrentRow(0)

    def _filter(self, wanted: str) -> None:
        """Hide what does not hold the words; the first that does is chosen."""
        shown = []
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(wanted.casefold() not in item.text().casefold())
            shown += [] if item.isHidden() else [item]
        self.list.setCurrentItem(shown[0] if shown else None)  # type: ignore[arg-type]

    def _has_choice(self) -> bool:
        return self.list.currentItem() is not None

    def _ask_new(self) -> None:
        self.reject()
        self.new_requested.emit()

    def _store(self) -> None:
        evidence_id = str(self.list.currentItem().data(_ID))
        evidencing.use_for(self._workspace, evidence_id, self._question_id, self.pages.text())

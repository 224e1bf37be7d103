"""The dialog for one document: what it is, where it is public, its file, and for which questions it is used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QRadioButton, QWidget

from s3desk.basics.language import EU_LANGUAGES, Language
from s3desk.basics.paths import is_file
from s3desk.basics.places import documents_folder
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.dialogs.uses_field import UsesField
from s3desk.desktop.evidence.copying import Copying
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput, date_input, link_input
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Elided, label
from s3desk.domain.keeping import proposed_storage
from s3desk.domain.records import Evidence, EvidenceUse, Storage
from s3desk.domain.tokens import token
from s3desk.operations import evidencing
from s3desk.workspace.beside import StoredFile
from s3desk.workspace.workspace import Workspace


class FileField(QWidget):
    """A file that is stored as a copy or stays where it is; a document needs none."""

    def __init__(self, language: Language, evidence: Evidence | None, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.path: Path | None = None
        self.choose = buttons.secondary(text("Choose a file..."), symbol="folder-open", parent=self)
        self._name = Elided("", "body", "muted", parent=self)
        self.copy = QRadioButton(text("Store a copy inside the assessment"), self)
        self.link = QRadioButton(text("Link it where it lies"), self)
        self._name.setText(evidence.file_name if evidence else "")
        line = row(space=12)
        line.addWidget(self.choose)
        line.addWidget(self._name, 1)
        ways = row(space=16)
        ways.addWidget(self.copy)
        ways.addWidget(self.link)
        ways.addStretch(1)
        outer = column(self, space=6)
        outer.addWidget(label(text("File (optional)"), "strong", parent=self))
        outer.addLayout(line)
        outer.addLayout(ways)
        self._show_ways()
        self.choose.clicked.connect(self._ask)

    def take(self, path: Path, public_link: str = "", *, only_copy: bool = False) -> None:
        """Show a chosen file and propose how to keep it; one that will not stay can only be copied."""
        self.path = path
        self._name.setText(path.name)
        size = path.stat().st_size if is_file(path) else 0
        copied = only_copy or proposed_storage(size, public_link) is Storage.COPY
        (self.copy if copied else self.link).setChecked(True)
        self._show_ways()
        self.link.setVisible(not only_copy)

    def _show_ways(self) -> None:
        for way in (self.copy, self.link):
            way.setVisible(self.path is not None)

    def _ask(self) -> None:
        text = self._language.text
        name, _ = QFileDialog.getOpenFileName(self, text("Choose a file"), str(documents_folder()))
        if name:
            self.take(Path(name))


class EvidenceDialog(StoringDialog):
    """Adds a document, or changes the one given; `question_id` is a question it is used for from the start."""

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        parent: QWidget | None = None,
        *,
        evidence: Evidence | None = None,
        question_id: str = "",
    ) -> None:
        text = language.text
        title = text("Document {mark}", mark=token(evidence)) if evidence else text("Add evidence")
        about = text("The short title, date and public link are written into the texts for the programme.")
        done = text("Save changes") if evidence else text("Add evidence")
        super().__init__(language, title, about, done, parent)
        self._workspace = workspace
        self._evidence = evidence
        self._file: Path | StoredFile | None = None
        self.copying = Copying(workspace.path, language, self)
        self.middle.addWidget(self.copying)
        self._make_fields()
        self.show_evidence(evidence or Evidence("", 0, ""))
        self.uses.show_uses(_uses_of(workspace, evidence))
        if question_id:
            self.uses.add(question_id)
        self.does(self.check, self._store)
        self.copying.refused.connect(self.refuse)
        self.copying.ended.connect(self._allow)
        self.title_field.line.setFocus()

    def show_evidence(self, evidence: Evidence) -> None:
        """Put the fields of a document into the form."""
        self.title_field.show_text(evidence.title)
        self.short_title.show_text(evidence.short_title)
        self.kind.choose(evidence.kind)
        self.issuer.show_text(evidence.issuer)
        self.dated.show_text(self.language.date(evidence.dated) if evidence.dated else "")
        self.valid_until.show_text(self.language.date(evidence.valid_until) if evidence.valid_until else "")
        self.document_language.choose(evidence.language)
        self.link.show_text(evidence.link)
        self.outgoing.setChecked(evidence.outgoing)

    def draft(self) -> Evidence:
        """The document as it stands in the form."""
        return replace(
            self._evidence or Evidence("", 0, ""),
            title=self.title_field.text(),
            short_title=self.short_title.text(),
            kind=str(self.kind.value()),
            issuer=self.issuer.text(),
            dated=self.dated.value(),
            valid_until=self.valid_until.value(),
            language=str(self.document_language.value()),
            link=self.link.value(),
            outgoing=self.outgoing.isChecked(),
        )

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        missing = "" if self.title_field.text() else self.language.text("Write the title as it stands on the document.")
        self.title_field.show_error(missing)
        return all([not missing, self.dated.check(), self.valid_until.check(), self.link.check()])

    def show_uses(self) -> None:
        """Put the keyboard on the list from which a question is chosen."""
        self.area.ensureWidgetVisible(self.uses)
        self.uses.more.setFocus()

    def prepare(self) -> None:
        """A large file is copied before the document is stored; the form waits for it."""
        self._file = self.file.path
        if self._file is None or not self.file.copy.isChecked():
            self.finish()
        else:
            self.done_button.setEnabled(False)
            self.copying.begin(self._file, self._take_copy)

    def _take_copy(self, file: Path | StoredFile) -> None:
        self._file = file
        self.finish()

    def _allow(self) -> None:
        self.done_button.setEnabled(True)

    def _store(self) -> None:
        workspace, draft, uses, file = self._workspace, self.draft(), self.uses.uses(), self._file
        copied = file is not None and self.file.copy.isChecked()
        if self._evidence is not None:
            evidencing.change(workspace, draft, uses)
            if file is not None and copied:
                evidencing.store_copy(workspace, draft.id, file)
            elif isinstance(file, Path):
                evidencing.link_file(workspace, draft.id, file)
        elif file is not None and copied:
            evidencing.add_copy(workspace, draft, file, uses)
        elif isinstance(file, Path):
            evidencing.add_linked_file(workspace, draft, file, uses)
        else:
            evidencing.add_link(workspace, draft, uses)

    def done(self, result: int) -> None:
        self.copying.cancel()
        super().done(result)

    def _make_fields(self) -> None:
        text, form = self.language.text, self.form
        catalogue = self._workspace.catalogue
        names = catalogue.wording(self.language.code).evidence_kinds
        kinds = [("", text("Not said")), *((kind.id, names[kind.id]) for kind in catalogue.evidence_kinds)]
        codes = [(code, self.language.language_name(code)) for code in EU_LANGUAGES]
        languages = [("", text("Not said")), *sorted(codes, key=lambda pair: pair[1])]
        self.title_field = TextInput(text("Title"), form)
        self.short_title = TextInput(text("Short title"), form, hint=text("For texts and lists"))
        self.kind = ChoiceInput(text("Kind"), kinds, form)
        self.issuer = TextInput(text("Issued by"), form)
        self.dated = date_input(text("Date"), self.language, form)
        self.valid_until = date_input(text("Valid until"), self.language, form)
        self.document_language = ChoiceInput(text("Language"), languages, form)
        self.link = link_input(text("Public link"), self.language, form)
        self.file = FileField(self.language, self._evidence, form)
        self.outgoing = QCheckBox(text("A stored copy may leave inside an outgoing report"), form)
        self.uses = UsesField(catalogue, self.language, form)
        rows = (
            self.title_field,
            SideBySide(self.short_title, self.kind),
            SideBySide(self.issuer, self.document_language),
            SideBySide(self.dated, self.valid_until),
            self.link,
            self.file,
            self.outgoing,
            self.uses,
        )
        for widget in rows:
            self.room.addWidget(widget)
        self.room.addStretch(1)


def _uses_of(workspace: Workspace, evidence: Evidence | None) -> dict[str, str]:
    if evidence is None:
        return {}
    uses = (use for use in workspace.content.all(EvidenceUse) if use.evidence_id == evidence.id)
    return {use.question_id: use.pages for use in uses}

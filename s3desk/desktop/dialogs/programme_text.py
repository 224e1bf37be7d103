"""The dialog in which one programme gets its own texts for a criterion, where they differ from the common ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.criterion.counted_text import CountedText
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.domain.records import Programme, ProgrammeText
from s3desk.operations import describing
from s3desk.queries import criterion_fulfilment

if TYPE_CHECKING:
    from s3desk.workspace.workspace import Workspace


class ProgrammeTextDialog(StoringDialog):
    """Two texts, counted as they leave; without both the programme has the common texts again."""

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        programme_id: str,
        criterion_id: str,
        parent: QWidget | None = None,
    ) -> None:
        text = language.text
        number = workspace.catalogue.criterion(criterion_id).number
        title = text("Own texts for criterion {number}", number=number)
        programme = workspace.content.get(Programme, programme_id) or Programme(programme_id, "")
        about = text("Only Table 12 of {name} shows these texts. All else shows the common ones.", name=programme.title)
        super().__init__(language, title, about, text("Save the texts"), parent)
        self._workspace = workspace
        self._spot = (programme_id, criterion_id)
        self.texts = tuple(
            CountedText(name, language, lines=lines, most=12, parent=self.form)
            for name, lines in ((text("Reference to relevant documents"), 4), (text("Justification"), 6))
        )
        self.common = buttons.link(text("Begin with the common texts"), parent=self.form)
        hint = text("Leave both empty to use the common texts.")
        for one in self.texts:
            one.copy.hide()  # the page copies the texts as they leave
            self.room.addWidget(one)
        self.room.addWidget(self.common, 0, Qt.AlignmentFlag.AlignLeft)
        self.room.addWidget(Paragraph(hint, "caption", "muted", parent=self.form))
        self.room.addStretch(1)
        self._show()
        self._connect()
        self.does(lambda: True, self._store)
        self.texts[1].field.setFocus()

    def _connect(self) -> None:
        self.common.clicked.connect(self._take_common)
        for one in self.texts:
            one.edited.connect(self._count)

    def _words(self) -> tuple[str, str]:
        references, justification = (one.field.toPlainText() for one in self.texts)
        return references, justification

    def _show(self) -> None:
        own = self._workspace.content.get(ProgrammeText, "/".join(self._spot))
        if own is not None:
            self._fill_in(own.references, own.justification)
        self._count()

    def _take_common(self) -> None:
        common = self._workspace.content.fulfilment(self._spot[1])
        self._fill_in(common.references, common.justification)
        self.texts[1].field.setFocus()

    def _fill_in(self, references: str, justification: str) -> None:
        for one, words in zip(self.texts, (references, justification), strict=True):
            one.field.setPlainText(words)

    def _count(self) -> None:
        found = criterion_fulfilment.counters(
            self._workspace.catalogue, self._workspace.content, *self._words(), second=False, language=self.language
        )
        for one, counter in zip(self.texts, found, strict=True):
            one.show_counter(counter)

    def _store(self) -> None:
        references, justification = self._words()
        describing.write_programme_text(self._workspace, *self._spot, references, justification)

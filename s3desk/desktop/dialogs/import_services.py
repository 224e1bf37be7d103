"""The dialog that shows what a file with services holds, before anything of it is taken."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.catalogue import own_services
from s3desk.catalogue.services import Services
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.surfaces import card, column
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.service_file import OfferedLine, offered


class ImportServicesDialog(StoringDialog):
    """Takes what is ticked; `taken` says how many that were."""

    def __init__(
        self,
        found: Services,
        known: Services,
        own: Services,
        name: str,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        text = language.text
        about = text(
            "{name} holds these services and forms. Take only what you know: links and contacts come from that file.",
            name=name,
        )
        super().__init__(language, text("Import services"), about, text("Take these services"), parent)
        self.taken = 0
        self._found = found
        self.boxes: dict[str, QCheckBox] = {}
        lines = offered(found, known, own.plain.keys(), language)
        for line in lines:
            self.room.addWidget(self._card(line))
        if not lines:
            self.room.addWidget(Paragraph(text("The file holds no service."), parent=self.form))
        self.room.addStretch(1)
        for box in self.boxes.values():
            box.toggled.connect(self._show_chosen)
        self._show_chosen()
        self.does(lambda: True, self._store)

    def _card(self, line: OfferedLine) -> QFrame:
        frame = card(self.form)
        box = self.boxes[line.id] = QCheckBox(line.title.replace("&", "&&"), frame)
        box.setAccessibleDescription(f"{line.effect} {line.about}")
        box.setChecked(line.new)
        box.setEnabled(line.new)
        inside = column(frame, space=4, margins=(16, 10, 16, 10))
        inside.addWidget(box)
        inside.addWidget(Paragraph(line.effect, "strong", parent=frame))
        inside.addWidget(Paragraph(line.about, "caption", "muted", parent=frame))
        return frame

    def _chosen(self) -> list[str]:
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _show_chosen(self) -> None:
        self.done_button.setEnabled(bool(self._chosen()))

    def _store(self) -> None:
        chosen = self._chosen()
        own_services.keep(self._found.plain[key] for key in chosen)
        self.taken = len(chosen)

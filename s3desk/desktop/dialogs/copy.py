"""The dialog that asks what a copy shall hold."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.choices import ChoiceCards


class CopyDialog(FramedDialog):
    """The whole file, or without what is meant for oneself only."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.text("Save a copy"), parent, width=600, height=360)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = language.text
        self.about.say(text("You go on in the open file. The copy stays as it is now."))
        whole = text("Everything, as in this file: to keep it, or to go on elsewhere.")
        shared = text(
            "Ratings, comments, texts, evidence and actions stay. Private notes, who changed what and when, earlier "
            "wordings and saved versions are left out and cannot be found in the file."
        )
        choices = (
            (False, text("The whole file"), whole),
            (True, text("Without private notes and history"), shared),
        )
        self.choice = ChoiceCards(text("What the copy holds"), choices, self)
        self.choice.choose(False)
        cancel = buttons.secondary(text("Cancel"), parent=self)
        go_on = buttons.primary(text("Choose name and folder..."), parent=self)
        self.middle.addWidget(part(self.choice), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(go_on)
        go_on.setDefault(True)
        cancel.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)

    def without_private(self) -> bool:
        """Whether private notes and history are left out."""
        return bool(self.choice.value())

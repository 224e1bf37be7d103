"""The settings of this user in one dialog; each takes effect at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from s3desk.basics.language import available_languages
from s3desk.basics.paths import is_folder
from s3desk.desktop import theme
from s3desk.desktop.commands import own_name
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph

if TYPE_CHECKING:
    from s3desk.desktop.window import MainWindow


class SettingsDialog(FramedDialog):
    """Language and look, the author's name, the folder for reports."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.language.text("Settings"), window, width=600, height=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        text = window.language.text
        languages = [(code, own_name(code)) for code in available_languages()]
        sizes = [(size, f"{size} %") for size in theme.TEXT_SIZES]
        self.speech = ChoiceInput(text("Language"), languages, self)
        self.theme = ChoiceInput(text("Theme"), self._themes(), self)
        self.text_size = ChoiceInput(text("Text size"), sizes, self)
        self.author = TextInput(text("Your name"), self)
        self.folder = TextInput(text("Folder for reports"), self, example=text("The folder of the assessment"))
        self.browse = buttons.secondary(text("Choose folder..."), symbol="folder-open", parent=self)
        self.close_button = buttons.primary(text("Close"), parent=self)
        self._show_settings()
        self._fill()
        self.speech.box.setFocus()
        self.speech.box.activated.connect(self._change_language)
        self.theme.box.activated.connect(self._change_look)
        self.text_size.box.activated.connect(self._change_look)
        self.author.line.editingFinished.connect(self._change_author)
        self.folder.line.editingFinished.connect(self._change_folder)
        self.browse.clicked.connect(self._browse)
        self.close_button.clicked.connect(self.accept)

    def _show_settings(self) -> None:
        now = self._window.preferences.now
        self.speech.choose(now.language)
        self.theme.choose(now.theme)
        self.text_size.choose(now.text_size)
        self.author.show_text(now.author)
        self.folder.show_text(now.report_folder)

    def _change_language(self) -> None:
        if self.speech.value() != self._window.preferences.now.language:
            self._window.handlers.set_language(str(self.speech.value()))
            self._again("speech")

    def _change_look(self) -> None:
        now, handlers = self._window.preferences.now, self._window.handlers
        if self.theme.value() != now.theme:
            handlers.set_theme(str(self.theme.value()))
            self._again("theme")
        elif self.text_size.value() != now.text_size:
            handlers.set_text_size(int(str(self.text_size.value())))
            self._again("text_size")

    def _again(self, field: str) -> None:
        """Show the dialog anew in the words and sizes that hold now; the keyboard stays on the field."""
        made = SettingsDialog(self._window)
        made.open()
        getattr(made, field).box.setFocus()
        self.reject()

    def _change_author(self) -> None:
        self._window.handlers.set_author(self.author.text())

    def _change_folder(self) -> None:
        """A folder that is not there is told; reports are proposed beside the assessment until it is."""
        name = self.folder.text()
        there = not name or is_folder(Path(name))
        self.folder.show_error("" if there else self._window.language.text("This folder was not found."))
        if there:
            self._window.preferences.change(report_folder=name)

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.folder.line.accessibleName(), self.folder.text())
        if name:
            self.folder.show_text(name)
            self._change_folder()

    def _themes(self) -> list[tuple[object, str]]:
        text = self._window.language.text
        return [(theme.SYSTEM, text("As the system")), (theme.LIGHT, text("Light")), (theme.DARK, text("Dark"))]

    def _fill(self) -> None:
        text = self._window.language.text
        self.about.say(text("Each change takes effect at once."))
        name = QWidget(self)
        inside = column(name, space=4)
        inside.addWidget(self.author)
        shown = text("Shown in the history, and to others while you have a file open.")
        inside.addWidget(Paragraph(shown, "caption", "muted", parent=name))
        place = QWidget(self)
        inside = column(place, space=8)
        inside.addWidget(self.folder)
        beside = row()
        beside.addStretch(1)
        beside.addWidget(self.browse)
        inside.addLayout(beside)
        self.middle.addWidget(part(SideBySide(self.speech, self.theme, self.text_size), name, place), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)

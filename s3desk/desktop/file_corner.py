"""The right part of the top bar while a file is open: whether all is saved, undo and redo, and Find."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.find.field import FindField
from s3desk.desktop.icons import pixmap
from s3desk.desktop.mnemonics import unmarked
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import row
from s3desk.desktop.widgets.texts import label


class FileCorner(QWidget):
    """What is always at hand while somebody works in a file."""

    def __init__(self, language: Language, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._actions = actions
        self._lost = False
        self._symbol = label("", parent=self)
        self.state = label("", "body", "muted", self)
        self.state.setMinimumWidth(self.fontMetrics().horizontalAdvance(language.text("All changes saved")))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(theme.current().tokens.times["save_after_last_key"])
        self._rest.timeout.connect(self._show_saved)
        self._undo = self._action_button("edit.undo")
        self._redo = self._action_button("edit.redo")
        self.find_field = FindField(language, self)
        self._lay_out()
        self._follow_actions()

    def show_file(self, *, read_only: bool) -> None:
        """Show whether the file may be written."""
        self._rest.stop()
        self._lost = False
        if read_only:
            self._say(self._language.text("Read-only"), "lock", "warn")
        else:
            self._show_saved()
        for button in (self._undo, self._redo):
            button.setVisible(not read_only)

    def show_saving(self, saving: bool) -> None:
        """Say that words are being typed which are not yet in the file, or, once typing rests, that all are."""
        if self._lost:
            return
        if not saving:
            self._rest.start()
            return
        self._rest.stop()
        self._say(self._language.text("Saving..."), "saving", "muted")

    def show_lost(self) -> None:
        """Say, until the file is shown anew, that nothing can be stored in it."""
        self._rest.stop()
        self._lost = True
        self._say(self._language.text("Not saved"), "exclamation", "bad")

    def fit(self, *, narrow: bool) -> None:
        """In a narrow window the icon alone says whether all is saved; its tooltip and name have the words."""
        self.state.setVisible(not narrow)

    def _show_saved(self) -> None:
        self._say(self._language.text("All changes saved"), "check", "ok")

    def _say(self, words: str, symbol: str, color: str) -> None:
        self.state.setText(words)
        self._symbol.setPixmap(pixmap(symbol, color))
        self._symbol.setToolTip(words)
        self._symbol.setAccessibleName(words)

    def _action_button(self, command: str) -> QPushButton:
        action = self._actions[command]
        made = buttons.symbol_button(command.removeprefix("edit."), unmarked(action.text()), parent=self)
        made.clicked.connect(action.trigger)
        action.changed.connect(self._follow_actions)
        return made

    def _follow_actions(self) -> None:
        for button, command in ((self._undo, "edit.undo"), (self._redo, "edit.redo")):
            action = self._actions[command]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(unmarked(action.text()))

    def _lay_out(self) -> None:
        inside = row(self, space=4)
        inside.addStretch(1)
        inside.addWidget(self._symbol)
        inside.addSpacing(theme.current().px(4))
        inside.addWidget(self.state)
        inside.addSpacing(theme.current().px(12))
        inside.addWidget(self._undo)
        inside.addWidget(self._redo)
        inside.addSpacing(theme.current().px(4))
        inside.addWidget(self.find_field, 4)

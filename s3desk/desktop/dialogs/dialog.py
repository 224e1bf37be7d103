"""The frame of a dialog that stores something: title, scrolling form, a strip for errors, two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.focus import FocusRing
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, ground, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph, label


class StoringDialog(QDialog):
    """Shows a form; `store()` is called by the filled button, and the dialog closes when it did not refuse."""

    def __init__(self, language: Language, title: str, about: str, done: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.setWindowTitle(title)
        self.form = ground("surface", self)
        self.room = column(self.form, space=12, margins=(24, 16, 24, 20))
        self.refused = MessageStrip(language, self)
        self.cancel = buttons.secondary(language.text("Cancel"), parent=self)
        self.done_button = buttons.primary(done, parent=self)
        self.done_button.setDefault(True)
        self._lay_out(title, about)
        self._focus_ring = FocusRing(self)
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self._try)
        self._work: Callable[[], object] | None = None
        self._check: Callable[[], bool] | None = None

    def does(self, check: Callable[[], bool], work: Callable[[], object]) -> None:
        """What the filled button does: `check` shows what is missing, `work` stores and may refuse."""
        self._check, self._work = check, work

    def _try(self) -> None:
        if self._check is not None and not self._check():
            return
        try:
            if self._work is not None:
                self._work()
        except KnownError as error:
            self.refused.say("bad", self.language.error(error), self.language.hint(error))
            return
        self.accept()

    def _lay_out(self, title: str, about: str) -> None:
        shown = theme.current()
        head = column(space=2, margins=(24, 16, 24, 12))
        head.addWidget(label(title, "h2", parent=self))
        if about:
            head.addWidget(Paragraph(about, "body", "muted", parent=self))
        head.addWidget(self.refused)
        foot = row(space=8, margins=(24, 12, 24, 12))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.done_button)
        outer = column(self)
        outer.addLayout(head)
        outer.addWidget(line(parent=self))
        outer.addWidget(scrolling(self.form, self), 1)
        outer.addWidget(line(parent=self))
        outer.addLayout(foot)
        self.resize(shown.px(640), shown.px(580))

"""A dialog that stores something: a form, what the file refused, and two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.dialogs.frame import FramedDialog
from s3desk.desktop.dialogs.leaving import Typed
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order


class StoringDialog(FramedDialog):
    """The subclass fills `room` and says with `does` what the filled button does; it closes when that was done."""

    def __init__(self, language: Language, title: str, about: str, done: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=660, height=620)
        self.language = language
        self._typed = Typed(self)
        self._check: Callable[[], bool] | None = None
        self._work: Callable[[], object] | None = None
        self.form = QWidget(self)
        self.room = column(self.form, space=12, margins=(24, 4, 24, 16))
        self.refused = MessageStrip(language, self)
        self.cancel = buttons.secondary(language.text("Cancel"), parent=self)
        self.done_button = buttons.primary(done, parent=self)
        self.done_button.setDefault(True)
        self.about.say(about)
        self.about.setVisible(bool(about))
        self._fill()
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self._try)

    def does(self, check: Callable[[], bool], work: Callable[[], object]) -> None:
        """What the filled button does: `check` shows what is missing, `work` stores and may refuse."""
        self._check, self._work = check, work
        fields = (one for one in self.form.findChildren(QWidget) if one.window() is self)
        stops = (one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        in_tab_order(*stops, self.cancel, self.done_button)

    def _try(self) -> None:
        if self._check is not None and self._check():
            self.prepare()
        else:
            self.go_to_first_error()

    def prepare(self) -> None:
        """Do what has to come before storing; a subclass may take its time for it and call `finish` then."""
        self.finish()

    def finish(self) -> None:
        """Store and close; what the file refuses is said, and the form stays."""
        if self._work is None:
            return
        try:
            self._work()
        except KnownError as error:
            self.refuse(error)
            return
        self.accept()

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done; the form stays."""
        self.refused.say("bad", self.language.error(error), self.language.hint(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._typed.remember()

    def reject(self) -> None:
        """Close without storing; after a question where something was typed."""
        if self._typed.may_leave(self.language):
            super().reject()

    def _follow_focus(self) -> None:
        """A form that grows may push the field that is typed into out of sight."""
        if (field := self.form.focusWidget()) is not None:
            self.area.ensureWidgetVisible(field)

    def _fill(self) -> None:
        strip = column(margins=(24, 0, 24, 8))
        strip.addWidget(self.refused)
        self.middle.addLayout(strip)
        self.area = scrolling(self.form, self)
        self.area.verticalScrollBar().rangeChanged.connect(self._follow_focus)
        self.middle.addWidget(self.area, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.done_button)

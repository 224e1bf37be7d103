"""One saved version: when and why it was saved, what it holds, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import card, clear, column, line, row
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.versions import VersionDetail


class Detail(QWidget):
    """`look_requested()` by the button."""

    look_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        frame = card(self)
        self._name = Paragraph("", "h3", parent=frame)
        self._about = Paragraph("", "caption", "muted", parent=frame)
        self._remark = Paragraph("", parent=frame)
        self.trouble = MessageStrip(language, frame)
        self.look = buttons.secondary(text("Look at it"), symbol="eye", parent=frame)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.current().px(16))
        self._facts.setVerticalSpacing(theme.current().px(4))
        self._facts.setColumnStretch(0, 2)
        self._facts.setColumnStretch(1, 3)
        does = row(space=8)
        does.addWidget(self.look)
        does.addStretch(1)
        inside = column(frame, space=8, margins=(16, 14, 16, 14))
        for widget in (self._name, self._about, self._remark, self.trouble):
            inside.addWidget(widget)
        inside.addLayout(does)
        inside.addWidget(line(parent=frame))
        inside.addLayout(self._facts)
        about = text("A saved version is never changed. To take one value back, find it in the history.")
        inside.addWidget(Paragraph(about, "caption", "muted", parent=frame))
        inside.addStretch(1)
        column(self).addWidget(frame)
        self.look.clicked.connect(self.look_requested)

    def show_detail(self, detail: VersionDetail) -> None:
        """Show a version; what it holds may still be unread."""
        text = self._language.text
        self._name.say(detail.name)
        self._about.say(detail.about)
        self._remark.say(detail.remark)
        self._remark.setVisible(bool(detail.remark))
        self.look.setEnabled(bool(detail.facts))
        if detail.read:
            self.trouble.hide()
        else:
            why, safe = text("This version cannot be read."), text("Everything else in the file is safe.")
            self.trouble.say("bad", why, safe, lasting=True)
        clear(self._facts)
        for place, (name, value) in enumerate(detail.facts):
            self._facts.addWidget(Paragraph(name, "body", "muted", parent=self), place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Paragraph(value, parent=self), place, 1)

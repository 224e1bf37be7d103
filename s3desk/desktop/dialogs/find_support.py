"""The dialog that proposes services for one gap, criterion or action, each with the reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.going_out import open_address
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import FlowLayout, card, column
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.support import Proposal


class FindSupportDialog(FramedDialog):
    """`prepare_requested(service_id)` when the user wants to ask for one of the services."""

    prepare_requested = Signal(str)

    def __init__(
        self, language: Language, about: str, proposals: tuple[Proposal, ...], parent: QWidget | None = None
    ) -> None:
        text = language.text
        super().__init__(text("Find support"), parent, width=660, height=600)
        self._language = language
        self.title.setText(text("Find support"))
        self.about.say(about)
        self.prepare: dict[str, QPushButton] = {}
        self.close_button = buttons.secondary(text("Close"), parent=self)
        self.middle.addWidget(part(*(self._card(one) for one in proposals)))
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.clicked.connect(self.reject)
        in_tab_order(*self.prepare.values(), self.close_button)

    def _card(self, proposal: Proposal) -> QWidget:
        text = self._language.text
        frame = card(self)
        inside = column(frame, space=4, margins=(16, 12, 16, 12))
        inside.addWidget(Paragraph(proposal.title, "strong", parent=frame))
        known = f"{proposal.provider}. {proposal.as_of}. {proposal.to_check}"
        inside.addWidget(Paragraph(known, "caption", "muted", parent=frame))
        inside.addWidget(Paragraph(proposal.reason, parent=frame))
        does = QWidget(frame)
        flow = FlowLayout(does, space=8)
        if proposal.form:
            made = buttons.small(text("Prepare a request"), symbol="pencil", parent=does)
            made.setAccessibleName(text("Prepare a request: {title}", title=proposal.title))
            made.clicked.connect(partial(self._prepare, proposal.service_id))
            flow.addWidget(made)
            self.prepare[proposal.service_id] = made
        if proposal.link:
            page = buttons.link(text("Open the page of the service"), symbol="arrow-up-right", parent=does)
            page.setAccessibleName(text("Open the page of the service: {title}", title=proposal.title))
            page.clicked.connect(partial(open_address, proposal.link, self._language, self))
            flow.addWidget(page)
        inside.addWidget(does)
        return frame

    def _prepare(self, service_id: str) -> None:
        self.accept()
        self.prepare_requested.emit(service_id)

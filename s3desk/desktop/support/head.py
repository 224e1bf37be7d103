"""The head of a request: what is asked of whom, how far it is, what is still missing, and what to do next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from s3desk.basics.language import Language, available_languages
from s3desk.desktop import theme
from s3desk.desktop.going_out import open_address
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.fields import Labelled, LineField
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide
from s3desk.desktop.widgets.surfaces import FlowLayout, card, clear, column, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.requests import Stage
from s3desk.queries.request import RequestPicture
from s3desk.queries.request_checks import CheckLine

FILES = (".pdf", ".docx", ".txt", ".eml")
_NEXT = {
    Stage.DRAFT: "ready",
    Stage.READY: "sent",
    Stage.SENT: "answered",
    Stage.ANSWERED: "answered",
    Stage.WITHDRAWN: "draft",
}


class RequestHead(QWidget):
    """`step_requested(step)`, `file_requested(ending)`, `changed(field, name, text)`, `spot_requested(field_id)`.

    Steps are "ready", "sent", "answered", "draft", "withdraw", "remove"; "text" copies the whole request.
    """

    step_requested = Signal(str)
    file_requested = Signal(str)
    changed = Signal(object, str, object)
    spot_requested = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._step = ""
        self._shown: tuple[CheckLine, ...] | None = None
        text = language.text
        frame = self._frame = card(self)
        self._mark = Paragraph("", "caption", "muted", parent=frame)
        self.title = LineField(text("What you ask for"), frame)
        self.due = LineField(text("Send by"), frame)
        self._due = Labelled(text("Send by"), self.due, parent=frame)
        languages = [(code, language.language_name(code)) for code in available_languages()]
        self.language = ChoiceInput(text("Language of the request"), languages, frame)
        self._service = Paragraph("", "body", parent=frame)
        self._about = Paragraph("", "caption", "muted", parent=frame)
        self.course = Paragraph("", "body", parent=frame)
        self.page = buttons.link(text("Open the page of the service"), symbol="arrow-up-right", parent=frame)
        self.next = buttons.primary("–", parent=frame)
        self.files = buttons.secondary(text("Create a file"), symbol="download", parent=frame)
        self.copy = buttons.secondary(text("Copy as text"), symbol="copy", parent=frame)
        self.withdraw = buttons.secondary(text("Withdraw"), parent=frame)
        self.remove = buttons.secondary(text("Delete"), parent=frame)
        self._checks = column(space=4)
        self.check_buttons: list[QPushButton] = []
        self._link = ""
        self._lay_out()
        self._connect()

    def show_request(self, shown: RequestPicture, *, read_only: bool) -> None:
        """Show one request; what is being typed stays."""
        text, record = self._language.text, shown.record
        self._mark.say(" · ".join((shown.mark, shown.form_title, shown.stage_words)))
        self.title.show_text(record.title)
        self.due.show_text(self._language.date(record.due) if record.due else "")
        self.language.choose(record.language)
        service = shown.service
        self._service.say(f"{service.title} ({service.provider})" if service else "")
        self._service.setVisible(service is not None)
        known = (service.as_of, service.to_check, service.contact) if service else ()
        self._about.say(". ".join(part.rstrip(".") for part in (shown.about, *known, shown.limits) if part) + ".")
        sent = record.stage in (Stage.SENT, Stage.ANSWERED)
        self.course.say("\n".join(f"{label}: {words}" for label, words in shown.course) if sent else "")
        self.course.setVisible(sent)
        self._link = service.link if service else ""
        self.page.setVisible(bool(self._link))
        self._show_step(record.stage, read_only=read_only)
        for field in (self.title, self.due):
            field.setReadOnly(read_only or not shown.editable)
        self.language.box.setEnabled(shown.editable and not read_only)
        self.withdraw.setVisible(not read_only and record.stage in (Stage.DRAFT, Stage.READY, Stage.SENT))
        self.remove.setVisible(not read_only)
        self._show_checks(shown.checks if shown.editable else shown.result)
        self.copy.setToolTip(text("All fields with their labels, to paste into an online form or a letter"))

    def show_day_error(self, sentence: str) -> None:
        """Say what is wrong with the day."""
        self._due.show_error(sentence)

    def _show_step(self, stage: Stage, *, read_only: bool) -> None:
        text = self._language.text
        words = {
            "ready": text("Mark as ready"),
            "sent": text("Record as sent..."),
            "answered": text("Change the answer...") if stage is Stage.ANSWERED else text("Record the answer..."),
            "draft": text("Go on with it"),
        }
        self._step = _NEXT.get(stage, "")
        self.next.setVisible(bool(self._step) and not read_only)
        buttons.show(self.next, words.get(self._step, ""))

    def _show_checks(self, checks: tuple[CheckLine, ...]) -> None:
        if checks == self._shown:
            return
        self._shown = checks
        clear(self._checks)
        self.check_buttons = []
        for one in checks:
            self._add_check(one)

    def _add_check(self, check: CheckLine) -> None:
        """One line with its mark; where something is missing it leads to its field."""
        tone, ink = (
            ("check", "ok") if check.met else ("exclamation", "warn") if check.met is False else ("circle", "muted")
        )
        room = QWidget(self._frame)
        line = row(room, space=8)
        mark = QLabel(room)
        mark.setPixmap(pixmap(tone, ink))
        mark.setContentsMargins(0, theme.current().px(2), 0, 0)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Paragraph(check.words, "body" if check.field_id else "strong", parent=room), 1)
        if check.field_id and not check.met:
            go = buttons.link(self._language.text("Go to it"), parent=room)
            go.setAccessibleName(self._language.text("Go to it: {what}", what=check.words))
            go.clicked.connect(partial(self.spot_requested.emit, check.field_id))
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            self.check_buttons.append(go)
        self._checks.addWidget(room)
        room.show()

    def _open_page(self) -> None:
        open_address(self._link, self._language, self)

    def _connect(self) -> None:
        self.next.clicked.connect(lambda: self.step_requested.emit(self._step))
        self.copy.clicked.connect(partial(self.step_requested.emit, "text"))
        self.withdraw.clicked.connect(partial(self.step_requested.emit, "withdraw"))
        self.remove.clicked.connect(partial(self.step_requested.emit, "remove"))
        self.page.clicked.connect(self._open_page)
        self.title.typed.connect(lambda words: self.changed.emit(self.title, "title", words))
        self.due.typed.connect(lambda words: self.changed.emit(self.due, "due", words))
        self.language.box.activated.connect(
            lambda _place: self.changed.emit(self.language, "language", self.language.value())
        )

    def _lay_out(self) -> None:
        text = self._language.text
        menu = QMenu(self.files)
        names = (text("PDF"), text("Word document"), text("Plain text"), text("Mail draft with report and workbook"))
        for ending, name in zip(FILES, names, strict=True):
            menu.addAction(name).triggered.connect(partial(self.file_requested.emit, ending))
        self.files.setMenu(menu)
        does = QWidget(self._frame)
        flow = FlowLayout(does, space=8)
        for button in (self.next, self.files, self.copy, self.withdraw, self.remove):
            flow.addWidget(button)
        inside = column(self._frame, space=8, margins=(16, 12, 16, 14))
        inside.addWidget(self._mark)
        inside.addWidget(label(text("What you ask for"), "strong", parent=self._frame))
        inside.addWidget(self.title)
        inside.addWidget(SideBySide(self._due, self.language))
        inside.addWidget(self._service)
        inside.addWidget(self._about)
        inside.addWidget(self.course)
        page = row()
        page.addWidget(self.page)
        page.addStretch(1)
        inside.addLayout(page)
        inside.addLayout(self._checks)
        inside.addWidget(does)
        column(self).addWidget(self._frame)

"""The page Support: all requests, and one of them in its guided form, from the draft to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from s3desk.basics.errors import KnownError
from s3desk.catalogue.own_services import usable_services
from s3desk.catalogue.services import Services
from s3desk.desktop.dialogs.request_steps import STEPS, RequestEvidenceDialog
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.opening import with_ending
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.support import finding
from s3desk.desktop.support.fields import RequestField
from s3desk.desktop.support.files import RequestFiles
from s3desk.desktop.support.form import RequestFormView
from s3desk.desktop.support.own_services import FaultStrip
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.fields import LineField, TextArea
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead, is_narrow
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import bring_into_view, card, column
from s3desk.domain import typed
from s3desk.domain.requests import SupportRequest
from s3desk.operations import requesting
from s3desk.queries import request as one_request
from s3desk.queries import requests as query
from s3desk.queries.request import RequestPicture
from s3desk.queries.requests import RequestLine

ID = finding.PAGE
_LIST_WIDTH = 340


class SupportPage(QWidget):
    """The list at the left, the request chosen at the right; without any, what the page is for."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, text = surroundings.language, surroundings.language.text
        self.id = ID
        self.title = text("Support")
        self._surroundings = surroundings
        self._storing = Storing(surroundings)
        self._chosen_id = ""
        self._field = ""
        self._rows: tuple[RequestLine, ...] = ()
        self._shown: RequestPicture | None = None
        self._services = Services()
        self.add = buttons.primary(text("New request"), parent=self)
        self.head = PageHead(self.title, (self.add,), self)
        self.table: RecordTable[RequestLine] = RecordTable(text("Requests"), self._columns(), self)
        self.form = RequestFormView(language, self._connect_field, self)
        self.first = buttons.primary(text("New request"), parent=self)
        self._empty = card(self)
        self.fault = FaultStrip(surroundings, self, room=(24, 16, 24, 0))
        self._files = RequestFiles(surroundings, self)
        self._lay_out()
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        services, fault = usable_services()
        self._services = services
        self.fault.show_fault(fault)
        workspace, language = self._surroundings.workspace, self._surroundings.language
        self._rows = query.listing(services, workspace.catalogue, workspace.content, language, workspace.today())
        ids = [row.id for row in self._rows]
        if self._chosen_id not in ids:
            self._chosen_id = ids[-1] if ids else ""
        self.head.sentence.say(query.sentence(self._rows, language))
        self.table.show_rows(self._rows, ids.index(self._chosen_id) if ids else -1)
        self._show_request(services)
        self._show_what_fits()

    def save_typing(self) -> None:
        """Store what is typed. Raises `KnownError` when the file refuses it; the words stay in their field."""
        self._storing.flush(self)

    def go_to(self, place: Place) -> None:
        """Show a request and remember which of its fields is wanted."""
        self._field = place.field
        if place.record_id in ("", self._chosen_id):
            return
        if self._surroundings.attempt(self.save_typing):
            self._chosen_id = place.record_id
        self.refresh()
        bring_into_view(self.form.head if is_narrow(self) else self.head)

    def place(self) -> Place:
        return Place(ID, record_id=self._chosen_id)

    def focus_target(self) -> QWidget:
        if self._field in self.form.fields:
            return self.form.fields[self._field].focus_target()
        return self.table.view if self._rows else self.first

    def areas(self) -> tuple[QWidget, ...]:
        return self.table.view if self._rows else self.first, self.form.head.title

    # What is done with the request shown

    def _record(self) -> SupportRequest | None:
        return self._surroundings.workspace.content.get(SupportRequest, self._chosen_id)

    def _choose(self, place: int) -> None:
        if place < len(self._rows):
            self._surroundings.go_to(Place(ID, record_id=self._rows[place].id))

    def _new(self) -> None:
        finding.start(self._surroundings, SupportRequest("", 0, "", ""), self)

    def _write(self, field_id: str, words: str) -> None:
        workspace, request_id = self._surroundings.workspace, self._chosen_id
        self._store(self.form.fields[field_id].input, lambda: requesting.write(workspace, request_id, field_id, words))

    def _refill(self, field_id: str) -> None:
        workspace = self._surroundings.workspace
        self._surroundings.attempt(lambda: requesting.take_from_assessment(workspace, self._chosen_id, field_id))

    def _change(self, field: QWidget, name: str, words: str) -> None:
        record, workspace = self._record(), self._surroundings.workspace
        if record is None:
            return
        value: object = words
        if name == "due":
            try:
                value = typed.day(words, self._surroundings.language)
            except KnownError as error:
                language = self._surroundings.language
                self.form.head.show_day_error(f"{language.error(error)} {language.hint(error)}")
                return
            self.form.head.show_day_error("")
        changed = replace(record, **{name: value})  # type: ignore[arg-type]
        self._store(field, lambda: requesting.change(workspace, changed, typing_in=name))

    def _store(self, field: QWidget, work: Callable[[], object]) -> None:
        if isinstance(field, LineField | TextArea):
            self._storing.store(field, work)
        else:
            self._surroundings.attempt(work)

    def _step(self, step: str) -> None:
        """What the buttons of the head ask for."""
        record, shown, workspace = self._record(), self._shown, self._surroundings.workspace
        if record is None or shown is None or not self._surroundings.attempt(self.save_typing):
            return
        if step in STEPS:
            self._open(STEPS[step](workspace, self._surroundings.language, shown, self))
        elif step == "text":
            self._copy_text()
        else:
            does = {
                "ready": lambda: requesting.mark_ready(workspace, record.id, shown.texts),
                "draft": lambda: requesting.mark_draft(workspace, record.id),
                "withdraw": lambda: requesting.withdraw(workspace, record.id),
                "remove": lambda: requesting.remove(workspace, record.id),
            }
            if self._surroundings.attempt(does[step]):
                self._surroundings.say(query.said_after(step, shown.mark, self._surroundings.language), undo=True)

    def _copy_text(self) -> None:
        from s3desk.formats.requests.text import written

        if (record := self._record()) is not None:
            workspace = self._surroundings.workspace
            shown = one_request.picture(self._services, workspace.catalogue, workspace.content, record.id)
            QApplication.clipboard().setText(written(shown))
            self._surroundings.say(self._surroundings.language.text("The text of {mark} is copied.", mark=shown.mark))

    def _choose_evidence(self) -> None:
        if self._shown is not None and self._surroundings.attempt(self.save_typing):
            workspace, language = self._surroundings.workspace, self._surroundings.language
            self._open(RequestEvidenceDialog(workspace, language, self._shown, self))

    def _ask_file(self, ending: str) -> None:
        if not self._surroundings.attempt(self.save_typing):
            return
        outgoing = self._files.prepared(self._services, self._chosen_id)
        if outgoing is None:
            return
        title = self._surroundings.language.text("Create a file")
        name, _ = QFileDialog.getSaveFileName(self, title, str(self._files.proposed(outgoing, ending)), f"*{ending}")
        if name:
            self._files.write(outgoing, with_ending(name, ending))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # How it is built

    def _show_request(self, services: Services) -> None:
        workspace, language = self._surroundings.workspace, self._surroundings.language
        record, self._shown = self._record(), None
        if record is None:
            return
        found: list[RequestPicture] = []
        self._surroundings.attempt(
            lambda: found.append(
                one_request.picture(services, workspace.catalogue, workspace.content, record.id, interface=language)
            )
        )
        if found:
            self._shown = found[0]
            self.form.show_request(self._shown, read_only=workspace.read_only)

    def _show_what_fits(self) -> None:
        some, read_only = bool(self._rows), self._surroundings.workspace.read_only
        self.table.setVisible(some)
        self.form.setVisible(self._shown is not None)
        self._empty.setVisible(not some)
        self.add.setVisible(some and not read_only)
        self.first.setVisible(not read_only)
        self._fit()

    def _columns(self) -> tuple[Column[RequestLine], ...]:
        text = self._surroundings.language.text
        return (
            Column(text("No."), lambda row: row.mark, strong=True),
            Column(text("Request"), lambda row: row.title, stretch=True),
            Column(text("State"), lambda row: row.stage_words, muted=True),
        )

    def _lay_out(self) -> None:
        text = self._surroundings.language.text
        sentence = text(
            "Ask the S3 Community of Practice or Interreg Europe for help. The form is filled from the assessment; "
            "you send it yourself."
        )
        nothing = EmptyState("globe", text("No requests yet"), sentence, self.first, self._empty)
        column(self._empty).addWidget(nothing)
        main = QWidget(self)
        inside = column(main)
        inside.addWidget(self._empty, 1)
        inside.addWidget(self.form)
        self._parts = MainAndSide(self.head, main, self.table, _LIST_WIDTH, side_first=True, side_above=True)
        outer = column(self)
        outer.addWidget(self.fault)
        outer.addWidget(self._parts)

    def _connect(self) -> None:
        self.add.clicked.connect(self._new)
        self.first.clicked.connect(self._new)
        self.fault.set_aside.connect(self.refresh)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _place: self.form.head.title.setFocus())
        self.table.removed.connect(lambda _place: self._step("remove"))
        self.form.head.changed.connect(self._change)
        self.form.head.step_requested.connect(self._step)
        self.form.head.file_requested.connect(self._ask_file)

    def _connect_field(self, field: RequestField) -> None:
        field.written.connect(self._write)
        field.refill_requested.connect(self._refill)
        field.copy_requested.connect(self.form.copy)
        field.evidence_requested.connect(self._choose_evidence)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        self._parts.set_narrow(narrow=narrow)
        self.table.show_whole(whole=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

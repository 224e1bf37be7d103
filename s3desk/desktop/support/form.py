"""A request on the page Support: its head, and below it the sections of its guided form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.support.fields import RequestField
from s3desk.desktop.support.head import RequestHead
from s3desk.desktop.widgets.surfaces import bring_into_view, card, clear, column
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.request import RequestPicture


class RequestFormView(QWidget):
    """The fields are made anew only for another form; `connect` is called with each new field."""

    def __init__(
        self, language: Language, connect: Callable[[RequestField], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._connect = connect
        self._made_for: tuple[str, ...] = ()
        self._shown: RequestPicture | None = None
        self.head = RequestHead(language, self)
        self.fields: dict[str, RequestField] = {}
        self._sections = column(space=16)
        self._note = Paragraph("", "caption", "muted", parent=self)
        outer = column(self, space=16)
        outer.addWidget(self.head)
        outer.addLayout(self._sections)
        outer.addWidget(self._note)
        outer.addStretch(1)
        self.head.spot_requested.connect(self.show_field)

    def show_request(self, shown: RequestPicture, *, read_only: bool) -> None:
        """Show one request."""
        self._shown = shown
        self.head.show_request(shown, read_only=read_only)
        ids = (shown.record.id, *(field.id for section in shown.sections for field in section.fields))
        if ids != self._made_for:
            self._make(shown)
            self._made_for = ids
        for section in shown.sections:
            for field in section.fields:
                self.fields[field.id].show_field(field, editable=shown.editable and not read_only)
        self._note.say(shown.not_official)

    def show_field(self, field_id: str) -> None:
        """Put the cursor into a field."""
        if field_id in self.fields:
            target = self.fields[field_id].focus_target()
            target.setFocus()
            bring_into_view(target)

    def copy(self, field_id: str) -> None:
        """Copy the text of one field as it leaves."""
        if self._shown is not None:
            fields = (field for section in self._shown.sections for field in section.fields)
            QApplication.clipboard().setText(next(field.text for field in fields if field.id == field_id))

    def _make(self, shown: RequestPicture) -> None:
        clear(self._sections)
        self.fields = {}
        for section in shown.sections:
            frame = card(self)
            inside = column(frame, space=14, margins=(16, 12, 16, 16))
            inside.addWidget(label(section.title, "h3", parent=frame))
            for field in section.fields:
                made = RequestField(field, self._language, frame)
                self._connect(made)
                inside.addWidget(made)
                self.fields[field.id] = made
            self._sections.addWidget(frame)
            frame.show()

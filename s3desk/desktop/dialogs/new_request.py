"""The dialog that starts a request: which service, what it is about, and a title."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.catalogue.services import Services, said
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.choices import ChoiceCards
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import CheckedInput, ChoiceInput, SideBySide, TextInput, date_input
from s3desk.domain.requests import SupportRequest
from s3desk.operations import requesting
from s3desk.queries.actions import question_choices, spot_key, spot_of
from s3desk.workspace.workspace import Workspace


class NewRequestDialog(StoringDialog):
    """Starts a request for one of the services that have a guided form; `started` is the request made."""

    def __init__(
        self,
        workspace: Workspace,
        services: Services,
        language: Language,
        draft: SupportRequest,
        parent: QWidget | None = None,
    ) -> None:
        text = language.text
        about = text("The form is filled from the assessment. You check it, add what is missing, and send it yourself.")
        super().__init__(language, text("New request"), about, text("Start the request"), parent)
        self.started: SupportRequest | None = None
        self._workspace, self._services, self._draft = workspace, services, draft
        offered = [one for one in services.services if services.form(one.form) is not None]
        cards = [(one.id, said(one.title, language.code), self._about(one.id)) for one in offered]
        self.service = ChoiceCards(text("Service"), cards, self.form)
        self.spot = ChoiceInput(text("About"), self._spots(), self.form)
        self.title_field = TextInput(text("What you ask for"), self.form, example=text("In a few words"))
        self.due: CheckedInput[date | None] = date_input(text("Send by"), language, self.form)
        rows = (SideBySide(self.spot, self.due), self.title_field)
        for widget in (*rows, Labelled(text("Service"), self.service, parent=self.form)):
            self.room.addWidget(widget)
        self.room.addStretch(1)
        self._show(draft)
        self.does(self.check, self._store)
        self.title_field.line.setFocus()

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        text = self.language.text
        missing = "" if self.title_field.text() else text("Say in a few words what you ask for.")
        self.title_field.show_error(missing)
        return all([not missing, self.due.check(), self.service.value() is not None])

    def _show(self, draft: SupportRequest) -> None:
        known = {one.id for one in self._services.services if self._services.form(one.form)}
        if draft.service_id in known:
            self.service.choose(draft.service_id)
        elif known:
            self.service.choose(next(one.id for one in self._services.services if one.id in known))
        self.spot.choose(spot_key(draft.criterion_id, draft.question_id) if draft.criterion_id else "")
        self.title_field.show_text(draft.title)

    def _spots(self) -> list[tuple[object, str]]:
        whole = self.language.text("The strategy as a whole")
        return [("", whole), *question_choices(self._workspace.catalogue, self.language)]

    def _about(self, service_id: str) -> str:
        service = self._services.service(service_id)
        assert service is not None
        return f"{service.provider}. {said(service.gives, self.language.code)}"

    def _store(self) -> None:
        service = self._services.service(str(self.service.value()))
        assert service is not None, "the form was checked before it is stored"
        criterion_id, question_id = spot_of(str(self.spot.value())) if self.spot.value() else ("", "")
        self.started = requesting.start(
            self._workspace,
            SupportRequest(
                "",
                0,
                self.title_field.text(),
                service.form,
                service.id,
                criterion_id,
                question_id,
                language=self._draft.language,
                due=self.due.value(),
            ),
        )

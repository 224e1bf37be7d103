"""The dialogs for what happens to a request: it was sent, it was answered, and which documents it names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.days import has_day
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.fields import Labelled, TextArea
from s3desk.desktop.widgets.inputs import TextInput, date_input
from s3desk.operations import requesting
from s3desk.queries.request import RequestPicture
from s3desk.workspace.workspace import Workspace


class SentDialog(StoringDialog):
    """Records that a request was sent; its texts stay as they are from then on."""

    def __init__(self, workspace: Workspace, language: Language, shown: RequestPicture, parent: QWidget) -> None:
        text = language.text
        about = text("You sent it yourself: S3 Desk sends nothing. From now on its texts stay as they are.")
        super().__init__(language, text("Record as sent"), about, text("Record as sent"), parent)
        self._workspace, self._request_id, self._texts = workspace, shown.record.id, shown.sent_texts
        self.day = date_input(text("Sent on"), language, self.form)
        self.reference = TextInput(text("Reference"), self.form, example=text("Number of the mail or the ticket"))
        for widget in (self.day, self.reference):
            self.room.addWidget(widget)
        self.room.addStretch(1)
        self.day.show_text(language.date(workspace.today()))
        self.does(lambda: has_day(self.day, language, workspace.today()), self._store)
        self.day.line.setFocus()

    def _store(self) -> None:
        day = self.day.value()
        assert day is not None, "the form was checked before it is stored"
        requesting.mark_sent(self._workspace, self._request_id, self._texts, day, self.reference.text())


class AnsweredDialog(StoringDialog):
    """Records what was answered, and what was learnt from it."""

    def __init__(self, workspace: Workspace, language: Language, shown: RequestPicture, parent: QWidget) -> None:
        text = language.text
        about = text("Result and lesson stay in your file. They help whoever asks next.")
        super().__init__(language, text("Record the answer"), about, text("Record the answer"), parent)
        self._workspace, self._request_id = workspace, shown.record.id
        self.day = date_input(text("Answered on"), language, self.form)
        self.answer = TextArea(text("What was answered"), lines=4, parent=self.form)
        self.lesson = TextArea(text("What you learnt"), lines=3, parent=self.form)
        self._answer = Labelled(text("What was answered"), self.answer, parent=self.form)
        for widget in (self.day, self._answer, Labelled(text("What you learnt"), self.lesson, parent=self.form)):
            self.room.addWidget(widget)
        self.room.addStretch(1)
        self.day.show_text(language.date(shown.record.answered_on or workspace.today()))
        self.answer.show_text(shown.record.result)
        self.lesson.show_text(shown.record.lesson)
        self.does(self.check, self._store)
        self.answer.setFocus()

    def check(self) -> bool:
        """Show what is missing or cannot be read; whether nothing is."""
        missing = "" if self.answer.toPlainText().strip() else self.language.text("Say what was answered.")
        self._answer.show_error(missing)
        return all([has_day(self.day, self.language, self._workspace.today()), not missing])

    def _store(self) -> None:
        day = self.day.value()
        assert day is not None, "the form was checked before it is stored"
        result, lesson = self.answer.toPlainText().strip(), self.lesson.toPlainText().strip()
        requesting.mark_answered(self._workspace, self._request_id, day, result, lesson)


class RequestEvidenceDialog(StoringDialog):
    """Says which documents a request names."""

    def __init__(self, workspace: Workspace, language: Language, shown: RequestPicture, parent: QWidget) -> None:
        text = language.text
        about = text("The request names them with title, date and public link. Their files are not sent with it.")
        super().__init__(language, text("Documents of the request"), about, text("Use these documents"), parent)
        self._workspace, self._request_id = workspace, shown.record.id
        self.boxes = {one.id: _box(f"{one.mark}  {one.words}", one.chosen, self.form) for one in shown.evidence}
        for box in self.boxes.values():
            self.room.addWidget(box)
        self.room.addStretch(1)
        self.does(lambda: True, self._store)

    def _store(self) -> None:
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        requesting.choose_evidence(self._workspace, self._request_id, chosen)


def _box(words: str, chosen: bool, parent: QWidget) -> QCheckBox:
    made = QCheckBox(words.replace("&", "&&"), parent)
    made.setChecked(chosen)
    return made


STEPS: Mapping[str, type[SentDialog | AnsweredDialog]] = {"sent": SentDialog, "answered": AnsweredDialog}
"""The dialogs of the steps that need a day, by the word the head of a request uses."""

"""The dialog in which a service is described: a new one, or an own copy of one that ships with the program."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from s3desk.basics.language import Language
from s3desk.catalogue import own_services
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.service_entry import LONGEST_LINE, LONGEST_TEXT, ServiceEntry, entry_of, finer_rules, plain_of
from s3desk.catalogue.services import Service, Services, said
from s3desk.desktop.dialogs.dialog import StoringDialog
from s3desk.desktop.widgets.fields import Labelled, TextArea
from s3desk.desktop.widgets.inputs import CheckedInput, ChoiceInput, SideBySide, TextInput, link_input
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain import typed


class WhereItFits(QWidget):
    """The criteria whose gaps a service helps with, and the sentence that says why."""

    def __init__(self, catalogue: Catalogue, language: Language, finer: int, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self.boxes = {one.id: QCheckBox(_title(catalogue, one.id, language), self) for one in catalogue.criteria}
        self.reason = TextInput(text("Why it fits"), self, example=text("One sentence, shown with the proposal"))
        self.reason.line.setMaxLength(LONGEST_LINE)
        inside = column(self, space=4)
        inside.addWidget(label(text("Proposed for gaps of"), "strong", parent=self))
        for box in self.boxes.values():
            inside.addWidget(box)
        if finer:
            stays = language.plural(
                "{n} rule about single questions stays as it is.",
                "{n} rules about single questions stay as they are.",
                finer,
            )
            inside.addWidget(Paragraph(stays, "caption", "muted", parent=self))
        inside.addSpacing(8)
        inside.addWidget(self.reason)

    def show_fit(self, criteria: tuple[str, ...], reason: str) -> None:
        """Tick criteria and write the reason."""
        for key, box in self.boxes.items():
            box.setChecked(key in criteria)
        self.reason.show_text(reason)

    def criteria(self) -> tuple[str, ...]:
        """The criteria that are ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def check(self) -> bool:
        """Show that the reason is missing; whether it is not."""
        missing = bool(self.criteria()) and not self.reason.text()
        self.reason.show_error(self._language.text("Say in one sentence why it fits.") if missing else "")
        return not missing


class OwnServiceDialog(StoringDialog):
    """Keeps an own service, or an own version of one of ours; without `service` it is a new one."""

    def __init__(
        self,
        services: Services,
        catalogue: Catalogue,
        language: Language,
        service: Service | None,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        text = language.text
        title = text("Change a service") if service else text("New service")
        about = text(
            "Your version is kept on this computer and shown in all your assessments. "
            "A text that you change is shown as you write it in every language."
        )
        super().__init__(language, title, about, text("Keep as own service"), parent)
        self._services, self._service = services, service
        self.title_field, self.provider = self._line(text("Name of the service")), self._line(text("Who offers it"))
        self.texts = {key: TextArea(name, most=8, parent=self.form) for key, name in self._names().items()}
        self._labelled = {key: Labelled(name, self.texts[key], parent=self.form) for key, name in self._names().items()}
        days, month = partial(typed.days, language=language), partial(typed.month, language=language)
        example = text("Days, with a semicolon between them")
        self.cut_offs = CheckedInput(text("Cut-off days"), days, language, self.form, example=example)
        self.as_of = CheckedInput(text("Known as of"), month, language, self.form, example=text("Month and year"))
        self.link = link_input(text("Public link"), language, self.form)
        self.contact, self.source = self._line(text("Contact")), self._line(text("Where this is from"))
        forms = [(one.id, said(one.title, language.code)) for one in services.forms]
        choices = [("", text("None: nothing is asked for here")), *forms]
        self.request_form = ChoiceInput(text("Form for requests"), choices, self.form)
        self.fits = WhereItFits(catalogue, language, finer_rules(service) if service else 0, self.form)
        self._lay_out()
        self.as_of.show_text(language.month(today))
        if service is not None:
            self._show(entry_of(service, language.code))
        self.does(self.check, self._store)
        self.title_field.line.setFocus()

    def check(self) -> bool:
        """Show what is missing, too long or cannot be read; whether nothing is."""
        text = self.language.text
        needed = text("Write at least a few words.")
        for line in (self.title_field, self.provider):
            line.show_error("" if line.text() else needed)
        for key, field in self._labelled.items():
            written = self._text(key)
            too_long = text("At most {limit} characters fit.", limit=self.language.integer(LONGEST_TEXT))
            missing = needed if key == "what" and not written else ""
            field.show_error(too_long if len(written) > LONGEST_TEXT else missing)
        read = all([self.cut_offs.check(), self.as_of.check(), self.link.check(), self.fits.check()])
        if read and self.as_of.value() is None:
            self.as_of.show_error(text("Write the month in which this was known."))
        fields = (self.title_field, self.provider, self.as_of, *self._labelled.values())
        return read and not any(field.error() for field in fields)

    def _names(self) -> dict[str, str]:
        text = self.language.text
        return {
            "what": text("What it is"),
            "who": text("Who may ask"),
            "gives": text("What you get"),
            "how": text("How to ask"),
            "when": text("When"),
            "unknown": text("What is not known"),
        }

    def _line(self, name: str) -> TextInput:
        made = TextInput(name, self.form)
        made.line.setMaxLength(LONGEST_LINE)
        return made

    def _text(self, key: str) -> str:
        return self.texts[key].toPlainText().strip()

    def _show(self, entry: ServiceEntry) -> None:
        self.title_field.show_text(entry.title)
        self.provider.show_text(entry.provider)
        for key, area in self.texts.items():
            area.show_text(getattr(entry, key))
        self.cut_offs.show_text("; ".join(self.language.date(day) for day in entry.cut_offs))
        year, month = map(int, entry.as_of.split("-"))
        self.as_of.show_text(self.language.month(date(year, month, 1)))
        self.link.show_text(entry.link)
        self.contact.show_text(entry.contact)
        self.source.show_text(entry.source)
        self.request_form.choose(entry.form)
        self.fits.show_fit(entry.criteria, entry.reason)

    def _store(self) -> None:
        month = self.as_of.value()
        assert month is not None, "the form was checked before it is stored"
        entry = ServiceEntry(
            title=self.title_field.text(),
            provider=self.provider.text(),
            **{key: self._text(key) for key in self.texts},
            cut_offs=self.cut_offs.value(),
            as_of=f"{month.year}-{month.month:02d}",
            source=self.source.text(),
            link=self.link.value(),
            contact=self.contact.text(),
            form=str(self.request_form.value()),
            criteria=self.fits.criteria(),
            reason=self.fits.reason.text(),
        )
        plain = self._services.plain
        before = plain[self._service.id] if self._service else None
        own_services.keep([plain_of(entry, self.language.code, before, plain.keys())])

    def _lay_out(self) -> None:
        rows = (
            SideBySide(self.title_field, self.provider),
            *self._labelled.values(),
            SideBySide(self.cut_offs, self.as_of),
            SideBySide(self.link, self.contact),
            SideBySide(self.source, self.request_form),
            self.fits,
        )
        for widget in rows:
            self.room.addWidget(widget)
        self.room.addStretch(1)


def _title(catalogue: Catalogue, criterion_id: str, language: Language) -> str:
    number = catalogue.criterion(criterion_id).number
    return f"{number} {catalogue.criterion_text(criterion_id, language.code).title}".replace("&", "&&")

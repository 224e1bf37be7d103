"""One request for support in words: what the window shows of it and what every form of it prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.services import RequestForm, Services, said
from s3desk.domain.content import Content
from s3desk.domain.profile import Profile, stripped
from s3desk.domain.records import Evidence, Territory
from s3desk.domain.requests import SENT_FROM, SENT_TO, RequestText, Stage, SupportRequest, request_number, text_key
from s3desk.domain.tokens import short_title, token
from s3desk.queries import words
from s3desk.queries.note import Words
from s3desk.queries.request_checks import NEEDS, CheckLine, checks
from s3desk.queries.request_fields import FieldLine, field_line
from s3desk.queries.request_prefill import Known, prefill
from s3desk.queries.support import as_of_words, to_check


@dataclass(frozen=True, slots=True)
class SectionLine:
    """Fields under a heading."""

    title: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """The service asked for, as it was known."""

    id: str
    title: str
    provider: str
    link: str
    contact: str
    as_of: str
    to_check: str


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """One document that a request may name; those that it names come first."""

    id: str
    mark: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RequestPicture:
    """A request in the language in which it leaves; headings and help may be asked for in another one."""

    record: SupportRequest
    mark: str
    language: Language
    title: str
    form_title: str
    about: str
    about_lines: tuple[Words, ...]
    sender: str
    receiver: str
    stage_words: str
    course: tuple[tuple[str, str], ...]
    service: ServiceLine | None
    sections: tuple[SectionLine, ...]
    evidence: tuple[EvidenceChoice, ...]
    checks: tuple[CheckLine, ...]
    result: tuple[CheckLine, ...]
    limits: str
    not_official: str
    editable: bool

    @property
    def texts(self) -> Mapping[str, str]:
        """All fields as they are kept when the request is marked as ready or sent."""
        return {
            field.id: " ".join(choice.id for choice in field.choices if choice.chosen) if field.choices else field.text
            for section in self.sections
            for field in section.fields
        }

    @property
    def sent_texts(self) -> Mapping[str, str]:
        """All that is kept when the request is recorded as sent: its fields, and who asks whom."""
        return {**self.texts, SENT_FROM: self.sender, SENT_TO: self.receiver}


def picture(
    services: Services,
    catalogue: Catalogue,
    content: Content,
    request_id: str,
    *,
    interface: Language | None = None,
) -> RequestPicture:
    """The request in its own language, or with headings and help in that of the interface.

    Raises `KnownError` when the form of the request is not known here.
    """
    request = content.get(SupportRequest, request_id)
    if request is None:
        raise LookupError(f"no request {request_id}")
    form = _form_of(request, services)
    language = Language(request.language)
    shown = interface or language
    known = Known(catalogue, stripped(content, Profile.OUTGOING), request, language)
    sections = tuple(
        SectionLine(
            said(section.title, shown.code), tuple(field_line(one, known, content, shown) for one in section.fields)
        )
        for section in form.sections
    )
    service = _service(services, request, shown)
    found = (*_checks(form, sections, shown), *_foreign(sections, language, shown))
    sender = _kept(SENT_FROM, request, content) or _sender(known)
    receiver = _kept(SENT_TO, request, content) or (service.provider if service else "")
    return RequestPicture(
        record=request,
        mark=request_number(request),
        language=language,
        title=request.title,
        form_title=said(form.title, shown.code),
        about=said(form.about, shown.code),
        about_lines=tuple(_about_lines(request, sender, receiver, known, shown)),
        sender=sender,
        receiver=receiver,
        stage_words=words.stage(request.stage, shown),
        course=tuple(_course(request, shown)),
        service=service,
        sections=sections,
        evidence=_evidence(content, request, shown),
        checks=found,
        result=tuple(line for line in found if line.own) if form.check == NEEDS else (),
        limits="" if any(field.limit for field in form.fields) else _no_limits(shown),
        not_official=shown.text("Prepared with S3 Desk. Not an official form."),
        editable=request.stage in (Stage.DRAFT, Stage.READY),
    )


def _form_of(request: SupportRequest, services: Services) -> RequestForm:
    form = services.form(request.form)
    if form is None:
        raise KnownError(
            "The form {form} of request {mark} is not known here.",
            "Ask the colleague who made the request for the file with the own services, and import it.",
            form=request.form,
            mark=request_number(request),
        )
    return form


def _about_lines(request: SupportRequest, sender: str, receiver: str, known: Known, shown: Language) -> Iterator[Words]:
    """Who asks whom, and how the request stands, as it is printed at its head."""
    yield Words(shown.text("From: "), sender)
    if receiver:
        yield Words(shown.text("To: "), receiver)
    sent = shown.date(request.sent_on) if request.sent_on else ""
    stage = "" if request.stage is Stage.READY else words.stage(request.stage, shown)
    state = words.names([stage, sent, request.reference])
    mark = request_number(request)
    yield Words(shown.text("Our reference: "), f"{mark} ({state})" if state else mark)
    yield Words(plain=shown.text("Prepared with S3 Desk. Not an official form."))
    if known.content.assessment().example:
        yield Words(shown.text("Example with invented data"))


def _sender(known: Known) -> str:
    """The authority and where it is; a name of the region that the authority bears is not said twice."""
    authority = prefill("authority", known)
    named = any(one.name and one.name in authority for one in known.content.all(Territory))
    return words.names([authority, prefill("country" if named else "territory", known)])


def _kept(part: str, request: SupportRequest, content: Content) -> str:
    """What stood at the head of a request when it was sent; "" while it can still change."""
    kept = content.get(RequestText, text_key(request.id, part))
    return kept.text if kept and request.stage not in (Stage.DRAFT, Stage.READY) else ""


def _no_limits(language: Language) -> str:
    return language.text("The limits of the online form are not known to us.")


def _course(request: SupportRequest, language: Language) -> Iterator[tuple[str, str]]:
    """What happened to a request so far, each with its label."""
    named: tuple[tuple[str, date | None], ...] = (
        (language.text("Started on"), request.started_on),
        (language.text("Send by"), request.due),
        (language.text("Sent on"), request.sent_on),
        (language.text("Answered on"), request.answered_on),
    )
    yield from ((label, language.date(day)) for label, day in named if day)
    said_back = (
        (language.text("What was answered"), request.result),
        (language.text("What you learnt"), request.lesson),
    )
    yield from ((label, text) for label, text in said_back if text)


def _service(services: Services, request: SupportRequest, language: Language) -> ServiceLine | None:
    found = services.service(request.service_id)
    if found is None:
        return None
    return ServiceLine(
        id=found.id,
        title=said(found.title, language.code),
        provider=found.provider,
        link=found.link,
        contact=found.contact,
        as_of=as_of_words(found.as_of, language),
        to_check=to_check(language),
    )


def _evidence(content: Content, request: SupportRequest, language: Language) -> tuple[EvidenceChoice, ...]:
    chosen = set(request.evidence_ids)
    return tuple(
        EvidenceChoice(one.id, token(one), _evidence_words(one, language), one.id in chosen)
        for one in sorted(content.all(Evidence), key=lambda one: one.id not in chosen)
    )


def _evidence_words(one: Evidence, language: Language) -> str:
    """A document as one chooses it: the link would not help, but that there is none does."""
    dated = language.short_date(one.dated) if one.dated else ""
    return words.names([short_title(one), dated, "" if one.link else language.text("no public link")])


def _foreign(sections: tuple[SectionLine, ...], language: Language, shown: Language) -> Iterator[CheckLine]:
    """Texts taken over in another language than that of the request: somebody has to translate them."""
    for field in (field for section in sections for field in section.fields):
        if field.text and field.language != language.code:
            spoken = [shown.language_name(code) for code in (field.language, language.code)]
            sentence = shown.text(
                "{label} is in {language}, the request is in {other}.",
                label=field.label, language=spoken[0], other=spoken[1],
            )  # fmt: skip
            yield CheckLine(field.id, sentence, met=False, own=False)


def _checks(form: RequestForm, sections: tuple[SectionLine, ...], language: Language) -> tuple[CheckLine, ...]:
    texts = {field.id: field.text for section in sections for field in section.fields}
    chosen = {
        field.id: [choice.id for choice in field.choices if choice.chosen]
        for section in sections
        for field in section.fields
    }
    return checks(form, texts, chosen, language)

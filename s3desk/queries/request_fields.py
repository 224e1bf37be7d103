"""One field of a request as it is shown: its text, where that comes from, how long it is, what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.services import FormField, said
from s3desk.domain.content import Content
from s3desk.queries.request_prefill import Known, language_of
from s3desk.queries.request_texts import EARLIER, limit_words, proposed, written, written_out

_SHORT = 120


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One answer that a field offers."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field. `text` is what leaves; `filled` tells that it comes from the assessment and was not written here.

    `source` says where such a text comes from; `refill` offers what stands there instead of a text written here.
    `used` counts characters with spaces as online forms do, `without_spaces` as the programme's texts do;
    `limit` is 0 where none is known, `limit_words` says who set it; `language` is that of the text.
    """

    id: str
    label: str
    help: str
    kind: str
    text: str
    filled: bool
    source: str
    refill: str
    used: int
    without_spaces: int
    limit: int
    limit_words: str
    required: bool
    choices: tuple[ChoiceLine, ...]
    language: str

    @property
    def printed(self) -> bool:
        """Whether it stands in what leaves: empty fields do only where they must be filled."""
        return self.required or bool(self.text.strip())

    @property
    def short(self) -> bool:
        """Whether its text fits beside the label."""
        return "\n" not in self.text and len(self.text) <= _SHORT and self.kind != "text"

    @property
    def over(self) -> int:
        """How many characters are too many; 0 within the limit or without one."""
        return max(0, self.used - self.limit) if self.limit else 0


def field_line(field: FormField, known: Known, content: Content, shown: Language) -> FieldLine:
    """One field; label and help in the language shown, its text in that of the request."""
    own, offer = written(field, known, content), proposed(field, known, content)
    kept = own.text if own else offer
    chosen = set(kept.split()) if field.choices else set()
    choices = tuple(ChoiceLine(one.id, said(one.label, shown.code), one.id in chosen) for one in field.choices)
    if field.choices:
        text = "\n".join(said(one.label, known.language.code) for one in field.choices if one.id in chosen)
    else:
        text = written_out(kept, known)
    filled = own is None and bool(text)
    return FieldLine(
        id=field.id,
        label=said(field.label, shown.code),
        help=said(field.help, shown.code) if field.help else "",
        kind=field.kind,
        text=text,
        filled=filled,
        source=_source(field, shown) if filled else "",
        refill=_refill(field, shown) if own and offer and offer != own.text else "",
        used=len(text),
        without_spaces=sum(not character.isspace() for character in text),
        limit=field.limit,
        limit_words=limit_words(field, shown),
        required=field.required,
        choices=choices,
        language=known.language.code if own else language_of(field.prefill, known),
    )


def _source(field: FormField, shown: Language) -> str:
    return shown.text("From an earlier request") if field.prefill == EARLIER else shown.text("From the assessment")


def _refill(field: FormField, shown: Language) -> str:
    if field.prefill == EARLIER:
        return shown.text("Take it from an earlier request")
    return shown.text("Take it from the assessment")

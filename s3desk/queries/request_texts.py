"""What stands in one field of a request: what was written, or else what the assessment or an earlier request says."""

from __future__ import annotations

from s3desk.basics.language import Language
from s3desk.catalogue.services import FormField
from s3desk.domain.content import Content
from s3desk.domain.requests import RequestText, SupportRequest, text_key
from s3desk.domain.tokens import by_number, written_texts
from s3desk.queries.request_prefill import Known, prefill

EARLIER = "earlier"
"""The rule for facts that the assessment has no place for."""


def written(field: FormField, known: Known, content: Content) -> RequestText | None:
    """What was written into a field of the request; None where it shows what the assessment says."""
    return content.get(RequestText, text_key(known.request.id, field.id))


def proposed(field: FormField, known: Known, content: Content) -> str:
    """What a field shows while nothing was written into it."""
    if field.prefill == EARLIER:
        return _earlier(field, known.request, content)
    return prefill("evidence" if field.kind == "evidence" else field.prefill, known)


def written_out(text: str, known: Known) -> str:
    """A text as it leaves: tokens of evidence become short title, date and link."""
    return written_texts(text, "", by_number(known.content), known.language).references


def limit_words(field: FormField, language: Language) -> str:
    """How much a field holds and who says so; "" where no limit is known."""
    if not field.limit:
        return ""
    limit, source = language.integer(field.limit), field.limit_source
    return language.text("At most {limit} characters ({source}).", limit=limit, source=source)


def _earlier(field: FormField, request: SupportRequest, content: Content) -> str:
    """What the newest other request says in the same field."""
    for other in reversed(content.all(SupportRequest)):
        found = content.get(RequestText, text_key(other.id, field.id))
        if other.id != request.id and found is not None:
            return found.text
    return ""

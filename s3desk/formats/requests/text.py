"""A request as plain text, field by field with counted characters, for pasting into online forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.formats.requests.export import Outgoing
from s3desk.queries.request import RequestPicture
from s3desk.queries.request_fields import FieldLine

_RULE = "=" * 72


def write(request: Outgoing, path: Path, progress: Progress) -> None:
    """Write the text."""
    progress(0, 1, path.name)
    path.write_text(written(request.shown), "utf-8")
    progress(1, 1)


def written(shown: RequestPicture) -> str:
    """The whole text."""
    return "\n".join(_lines(shown)) + "\n"


def counted(field: FieldLine, language: Language) -> str:
    """How long a field is: "[312 characters, 260 without spaces, limit 1 000]"."""
    parts = [
        language.plural("{n} character", "{n} characters", field.used),
        language.text("{n} without spaces", n=field.without_spaces),
    ]
    if field.limit:
        parts.append(language.text("limit {limit}", limit=field.limit))
    if field.over:
        parts.append(language.text("{over} too many", over=field.over))
    return f"[{', '.join(parts)}]"


def _lines(shown: RequestPicture) -> Iterator[str]:
    language = shown.language
    yield shown.title
    yield f"{shown.form_title}. {shown.stage_words}."
    yield shown.not_official
    if shown.service:
        yield f"{shown.service.title}, {shown.service.provider}. {shown.service.as_of}. {shown.service.to_check}"
    if shown.limits:
        yield shown.limits
    for line in shown.result:
        yield f"- {line.words}"
    for section in shown.sections:
        yield from ("", _RULE, section.title, _RULE)
        for field in section.fields:
            yield from ("", f"{field.label}  {counted(field, language)}")
            yield field.text or language.text("(empty)")

"""Table 12 as plain text: field by field, to be copied into the programme portal (SFC2021)."""

from __future__ import annotations

from collections.abc import Iterator

from s3desk.basics.language import Language
from s3desk.formats.format import Format
from s3desk.formats.plain_text import PlainTable12
from s3desk.queries.picture import SfcField, Table12
from s3desk.queries.table12 import sfc_fields


def _text_of(table: Table12, language: Language) -> str:
    name = ", ".join(part for part in (table.programme, table.cci) if part)
    lines = [name or language.text("No programme is entered yet."), ""]
    for field in sfc_fields(table, language):
        lines += _lines(field, language)
    return "\n".join(lines)


def _lines(field: SfcField, language: Language) -> Iterator[str]:
    """The name of a field with its length, the text itself, an empty line."""
    yield f"--- {field.label}{_count(field, language)}"
    yield field.text
    yield ""


def _count(field: SfcField, language: Language) -> str:
    if not field.limit:
        return ""
    used, limit = language.integer(field.characters), language.integer(field.limit)
    if field.over:
        too_many = language.integer(field.over)
        return language.text(" [{used} of {limit}: {over} too many]", used=used, limit=limit, over=too_many)
    return language.text(" [{used} of {limit}]", used=used, limit=limit)


FORMAT: Format = PlainTable12(".txt", _text_of)

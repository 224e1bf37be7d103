"""Records that begin with the first thing said: where there is none yet, a blank one stands for it."""

from __future__ import annotations

from s3desk.domain.records import Answer, FactValue, Fulfilment, ProgrammeText, Record
from s3desk.domain.requests import RequestText

ONE_TEXT: tuple[type[Record], ...] = (FactValue, ProgrammeText, RequestText)
"""Kinds that hold a text: without text there is no record."""


def blank(kind: type[Record], key: str) -> Record | None:
    """The blank record of a kind; None for kinds that are added as a whole."""
    if kind is FactValue:
        return FactValue(key, "")
    if kind is RequestText:
        return RequestText(key, "")
    made: dict[type[Record], Record] = {
        Answer: Answer(key),
        Fulfilment: Fulfilment(key),
        ProgrammeText: ProgrammeText(key),
    }
    return made.get(kind)

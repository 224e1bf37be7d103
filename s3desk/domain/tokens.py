"""Evidence inside texts: "E17" is a token; on its way out it becomes short title, date and public link.

Source of the limits that are counted here: Regulation (EU) 2021/1060, Annex V, numbers in square brackets
("characters without spaces").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.domain.content import Content
from s3desk.domain.records import Evidence, Fulfilment

_TOKEN = re.compile(r"https?://\S+|(?<![\w.])E(\d{1,4})(?!\w)")
"""A web address is found first and left alone: its "/E17" is not evidence."""

_COMMA = re.compile(r"\A((?:\s*\([^()]*\))?\s*),(\s*)\Z")
"""What separates two tokens of a list, such as "E03 (p. 4), E07"."""


@dataclass(frozen=True, slots=True)
class WrittenTexts:
    """The two texts of a fulfilment as they leave, tokens written out."""

    references: str
    justification: str


def token(evidence: Evidence) -> str:
    """The mark of a piece of evidence inside texts and lists: "E07"."""
    return f"E{evidence.number:02d}"


def by_number(content: Content) -> Mapping[int, Evidence]:
    """All evidence by its number."""
    return {evidence.number: evidence for evidence in content.all(Evidence)}


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers of all tokens in a text, in order, each once."""
    return tuple(dict.fromkeys(int(found) for found in _TOKEN.findall(text) if found))


def length(text: str) -> int:
    """Characters without white space, as the programme template counts them."""
    return sum(not character.isspace() for character in text)


def written_texts(
    references: str, justification: str, evidence: Mapping[int, Evidence], language: Language
) -> WrittenTexts:
    """Both texts with tokens written out.

    The first token of a document is written in full; where it was named before, in the references or
    earlier in the same text, its short title is enough. Tokens without evidence stay as they are. Between two tokens of
    a list a comma becomes a semicolon, as commas stand inside what is written out.
    """
    named: set[int] = set()
    return WrittenTexts(
        _written(references, evidence, language, named), _written(justification, evidence, language, named)
    )


def first_texts(fulfilment: Fulfilment, evidence: Mapping[int, Evidence], language: Language) -> WrittenTexts:
    """The texts of a fulfilment in the assessment's language, as they leave."""
    return written_texts(fulfilment.references, fulfilment.justification, evidence, language)


def second_texts(fulfilment: Fulfilment, evidence: Mapping[int, Evidence], language: Language) -> WrittenTexts:
    """The texts of a fulfilment in the second language, as they leave."""
    return written_texts(fulfilment.second_references, fulfilment.second_justification, evidence, language)


def _written(text: str, evidence: Mapping[int, Evidence], language: Language, named: set[int]) -> str:
    written, end, in_list = [], 0, False
    for match in _TOKEN.finditer(text):
        found = evidence.get(int(match[1])) if match[1] else None
        between = text[end : match.start()]
        written.append(_COMMA.sub(r"\1;\2", between) if in_list and found else between)
        written.append(_token_written(found, language, named) if found else match[0])
        end, in_list = match.end(), found is not None
    return "".join([*written, text[end:]])


def _token_written(evidence: Evidence, language: Language, named: set[int]) -> str:
    known = evidence.number in named
    named.add(evidence.number)
    return short_title(evidence) if known else in_full(evidence, language)


def short_title(evidence: Evidence) -> str:
    """The short title, or the title where there is none."""
    return evidence.short_title or evidence.title


def in_full(evidence: Evidence, language: Language) -> str:
    """Short title, date and public link, as far as they are known."""
    date = language.short_date(evidence.dated) if evidence.dated else ""
    return ", ".join(part for part in (short_title(evidence), date, evidence.link) if part)

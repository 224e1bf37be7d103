"""Our words on a page: in the language of the report, and in a bilingual one behind them in the second language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.formats.pdf.text import BETWEEN, Piece
from s3desk.queries.picture import CriterionPart, ReportPicture


@dataclass(frozen=True, slots=True)
class Labels:
    """Headings, heads of tables and names of fields. Sentences stay in the first language."""

    first: Language
    second: Language | None

    def text(self, message: str, **values: object) -> tuple[Piece, ...]:
        """The message in each language of the report; a pair as a value has its words for each of them."""
        texts = (_text(language, place, message, values) for place, language in enumerate(self._languages))
        return self.pair(*texts) if self.second else (Piece(next(texts)),)

    @property
    def _languages(self) -> tuple[Language, ...]:
        return (self.first, self.second) if self.second else (self.first,)

    def pair(self, first: str, second: str) -> tuple[Piece, ...]:
        """The same words in each language; once where they are the same."""
        if self.second is None or not second or second == first:
            return (Piece(first),)
        return (Piece(first), BETWEEN, Piece(second, color="muted", language=self.second.code))

    def language_name(self, code: str) -> tuple[Piece, ...]:
        """The name of a language."""
        return self.pair(self.first.language_name(code), self.second.language_name(code) if self.second else "")

    def official(self, first: str, first_language: str, second: str, second_language: str) -> tuple[Piece, ...]:
        """Official wording, each language on a line of its own; once where only one of them is known."""
        if self.second is None or second == first:
            return (Piece(first, language=first_language),)
        return (
            Piece(first, language=first_language),
            Piece("\n"),
            Piece(second, color="muted", language=second_language),
        )


def _text(language: Language, place: int, message: str, values: Mapping[str, object]) -> str:
    own = {name: value[place] if isinstance(value, tuple) else value for name, value in values.items()}
    return language.text(message, **own)


def labels_of(picture: ReportPicture) -> Labels:
    """The labels of a report."""
    return Labels(picture.language, picture.second.language if picture.second else None)


def languages_of(picture: ReportPicture) -> tuple[Language, ...]:
    """The one or two languages of a report."""
    return (picture.language, picture.second.language) if picture.second else (picture.language,)


def in_second(picture: ReportPicture, part: CriterionPart) -> CriterionPart:
    """The same criterion in the second language; the criterion itself in a report of one language."""
    parts = picture.second.criteria if picture.second else ()
    return next((other for other in parts if other.id == part.id), part)

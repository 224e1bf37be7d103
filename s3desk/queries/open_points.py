"""Open points as sentences: what is open, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.open_points import Kind, OpenPoint, Situation, open_points
from s3desk.domain.records import Decision
from s3desk.queries import words


@dataclass(frozen=True, slots=True)
class OpenPointLine:
    """One open point to show: sentence, the words of its link, and the ids of its spot in `point`."""

    point: OpenPoint
    sentence: str
    remedy: str

    @property
    def to_solve(self) -> bool:
        """Whether to solve it rather than to check it."""
        return self.point.to_solve


def lines(situation: Situation, language: Language) -> tuple[OpenPointLine, ...]:
    """All open points as sentences."""
    return tuple(line(point, situation.catalogue, language) for point in open_points(situation))


def line(point: OpenPoint, catalogue: Catalogue, language: Language) -> OpenPointLine:
    """One open point as a sentence."""
    sentence, remedy = _SENTENCES[point.kind](point, catalogue, language)
    return OpenPointLine(point, sentence, remedy)


_Sentence = Callable[[OpenPoint, Catalogue, Language], tuple[str, str]]


def _criterion(sentence: str, remedy: str) -> _Sentence:
    def make(point: OpenPoint, catalogue: Catalogue, language: Language) -> tuple[str, str]:
        number = catalogue.criterion(point.criterion_id).number
        values = {**point.values, "criterion": number}
        return language.text(sentence, **values), language.text(remedy, criterion=number)

    return make


def _plain(sentence: str, remedy: str) -> _Sentence:
    def make(point: OpenPoint, _catalogue: Catalogue, language: Language) -> tuple[str, str]:
        return language.text(sentence, **point.values), language.text(remedy)

    return make


def _too_long(sentence: str) -> _Sentence:
    def make(point: OpenPoint, catalogue: Catalogue, language: Language) -> tuple[str, str]:
        values = {
            "criterion": catalogue.criterion(point.criterion_id).number,
            "over": language.integer(int(point.values["over"])),
            "limit": language.integer(int(point.values["limit"])),
            "language": language.language_name(str(point.values["language"])),
        }
        return language.text(sentence, **values), language.text("Shorten the text")

    return make


def _far_apart(point: OpenPoint, catalogue: Catalogue, language: Language) -> tuple[str, str]:
    decision = words.decision(Decision(str(point.values["decision"])), language)
    sentence = language.text(
        "Criterion {criterion} is \u201c{decision}\u201d, but its core questions are rated {average} on average.",
        criterion=catalogue.criterion(point.criterion_id).number,
        decision=decision,
        average=language.decimal(float(point.values["average"])),
    )
    return sentence, language.text("Look at both")


def _late(point: OpenPoint, _catalogue: Catalogue, language: Language) -> tuple[str, str]:
    sentence = language.text(
        "Action {number} is late. It was due on {due}.",
        number=point.values["number"],
        due=language.date(point.values["due"]),
    )
    return sentence, language.text("Open the action")


_SENTENCES: dict[Kind, _Sentence] = {
    Kind.NOT_DECIDED: _criterion("Criterion {criterion} is not decided.", "Decide criterion {criterion}"),
    Kind.JUSTIFICATION_MISSING: _criterion(
        "The justification of criterion {criterion} is missing.", "Write the justification"
    ),
    Kind.JUSTIFICATION_TOO_LONG: _too_long(
        "The justification of criterion {criterion} ({language}) is {over} characters over the limit of {limit}."
    ),
    Kind.REFERENCES_TOO_LONG: _too_long(
        "The references of criterion {criterion} ({language}) are {over} characters over the limit of {limit}."
    ),
    Kind.YES_WITHOUT_EVIDENCE: _criterion("Criterion {criterion} is \u201cYes\u201d without evidence.", "Add evidence"),
    Kind.REFERENCE_WITHOUT_LINK: _criterion(
        "Criterion {criterion} refers to {token}, which has no public link.", "Add the link"
    ),
    Kind.UNKNOWN_TOKEN: _criterion(
        "Criterion {criterion} names {token}, but there is no such evidence.", "Correct the text"
    ),
    Kind.NOT_RELEVANT_NOT_AGREED: _criterion(
        "Criterion {criterion} is \u201cNot relevant here\u201d. Who agreed at the Commission, and when, is missing.",
        "Add who agreed",
    ),
    Kind.FAR_APART: _far_apart,
    Kind.TRANSLATION_OLDER: _criterion(
        "The second language of criterion {criterion} is older than the text.", "Update the translation"
    ),
    Kind.TO_CONFIRM: _criterion("The fulfilment of criterion {criterion} is to be confirmed.", "Confirm it"),
    Kind.NA_WITHOUT_REASON: _plain(
        "Question {number} is \u201cNot applicable\u201d without a reason.", "Add the reason"
    ),
    Kind.ELSEWHERE_WITHOUT_SOURCE: _plain(
        "Question {number} is held at another level, but its source is missing.", "Add the source"
    ),
    Kind.NOT_KNOWN: _plain("The answer to question {number} is not known yet.", "Answer the question"),
    Kind.CORE_OPEN: _plain("Core question {number} is not answered.", "Answer the question"),
    Kind.ANSWER_TO_CONFIRM: _plain("The answer to question {number} is to be confirmed.", "Confirm it"),
    Kind.FOR_REVIEW: _plain("Question {number} is marked for review.", "Look at it"),
    Kind.FILE_MISSING: _plain("The file of {token} was not found.", "Locate the file"),
    Kind.COPY_NOT_INCLUDED: _plain("The stored copy of {token} is not in this file.", "Add the file again"),
    Kind.EVIDENCE_OLD: _plain("{token} is over its reminder period: {title}.", "Look at the evidence"),
    Kind.EVIDENCE_EXPIRED: _plain("{token} is no longer valid: {title}.", "Look at the evidence"),
    Kind.SAME_DOCUMENT: _plain("{token} is the only reference of all seven criteria.", "Look at the evidence"),
    Kind.ACTION_LATE: _late,
    Kind.NO_PROGRAMME: _plain("No programme is entered. Table 12 needs one.", "Add the programme"),
}

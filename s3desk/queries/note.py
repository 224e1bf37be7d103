"""The note on the enabling condition in words: what its forms (PDF, Word) print, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.domain.records import Decision, OfficialStatus, Step
from s3desk.queries import words
from s3desk.queries.picture import ActionLine, ChangeLine, CriterionPart, ReportPicture, StatusRow

_MOST = 6
"""So many changes and actions are named in the note; the annex of the report has all."""

_LONGEST_DOCUMENT = 80


@dataclass(frozen=True, slots=True)
class Words:
    """One line of the note: its emphasised beginning and the rest."""

    strong: str = ""
    plain: str = ""

    @property
    def text(self) -> str:
        """The whole line."""
        return self.strong + self.plain


@dataclass(frozen=True, slots=True)
class Number:
    """A key number, what it counts, and a detail that may be empty."""

    number: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion with its main document; `rating` and `rated` are empty in the outgoing profile."""

    number: int
    title: str
    document: str
    document_named: bool
    decision: Decision
    fulfilled: str
    rating: str
    rated: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the note that lists something, or says that there is nothing."""

    title: str
    items: tuple[Words, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class NotePicture:
    """The note under one profile, in one language, in the order in which it is read."""

    title: str
    about: str
    official: tuple[Words, ...]
    no_official: str
    purpose: str
    summary: Words
    numbers: tuple[Number, ...]
    criteria: tuple[CriterionLine, ...]
    sections: tuple[Section, ...]
    decision_asked: str
    prepared: str
    code: str


def note(picture: ReportPicture) -> NotePicture:
    """The note of a report."""
    language, head = picture.language, picture.head
    return NotePicture(
        title=language.text("Note on enabling condition {condition}", condition=picture.catalogue.condition),
        about=_about(picture),
        official=tuple(_status_words(row, language) for row in head.programmes),
        no_official=language.text("No programme is entered yet."),
        purpose=head.purpose,
        summary=_summary(picture),
        numbers=tuple(_numbers(picture)),
        criteria=tuple(_criterion_line(part, language) for part in picture.criteria),
        sections=tuple(_sections(picture)),
        decision_asked=head.decision_asked,
        prepared=language.text("Prepared with S3 Desk. Not an official form."),
        code=language.text("Check code {code}", code=picture.check_code),
    )


def main_document(part: CriterionPart) -> str:
    """The document that the references of a criterion name first; "" where they name none."""
    text = part.references.text
    named = [(text.find(title), line) for line in part.evidence if (title := line.short_title or line.title) in text]
    if named:
        found = min(named, key=lambda pair: pair[0])[1]
        return found.short_title or found.title
    return _first_words(text) if text.strip() else ""


def _first_words(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= _LONGEST_DOCUMENT else line[: _LONGEST_DOCUMENT - 1].rstrip() + "\u2026"


def _about(picture: ReportPicture) -> str:
    """Place, country, date and status, and whether the data are invented."""
    language, head = picture.language, picture.head
    step = language.text("DRAFT") if head.step is Step.DRAFT else head.step_words
    example = language.text("Example with invented data") if head.example else ""
    place = ", ".join(part for part in (head.territory or head.authority, head.member_state) if part)
    return ". ".join(part for part in (place, language.date(head.made_at.date()), step, example) if part)


def _status_words(row: StatusRow, language: Language) -> Words:
    dated = language.date(row.dated) if row.dated else ""
    details = ", ".join(part for part in (dated, row.reference) if part)
    programme = row.programme or language.text("Programme without title")
    return Words(row.words, f"{', ' if details else ''}{details}. {programme}")


def _summary(picture: ReportPicture) -> Words:
    language = picture.language
    tally = language.text("By our own check: {tally}.", tally=picture.tally_words)
    names = {
        decision: [f"{part.name} ({part.number})" for part in picture.criteria if part.decision is decision]
        for decision in (Decision.NO, Decision.NOT_DECIDED)
    }
    said = []
    if names[Decision.NO]:
        said.append(language.text("Not fulfilled: {criteria}.", criteria=language.joined(names[Decision.NO])))
    if names[Decision.NOT_DECIDED]:
        said.append(
            language.text("Not decided yet: {criteria}.", criteria=language.joined(names[Decision.NOT_DECIDED]))
        )
    return Words(tally, "".join(f" {sentence}" for sentence in said))


def _numbers(picture: ReportPicture) -> Iterator[Number]:
    language, total = picture.language, len(picture.criteria)
    yield Number(f"{picture.tally.yes} / {total}", language.text("Criteria fulfilled by our own check"), "")
    if picture.asked:
        yield Number(f"{picture.answered} / {picture.asked}", language.text("Questions answered"), "")
    linked = sum(bool(line.link) for line in picture.evidence)
    public = language.text("{linked} with a public link", linked=linked)
    yield Number(str(len(picture.evidence)), language.text("Pieces of evidence"), public)
    if not picture.actions and picture.profile is Profile.OUTGOING:
        return
    late = sum(line.late for line in picture.actions)
    yield Number(str(len(_open(picture))), language.text("Open actions"), language.text("{late} late", late=late))


def _criterion_line(part: CriterionPart, language: Language) -> CriterionLine:
    document = main_document(part)
    average = part.score.average if part.score else None
    counts = ""
    if part.score is not None and average is not None:
        counts = language.text("{rated} of {total} rated", rated=part.score.rated, total=part.score.total)
    not_rated = language.text("Not rated") if part.score is not None else ""
    return CriterionLine(
        number=part.number,
        title=part.title,
        document=document or language.text("No document named yet"),
        document_named=bool(document),
        decision=part.decision,
        fulfilled=part.decision_words,
        rating=language.decimal(average) if average is not None else not_rated,
        rated=counts,
    )


def _sections(picture: ReportPicture) -> Iterator[Section]:
    language = picture.language
    yield Section(_changes_heading(picture), tuple(_changes(picture)), _no_changes(picture))
    yield Section(language.text("Risks"), tuple(_risks(picture)), language.text("No risk is recorded."))
    yield Section(language.text("Actions"), tuple(_actions(picture)), _no_actions(picture))


def _no_changes(picture: ReportPicture) -> str:
    if not picture.compared_with:
        return picture.language.text("Not compared with an earlier version.")
    return picture.language.text("Nothing has changed.")


def _no_actions(picture: ReportPicture) -> str:
    if not picture.actions:
        return words.no_action(picture.profile, picture.language)
    return picture.language.text("No action is open.")


def _changes_heading(picture: ReportPicture) -> str:
    if not picture.compared_with:
        return picture.language.text("What has changed")
    return picture.language.text("What has changed since {version}", version=picture.compared_with)


def _changes(picture: ReportPicture) -> Iterator[Words]:
    language = picture.language
    decided = language.text("Fulfilment")
    lines = sorted(picture.changes, key=lambda line: line.what != decided)
    yield from (_change_words(line) for line in lines[:_MOST])
    if surplus := len(lines[_MOST:]):
        yield Words(plain=language.plural(
            "{n} more change in the annex of the report", "{n} more changes in the annex of the report", surplus
        ))  # fmt: skip


def _change_words(line: ChangeLine) -> Words:
    values = f": {line.before} \u2192 {line.after}" if line.before or line.after else ""
    return Words(line.spot, f", {line.what}{values}")


def _risks(picture: ReportPicture) -> Iterator[Words]:
    language = picture.language
    for row in picture.head.programmes:
        if row.status is OfficialStatus.NOT_ACCEPTED:
            yield Words(plain=language.text("{programme}: the fulfilment is not accepted.", programme=row.programme))
    yield from (Words(plain=words) for part in picture.criteria if (words := _risk_of(part, language)))
    for line in picture.actions:
        if line.late and line.due:
            late = language.text("Action {mark} is late since {due}.", mark=line.mark, due=language.date(line.due))
            yield Words(plain=late)


def _risk_of(part: CriterionPart, language: Language) -> str:
    if part.decision is Decision.NO:
        return language.text(
            "Criterion {number} ({name}) is not fulfilled by our own check.", number=part.number, name=part.name
        )
    if part.decision is Decision.NOT_DECIDED:
        return language.text("Criterion {number} ({name}) is not decided yet.", number=part.number, name=part.name)
    return ""


def _open(picture: ReportPicture) -> list[ActionLine]:
    return [line for line in picture.actions if not line.done]


def _actions(picture: ReportPicture) -> Iterator[Words]:
    language, lines = picture.language, _open(picture)
    yield from (_action_words(line, language) for line in lines[:_MOST])
    if surplus := len(lines[_MOST:]):
        yield Words(plain=language.plural(
            "{n} more action in the annex of the report", "{n} more actions in the annex of the report", surplus
        ))  # fmt: skip


def _action_words(line: ActionLine, language: Language) -> Words:
    due = language.text("due {due}", due=language.date(line.due)) if line.due else language.text("without date")
    details = ", ".join(part for part in (line.responsible, due, line.status) if part)
    return Words(f"{line.mark} ", f"{line.title} ({details})")

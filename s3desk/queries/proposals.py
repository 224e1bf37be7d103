"""A workbook that comes back as people look at it: every difference, what cannot be taken, and what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.profile import Profile
from s3desk.domain.proposals import Proposal
from s3desk.domain.records import Action, Check, Evidence, EvidenceUse, Record
from s3desk.domain.tokens import short_title, token
from s3desk.queries import words
from s3desk.queries.criterion_part import evidence_of_questions
from s3desk.queries.field_words import field_name, field_value
from s3desk.queries.filled import Filled
from s3desk.queries.history import spot_of
from s3desk.queries.marking import Runs, differing, shortened
from s3desk.queries.proposing import Overtaken, Present, Refusal, proposals

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One difference: where, which field, what is in the file and what in the workbook, with what changed marked.

    `overtaken` rows were changed in the file as well, after the workbook was written.
    """

    proposal: Proposal
    spot: str
    label: str
    field: str
    before: Runs
    after: Runs
    overtaken: bool


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """The differences of one criterion, of the evidence, or of the actions."""

    title: str
    rows: tuple[ProposalRow, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A cell that cannot be taken: where it is, about what, why, and what to do."""

    place: str
    spot: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ProposalPicture:
    """Everything about one workbook that comes back."""

    workbook: str
    about: str
    notes: tuple[str, ...]
    groups: tuple[ProposalGroup, ...]
    refused: tuple[RefusedRow, ...]

    @property
    def rows(self) -> tuple[ProposalRow, ...]:
        """All differences in their order."""
        return tuple(row for group in self.groups for row in group.rows)


def check_profile(filled: Filled) -> None:
    """Raises `KnownError` for a workbook without cells to fill in: only the internal profile has them."""
    if filled.profile is Profile.OUTGOING:
        raise KnownError(
            "{name} is an outgoing workbook: it has no cells to fill in. Nothing was changed.",
            "Create the internal workbook and have that one filled in.",
            name=filled.name,
        )


def check_belonging(filled: Filled, catalogue: Catalogue, content: Content) -> None:
    """Raises `KnownError` for a workbook of another file, another question set, or without cells to fill in."""
    facts, name = filled.facts, filled.name
    check_profile(filled)
    if facts["assessment"] != content.assessment().identity:
        raise KnownError(
            "{name} belongs to another assessment ({about}). Nothing was changed.",
            "Open that assessment first.",
            name=name,
            about=facts["about"],
        )
    if facts["catalogue digest"] != catalogue.digest:
        raise KnownError(
            "{name} was written with another question set ({found}) than this file has ({own}). Nothing was changed.",
            "Create a new workbook, and copy the answers into it.",
            name=name,
            found=_set_name(facts["catalogue"], facts["catalogue version"], facts["catalogue digest"]),
            own=_set_name(catalogue.id, catalogue.version, catalogue.digest),
        )


def _set_name(name: str, version: str, digest: str) -> str:
    return f"{name} {version}, {digest[:8]}"


def picture(
    filled: Filled, overtaken: Overtaken, catalogue: Catalogue, content: Content, language: Language
) -> ProposalPicture:
    """What a workbook proposes to its own file."""
    present = Present(catalogue, content, overtaken)
    found = proposals(filled, present)
    rows = [_row(one, present, language) for one in found if isinstance(one, Proposal)]
    return ProposalPicture(
        workbook=filled.name,
        about=_about(filled, language),
        notes=tuple(_notes(filled, content, language)),
        groups=tuple(_groups(rows, catalogue, language)),
        refused=tuple(_refused(one, present, language) for one in _in_order(found, filled)),
    )


def _in_order(found: Iterable[Proposal | Refusal], filled: Filled) -> list[Refusal]:
    """Cells that cannot be taken, in the order of the sheets."""
    places = {cell.place: place for place, cell in enumerate(filled.cells)}
    return sorted((one for one in found if isinstance(one, Refusal)), key=lambda one: places[one.cell.place])


def _about(filled: Filled, language: Language) -> str:
    try:
        day = language.date(datetime.fromisoformat(filled.facts["made at"]).date())
    except ValueError:
        return filled.facts["about"]
    return language.text("{about}, workbook of {date}", about=filled.facts["about"], date=day)


def _notes(filled: Filled, content: Content, language: Language) -> Iterator[str]:
    check = content.get(Check, filled.facts["check"])
    if check is not None and check != content.check():
        yield language.text("The workbook was written in another check: {check}.", check=check.name)
    if filled.grey:
        places = _named(filled.grey, language)
        yield language.text("Grey cells were changed. They are not taken: {places}.", places=places)
    if filled.missing:
        places = _named(filled.missing, language)
        yield language.text("What is missing in the workbook stays in the file: {places}.", places=places)


def _named(places: Sequence[str], language: Language) -> str:
    rest = len(places) - _MOST_NAMED
    more = (language.plural("{n} more", "{n} more", rest),) if rest > 0 else ()
    return "; ".join((*places[:_MOST_NAMED], *more))


def _groups(rows: Iterable[ProposalRow], catalogue: Catalogue, language: Language) -> Iterator[ProposalGroup]:
    by_criterion: dict[str, list[ProposalRow]] = {criterion.id: [] for criterion in catalogue.criteria}
    others: dict[type[Record], list[ProposalRow]] = {Evidence: [], Action: []}
    for row in rows:
        if row.proposal.kind in others:
            others[row.proposal.kind].append(row)
        else:
            by_criterion[catalogue.question(row.proposal.key).criterion_id].append(row)
    places = {question.id: place for place, question in enumerate(catalogue.questions)}
    for criterion in catalogue.criteria:
        names = catalogue.criterion_text(criterion.id, language.code)
        found = sorted(by_criterion[criterion.id], key=lambda row: places[row.proposal.key])
        yield from _group(f"{criterion.number} {names.title}", found)
    yield from _group(language.text("Evidence"), others[Evidence])
    yield from _group(language.text("Actions"), others[Action])


def _group(title: str, rows: Sequence[ProposalRow]) -> Iterator[ProposalGroup]:
    if rows:
        yield ProposalGroup(title, tuple(rows))


def _row(proposal: Proposal, present: Present, language: Language) -> ProposalRow:
    spot, label = _spot(proposal.kind, proposal.key, present, language)
    before, after = _words(proposal, present, language)
    old, new = (shortened(runs) for runs in differing(before, after))
    return ProposalRow(proposal, spot, label, _field(proposal, language), old, new, proposal.overtaken)


def _field(proposal: Proposal, language: Language) -> str:
    if proposal.field == "answer":
        return language.text("Rating")
    return language.text("Evidence") if proposal.field == "uses" else field_name(proposal.field, language)


def _spot(kind: type[Record], key: str, present: Present, language: Language) -> tuple[str, str]:
    """Number and name of what a change is about."""
    record = present.content.get(kind, key)
    match record:
        case Evidence():
            return token(record), short_title(record)
        case Action():
            return spot_of(present.catalogue, record), record.title
    if not present.catalogue.knows(key):
        return "", ""
    return present.catalogue.question(key).number, present.catalogue.question_text(key, language.code).label


def _words(proposal: Proposal, present: Present, language: Language) -> tuple[str, str]:
    """The value in the file and the value in the workbook, in words."""
    catalogue, content = present.catalogue, present.content
    if proposal.field == "uses":
        return _uses_words(proposal, content)
    if proposal.field == "answer":
        now = content.answer(proposal.key)
        wanted = replace(now, **dict(proposal.values))
        wording = catalogue.wording(language.code)
        return words.answer_in_full(now, wording, language), words.answer_in_full(wanted, wording, language)
    ((name, value),) = proposal.values
    record = content.get(proposal.kind, proposal.key)
    before = getattr(record, name) if record else ""
    return _value_words(name, before, catalogue, language), _value_words(name, value, catalogue, language)


def _value_words(name: str, value: object, catalogue: Catalogue, language: Language) -> str:
    """A value in words; long texts stay whole, because what changed may stand at their end."""
    is_text = type(value) is str and name != "kind"
    return str(value) if is_text else field_value(name, value, catalogue, language)


def _uses_words(proposal: Proposal, content: Content) -> tuple[str, str]:
    before = evidence_of_questions(content).get(proposal.key, "")
    known = {evidence.id: token(evidence) for evidence in content.all(Evidence)}
    after = sorted(words.names([known[evidence_id], pages]) for evidence_id, pages in proposal.values)
    return before, "; ".join(after)


def _refused(refusal: Refusal, present: Present, language: Language) -> RefusedRow:
    kind = {"evidence": Evidence, "action": Action}.get(refusal.cell.field.partition(".")[0], EvidenceUse)
    spot, label = _spot(kind, refusal.cell.key, present, language)
    return RefusedRow(
        place=refusal.cell.place,
        spot=f"{spot} {label}".strip(),
        reason=language.error(refusal.reason),
        remedy=language.hint(refusal.reason),
    )

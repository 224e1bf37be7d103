"""The saved versions of a file: what each held, and what has changed since one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.comparison import Aspect, Difference, differences
from s3desk.domain.content import Content
from s3desk.domain.records import Answer, AnswerState, SavedVersion
from s3desk.domain.scoring import Tally, condition, tally, total_answered
from s3desk.queries import words
from s3desk.queries.history import change_line
from s3desk.queries.spots import Spot


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One saved version; `answered` and `fulfilment` are "" until it is read."""

    id: str
    name: str
    saved: str
    by: str
    remark: str
    answered: str
    fulfilment: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One difference between a version and now."""

    place: str
    what: str
    spot: Spot
    spoken: str


@dataclass(frozen=True, slots=True)
class VersionDetail:
    """One version in full. `read` says whether its content could be read; `changes` are those since it."""

    id: str
    name: str
    about: str
    remark: str
    read: bool
    facts: tuple[tuple[str, str], ...] = ()
    counted: str = ""
    changes: tuple[ChangeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionsPicture:
    """Everything that the page shows."""

    sentence: str
    rows: tuple[VersionRow, ...]
    chosen: VersionDetail | None


@dataclass(frozen=True, slots=True)
class Held:
    """What a version holds, with its numbers: counted once, because it never changes."""

    content: Content
    answered: int
    asked: int
    tally: Tally


Contents = Mapping[str, Held | None]
"""What versions hold, by their ids; None where a version cannot be read. Those not read yet are missing."""


def held(catalogue: Catalogue, content: Content) -> Held:
    """The content of a version with its numbers."""
    return Held(content, *total_answered(content, catalogue), tally(content, catalogue))


def picture(
    catalogue: Catalogue, content: Content, contents: Contents, language: Language, *, chosen_id: str
) -> VersionsPicture:
    """All versions, newest first, and the chosen one; without a choice the newest."""
    versions = content.all(SavedVersion)[::-1]
    chosen = next((one for one in versions if one.id == chosen_id), versions[0] if versions else None)
    number = len(versions)
    sentence = language.plural("{n} version is saved.", "{n} versions are saved.", number)
    return VersionsPicture(
        sentence=sentence if number else language.text("No version is saved yet."),
        rows=tuple(_row(version, contents, language) for version in versions),
        chosen=_detail(catalogue, content, chosen, contents, language) if chosen else None,
    )


def _row(version: SavedVersion, contents: Contents, language: Language) -> VersionRow:
    kept = contents.get(version.id)
    unread = language.text("Cannot be read") if version.id in contents else ""
    return VersionRow(
        id=version.id,
        name=version.name,
        saved=language.short_date(version.saved_at.date()),
        by=version.saved_by,
        remark=version.remark,
        answered=_answered(kept, language) if kept else unread,
        fulfilment=words.tally(kept.tally, language) if kept else "",
    )


def _answered(kept: Held, language: Language) -> str:
    return language.text("{n} of {total}", n=kept.answered, total=kept.asked)


def _detail(
    catalogue: Catalogue, content: Content, version: SavedVersion, contents: Contents, language: Language
) -> VersionDetail:
    text, kept = language.text, contents.get(version.id)
    moment = language.moment(version.saved_at)
    by = text("{moment} by {name}", moment=moment, name=version.saved_by) if version.saved_by else moment
    about = f"{words.saved_because(version.because, language)}, {by}"
    if kept is None:
        return VersionDetail(version.id, version.name, about, version.remark, read=version.id not in contents)
    check = kept.content.check()
    facts = (
        (text("Check"), check.name if check else ""),
        (text("Questions answered"), _answered(kept, language)),
        (text("Fulfilment"), words.tally(kept.tally, language)),
        (text("The condition"), words.decision(condition(kept.tally), language)),
        (text("Status"), words.step(kept.content.step(), language)),
    )
    found = differences(catalogue, kept.content, content)
    return VersionDetail(
        version.id,
        version.name,
        about,
        version.remark,
        read=True,
        facts=tuple((name, value) for name, value in facts if value),
        counted=_counted(found, language),
        changes=tuple(_change(one, catalogue, language) for one in found),
    )


def _counted(found: tuple[Difference, ...], language: Language) -> str:
    """How many ratings are higher and lower, and how many other things changed."""
    moves = [move for one in found if (move := _move(one)) is not None]
    higher, lower = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    others = len(found) - higher - lower
    parts = (
        (higher, language.plural("{n} rating higher", "{n} ratings higher", higher)),
        (lower, language.plural("{n} rating lower", "{n} ratings lower", lower)),
        (others, language.plural("{n} other change", "{n} other changes", others)),
    )
    return ", ".join(said for count, said in parts if count)


def _move(difference: Difference) -> int | None:
    """By how many levels a rating moved; None for all other changes."""
    before, after = difference.before, difference.after
    if not isinstance(before, Answer) or not isinstance(after, Answer):
        return None
    if before.state is not AnswerState.RATED or after.state is not AnswerState.RATED:
        return None
    return (after.rating or 0) - (before.rating or 0)


def _change(difference: Difference, catalogue: Catalogue, language: Language) -> ChangeRow:
    line = change_line(difference, catalogue, language)
    sides = f"{line.before} \u2192 {line.after}" if line.before or line.after else ""
    what = ": ".join(part for part in (line.what, sides) if part)
    field = {Aspect.REFERENCES: "references", Aspect.JUSTIFICATION: "justification"}.get(difference.aspect, "")
    tab = "questions" if difference.question_id else "fulfilment"
    spot = Spot(difference.criterion_id, tab, difference.question_id, field)
    return ChangeRow(line.spot, what, spot, f"{line.spot}, {what}")

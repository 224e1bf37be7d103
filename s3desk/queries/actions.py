"""The page Actions: gaps without an action, all actions of the file, and one of them to be changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content
from s3desk.domain.open_points import Situation
from s3desk.domain.records import Action, AnswerState
from s3desk.domain.scoring import gaps
from s3desk.queries.criterion_picture import ActionRow, GapRow
from s3desk.queries.lists import action_rows, gap_rows

ALL, OPEN, DONE = "all", "open", "done"


@dataclass(frozen=True, slots=True)
class ActionDetail:
    """One action to be changed; `spot` is the key of its question among the choices."""

    record: Action
    mark: str
    due: str
    late: str
    spot: str
    link: str


@dataclass(frozen=True, slots=True)
class ActionsPicture:
    """Everything the page shows; `groups` are filters as (id, words, count), `nothing` stands for no gaps."""

    sentence: str
    groups: tuple[tuple[str, str, int], ...]
    rows: tuple[ActionRow, ...]
    total: int
    dated: int
    gaps: tuple[GapRow, ...]
    nothing: str
    chosen: ActionDetail | None


def picture(
    catalogue: Catalogue, content: Content, language: Language, today: date, *, group: str = ALL, chosen_id: str = ""
) -> ActionsPicture:
    """The page with the actions of a group; the chosen one, or else the first of those shown, to be changed."""
    found = action_rows(Situation(catalogue, content, today), language)
    rows = tuple(row for row in found if _in_group(row, group))
    shown = next((row for row in rows if row.line.id == chosen_id), rows[0] if rows else None)
    without = gap_rows(catalogue, content, language)
    return ActionsPicture(
        sentence=_sentence(found, without, language),
        groups=_groups(found, language),
        rows=rows,
        total=len(found),
        dated=sum(row.line.due is not None and not row.line.done for row in found),
        gaps=without,
        nothing="" if without else _nothing(catalogue, content, language),
        chosen=_detail(shown, content, language) if shown else None,
    )


def question_choices(catalogue: Catalogue, language: Language, criterion_id: str = "") -> list[tuple[object, str]]:
    """What an action may be for: a criterion as a whole or one of its questions; of one criterion, or of all."""
    found: list[tuple[object, str]] = []
    for criterion in catalogue.criteria:
        if criterion_id in ("", criterion.id):
            whole = language.text("The whole criterion {number}", number=criterion.number)
            found.append((spot_key(criterion.id, ""), whole))
            found += [
                (spot_key(criterion.id, one.id), f"{one.number} {catalogue.question_text(one.id, language.code).label}")
                for one in criterion.questions
            ]
    return found


def spot_key(criterion_id: str, question_id: str) -> str:
    """One choice among those of `question_choices`."""
    return f"{criterion_id}/{question_id}"


def spot_of(key: str) -> tuple[str, str]:
    """The criterion and the question ("" for the whole criterion) of a choice."""
    criterion_id, _, question_id = key.partition("/")
    return criterion_id, question_id


def _in_group(row: ActionRow, group: str) -> bool:
    return group == ALL or row.line.done == (group == DONE)


def _groups(rows: tuple[ActionRow, ...], language: Language) -> tuple[tuple[str, str, int], ...]:
    words = {ALL: language.text("All"), OPEN: language.text("Open"), DONE: language.text("Done")}
    return tuple((group, words[group], sum(_in_group(row, group) for row in rows)) for group in words)


def _sentence(rows: tuple[ActionRow, ...], without: tuple[GapRow, ...], language: Language) -> str:
    late = sum(row.line.late for row in rows)
    done = sum(row.line.done for row in rows)
    pending = len(rows) - done
    unplanned = sum(not gap.reason for gap in without)
    if not rows and not unplanned:
        return language.text("Nothing is planned yet.")
    parts = [language.plural("{n} action is open", "{n} actions are open", pending)]
    parts += [language.plural("{n} of them late", "{n} of them late", late)] if late else []
    said = [", ".join(parts)]
    said += [language.plural("{n} is done", "{n} are done", done)] if done else []
    if unplanned:
        said.append(language.plural("{n} gap has no action yet", "{n} gaps have no action yet", unplanned))
    return ". ".join(said) + "."


def _nothing(catalogue: Catalogue, content: Content, language: Language) -> str:
    """What is said where no gap waits for an action."""
    if gaps(content, catalogue):
        return language.text("Each gap has its action.")
    if any(content.answer(one.id).state is AnswerState.RATED for one in catalogue.questions):
        return language.text("No gaps. All ratings reach their target.")
    return language.text("No ratings yet. Gaps appear here with the first ratings.")


def _detail(row: ActionRow, content: Content, language: Language) -> ActionDetail:
    record = content.get(Action, row.line.id)
    assert record is not None
    number = row.line.question or str(row.line.criterion)
    whole = language.text("Open criterion {number}", number=number)
    return ActionDetail(
        record=record,
        mark=row.line.mark,
        due=language.date(record.due) if record.due else "",
        late=row.line.status if row.line.late else "",
        spot=spot_key(record.criterion_id, record.question_id),
        link=language.text("Open question {number}", number=number) if row.line.question else whole,
    )

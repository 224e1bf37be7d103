"""The words for every recorded choice, in a language: purposes, decisions, states, steps."""

from __future__ import annotations

from collections.abc import Sequence

from s3desk.basics.language import Language
from s3desk.catalogue.model import Wording
from s3desk.domain.freshness import State
from s3desk.domain.profile import Profile
from s3desk.domain.records import (
    ActionStatus,
    Answer,
    AnswerState,
    Decision,
    MetAt,
    OfficialStatus,
    Purpose,
    SavedBecause,
    Step,
    Storage,
    StrategyLevel,
)
from s3desk.domain.requests import Occasion, Stage
from s3desk.domain.scoring import Tally


def purpose(value: Purpose, language: Language) -> str:
    """Why the check is made."""
    return {
        Purpose.PROGRAMME: language.text("Programme or amendment (Table 12)"),
        Purpose.FULFILMENT: language.text("Fulfilment after approval (Article 15(3) and (4))"),
        Purpose.CONTINUED: language.text("Continued fulfilment (Article 15(6))"),
        Purpose.PREPARATION: language.text("Own preparation, or a request for support"),
    }[value]


def decision_asked(value: Purpose, language: Language) -> str:
    """What the readers of a report are asked to decide; Articles 15 and 40 of Regulation (EU) 2021/1060."""
    return {
        Purpose.PROGRAMME: language.text(
            "The managing authority is asked to take Table 12 into the programme or its amendment."
        ),
        Purpose.FULFILMENT: language.text(
            "The Member State is asked to inform the Commission once it considers all seven criteria fulfilled "
            "(Article 15(3))."
        ),
        Purpose.CONTINUED: language.text(
            "The monitoring committee is asked to examine this note (Article 40(1)(h)), and the managing authority to "
            "say whether the Commission has to be informed of a change (Article 15(6))."
        ),
        Purpose.PREPARATION: language.text("No decision is asked. This note prepares the next step."),
    }[value]


def official_status(value: OfficialStatus, language: Language) -> str:
    """What the Commission's answer was, as recorded."""
    return {
        OfficialStatus.AT_APPROVAL: language.text("Fulfilled at approval of the programme"),
        OfficialStatus.ACCEPTED_LATER: language.text("Accepted later"),
        OfficialStatus.NOT_ACCEPTED: language.text("Not accepted"),
        OfficialStatus.NOT_KNOWN: language.text("Not known here"),
    }[value]


def decision(value: Decision, language: Language) -> str:
    """The officer's answer for a criterion."""
    return {
        Decision.YES: language.text("Yes"),
        Decision.NO: language.text("No"),
        Decision.NOT_DECIDED: language.text("Not decided"),
        Decision.NOT_RELEVANT: language.text("Not relevant here"),
    }[value]


def table12_mark(value: Decision, language: Language) -> str:
    """The mark in Table 12: Y, N, or a dash while nothing is decided; not relevant prints as Y."""
    yes, no = language.text("Y"), language.text("N")
    return {Decision.YES: yes, Decision.NOT_RELEVANT: yes, Decision.NO: no, Decision.NOT_DECIDED: "\u2013"}[value]


def tally(value: Tally, language: Language) -> str:
    """The state of the criteria in one line: "5 Yes, 1 No, 1 not decided"; what does not occur is left out."""
    parts = [
        (value.yes, language.text("{n} Yes", n=value.yes)),
        (value.no, language.text("{n} No", n=value.no)),
        (value.not_decided, language.text("{n} not decided", n=value.not_decided)),
    ]
    return ", ".join(words for count, words in parts if count)


def met_at(value: MetAt | None, language: Language) -> str:
    """The level at which a criterion is met."""
    if value is None:
        return ""
    return {
        MetAt.REGIONAL: language.text("Regional level"),
        MetAt.NATIONAL: language.text("National level"),
        MetAt.BOTH: language.text("Regional and national level"),
    }[value]


def strategy_level(value: StrategyLevel, language: Language) -> str:
    """Whose strategy it is."""
    return {
        StrategyLevel.REGIONAL: language.text("Regional strategy"),
        StrategyLevel.NATIONAL: language.text("National strategy"),
    }[value]


def answer_mark(answer: Answer) -> str:
    """The short mark of an answer: "3", "n/a", "?" for not known, an arrow for held elsewhere."""
    if answer.state is AnswerState.RATED and answer.rating is not None:
        return str(answer.rating)
    return {
        AnswerState.NOT_APPLICABLE: "n/a",
        AnswerState.NOT_KNOWN: "?",
        AnswerState.ELSEWHERE: "\u2197",
    }.get(answer.state, "\u2013")


def answer_word(answer: Answer, wording: Wording, language: Language) -> str:
    """The state of an answer in words: the level, or why there is none."""
    if answer.state is AnswerState.RATED and answer.rating is not None:
        return wording.levels[answer.rating]
    return {
        AnswerState.NOT_APPLICABLE: language.text("Not applicable"),
        AnswerState.NOT_KNOWN: language.text("Not known"),
        AnswerState.ELSEWHERE: language.text("Held at another level"),
    }.get(answer.state, language.text("Open"))


def answer_in_full(answer: Answer, wording: Wording, language: Language) -> str:
    """What was said to a question: "3 Fair", "Not applicable: no report is due yet"."""
    word = answer_word(answer, wording, language)
    rated = f"{answer.rating} {word}" if answer.state is AnswerState.RATED else word
    detail = answer.reason or names([answer.held_by, answer.held_source])
    return f"{rated}: {detail}" if detail else rated


def answer_state(value: AnswerState, language: Language) -> str:
    """What kind of answer it is."""
    return {
        AnswerState.OPEN: language.text("Open"),
        AnswerState.RATED: language.text("Rated"),
        AnswerState.NOT_APPLICABLE: language.text("Not applicable"),
        AnswerState.NOT_KNOWN: language.text("Not known"),
        AnswerState.ELSEWHERE: language.text("Held at another level"),
    }[value]


def other_choices(language: Language) -> tuple[tuple[AnswerState, str], ...]:
    """What the drop-down list of a rating offers after 0 to 5, in a workbook."""
    return (
        (AnswerState.NOT_APPLICABLE, language.text("N/A")),
        (AnswerState.NOT_KNOWN, language.text("Not known")),
        (AnswerState.ELSEWHERE, language.text("Elsewhere")),
    )


def freshness(value: State, language: Language, months: int | None = None) -> str:
    """The state of a document."""
    if value is State.OLD:
        return language.plural("Over {n} month", "Over {n} months", months or 0)
    return {
        State.IN_FORCE: language.text("In force"),
        State.CURRENT: language.text("Current"),
        State.EXPIRED: language.text("No longer valid"),
        State.NO_DATE: language.text("No date"),
        State.FILE_MISSING: language.text("File not found"),
        State.NOT_INCLUDED: language.text("Not included"),
    }[value]


def storage(value: Storage, language: Language) -> str:
    """Where the bytes of a document are."""
    return {
        Storage.LINK: language.text("Link"),
        Storage.LINKED_FILE: language.text("Linked file"),
        Storage.COPY: language.text("Stored"),
    }[value]


def action_status(value: ActionStatus, language: Language, *, late: bool = False) -> str:
    """How far an action is; late ones say so."""
    if late:
        return language.text("Late")
    return {
        ActionStatus.PLANNED: language.text("Planned"),
        ActionStatus.IN_PROGRESS: language.text("In progress"),
        ActionStatus.DONE: language.text("Done"),
    }[value]


def no_action(of: Profile, language: Language) -> str:
    """What is said where a report has no action; an outgoing one holds only those that are marked for it."""
    if of is Profile.OUTGOING:
        return language.text("No action is part of this report.")
    return language.text("No action is recorded.")


def step(value: Step, language: Language) -> str:
    """The state of the whole assessment in the status chain."""
    return {
        Step.DRAFT: language.text("Draft"),
        Step.CHECKED: language.text("Checked by the managing authority"),
        Step.APPROVED: language.text("Approved"),
        Step.SENT: language.text("Sent"),
    }[value]


def stage(value: Stage, language: Language) -> str:
    """How far a request for support is."""
    return {
        Stage.DRAFT: language.text("Draft"),
        Stage.READY: language.text("Ready"),
        Stage.SENT: language.text("Sent"),
        Stage.ANSWERED: language.text("Answered"),
        Stage.WITHDRAWN: language.text("Withdrawn"),
    }[value]


def occasion(value: Occasion, language: Language) -> str:
    """What a day is about."""
    return {
        Occasion.EVENT: language.text("Event"),
        Occasion.CUT_OFF: language.text("Cut-off"),
        Occasion.COMMITTEE: language.text("Committee"),
        Occasion.REVIEW: language.text("Review"),
        Occasion.OTHER: language.text("Other"),
    }[value]


def saved_because(value: SavedBecause, language: Language) -> str:
    """What made a saved version arise."""
    return {
        SavedBecause.BY_HAND: language.text("Saved by hand"),
        SavedBecause.NEW_CHECK: language.text("Saved at the start of a new check"),
        SavedBecause.STATUS: language.text("Saved at a step of the status chain"),
    }[value]


def profile(value: Profile, language: Language) -> str:
    """For whom it is."""
    return {Profile.OUTGOING: language.text("Outgoing"), Profile.INTERNAL: language.text("Internal")}[value]


def size(count: int, language: Language) -> str:
    """A count of bytes, rounded: "240 kB", "1.3 MB"; "" for none."""
    if not count:
        return ""
    if count < 1_000_000:
        return language.text("{size} kB", size=language.integer(max(1, round(count / 1_000))))
    return language.text("{size} MB", size=language.decimal(count / 1_000_000))


def names(values: Sequence[str]) -> str:
    """Several names as a list with commas; empty ones are left out."""
    return ", ".join(value for value in values if value)

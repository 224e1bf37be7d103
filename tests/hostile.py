"""An assessment whose every text field holds what broke such programs before."""

from __future__ import annotations

from datetime import date

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    ActionStatus,
    Answer,
    AnswerState,
    Assessment,
    Check,
    Decision,
    Evidence,
    Fulfilment,
    MetAt,
    OfficialStatus,
    Person,
    Programme,
    Purpose,
    Record,
    Strategy,
    StrategyLevel,
    Territory,
)

RIGHT_TO_LEFT = "\u202eשלום\u202c مرحبا"
HOSTILE_TEXTS = (
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1:A3)",
    '=HYPERLINK("https://bad.example","x")',
    "&<b>{name}</b>&amp;{0}%s",
    "#N/A",
    RIGHT_TO_LEFT,
    "\U0001f680\U0001f469\u200d\U0001f52c Zażółć gęślą Ελληνικά Български ħġż",
    "line one\nline two\ttab",
    "_x000D_ and \u2028 and \ufffe",
    "long " * 6_000,
)
"""Texts that broke such programs before; each stands in several fields of `hostile_records`."""


def hostile_records() -> tuple[Record, ...]:
    """Every text field filled with what breaks files: formulas, mark-up, right-to-left, very long, doubled names."""
    texts = HOSTILE_TEXTS
    long_title = "T" * 254 + "&"
    catalogue = default_catalogue()
    return (
        Assessment(ASSESSMENT, texts[5], texts[0], "en", "el", "p-1", texts[3]),
        Territory("t-1", texts[0], "", "", 0),
        Strategy("s-1", texts[4], StrategyLevel.NATIONAL, texts[1], None, texts[2], "javascript:alert(1)"),
        Programme("pr-1", long_title, texts[0], "=IT", texts[5], (), OfficialStatus.NOT_ACCEPTED, None, texts[3]),
        Programme("pr-2", long_title, texts[6], position=1),
        Programme("pr-3", "A/B: [C] * ? \\ 'd'", position=2),
        Person("p-1", texts[0], texts[3], texts[5], "=cmd|' /C calc'!A0", "+39"),
        Check("c-1", texts[4], Purpose.PROGRAMME),
        *(Answer(question.id, AnswerState.RATED, number % 6, comment=texts[number % len(texts)])
          for number, question in enumerate(catalogue.questions)),
        *(Fulfilment(criterion.id, Decision.YES, MetAt.NATIONAL, texts[number], texts[number], texts[-1 - number])
          for number, criterion in enumerate(catalogue.criteria)),
        *(Evidence(f"e-{number}", number + 1, long_title if number == 0 else text, text[:255], "other", text,
                   date(1890, 1, 1), None, "el",
                   f"https://x.example/{'y' * 3000}" if number == 1 else text)
          for number, text in enumerate(texts)),
        *(Action(f"a-{number}", number + 1, text, "analysis", "", text, None, ActionStatus.PLANNED, text, text, text,
                 outgoing=True) for number, text in enumerate(texts)),
    )  # fmt: skip

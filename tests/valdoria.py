"""The invented region Valdoria as records: two programmes, 73 answers, evidence, actions, one saved version."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.frozen import to_bytes
from s3desk.domain.records import (
    ASSESSMENT,
    Action,
    Answer,
    AnswerState,
    Assessment,
    Check,
    Decision,
    Evidence,
    EvidenceUse,
    FactValue,
    Fulfilment,
    MetAt,
    OfficialStatus,
    Person,
    Programme,
    ProgrammeText,
    Purpose,
    Record,
    SavedBecause,
    SavedVersion,
    StatusStep,
    Step,
    Storage,
    Strategy,
    StrategyLevel,
    Territory,
)
from tests.valdoria_texts import ACTIONS, ANSWERS, ANSWERS_2025, COMMENTS, EVIDENCE, TEXTS, USES

PRIVATE_TEXTS = (
    "QPRIVATE-comment",
    "QPRIVATE-note",
    "QPRIVATE-reason",
    "QPRIVATE-responsible",
    "QPRIVATE-money",
    "QPRIVATE-action",
    "QPRIVATE-agreed",
    "QPRIVATE-step",
    "QPRIVATE-held",
    "QPRIVATE-path",
    "r.conti@valdoria.example",
    "Roberta Conti",
)
"""Stand in `full_records`; none of them may be in anything of the outgoing profile."""

_DOCUMENT = b"A stored copy for tests."


def full_records() -> tuple[Record, ...]:
    """Everything about Valdoria: programmes, ratings, texts, evidence, actions, one saved version, one step."""
    version = SavedVersion("v-2025", "November 2025", datetime.fromisoformat("2025-11-14T11:05"), "Roberta Conti",
                           SavedBecause.NEW_CHECK, _sha256(_version_2025()))  # fmt: skip
    step = StatusStep(
        "st-1", Step.CHECKED, "QPRIVATE-step", date(2026, 11, 12), "c-2", "Head of unit", "", "MA-2026-311"
    )
    return (*_about(), *_answers(ANSWERS), *_facts(), *_fulfilments(), *_evidence(), *_actions(), version, step)


def stored_bytes() -> tuple[bytes, ...]:
    """The saved version and the document that `full_records` names; `create` takes them as `stored`."""
    return (_version_2025(), _DOCUMENT)


def _about() -> tuple[Record, ...]:
    both = ("RSO1.1", "RSO1.4")
    return (
        Assessment(ASSESSMENT, "Autonomous Region of Valdoria", "S3 Office", "en", "it", "p-1",
                   "European Commission, DG REGIO", example=True),
        Territory("t-1", "Valdoria", "", "IT", 0),
        Strategy("s-1", "Smart Specialisation Strategy 2021-2027", StrategyLevel.REGIONAL, "Decision 512/2021",
                 date(2021, 9, 30), "2021-2027", "https://www.valdoria.example/s3"),
        Programme("pr-1", "ERDF Programme Valdoria 2021-2027", "2021IT16RFPR099", "IT",
                  "Managing Authority ERDF Valdoria", both, OfficialStatus.AT_APPROVAL, date(2022, 11, 28),
                  "C(2022) 8712", "Italy, Department for Cohesion Policies"),
        Programme("pr-2", "Just Transition Programme Valdoria", "2021IT16JTPR098", "IT",
                  "Managing Authority JTF Valdoria", ("RSO1.1",), OfficialStatus.NOT_KNOWN, position=1),
        Person("p-1", "Marco Ferri", "Officer", "Head of the S3 Office", "s3@valdoria.example", "+39 000 555 010"),
        Person("p-2", "Roberta Conti", "Criterion owner", "Monitoring", "r.conti@valdoria.example", position=1),
        Check("c-1", "Check 2025", Purpose.CONTINUED, date(2025, 10, 1), 0),
        Check("c-2", "Check 2026", Purpose.CONTINUED, date(2026, 10, 1), 1),
    )  # fmt: skip


def _answers(marks: dict[str, str]) -> list[Answer]:
    found = []
    for criterion in default_catalogue().criteria:
        for question, mark in zip(criterion.questions, marks[criterion.id], strict=True):
            found.append(_answer(question.id, mark))
    return found


def _answer(question_id: str, mark: str) -> Answer:
    comment = COMMENTS.get(question_id, "")
    if question_id == "body.tasks":
        return Answer(question_id, AnswerState.RATED, 4, comment="QPRIVATE-comment", note="QPRIVATE-note", review=True)
    if mark.isdigit():
        return Answer(question_id, AnswerState.RATED, int(mark), comment=comment)
    return {
        "n": Answer(question_id, AnswerState.NOT_APPLICABLE, reason="QPRIVATE-reason"),
        "e": Answer(question_id, AnswerState.ELSEWHERE, held_by="QPRIVATE-held", held_source="National S3 portal"),
        "?": Answer(question_id, AnswerState.NOT_KNOWN, comment=comment),
        "-": Answer(question_id, comment=comment),
    }[mark]


def _facts() -> tuple[FactValue, ...]:
    return (
        FactValue("analysis.up-to-date/finished", "2026-03-20"),
        FactValue("analysis.up-to-date/years", "2021 to 2025"),
        FactValue("body.staff/fte", "5"),
        FactValue("body.integrity/declarations", "yes"),
    )


def _fulfilments() -> tuple[Record, ...]:
    common = [
        Fulfilment(key, decision, MetAt.REGIONAL, "S3 Office", references, justification,
                   written_at=datetime.fromisoformat("2026-11-09T10:00"))
        for key, (decision, references, justification) in TEXTS.items()
    ]  # fmt: skip
    common[0] = replace(
        common[0],
        second_justification="L'analisi di marzo 2026 copre la diffusione alle piccole imprese.",
        translated_at=datetime.fromisoformat("2026-11-10T09:00"),
        owner_id="p-2",
        target=4,
    )
    common[1] = replace(common[1], agreed_with="QPRIVATE-agreed", agreed_on=date(2026, 10, 5), target=4)
    own = ProgrammeText("pr-2/transition", "E10", "The programme pays for the map of marble and vehicle suppliers.")
    return (*common, own)


def _evidence() -> tuple[Record, ...]:
    documents = [
        Evidence(f"e-{number:02}", number, title, short, kind, issuer, dated, until, "it", link, storage,
                 sha256=_sha256(_DOCUMENT) if storage is Storage.COPY else "")
        for number, title, short, kind, issuer, dated, until, link, storage in EVIDENCE
    ]  # fmt: skip
    documents[9] = replace(documents[9], file_path="/home/QPRIVATE-path/roadmap.pdf", file_name="roadmap.pdf")
    uses = [EvidenceUse(f"u-{n:02}", f"e-{number:02}", *rest) for n, (number, *rest) in enumerate(USES)]
    return (*documents, *uses)


def _actions() -> list[Action]:
    return [
        Action(f"a-{number}", number, title, criterion, question, responsible, due, status, next_step, done_when, money,
               outgoing=outgoing)
        for number, (criterion, question, title, responsible, due, status, next_step, done_when, money, outgoing)
        in enumerate(ACTIONS, start=1)
    ]  # fmt: skip


def _version_2025() -> bytes:
    return to_bytes(content_of([*_about()[:-1], *_answers(ANSWERS_2025), *_fulfilments_2025(), *_evidence()]))


def _fulfilments_2025() -> list[Fulfilment]:
    return [Fulfilment(key, Decision.YES if key == "body" else Decision.NOT_DECIDED) for key in TEXTS]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

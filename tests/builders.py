"""Assessments for tests: a complete one of the invented region Valdoria, an empty one, and a hostile one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.content import content_of
from s3desk.domain.frozen import to_bytes
from s3desk.domain.profile import Profile
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
from s3desk.queries.picture import ReportPicture
from s3desk.queries.report import Options, gather, picture
from s3desk.workspace.files import create
from s3desk.workspace.workspace import Workspace

NOW = datetime.fromisoformat("2026-11-16T15:42")

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

# One character a question: 0-5 rated, n not applicable, e held elsewhere, ? not known, - open.
_ANSWERS = {
    "analysis": "4435344333",
    "body": "54455443e43",
    "monitoring": "3323343?3--",
    "stakeholders": "44344434343",
    "ri-systems": "3434334n33",
    "transition": "3123n2-?--",
    "cooperation": "4343433334",
}
_ANSWERS_2025 = {
    "analysis": "3334333333",
    "body": "44445443443",
    "monitoring": "2222322?3--",
    "stakeholders": "33344333333",
    "ri-systems": "3434334n33",
    "transition": "2121n1-?--",
    "cooperation": "3333222223",
}

_COMMENTS = {
    "analysis.up-to-date": "Finished in March 2026 with data of 2021 to 2025. The next update is planned for 2028.",
    "analysis.diffusion": "Chapter 3 names six obstacles; the firm survey (612 answers) supports four of them.",
    "analysis.firm-types": "Small mountain firms and crafts are separate groups; vehicle suppliers are missing.",
    "body.mandate": "Regional Law 4/2021 names the S3 Office and its tasks.",
    "body.staff": "Five full-time posts, three of them paid from technical assistance until 2028.",
    "monitoring.intervention-logic": "All four priorities have a chain; assumptions are named for two.",
    "monitoring.indicators": "27 indicators, 22 of them with baseline, target and source.",
    "monitoring.priority-specific": "Result indicators for Food and Agritech follow in 2027.",
    "monitoring.evaluation-plan": "Adopted on 3 February 2025.\nThe mid-term evaluation is contracted.",
    "stakeholders.continuity": "Four working groups meet twice a year; minutes are public.",
    "stakeholders.helices": "Civil society takes part in two of the four groups only.",
    "ri-systems.actions": "The action plan has 14 measures; 11 have begun.",
    "transition.need": "Leather, marble and vehicle suppliers, with employment data for each district.",
    "transition.systems-map": "Started for leather only.",
    "transition.direction": "Draft roadmap; not yet discussed with social partners.",
    "cooperation.networks": "Member of two thematic partnerships; leads the marble and stone partnership.",
}

# number, title, short title, kind, issuer, dated, valid until, link, storage
_EVIDENCE: tuple[tuple[int, str, str, str, str, date | None, date | None, str, Storage], ...] = (
    (1, "Analysis of innovation diffusion and digitalisation in Valdoria 2026", "Diffusion analysis 2026", "study",
     "Regional Institute for Economic Research", date(2026, 3, 20), None,
     "https://www.valdoria.example/s3/analysis-2026.pdf", Storage.LINK),
    (2, "Digital maturity of small and medium-sized firms, survey results", "Firm survey 2025", "data",
     "Chamber of Commerce of Valdoria", date(2025, 11, 4), None, "https://www.cciaa-vald.example/survey", Storage.LINK),
    (3, "Regional Law 4/2021 on smart specialisation", "Regional Law 4/2021", "law", "Regional Council",
     date(2021, 6, 14), None, "https://www.valdoria.example/law/4-2021", Storage.LINK),
    (4, "Decision 188/2023 on staff and tasks of the S3 Office", "Decision 188/2023", "decision",
     "Regional Government", date(2023, 2, 8), date(2028, 12, 31), "https://www.valdoria.example/d/188", Storage.COPY),
    (5, "Smart Specialisation Strategy 2021-2027", "S3 2021-2027", "strategy", "Regional Government",
     date(2021, 9, 30), date(2027, 12, 31), "https://www.valdoria.example/s3", Storage.COPY),
    (6, "Monitoring report 2025 of the smart specialisation strategy", "Monitoring report 2025", "report", "S3 Office",
     date(2026, 4, 30), None, "https://www.valdoria.example/s3/monitoring-2025.pdf", Storage.COPY),
    (7, "Evaluation plan of the strategy and the programme", "Evaluation plan", "plan", "Managing Authority",
     date(2025, 2, 3), None, "https://www.valdoria.example/evaluation-plan", Storage.LINK),
    (8, "Minutes of the four thematic working groups, spring 2026", "Minutes spring 2026", "minutes", "S3 Office",
     date(2026, 5, 28), None, "https://www.valdoria.example/s3/minutes", Storage.COPY),
    (9, "Action plan for research and innovation systems 2024-2027", "R&I action plan", "plan",
     "Department for Research", date(2024, 1, 22), None, "https://www.valdoria.example/ri-plan", Storage.LINK),
    (10, "Roadmap for industrial transition, draft of June 2026", "Transition roadmap (draft)", "plan",
     "Department for Economic Development", date(2026, 6, 12), None, "", Storage.COPY),
    (11, "Partnership agreement Marble and Stone", "Partnership agreement", "agreement", "Eight regions of five states",
     date(2023, 10, 5), None, "https://s3partnerships.example/marble", Storage.LINK),
    (12, "Call for innovation diffusion in crafts 2/2026", "Call 2/2026", "call", "Managing Authority",
     date(2026, 2, 16), date(2026, 9, 30), "https://www.valdoria.example/call-2-2026", Storage.LINK),
)  # fmt: skip

_DOCUMENT = b"A stored copy for tests."

_USES = (
    (1, "analysis.up-to-date", "p. 3-9"), (1, "analysis.diffusion", "ch. 3"), (2, "analysis.diffusion", ""),
    (2, "analysis.digital", "table 4"), (1, "transition.need", "p. 44"), (3, "body.mandate", "Art. 3"),
    (4, "body.staff", "p. 2"), (4, "body.tasks", "annex 1"), (6, "monitoring.indicators", "p. 14-18"),
    (7, "monitoring.evaluation-plan", ""), (5, "monitoring.intervention-logic", "ch. 5"),
    (8, "stakeholders.continuity", ""), (8, "stakeholders.helices", "p. 2"), (9, "ri-systems.actions", "p. 11"),
    (10, "transition.direction", ""), (11, "cooperation.networks", ""), (12, "analysis.to-measures", "p. 5"),
)  # fmt: skip

_TEXTS = {
    "analysis": (Decision.YES, "E01; E02", "The analysis E01 of March 2026 covers diffusion to small firms and "
                 "digitalisation, with data up to 2025. It draws on a survey of 612 firms (E02) and on workshops with "
                 "all four thematic groups. Its six main obstacles are taken up in the strategy and in Call 2/2026."),
    "body": (Decision.YES, "E03, Art. 3; E04", "Regional Law 4/2021 gives the S3 Office the management of the "
             "strategy. E04 sets its five posts and tasks. The steering group of seven departments met four times in "
             "2026."),
    "monitoring": (Decision.NOT_DECIDED, "E06; E07", "Indicators with baseline and target exist for three of four "
                   "priorities. The set for Food and Agritech follows in 2027."),
    "stakeholders": (Decision.YES, "E08", "Four working groups bring together firms, research, administration and "
                     "civil society twice a year. In 2026 they changed two priorities; the minutes show how each "
                     "proposal was treated."),
    "ri-systems": (Decision.YES, "E09, p. 11", "The action plan holds 14 measures against the bottlenecks that the "
                   "analysis names: transfer offices, doctoral posts in firms, open laboratories."),
    "transition": (Decision.NO, "E10", "A draft roadmap covers leather. Marble and vehicle suppliers are not yet "
                   "covered, and resources are not assigned. The working group reports in March 2027."),
    "cooperation": (Decision.YES, "E11", "Valdoria leads the partnership Marble and Stone and takes part in two more. "
                    "Cooperation abroad is funded from the programme in all four priorities."),
}  # fmt: skip

_ACTIONS = (
    ("monitoring", "monitoring.indicators", "Complete the indicators of Food and Agritech", "S3 Office",
     date(2027, 3, 31), ActionStatus.IN_PROGRESS, "Baselines by December 2026", "All four priorities have baselines",
     "EUR 40 000, technical assistance", True),
    ("monitoring", "monitoring.data-collection", "Link the monitoring tool with the grant database",
     "QPRIVATE-responsible", date(2026, 10, 31), ActionStatus.PLANNED, "Order the interface",
     "Data arrive every quarter", "QPRIVATE-money", False),
    ("transition", "transition.systems-map", "Map marble and vehicle suppliers", "Department for Economic Development",
     date(2027, 2, 28), ActionStatus.IN_PROGRESS, "Interviews with 40 firms", "Map adopted by the working group", "",
     True),
    ("transition", "transition.resources", "QPRIVATE-action: assign resources to the roadmap", "Budget office",
     date(2027, 6, 30), ActionStatus.PLANNED, "", "Budget line exists", "", False),
    ("stakeholders", "stakeholders.helices", "Invite civil society to all four groups", "S3 Office",
     date(2026, 9, 15), ActionStatus.DONE, "", "Each group has two members", "", False),
)  # fmt: skip


def full_records() -> tuple[Record, ...]:
    """Everything about Valdoria: programmes, ratings, texts, evidence, actions, one saved version, one step."""
    version = SavedVersion("v-2025", "November 2025", datetime.fromisoformat("2025-11-14T11:05"), "Roberta Conti",
                           SavedBecause.NEW_CHECK, _sha256(_version_2025()))  # fmt: skip
    step = StatusStep(
        "st-1", Step.CHECKED, "QPRIVATE-step", date(2026, 11, 12), "c-2", "Head of unit", "", "MA-2026-311"
    )
    return (*_about(), *_answers(_ANSWERS), *_facts(), *_fulfilments(), *_evidence(), *_actions(), version, step)


def stored_bytes() -> tuple[bytes, ...]:
    """The saved version and the document that `full_records` names; `create` takes them as `stored`."""
    return (_version_2025(), _DOCUMENT)


def empty_records() -> tuple[Record, ...]:
    """What a file holds right after it was begun, without territory, programme or check."""
    return (Assessment(ASSESSMENT, "Autonomous Region of Valdoria"),)


def full_workspace(folder: Path) -> Workspace:
    """A new file with `full_records` in it."""
    return workspace_of(folder, full_records(), stored_bytes())


def workspace_of(folder: Path, records: Iterable[Record], stored: Iterable[bytes] = ()) -> Workspace:
    """A new file with these records, at a fixed time."""
    path = folder / "assessment.s3desk"
    return create(path, default_catalogue(), records, who="R. Conti", clock=lambda: NOW, stored=stored)


def picture_of(
    workspace: Workspace, profile: Profile = Profile.INTERNAL, language: str = "en", *, with_notes: bool = False
) -> ReportPicture:
    """The report picture of a workspace as it is now."""
    return picture(gather(workspace), Options(profile, Language(language), with_notes=with_notes))


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
    comment = _COMMENTS.get(question_id, "")
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
        for key, (decision, references, justification) in _TEXTS.items()
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
        for number, title, short, kind, issuer, dated, until, link, storage in _EVIDENCE
    ]  # fmt: skip
    documents[9] = replace(documents[9], file_path="/home/QPRIVATE-path/roadmap.pdf", file_name="roadmap.pdf")
    uses = [EvidenceUse(f"u-{n:02}", f"e-{number:02}", *rest) for n, (number, *rest) in enumerate(_USES)]
    return (*documents, *uses)


def _actions() -> list[Action]:
    return [
        Action(f"a-{number}", number, title, criterion, question, responsible, due, status, next_step, done_when, money,
               outgoing=outgoing)
        for number, (criterion, question, title, responsible, due, status, next_step, done_when, money, outgoing)
        in enumerate(_ACTIONS, start=1)
    ]  # fmt: skip


def _version_2025() -> bytes:
    return to_bytes(content_of([*_about()[:-1], *_answers(_ANSWERS_2025), *_fulfilments_2025(), *_evidence()]))


def _fulfilments_2025() -> list[Fulfilment]:
    return [Fulfilment(key, Decision.YES if key == "body" else Decision.NOT_DECIDED) for key in _TEXTS]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


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


_PRIVATE_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Person: ("name", "role", "function", "email", "phone"),
    Answer: ("reason", "held_by", "held_source", "comment", "note", "no_action_reason"),
    FactValue: ("value",),
    Fulfilment: ("agreed_with",),
    Evidence: ("file_path", "file_name"),
    Action: ("responsible", "next_step", "money", "support"),
    SavedVersion: ("saved_by",),
    StatusStep: ("name",),
}
"""The texts that no outgoing file may hold; of actions that are not marked for it, the title and the rest too."""


def seeded_private(records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """The records with a mark of its own in each private field, and all marks: search for them in what leaves.

    The contact that the assessment names keeps its data, but for the role: it was chosen to leave.
    """
    given = tuple(records)
    contacts = {record.contact_id for record in given if isinstance(record, Assessment)}
    found: list[Record] = []
    marks: list[str] = []
    for record in given:
        fields = _private_fields(record, contacts)
        own = {name: f"QSEED{len(marks) + place:04}" for place, name in enumerate(fields)}
        found.append(replace(record, **own))  # type: ignore[type-var]
        marks.extend(own.values())
    return tuple(found), tuple(marks)


def _private_fields(record: Record, contacts: set[str]) -> tuple[str, ...]:
    fields = _PRIVATE_FIELDS.get(type(record), ())
    if isinstance(record, Person) and record.id in contacts:
        return ("role",)
    if isinstance(record, Action) and not record.outgoing:
        return (*fields, "title", "done_when")
    return fields

"""What the officers of the invented region Valdoria wrote: answers, comments, evidence, decisions, actions."""

from __future__ import annotations

from datetime import date

from s3desk.domain.records import (
    ActionStatus,
    Decision,
    Storage,
)

# One character a question: 0-5 rated, n not applicable, e held elsewhere, ? not known, - open.
ANSWERS = {
    "analysis": "4435344333",
    "body": "54455443e43",
    "monitoring": "3323343?3--",
    "stakeholders": "44344434343",
    "ri-systems": "3434334n33",
    "transition": "3123n2-?--",
    "cooperation": "4343433334",
}
ANSWERS_2025 = {
    "analysis": "3334333333",
    "body": "44445443443",
    "monitoring": "2222322?3--",
    "stakeholders": "33344333333",
    "ri-systems": "3434334n33",
    "transition": "2121n1-?--",
    "cooperation": "3333222223",
}

COMMENTS = {
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
EVIDENCE: tuple[tuple[int, str, str, str, str, date | None, date | None, str, Storage], ...] = (
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

USES = (
    (1, "analysis.up-to-date", "p. 3-9"), (1, "analysis.diffusion", "ch. 3"), (2, "analysis.diffusion", ""),
    (2, "analysis.digital", "table 4"), (1, "transition.need", "p. 44"), (3, "body.mandate", "Art. 3"),
    (4, "body.staff", "p. 2"), (4, "body.tasks", "annex 1"), (6, "monitoring.indicators", "p. 14-18"),
    (7, "monitoring.evaluation-plan", ""), (5, "monitoring.intervention-logic", "ch. 5"),
    (8, "stakeholders.continuity", ""), (8, "stakeholders.helices", "p. 2"), (9, "ri-systems.actions", "p. 11"),
    (10, "transition.direction", ""), (11, "cooperation.networks", ""), (12, "analysis.to-measures", "p. 5"),
)  # fmt: skip

TEXTS = {
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

ACTIONS = (
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

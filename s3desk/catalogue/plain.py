"""A catalogue as plain values and back: one merged form for YAML folders, assessment files and JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from s3desk.catalogue.model import (
    Catalogue,
    Criterion,
    CriterionText,
    EvidenceKind,
    Fact,
    OfficialText,
    Question,
    QuestionText,
    Source,
    Wording,
)


def canonical(plain: object) -> bytes:
    """The one way in which equal plain values become equal bytes: sorted keys, no spaces, UTF-8."""
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def from_plain(plain: Mapping[str, Any]) -> Catalogue:
    """The catalogue of these plain values, which must have been checked (see `check`)."""
    return Catalogue(
        id=plain["id"],
        version=plain["version"],
        condition=plain["condition"],
        fund=plain["fund"],
        specific_objectives=tuple(plain["specific_objectives"]),
        celex=plain["celex"],
        reference_limit=plain["limits"]["references"],
        justification_limit=plain["limits"]["justification"],
        criteria=tuple(_criterion(part) for part in plain["criteria"]),
        sources={key: Source(key, source["title"], source.get("link", "")) for key, source in plain["sources"].items()},
        evidence_kinds=tuple(EvidenceKind(kind["id"], kind["reminder_months"]) for kind in plain["evidence_kinds"]),
        official={code: _official(code, text) for code, text in plain["official"].items() if text},
        wordings={code: _wording(code, words) for code, words in plain["wordings"].items()},
        retired=dict(plain["retired"]),
        digest=hashlib.sha256(canonical(plain)).hexdigest(),
        plain=plain,
    )


def _criterion(plain: Mapping[str, Any]) -> Criterion:
    questions = tuple(
        Question(
            id=question["id"],
            number=f"{plain['number']}.{place}",
            criterion_id=plain["id"],
            core=question["core"],
            facts=tuple(Fact(fact["id"], fact["kind"]) for fact in question["facts"]),
            sources=tuple(question["sources"]),
            renamed_from=tuple(question.get("renamed_from", ())),
        )
        for place, question in enumerate(plain["questions"], start=1)
    )
    return Criterion(plain["id"], plain["number"], plain["where_relevant"], questions)


def _official(code: str, plain: Mapping[str, Any]) -> OfficialText:
    return OfficialText(
        language=code,
        title=plain["title"],
        lead_in=plain["lead_in"],
        policy_objective=plain["policy_objective"],
        specific_objectives=dict(plain["specific_objectives"]),
        criteria=dict(plain["criteria"]),
        source=plain["source"],
    )


def _wording(code: str, plain: Mapping[str, Any]) -> Wording:
    return Wording(
        language=code,
        title=plain["title"],
        levels=tuple(plain["levels"]),
        criteria={key: CriterionText(**names) for key, names in plain["criteria"].items()},
        questions={key: _question_text(text) for key, text in plain["questions"].items()},
        evidence_kinds=dict(plain["evidence_kinds"]),
    )


def _question_text(plain: Mapping[str, Any]) -> QuestionText:
    lists = {key: tuple(plain[key]) for key in ("how", "levels", "evidence", "weaknesses")}
    return QuestionText(
        question=plain["question"],
        label=plain["label"],
        about=plain["about"],
        facts=dict(plain.get("facts", {})),
        **lists,
    )

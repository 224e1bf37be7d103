"""What is still missing in a request, and the own checks of some forms. None of it stops anybody from sending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from s3desk.basics.language import Language
from s3desk.catalogue.services import FormField, RequestForm, said
from s3desk.domain.partnership import FEWEST_REGIONS, FEWEST_STATES, member_states, partners

PARTNERSHIP, NEEDS = "partnership", "needs"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing to look at: met, not met, or (None) not answered yet; `field_id` is where it is put right.

    `own` tells that it belongs to the check of this form, and not only to an empty or too long field.
    """

    field_id: str
    words: str
    met: bool | None
    own: bool = True


def checks(
    form: RequestForm, texts: Mapping[str, str], chosen: Mapping[str, Sequence[str]], language: Language
) -> tuple[CheckLine, ...]:
    """All lines: those of the form's own check first, then fields that are empty or too long."""
    own = {PARTNERSHIP: _partnership, NEEDS: _needs}.get(form.check)
    found = list(own(form, texts, chosen, language)) if own else []
    told = {line.field_id for line in found}
    for field in form.fields:
        text, label = texts.get(field.id, ""), said(field.label, language.code)
        if field.required and not text.strip() and field.id not in told:
            found.append(CheckLine(field.id, language.text("{label} is empty.", label=label), met=False, own=False))
        if field.limit and len(text) > field.limit:
            many = language.integer(len(text) - field.limit)
            found.append(
                CheckLine(field.id, language.text("{label} is {many} characters too long.", label=label, many=many),
                          met=False, own=False)
            )  # fmt: skip
    return tuple(found)


def _partnership(
    form: RequestForm, texts: Mapping[str, str], _chosen: Mapping[str, Sequence[str]], language: Language
) -> Iterator[CheckLine]:
    """At least three regions from three Member States, a supporting community, the link to the strategies."""
    known = {field.id for field in form.fields}
    if "regions" in known:
        found = partners(texts.get("regions", ""))
        states = member_states(found)
        regions = language.plural("{n} region", "{n} regions", len(found))
        countries = language.plural("{n} Member State", "{n} Member States", states)
        yield CheckLine(
            "regions",
            language.text("{regions} from {countries}; needed are {least} from {least}.",
                          regions=regions, countries=countries, least=FEWEST_REGIONS),
            met=len(found) >= FEWEST_REGIONS and states >= FEWEST_STATES,
        )  # fmt: skip
    for field_id, met, missing in (
        ("community", language.text("The supporting community is described."),
         language.text("The supporting community is not described yet.")),
        ("link-to-strategy", language.text("The link to the strategies is described."),
         language.text("The link to the strategies is not described yet.")),
    ):  # fmt: skip
        if field_id in known:
            there = bool(texts.get(field_id, "").strip())
            yield CheckLine(field_id, met if there else missing, met=there)


def _needs(
    form: RequestForm, _texts: Mapping[str, str], chosen: Mapping[str, Sequence[str]], language: Language
) -> Iterator[CheckLine]:
    """A self-check: each field with a needed answer, and the sum of it first."""
    asked = [field for field in form.fields if field.needs]
    lines = [_need(field, chosen.get(field.id, ()), language) for field in asked]
    met, unanswered = sum(line.met is True for line in lines), sum(line.met is None for line in lines)
    sentence = language.text("{met} of {total} points are met.", met=met, total=len(lines))
    if unanswered:
        sentence += " " + language.plural("{n} is not answered.", "{n} are not answered.", unanswered)
    sentence += " " + language.text("The text of the call decides.")
    yield CheckLine("", sentence, met=None if unanswered else met == len(lines))
    yield from lines


def _need(field: FormField, chosen: Sequence[str], language: Language) -> CheckLine:
    answer = next((said(one.label, language.code) for one in field.choices if one.id in chosen), "")
    label = said(field.label, language.code)
    words = f"{label}: {answer or language.text('Not answered')}"
    unknown = not chosen or "not-known" in chosen
    return CheckLine(field.id, words, met=None if unknown else field.needs in chosen)

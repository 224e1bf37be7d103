"""What must fit between the files of a catalogue, beyond the shape of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from s3desk.catalogue.faults import Place

CrossFault = tuple[str, Place, str]
_FEWEST_CORE, _MOST_CORE = 2, 4


def cross_faults(files: Mapping[str, Any]) -> Iterator[CrossFault]:
    """Every fault between files: (file, place, text). The shape of each file must have been checked."""
    criteria = {name: content for name, content in files.items() if name.startswith("criteria/")}
    if not criteria:
        yield "catalogue.yaml", (), "there are no criteria; each has a file in criteria/"
    yield from _structure_faults(criteria, files["catalogue.yaml"])
    yield from _official_faults(criteria, files["official.yaml"])
    for code in sorted({"en"} | {name.split("/")[1] for name in files if name.startswith("texts/")}):
        yield from _text_faults(criteria, files, code)


def _structure_faults(criteria: Mapping[str, Any], catalogue: Mapping[str, Any]) -> Iterator[CrossFault]:
    numbers = sorted(content["number"] for content in criteria.values())
    ids = Counter(content["id"] for content in criteria.values())
    known = Counter(question["id"] for content in criteria.values() for question in content["questions"])
    if numbers != list(range(1, len(criteria) + 1)):
        yield "catalogue.yaml", (), f"criteria must be numbered 1 to {len(criteria)}, found {numbers}"
    for name, content in criteria.items():
        if ids[content["id"]] > 1:
            yield name, ("id",), f"criterion {content['id']!r} stands in more than one file"
        core = sum(question["core"] for question in content["questions"])
        if not _FEWEST_CORE <= core <= _MOST_CORE:
            yield name, ("questions",), f"{core} core questions; two to four are needed"
        for place, question in enumerate(content["questions"]):
            for text in _question_faults(question, content["id"], known, catalogue):
                yield name, ("questions", place), text


def _question_faults(
    question: Mapping[str, Any], criterion_id: str, known: Counter[str], catalogue: Mapping[str, Any]
) -> Iterator[str]:
    name = question["id"]
    if known[name] > 1:
        yield f"question {name!r} stands more than once"
    if not name.startswith(criterion_id + "."):
        yield f"question {name!r} must begin with {criterion_id!r}"
    for old in question.get("renamed_from", ()):
        if old in known:
            yield f"{old!r} is named as an old id of {name!r} but is still in use"
    if name in catalogue["retired"]:
        yield f"{name!r} is retired; an id is never used again"
    for source in question["sources"]:
        if source not in catalogue["sources"]:
            yield f"source {source!r} is not listed in catalogue.yaml"
    facts = Counter(fact["id"] for fact in question["facts"])
    yield from (f"fact {fact!r} stands more than once" for fact, count in facts.items() if count > 1)


def _official_faults(criteria: Mapping[str, Any], official: Mapping[str, Any]) -> Iterator[CrossFault]:
    ids = {content["id"] for content in criteria.values()}
    if official["en"] is None:
        yield "official.yaml", ("en",), "the English text is missing; other languages fall back to it"
    for code, text in official.items():
        if text is None:
            continue
        for missing in sorted(ids - text["criteria"].keys()):
            yield "official.yaml", (code, "criteria"), f"the official text of {missing!r} is missing"
        for unknown in sorted(text["criteria"].keys() - ids):
            yield "official.yaml", (code, "criteria", unknown), f"there is no criterion {unknown!r}"
        for part in ("lead_in", "policy_objective"):
            if code == "en" and not text[part]:
                yield "official.yaml", (code, part), f"{part} is empty; other languages fall back to it"


def _text_faults(criteria: Mapping[str, Any], files: Mapping[str, Any], code: str) -> Iterator[CrossFault]:
    folder = f"texts/{code}/"
    texts = {name: content for name, content in files.items() if name.startswith(folder) and "criterion" in content}
    written = {content["criterion"]: name for name, content in texts.items()}
    for content in criteria.values():
        name = written.pop(content["id"], None)
        if name is None:
            yield folder + "0-common.yaml", (), f"there is no text for criterion {content['id']!r}"
        else:
            yield from _words_faults(name, content, texts[name]["questions"])
    for unknown, name in written.items():
        yield name, ("criterion",), f"there is no criterion {unknown!r}"
    common = files.get(folder + "0-common.yaml")
    kinds = {kind["id"] for kind in files["catalogue.yaml"]["evidence_kinds"]}
    if common is None:
        yield folder + "0-common.yaml", (), "the file is missing"
    elif common["evidence_kinds"].keys() != kinds:
        different = sorted(common["evidence_kinds"].keys() ^ kinds)
        yield folder + "0-common.yaml", ("evidence_kinds",), f"kinds differ from catalogue.yaml: {different}"


def _words_faults(name: str, criterion: Mapping[str, Any], texts: Mapping[str, Any]) -> Iterator[CrossFault]:
    questions = {question["id"]: question for question in criterion["questions"]}
    for missing in sorted(questions.keys() - texts.keys()):
        yield name, ("questions",), f"the text of question {missing!r} is missing"
    for unknown in sorted(texts.keys() - questions.keys()):
        yield name, ("questions", unknown), f"there is no question {unknown!r}"
    for key in sorted(questions.keys() & texts.keys()):
        facts = {fact["id"] for fact in questions[key]["facts"]}
        labels = texts[key].get("facts", {}).keys()
        if facts != labels:
            different = sorted(facts ^ labels)
            yield name, ("questions", key, "facts"), f"fact labels differ from the structure: {different}"

"""Every kind of fault in a catalogue folder is reported with its file and line, all of them at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from s3desk.basics.errors import KnownError
from s3desk.catalogue.load import load

Edit = Callable[[str, str, str], int]
ONE, EN = "criteria/1-analysis.yaml", "texts/en/1-analysis.yaml"
QUESTION = "  - id: analysis.up-to-date\n    core: true\n"


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(KnownError) as caught:
        load(folder)
    head, *faults = str(caught.value).split("\n")
    assert head == f"The catalogue in ours has {len(faults)} faults:"
    assert all(re.match(r"[\w/.-]+\.yaml:[1-9]\d*: \S", fault) for fault in faults), faults
    return faults


# file, what is replaced, by what, which line after the replaced one is named, what the sentence says
CASES = {
    "unknown field": (ONE, QUESTION, QUESTION + "    colour: red\n", 2, "'colour' is not known here"),
    "missing field": (ONE, QUESTION, "  - id: analysis.up-to-date\n", 0, "'core' is a required property"),
    "wrong type": (ONE, "core: true", "core: maybe", 0, "'maybe' is not of type 'boolean'"),
    "key twice": (ONE, QUESTION, QUESTION + "    core: true\n", 2, "'core' stands twice"),
    "wrong id": (ONE, "id: analysis.up-to-date", "id: Analysis Up", 0, "does not match"),
    "id of another criterion": (ONE, "analysis.up-to-date", "body.up-to-date", 0, "must begin with 'analysis'"),
    "question twice": (ONE, "id: analysis.diffusion", "id: analysis.up-to-date", 0, "stands more than once"),
    "fact twice": (ONE, "{id: years, kind: text}", "{id: finished, kind: text}", -4, "fact 'finished' stands more"),
    "unknown source": (ONE, "sources: [cpr]", "sources: [nowhere]", -6, "source 'nowhere' is not listed"),
    "unknown kind of fact": (ONE, "kind: date", "kind: colour", 0, "'colour' is not one of"),
    "label too long": (EN, "label: Age of analysis and data", f"label: {'x' * 31}", 0, "is too long"),
    "blank text": (EN, "name: Analysis", "name: '  '", 0, "does not match"),
    "control character": (EN, "name: Analysis", 'name: "Ana\\x07lysis"', 0, "does not match"),
    "fact without label": (EN, "      years: Years the data cover\n", "", -2, "fact labels differ"),
    "unknown question": (EN, "  analysis.diffusion:", "  analysis.confusion:", 0, "no question 'analysis.confusion'"),
    "unknown criterion": (EN, "criterion: analysis", "criterion: banalysis", 0, "there is no criterion 'banalysis'"),
    "tab": (ONE, "number: 1", "\tnumber: 1", 0, "tab character"),
    "broken bracket": (ONE, "sources: [cpr]", "sources: [cpr", 1, "expected ',' or ']'"),
    "foreign object": (ONE, "core: true", "core: !!python/name:os.system ''", 0, "could not determine a constructor"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_fault_is_named_with_file_and_line(folder: Path, edit: Edit, case: str) -> None:
    name, old, new, offset, sentence = CASES[case]
    line = edit(name, old, new) + offset
    assert any(fault.startswith(f"{name}:{line}: ") and sentence in fault for fault in faults_of(folder)), (
        line,
        faults_of(folder),
    )


def test_all_faults_come_at_once_from_all_files(folder: Path, edit: Edit) -> None:
    edit(ONE, "core: true", "core: maybe")
    edit("criteria/2-body.yaml", "number: 2", "number: two")
    edit("catalogue.yaml", "references: 500", "references: 0")
    edit("texts/de/3-monitoring.yaml", "criterion: monitoring", "criterion: [monitoring]")
    assert [fault.split(":")[0] for fault in faults_of(folder)] == [
        "catalogue.yaml", ONE, "criteria/2-body.yaml", "texts/de/3-monitoring.yaml"
    ]  # fmt: skip


def test_files_that_cannot_be_read_do_not_hide_each_other(folder: Path) -> None:
    (folder / ONE).write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (folder / "criteria/2-body.yaml").write_text("a: [", encoding="utf-8")
    (folder / "official.yaml").unlink()
    (folder / "criteria/9-folder.yaml").mkdir()
    found = "\n".join(faults_of(folder))
    assert all(name in found for name in (ONE, "2-body", "official.yaml:1: the file is missing", "9-folder"))


def test_too_many_core_questions(folder: Path) -> None:
    path = folder / ONE
    path.write_text(path.read_text(encoding="utf-8").replace("core: false", "core: true"), encoding="utf-8")
    assert faults_of(folder) == [f"{ONE}:4: 10 core questions; two to four are needed"]


def test_a_question_without_text_is_named_in_both_languages(folder: Path, edit: Edit) -> None:
    edit(ONE, "questions:\n", "questions:\n  - {id: analysis.new, core: false, facts: [], sources: []}\n")
    found = faults_of(folder)
    assert len(found) == 2
    assert all("the text of question 'analysis.new' is missing" in fault for fault in found)
    assert {fault.split("/")[1] for fault in found} == {"de", "en"}


def test_two_criteria_with_one_number(folder: Path, edit: Edit) -> None:
    edit("criteria/2-body.yaml", "number: 2", "number: 1")
    assert "catalogue.yaml:1: criteria must be numbered 1 to 7, found [1, 1, 3, 4, 5, 6, 7]" in faults_of(folder)


def test_a_missing_criterion_leaves_texts_without_home(folder: Path) -> None:
    (folder / "criteria/7-cooperation.yaml").unlink()
    found = faults_of(folder)
    assert "texts/de/7-cooperation.yaml:1: there is no criterion 'cooperation'" in found
    assert any(fault.startswith("official.yaml") and "'cooperation'" in fault for fault in found)


def test_official_english_must_be_there_and_other_languages_may_wait(folder: Path) -> None:
    (folder / "official.yaml").write_text("en:\n", encoding="utf-8")
    assert "official.yaml:1: the English text is missing; other languages fall back to it" in faults_of(folder)


def test_a_folder_without_criteria_is_no_catalogue(folder: Path) -> None:
    for path in [*folder.glob("criteria/*"), *folder.glob("texts/*/[1-7]*")]:
        path.unlink()
    official = "{source: x, title: x, lead_in: x, policy_objective: x, specific_objectives: {}, criteria: {}}"
    (folder / "official.yaml").write_text(f"en: {official}\n", encoding="utf-8")
    assert "catalogue.yaml:1: there are no criteria; each has a file in criteria/" in faults_of(folder)


def test_a_new_evidence_kind_needs_its_words(folder: Path, edit: Edit) -> None:
    edit("catalogue.yaml", "{id: other,", "{id: rumour, reminder_months: 1}\n  - {id: other,")
    assert len([fault for fault in faults_of(folder) if "kinds differ from catalogue.yaml: ['rumour']" in fault]) == 2


def test_ids_are_for_ever(folder: Path, edit: Edit) -> None:
    """A retired id may not be used again, and a renamed question's old id may not be in use."""
    edit("catalogue.yaml", "retired: {}", "retired: {analysis.diffusion: dropped in 2027}")
    edit(ONE, QUESTION, QUESTION + "    renamed_from: [analysis.digital]\n")
    found = "\n".join(faults_of(folder))
    assert "'analysis.diffusion' is retired; an id is never used again" in found
    assert "'analysis.digital' is named as an old id of 'analysis.up-to-date' but is still in use" in found


def test_tombstones_are_kept(folder: Path, edit: Edit) -> None:
    edit("catalogue.yaml", "retired: {}", "retired: {analysis.gone: merged into analysis.diffusion}")
    edit(ONE, QUESTION, QUESTION + "    renamed_from: [analysis.age]\n")
    catalogue = load(folder)
    assert catalogue.retired == {"analysis.gone": "merged into analysis.diffusion"}
    assert catalogue.question("analysis.up-to-date").renamed_from == ("analysis.age",)
    assert not catalogue.knows("analysis.gone")


@pytest.mark.parametrize("what", ["nowhere", "catalogue.yaml"])
def test_what_is_not_a_folder_is_said_to_be_none(folder: Path, what: str) -> None:
    with pytest.raises(KnownError, match="is not a folder"):
        load(folder / what)

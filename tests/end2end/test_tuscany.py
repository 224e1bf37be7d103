"""A real case, entered through the window from the start page to the reports, and read back by other programs."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt

from s3desk.basics.resources import resource
from s3desk.desktop.pages.start import StartPage
from s3desk.desktop.window import MainWindow
from s3desk.domain.content import Content
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
    Programme,
    Purpose,
    Record,
    SavedBecause,
    SavedVersion,
    Step,
    Strategy,
    Territory,
)
from tests.end2end import next_year
from tests.end2end.driving import click, shortcut
from tests.end2end.officer import Case, create_reports, enter

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning"),
]
CASE: Case = yaml.safe_load((Path(__file__).parents[1] / "cases" / "tuscany.yaml").read_text(encoding="utf-8"))
TYPOGRAPHY = "’“”èùàÈì"
_TOKEN = re.compile(r"\bE(\d\d)\b")
_LISTED = re.compile(r"(?<=E\d\d), (?=E\d\d)")
"""The comma of a list: a semicolon stands there once titles with commas of their own are written out."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What the officer left: the content of the reopened file, and the folder with the reports."""

    window: MainWindow
    content: Content
    core: tuple[tuple[str, str], ...]
    reports: Path

    def report(self, end: str) -> Path:
        """The one report whose name ends so."""
        (path,) = self.reports.glob(f"*{end}")
        return path


@pytest.fixture(scope="module")
def entered(office: MainWindow, home: Path) -> Entered:
    """The case entered, exported, closed, and opened again from the start page."""
    enter(office, CASE, home / "documents" / "Toscana S3.s3desk")
    reports = home / "reports"
    reports.mkdir()
    create_reports(office, reports)
    shortcut(office, Qt.Key.Key_W)
    assert not office.has_file
    start = office.page
    assert isinstance(start, StartPage)
    assert start.recent.go_on.accessibleName() == "Continue Toscana S3"
    click(start.recent.go_on)
    core = tuple((one.criterion_id, one.id) for one in office.workspace.catalogue.questions if one.core)
    return Entered(office, office.workspace.content, core, reports)


# The file


def test_the_file_tells_what_it_is_about(entered: Entered) -> None:
    about, strategy, programme = CASE["assessment"], CASE["strategy"], CASE["programme"]
    languages = (about["language"], about["second_language"])
    found = entered.content.assessment()
    assert found == Assessment(ASSESSMENT, about["authority"], about["unit"], *languages, identity=found.identity)
    assert len(found.identity) == 32
    (check,) = entered.content.all(Check)
    assert (check.name, check.purpose) == (about["check"], Purpose(about["purpose"]))
    place = {"name": CASE["territory"]["name"], "code": CASE["territory"]["code"], "country": "IT"}
    assert values(entered.content, Territory, *place) == [place]
    typed = {**strategy, "adopted_on": day(strategy["adopted_on"])}
    assert values(entered.content, Strategy, *typed) == [typed]
    typed = {**programme, "status_date": day(programme["status_date"]), "objectives": tuple(programme["objectives"])}
    assert values(entered.content, Programme, *typed) == [typed]


def test_the_file_holds_every_answer_and_no_other(entered: Entered) -> None:
    expected = {key: Answer(key, AnswerState.RATED, CASE["ratings"][criterion]) for criterion, key in entered.core}
    for low in CASE["low_ratings"]:
        expected[low["question"]] = Answer(low["question"], AnswerState.RATED, low["rating"], comment=low["comment"])
    for other in CASE["other_answers"]:
        fields = {name: value for name, value in other.items() if name not in ("question", "state", "source")}
        source = other.get("source", "")
        expected[other["question"]] = Answer(
            other["question"], AnswerState(other["state"]), held_source=source, **fields
        )
    assert {answer.id: answer for answer in entered.content.all(Answer)} == expected
    assert entered.content.all(FactValue) == ()


def test_the_file_holds_decisions_and_texts_to_the_letter(entered: Entered) -> None:
    assert {fulfilment.id for fulfilment in entered.content.all(Fulfilment)} == set(CASE["fulfilment"])
    for criterion, texts in CASE["fulfilment"].items():
        found, proof = entered.content.fulfilment(criterion), CASE["proof"].get(criterion, {})
        assert found.decision is Decision.YES
        assert (found.references, found.justification) == (texts["references"], texts["justification"])
        assert found.second_justification == texts.get("second_justification", "")
        assert (found.met_at, found.proof_holder) == (proof.get("met_at"), proof.get("holder", ""))
        nothing = (found.second_references, found.agreed_with, found.agreed_on, found.target)
        assert nothing == ("", "", None, None)


def test_the_file_holds_documents_their_uses_and_the_actions(entered: Entered) -> None:
    typed = [
        {"number": number, "title": one["title"], "short_title": one["short"], "kind": one["kind"],
         "issuer": one["issuer"], "dated": day(one["dated"]), "link": one["link"], "sha256": ""}
        for number, one in enumerate(CASE["evidence"], start=1)
    ]  # fmt: skip
    assert values(entered.content, Evidence, *typed[0]) == typed
    marks = {evidence.id: f"E{evidence.number:02}" for evidence in entered.content.all(Evidence)}
    uses = {(marks[use.evidence_id], use.question_id): use.pages for use in entered.content.all(EvidenceUse)}
    assert uses == {(mark, question): pages for mark, rows in CASE["uses"].items() for question, pages in rows.items()}
    planned = [
        {**low["action"], "due": day(low["action"]["due"]), "question_id": low["question"], "number": number,
         "criterion_id": low["question"].partition(".")[0], "outgoing": False}
        for number, low in enumerate(CASE["low_ratings"], start=1)
    ]  # fmt: skip
    assert values(entered.content, Action, *planned[0]) == planned


# The reports


def test_every_output_was_written_in_both_profiles(entered: Entered) -> None:
    names = {re.sub(r"\d{4}-\d\d-\d\d", "DATE", path.name) for path in entered.reports.iterdir()}
    both = {f"iti1-s3-DATE-{what}-{profile}{suffix}" for profile in ("outgoing", "internal")
            for what, suffix in (("report", ".pdf"), ("workbook", ".xlsx"), ("data", ".json"))}  # fmt: skip
    assert names >= both | {"iti1-s3-DATE-table12.pdf", "iti1-s3-DATE-table12.xlsx"}


@pytest.mark.parametrize("end", ["report-outgoing.pdf", "report-internal.pdf", "table12.pdf"])
def test_pypdf_reads_the_texts_in_the_pdf(entered: Entered, end: str) -> None:
    texts = "".join(page.extract_text() for page in PdfReader(entered.report(end)).pages)
    assert_texts_in(texts)


@pytest.mark.needs_poppler
@pytest.mark.parametrize("end", ["report-outgoing.pdf", "report-internal.pdf", "table12.pdf"])
def test_poppler_reads_the_texts_in_the_pdf(entered: Entered, end: str) -> None:
    command = ["pdftotext", "-enc", "UTF-8", "-raw", str(entered.report(end)), "-"]
    assert_texts_in(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode())


@pytest.mark.parametrize("end", ["workbook-outgoing.xlsx", "workbook-internal.xlsx", "table12.xlsx"])
def test_openpyxl_reads_the_texts_in_the_workbook(entered: Entered, end: str) -> None:
    assert_texts_in(cells_of(entered.report(end)))


@pytest.mark.needs_libreoffice
def test_libreoffice_reads_the_texts_in_the_workbooks(entered: Entered, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    files = [str(path) for path in entered.reports.glob("*.xlsx")]
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    converted = sorted((tmp_path / "out").iterdir())
    assert len(converted) == len(files)
    for path in converted:
        assert_texts_in(cells_of(path))


@pytest.mark.parametrize("profile", ["outgoing", "internal"])
def test_the_data_keep_to_their_schema_and_to_the_file(entered: Entered, profile: str) -> None:
    data = json.loads(entered.report(f"data-{profile}.json").read_text(encoding="utf-8"))
    schema = json.loads(resource("schemas", "data.schema.json").read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(data))
    assert data["profile"] == profile
    found = {one["id"]: one for one in data["records"]["fulfilment"]}
    assert {key: one["justification"] for key, one in found.items()} == {
        key: texts["justification"] for key, texts in CASE["fulfilment"].items()
    }
    assert len(data["records"]["evidence"]) == len(CASE["evidence"])


def test_the_internal_forms_hold_ratings_comments_and_actions(entered: Entered) -> None:
    told = [text for low in CASE["low_ratings"] for text in (low["comment"], low["action"]["title"])]
    for text in (words_of(entered, "internal"), cells_of(entered.report("workbook-internal.xlsx"))):
        for one in told:
            assert bare(one) in bare(text)
    data = json.loads(entered.report("data-internal.json").read_text(encoding="utf-8"))
    rated = {one["id"]: one["rating"] for one in data["records"]["answer"] if one["state"] == "rated"}
    assert len(rated) == len(entered.core) + len(CASE["low_ratings"])


def test_the_outgoing_forms_hold_nothing_of_the_office(entered: Entered) -> None:
    private = [text for low in CASE["low_ratings"] for text in (low["comment"], *low["action"].values())]
    private = [text for text in private if text not in ("Nucleo tecnico S3", "Organismo di gestione")]
    private += [
        other[key] for other in CASE["other_answers"] for key in ("reason", "held_by", "source") if key in other
    ]
    ratings = ["To be improved", "of 10 rated", "Average rating", "Open points", "Core questions without"]
    read = [words_of(entered, "outgoing"), cells_of(entered.report("workbook-outgoing.xlsx"))]
    read.append(cells_of(entered.report("table12.xlsx")))
    for text in read:
        assert not [one for one in (*private, *ratings) if bare(one) in bare(text)]
    data = json.loads(entered.report("data-outgoing.json").read_text(encoding="utf-8"))
    assert not [one for one in private if one in json.dumps(data, ensure_ascii=False)]
    assert not {"answer", "action", "person"} & {kind for kind, rows in data["records"].items() if rows}


# What both sides are compared by


# A year later


@pytest.fixture(scope="module")
def checked_again(entered: Entered) -> Content:
    """The second yearly check of the same file."""
    next_year.check_again(entered.window, CASE["second_check"])
    return entered.window.workspace.content


def test_the_second_check_keeps_all_answers_but_the_one_that_is_better(
    entered: Entered, checked_again: Content
) -> None:
    better = CASE["second_check"]["better"]
    for before in entered.content.all(Answer):
        now = checked_again.answer(before.id)
        if before.id == better["question"]:
            assert (now.rating, now.comment) == (better["rating"], better["comment"])
        else:
            assert now == before


def test_nothing_is_left_to_confirm_after_the_second_check(checked_again: Content) -> None:
    assert [answer.id for answer in checked_again.all(Answer) if answer.to_confirm] == []
    assert [one.id for one in checked_again.all(Fulfilment) if one.to_confirm] == []
    check = checked_again.check()
    assert check is not None
    assert check.name == CASE["second_check"]["name"]


def test_the_second_check_saved_what_was_and_who_looked_at_it(checked_again: Content) -> None:
    because = {version.because for version in checked_again.all(SavedVersion)}
    assert because == {SavedBecause.NEW_CHECK, SavedBecause.STATUS}
    assert checked_again.step() is Step.CHECKED


def test_the_report_of_the_second_year_tells_what_changed(entered: Entered, checked_again: Content) -> None:
    known = set(entered.reports.glob("*.pdf"))
    next_year.create_report(entered.window)
    (made,) = set(entered.reports.glob("*.pdf")) - known
    words = bare("".join(page.extract_text() for page in PdfReader(made).pages))
    assert bare(CASE["second_check"]["better"]["comment"]) in words
    first = next(one for one in checked_again.all(SavedVersion) if one.because is SavedBecause.NEW_CHECK)
    assert first.name in " ".join(page.extract_text() for page in PdfReader(made).pages)


def day(text: str) -> date | None:
    """The day of the case, written day.month.year."""
    numbers = [int(part) for part in text.split(".") if part]
    return date(*reversed(numbers)) if numbers else None


def values(content: Content, kind: type[Record], *names: str) -> list[dict[str, Any]]:
    """Some fields of all records of a kind."""
    return [{name: getattr(record, name) for name in names} for record in content.all(kind)]


def bare(text: str) -> str:
    """A text without white space: lines are broken where a page or cell ends."""
    return "".join(text.split())


@cache
def written() -> tuple[str, ...]:
    """What must stand in each form: texts with evidence written out, links of all documents, titles and names."""
    short = {f"{number:02}": one["short"] for number, one in enumerate(CASE["evidence"], start=1)}
    justifications = [
        _TOKEN.sub(lambda found: short[found[1]], _LISTED.sub("; ", texts["justification"]))
        for texts in CASE["fulfilment"].values()
    ]
    assert set(TYPOGRAPHY) <= set("".join(justifications))
    named = _TOKEN.findall(" ".join(texts["references"] for texts in CASE["fulfilment"].values()))
    links = [one["link"] for one in CASE["evidence"]]
    return (*justifications, *(short[number] for number in named), *links, CASE["programme"]["title"])


def assert_texts_in(text: str) -> None:
    """Every text of the case stands there to the letter, accents and quotation marks unharmed."""
    found = bare(text)
    assert not [one for one in written() if bare(one) not in found]
    assert not set("\ufffd\u25a1") & set(found)


def words_of(entered: Entered, profile: str) -> str:
    """All words of a report."""
    return "".join(page.extract_text() for page in PdfReader(entered.report(f"report-{profile}.pdf")).pages)


def cells_of(path: Path) -> str:
    """All cells of a workbook."""
    book = load_workbook(path, data_only=True)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)

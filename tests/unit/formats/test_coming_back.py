"""A workbook that comes back: what was filled in is proposed, nothing else, and it is taken in one step."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from openpyxl import load_workbook

from s3desk.basics.errors import CancelledError, KnownError
from s3desk.basics.language import Language
from s3desk.domain.profile import Profile
from s3desk.domain.records import Action, AnswerState, Evidence, EvidenceUse, Purpose, Record
from s3desk.domain.texts import clean
from s3desk.formats import verifying
from s3desk.formats.excel import coming_back
from s3desk.formats.xml_text import xml_text
from s3desk.operations import acting, answering, evidencing, versioning
from s3desk.operations.proposing import take_proposals
from s3desk.workspace.workspace import Workspace
from tests.builders import empty_records, workspace_of
from tests.hostile import HOSTILE_TEXTS, hostile_records
from tests.strategies import whole_records
from tests.unit.formats.filled_workbooks import fill_in, identified, proposed, sent, shown, valdoria
from tests.unit.formats.foreign_workbooks import repacked
from tests.valdoria_texts import COMMENTS

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = valdoria(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the file that each test begins with."""
    folder = tmp_path_factory.mktemp("sent")
    made = valdoria(folder)
    path = sent(made, folder / "sent.xlsx")
    made.close()
    return path


def taken(workspace: Workspace, path: Path) -> None:
    picture = proposed(path, workspace)
    take_proposals(workspace, picture.workbook, [row.proposal for row in picture.rows])


# Nothing was filled in


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("records", [empty_records, hostile_records])
def test_what_nobody_filled_in_proposes_nothing(
    tmp_path: Path, records: Callable[[], tuple[Record, ...]], language: str
) -> None:
    workspace = workspace_of(tmp_path, identified(records()))
    picture = proposed(sent(workspace, tmp_path / "sent.xlsx", language=language), workspace)
    workspace.close()
    assert (picture.groups, picture.refused, picture.notes) == ((), (), ())


@pytest.mark.slow
@given(whole_records())
@hypothesis_settings(max_examples=12)
def test_of_no_content_anything_is_proposed_when_nothing_was_filled_in(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    workspace = workspace_of(folder, records)
    for profile in Profile:
        assert verifying.verify(sent(workspace, folder / "v.xlsx", profile), Language()).agrees
    for place in (sent(workspace, folder / "a.xlsx"), fill_in(folder / "a.xlsx", folder / "b.xlsx", {})):
        picture = proposed(place, workspace)
        assert (picture.groups, picture.refused, picture.notes) == ((), (), ())
    workspace.close()


# What was filled in


FIRST_COMMENT = COMMENTS["analysis.up-to-date"]
ANSWERS = {
    "Answers!C5": 2,
    "Answers!C6": "Elsewhere",
    "Answers!F6": "Ministry, S3 portal",
    "Answers!C8": " not known ",
    "Answers!C12": "5",
    "Answers!C13": None,
    "Answers!E5": "Twice a year.\nSince 2024.",
    "Answers!G9": "E02, p. 3-7; E1",
}


def test_answers_are_proposed_with_both_sides(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    picture = proposed(fill_in(workbook, tmp_path / "filled.xlsx", ANSWERS), workspace)
    assert shown(picture) == [
        ("1.1", "Rating", "4 Strong", "2 To be improved"),
        ("1.1", "Comment", FIRST_COMMENT, "Twice a year.\nSince 2024."),
        ("1.2", "Rating", "4 Strong", "Held at another level: Ministry, S3 portal"),
        ("1.4", "Rating", "5 Excellent", "Not known"),
        ("1.5", "Evidence", "", "E01; E02, p. 3-7"),
        ("1.8", "Rating", "3 Fair", "5 Excellent"),
        ("1.9", "Rating", "3 Fair", "Open"),
    ]
    assert [group.title for group in picture.groups] == ["1 Up-to-date analysis"]
    assert picture.refused == ()
    assert picture.notes == ()
    assert picture.about == "Valdoria, workbook of 16 November 2026"


def test_what_is_accepted_is_one_step_that_names_the_workbook(
    workspace: Workspace, workbook: Path, tmp_path: Path
) -> None:
    before, steps = workspace.content, len(workspace.history())
    taken(workspace, fill_in(workbook, tmp_path / "filled.xlsx", ANSWERS))
    content = workspace.content
    first, second = (question.id for question in workspace.catalogue.questions[:2])
    assert (content.answer(first).rating, content.answer(first).comment) == (2, "Twice a year.\nSince 2024.")
    held = content.answer(second)
    assert (held.state, held.rating, held.held_by, held.held_source) == (
        AnswerState.ELSEWHERE, None, "Ministry", "S3 portal",
    )  # fmt: skip
    entry = workspace.history()[-1]
    assert len(workspace.history()) == steps + 1
    assert entry.label.format(**entry.values) == "Take changes from filled.xlsx"
    assert shown(proposed(tmp_path / "filled.xlsx", workspace)) == []
    workspace.undo()
    assert workspace.content == before


def test_hostile_texts_are_taken_as_they_are_written(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    wanted = {}
    for row, (question, written) in enumerate(zip(workspace.catalogue.questions, HOSTILE_TEXTS, strict=False), start=5):
        text = xml_text(written)
        cell = book["Answers"].cell(row, 5, text)
        cell.data_type = "s"
        wanted[question.id] = "and \u2028 and \ufffd" if "x000D" in written else clean(text).strip()
    book.save(tmp_path / "filled.xlsx")
    taken(workspace, tmp_path / "filled.xlsx")
    found = {key: workspace.content.answer(key).comment for key in wanted}
    assert found == wanted
    assert shown(proposed(tmp_path / "filled.xlsx", workspace)) == []


def test_evidence_and_actions_are_proposed(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    cells = {
        "Evidence!B5": "A new title",
        "Evidence!D5": "law",
        "Evidence!F5": date(2026, 5, 1),
        "Evidence!G5": "31.12.2027",
        "Evidence!I5": "www.valdoria.example",
        "Actions!D5": "Another action",
        "Actions!E5": "1 March 2028",
        "Actions!F5": "Done",
        "Actions!J5": 12.5,
    }
    taken(workspace, fill_in(workbook, tmp_path / "filled.xlsx", cells))
    evidence, action = workspace.content.all(Evidence)[0], workspace.content.all(Action)[0]
    assert (evidence.title, evidence.kind, evidence.dated, evidence.valid_until, evidence.link) == (
        "A new title", "law", date(2026, 5, 1), date(2027, 12, 31), "https://www.valdoria.example",
    )  # fmt: skip
    assert (action.title, action.due, action.status.value, action.money) == (
        "Another action", date(2028, 3, 1), "done", "12.5",
    )  # fmt: skip


def test_a_german_workbook_is_read_in_its_own_words(workspace: Workspace, tmp_path: Path) -> None:
    path = sent(workspace, tmp_path / "sent.xlsx", language="de")
    cells = {"Antworten!C5": "nicht bekannt", "Nachweise!F5": "3. März 2027", "Maßnahmen!F5": "Erledigt"}
    picture = proposed(fill_in(path, tmp_path / "filled.xlsx", cells), workspace)
    assert [after for *_, after in shown(picture)] == ["Not known", "3 March 2027", "Done"]


def test_uses_of_evidence_are_replaced_and_keep_their_ids(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    use = workspace.content.all(EvidenceUse)[0]
    row = [question.id for question in workspace.catalogue.questions].index(use.question_id) + 5
    number = {one.id: one.number for one in workspace.content.all(Evidence)}[use.evidence_id]
    taken(workspace, fill_in(workbook, tmp_path / "a.xlsx", {f"Answers!G{row}": f"E{number}, p. 99; E03"}))
    uses = {one.evidence_id: one for one in workspace.content.all(EvidenceUse) if one.question_id == use.question_id}
    assert uses[use.evidence_id].id == use.id
    assert uses[use.evidence_id].pages == "p. 99"
    assert len(uses) == 2
    taken(workspace, fill_in(workbook, tmp_path / "b.xlsx", {f"Answers!G{row}": None}))
    assert not [one for one in workspace.content.all(EvidenceUse) if one.question_id == use.question_id]


def test_other_ways_to_write_the_same_cells_are_no_changes(
    workspace: Workspace, workbook: Path, tmp_path: Path
) -> None:
    """As the strict form of the format has dates, and as some programs name every element."""

    def other(name: str, content: bytes) -> bytes:
        if name == "xl/worksheets/sheet5.xml":
            day = re.compile(rb't="n"><v>(4[0-9]{4})</v>')
            content = day.sub(lambda found: b't="d"><v>%sT00:00:00</v>' % iso_day(int(found[1])), content)
        if name == "xl/worksheets/sheet2.xml":
            content = re.sub(rb"<(/?)(row|c|v|is|t|f)(?=[ />])", rb"<\1x:\2", content)
            main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            content = content.replace(main, main + b" " + main.replace(b"xmlns", b"xmlns:x"))
        return content

    changed = repacked(workbook.read_bytes(), other)
    (tmp_path / "other.xlsx").write_bytes(changed)
    picture = proposed(tmp_path / "other.xlsx", workspace)
    assert (picture.rows, picture.refused, picture.notes) == ((), (), ())


def iso_day(number: int) -> bytes:
    return (date(1899, 12, 30) + timedelta(days=number)).isoformat().encode()


# What is in the file by now


def test_what_the_file_changed_meanwhile_is_a_conflict_and_nothing_else_is_proposed(
    workspace: Workspace, workbook: Path, tmp_path: Path
) -> None:
    first, second = (question.id for question in workspace.catalogue.questions[:2])
    answering.comment(workspace, first, "Written in the window")
    answering.rate(workspace, second, 0)
    picture = proposed(
        fill_in(workbook, tmp_path / "a.xlsx", {"Answers!E5": "In the workbook", "Answers!C5": 1}), workspace
    )
    assert [(row.field, row.overtaken) for row in picture.rows] == [("Rating", False), ("Comment", True)]
    answering.comment(workspace, first, "In the workbook")
    assert [row.field for row in proposed(tmp_path / "a.xlsx", workspace).rows] == ["Rating"]


def test_what_was_removed_meanwhile_stays_removed(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    path = fill_in(workbook, tmp_path / "a.xlsx", {"Evidence!B5": "Other", "Actions!D5": "Other"})
    before = proposed(path, workspace)
    evidencing.remove(workspace, workspace.content.all(Evidence)[0].id)
    acting.remove(workspace, workspace.content.all(Action)[0].id)
    picture = proposed(path, workspace)
    assert picture.rows == ()
    assert [cell.place for cell in picture.refused] == ["Evidence, B5", "Actions, D5"]
    now = workspace.content
    take_proposals(workspace, "a.xlsx", [row.proposal for row in before.rows])
    assert workspace.content == now


def test_another_check_is_said(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    versioning.start_check(workspace, "Autumn 2027", Purpose.CONTINUED)
    picture = proposed(fill_in(workbook, tmp_path / "a.xlsx", {"Answers!C5": 1}), workspace)
    assert picture.notes == ("The workbook was written in another check: Check 2026.",)
    assert not picture.rows[0].overtaken


# What cannot be taken


@pytest.mark.parametrize(("place", "value", "reason"), [
    ("Answers!C5", 7, "is not on the scale"),
    ("Answers!C5", 2.5, "is not on the scale"),
    ("Answers!C5", -1, "is not on the scale"),
    ("Answers!C5", True, "is not on the scale"),
    ("Answers!C5", date(2026, 5, 1), "is not on the scale"),
    ("Answers!C5", "very good", "is not on the scale"),
    ("Answers!C5", "=2+2", "The cell holds a formula."),
    ("Answers!C5", "#REF!", "The cell shows an error."),
    ("Answers!C11", "N/A", "always applies"),
    ("Answers!F5", "because", "A reason belongs only to"),
    ("Answers!E5", '=HYPERLINK("https://bad.example","x")', "The cell holds a formula."),
    ("Answers!E5", "=cmd|' /C calc'!A0", "The cell holds a formula."),
    ("Answers!E5", True, "true or false"),
    ("Answers!E5", date(2026, 5, 1), "The cell holds a date"),
    ("Answers!E5", "x" * 30_001, "A field holds 30000"),
    ("Answers!G5", "E99", "There is no document E99."),
    ("Answers!G5", "the report", "names no document"),
    ("Evidence!B5", None, "The title is missing."),
    ("Evidence!D5", "Rumour", "is not in the list"),
    ("Evidence!F5", True, "This is not a date."),
    ("Evidence!F5", "31.2.2027", "has 28 days"),
    ("Evidence!I5", "javascript:alert(1)", "This is not a web address."),
    ("Actions!D5", "  ", "The title is missing."),
    ("Actions!F5", "Late", "is not in the list"),
])  # fmt: skip
def test_a_wrong_value_is_named_with_its_cell_and_remedy(
    workspace: Workspace, workbook: Path, tmp_path: Path, place: str, value: object, reason: str
) -> None:
    other = "Answers!E7"
    picture = proposed(fill_in(workbook, tmp_path / "a.xlsx", {place: value, other: "Fine"}), workspace)
    (refused,) = picture.refused
    assert refused.place == place.replace("!", ", ")
    assert reason in refused.reason
    assert refused.remedy
    assert refused.spot
    assert [row.field for row in picture.rows] == ["Comment"]


def test_a_row_that_stands_twice_is_refused(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    sheet = book["Answers"]
    for column in range(1, sheet.max_column + 1):
        sheet.cell(79, column).value = sheet.cell(7, column).value
    sheet["E79"] = "The same question again"
    book.save(tmp_path / "a.xlsx")
    picture = proposed(tmp_path / "a.xlsx", workspace)
    assert picture.rows == ()
    assert {cell.reason for cell in picture.refused} == {"The row stands twice in the sheet."}
    assert "Answers, E79" in [cell.place for cell in picture.refused]


def test_a_filled_cell_that_a_merge_hides_is_refused(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    book["Answers"].merge_cells("C5:C6")
    book.save(tmp_path / "a.xlsx")
    picture = proposed(tmp_path / "a.xlsx", workspace)
    assert [(cell.place, cell.reason) for cell in picture.refused] == [
        ("Answers, C6", "The cell is merged with another one.")
    ]
    assert picture.rows == ()


def test_grey_cells_are_named_and_not_taken(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    cells = {"Answers!B5": "Another question", "Table 12 2021IT16RFPR099!F5": "N", "Answers!M300": "stray"}
    picture = proposed(fill_in(workbook, tmp_path / "a.xlsx", cells), workspace)
    assert picture.rows == ()
    (note,) = picture.notes
    assert note.startswith("Grey cells were changed. They are not taken: Answers, B5; Answers, M300; Table 12")


# What people do with sheets


def test_rows_may_be_sorted_columns_moved_and_sheets_removed(
    workspace: Workspace, workbook: Path, tmp_path: Path
) -> None:
    book = load_workbook(fill_in(workbook, tmp_path / "a.xlsx", {"Answers!C5": 1, "Actions!D5": "Other"}))
    sheet = book["Answers"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=77)]
    for number, row in enumerate(reversed(rows), start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    sheet.insert_cols(3, 2)
    sheet.insert_rows(1, 3)
    del book["Evidence"], book["Summary"]
    book.save(tmp_path / "b.xlsx")
    picture = proposed(tmp_path / "b.xlsx", workspace)
    assert [(spot, field, after) for spot, field, _, after in shown(picture)] == [
        ("1.1", "Rating", "1 Poor"), ("A-01", "Title", "Other"),
    ]  # fmt: skip
    assert "What is missing in the workbook stays in the file: Summary; Evidence." in picture.notes


def test_a_missing_column_or_row_deletes_nothing(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    book["Answers"].delete_cols(5)
    book["Answers"].delete_rows(6)
    book.save(tmp_path / "a.xlsx")
    picture = proposed(tmp_path / "a.xlsx", workspace)
    assert (picture.rows, picture.refused) == ((), ())
    assert picture.notes == (
        "What is missing in the workbook stays in the file: Answers: Comment; Answers: analysis.diffusion.",
    )


# Whose workbook it is


def refuse(path: Path, workspace: Workspace, sentence: str) -> None:
    with pytest.raises(KnownError) as caught:
        proposed(path, workspace)
    assert sentence in str(caught.value)
    assert "Nothing was changed" in str(caught.value)
    assert caught.value.hint


def test_an_outgoing_workbook_has_nothing_to_fill_in(workspace: Workspace, tmp_path: Path) -> None:
    refuse(sent(workspace, tmp_path / "a.xlsx", Profile.OUTGOING), workspace, "it has no cells to fill in")


def test_a_workbook_of_another_assessment_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    other = workspace_of(folder, identified(empty_records(), "other"))
    refuse(sent(other, tmp_path / "a.xlsx"), workspace, "belongs to another assessment (Autonomous Region of Valdoria)")
    other.close()


def test_another_question_set_is_refused(workspace: Workspace, workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    for row in book["Lists"].iter_rows(max_col=2):
        if row[0].value in ("catalogue version", "catalogue digest"):
            row[1].value = "0.9"
    book.save(tmp_path / "a.xlsx")
    refuse(tmp_path / "a.xlsx", workspace, "was written with another question set (s3-enabling-condition-2021-2027 0.9")


def test_a_workbook_fits_copies_of_its_file(workbook: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    copy = valdoria(folder)
    assert len(proposed(fill_in(workbook, tmp_path / "a.xlsx", {"Answers!C5": 1}), copy).rows) == 1
    copy.close()


def test_the_user_can_stop_it(workbook: Path) -> None:
    def stop(done: int, total: int, step: str = "") -> None:
        if (done, total, step) == (1, 2, "sent.xlsx"):
            raise CancelledError

    with pytest.raises(CancelledError):
        coming_back.read(workbook, stop)


@pytest.mark.slow
@pytest.mark.needs_libreoffice
def test_a_workbook_that_libreoffice_saved_comes_back(tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path, identified(hostile_records()))
    sent(workspace, tmp_path / "plain.xlsx")
    fill_in(tmp_path / "plain.xlsx", tmp_path / "filled.xlsx", {"Answers!C5": 2, "Answers!E6": "Ünder & <b>\nnew"})
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    files = [str(tmp_path / name) for name in ("plain.xlsx", "filled.xlsx")]
    subprocess.run([*command, *convert, *files], check=True, capture_output=True, timeout=110)
    plain = proposed(tmp_path / "out" / "plain.xlsx", workspace)
    assert (plain.rows, plain.refused, plain.notes) == ((), (), ())
    filled = proposed(tmp_path / "out" / "filled.xlsx", workspace)
    workspace.close()
    assert [(row[0], row[1], row[3]) for row in shown(filled)] == [
        ("1.1", "Rating", "2 To be improved"), ("1.2", "Comment", "Ünder & <b>\nnew"),
    ]  # fmt: skip
    assert (filled.refused, filled.notes) == ((), ())

"""Whole workbooks: what stands in them, what does not, and that they are real Excel files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from s3desk.basics.errors import CancelledError
from s3desk.basics.language import Language, available_languages
from s3desk.domain.profile import Profile
from s3desk.domain.records import Decision, Fulfilment, Programme, Record
from s3desk.formats.registry import export, format_of
from s3desk.queries.picture import ReportPicture
from s3desk.queries.table12 import columns as official_heads
from tests.builders import NOW, empty_records, picture_of, workspace_of
from tests.hostile import hostile_records
from tests.valdoria import full_records, stored_bytes

# openpyxl reads solid data bars only as bars that fade, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

RECORDS = {"full": full_records, "empty": empty_records, "hostile": hostile_records}
INTERNAL_SHEETS = ["Summary", "Answers", "Table 12", "Evidence", "Actions", "Changes", "Lists"]
FIRST_ROW = 5


@dataclass(frozen=True)
class Written:
    """One written workbook and the picture it was made from."""

    path: Path
    picture: ReportPicture

    def book(self, *, results: bool = False) -> Workbook:
        """The workbook as a reader finds it: its formulas, or what they gave when it was written."""
        return load_workbook(self.path, data_only=results)

    def parts(self) -> dict[str, bytes]:
        """The files inside the workbook, unpacked."""
        with ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def write(
    folder: Path, records: tuple[Record, ...], profile: Profile = Profile.INTERNAL, what: str = "workbook"
) -> Written:
    workspace = workspace_of(folder, records, stored_bytes())
    picture = picture_of(workspace, profile)
    workspace.close()
    path = folder / f"{what}.xlsx"
    export(picture, what, path)
    return Written(path, picture)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(tmp_path_factory.mktemp("full"), full_records())


@pytest.fixture(scope="module")
def outgoing(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(tmp_path_factory.mktemp("outgoing"), full_records(), Profile.OUTGOING)


@pytest.fixture(params=[(name, profile) for name in RECORDS for profile in Profile], ids="-".join)
def any_workbook(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    name, profile = request.param
    return write(tmp_path, RECORDS[name](), profile)


def cells(book: Workbook) -> Iterator[Cell]:
    return (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def row_of(sheet: Worksheet, text: str, column: int = 1) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == text)


def column_of(sheet: Worksheet, head: str, row: int = 4) -> int:
    return next(number for number in range(1, sheet.max_column + 1) if sheet.cell(row, number).value == head)


def under(sheet: Worksheet, head: str, row: int = 4) -> list[object]:
    """The values below a head, as far as the first column is filled."""
    column = column_of(sheet, head, row)
    last = row
    while sheet.cell(last + 1, 1).value is not None:
        last += 1
    return [sheet.cell(number, column).value for number in range(row + 1, last + 1)]


def test_an_internal_workbook_has_every_sheet(tmp_path: Path) -> None:
    one_programme = tuple(record for record in full_records() if not record.id.startswith("pr-2"))
    assert write(tmp_path, one_programme).book().sheetnames == INTERNAL_SHEETS


def test_an_outgoing_workbook_has_neither_answers_nor_changes(outgoing: Written) -> None:
    names = outgoing.book().sheetnames
    assert "Answers" not in names
    assert "Changes" not in names


def test_only_the_lists_are_hidden(full: Written) -> None:
    assert [sheet.title for sheet in full.book().worksheets if sheet.sheet_state != "visible"] == ["Lists"]


def test_the_official_status_stands_before_our_own_check(full: Written) -> None:
    sheet = full.book().worksheets[0]
    assert row_of(sheet, "Official status") < row_of(sheet, "By our own check") < row_of(sheet, "No.")
    assert sheet.cell(row_of(sheet, "By our own check"), 3).value == "No (5 Yes, 1 No, 1 not decided)"
    assert "Fulfilled at approval of the programme, 28 November 2022" in str(sheet["C5"].value)


def test_averages_are_formulas_with_their_results_beside_them(full: Written) -> None:
    head = row_of(full.book().worksheets[0], "No.")
    formulas = under(full.book().worksheets[0], "Average", head)
    results = full.book(results=True).worksheets[0]
    assert all(str(formula).startswith("=IFERROR(AVERAGEIFS(") for formula in formulas)
    assert under(results, "Average", head) == [
        pytest.approx(part.score.average if part.score else None) for part in full.picture.criteria
    ]
    assert under(results, "Level", head) == [part.level_words for part in full.picture.criteria]
    assert under(results, "Rated", head) == [10, 10, 8, 11, 9, 5, 10]


def test_averages_say_of_how_many_and_there_is_none_over_all(full: Written) -> None:
    sheet = full.book().worksheets[0]
    total = row_of(sheet, "All criteria", 2)
    head = row_of(sheet, "No.")
    assert sheet.cell(head + 1, column_of(sheet, "Rated", head)).number_format == '0" of 10 rated"'
    assert sheet.cell(total, column_of(sheet, "Average", head)).value is None
    assert sheet.cell(total, 3).value == "5 Yes, 1 No, 1 not decided"


def test_nothing_rated_and_not_relevant_are_not_zero(tmp_path: Path) -> None:
    decided = Fulfilment("transition", Decision.NOT_RELEVANT, justification="No such industry.")
    sheet = write(tmp_path, (*empty_records(), decided)).book(results=True).worksheets[0]
    head = row_of(sheet, "No.")
    assert {value for value in under(sheet, "Average", head) if value} == set()
    assert under(sheet, "Level", head)[5] == "Not relevant here"


def test_answers_keep_the_types_of_values(full: Written) -> None:
    sheet = full.book(results=True)["Answers"]
    questions = [question for part in full.picture.criteria for question in part.questions]
    assert under(sheet, "No.") == [question.number for question in questions]
    assert "3.10" in under(sheet, "No.")
    assert under(sheet, "Level") == [question.words for question in questions]
    ratings = dict(zip(under(sheet, "No."), under(sheet, "Rating"), strict=True))
    assert (ratings["1.1"], ratings["5.8"], ratings["3.8"], ratings["2.9"], ratings["3.10"]) == (
        4, "N/A", "Not known", "Elsewhere", None,
    )  # fmt: skip


def test_ids_bring_every_row_back(full: Written) -> None:
    book = full.book()
    assert under(book["Answers"], "Id") == [q.id for part in full.picture.criteria for q in part.questions]
    assert under(book["Evidence"], "Id") == [line.id for line in full.picture.evidence]
    assert under(book["Actions"], "Id") == [line.id for line in full.picture.actions]
    facts = {row[0].value: row[1].value for row in book["Lists"].iter_rows(min_row=2, max_col=2)}
    assert facts["catalogue version"] == full.picture.catalogue.version
    assert facts["digest"] == full.picture.digest


def test_days_are_dates_and_links_are_links(full: Written) -> None:
    sheet = full.book()["Evidence"]
    assert under(sheet, "Date") == [
        datetime.combine(line.dated, datetime.min.time()) if line.dated else None for line in full.picture.evidence
    ]
    link = sheet.cell(FIRST_ROW, column_of(sheet, "Public link")).hyperlink
    assert link is not None
    assert link.target == full.picture.evidence[0].link


def test_only_white_cells_may_be_filled_in(full: Written) -> None:
    sheet = full.book()["Answers"]
    locked = {head: sheet.cell(FIRST_ROW, column_of(sheet, head)).protection.locked for head in ("Question", "Rating")}
    assert locked == {"Question": True, "Rating": False}
    assert sheet.protection.sheet
    assert not sheet.protection.password


def test_nothing_is_protected_where_nothing_may_be_filled_in(outgoing: Written) -> None:
    assert not any(sheet.protection.sheet for sheet in outgoing.book().worksheets)


def test_ratings_are_chosen_from_the_hidden_list(full: Written) -> None:
    book = full.book()
    (validation,) = book["Answers"].data_validations.dataValidation
    assert validation.formula1 == "rating_choices"
    cells_of_list = book.defined_names["rating_choices"].attr_text.split("!")[1].replace("$", "")
    offered = [row[0].value for row in book["Lists"][cells_of_list]]
    assert offered == [0, 1, 2, 3, 4, 5, "N/A", "Not known", "Elsewhere"]


def test_tables_have_unique_names_and_heads_that_match(any_workbook: Written) -> None:
    book = any_workbook.book()
    tables = [(sheet, table) for sheet in book.worksheets for table in sheet.tables.values()]
    names = [table.displayName for _, table in tables]
    assert len(names) == len(set(names))
    for sheet, table in tables:
        heads = [cell.value for cell in sheet[table.ref][0]]
        assert heads == [column.name for column in table.tableColumns]
        assert len(heads) == len(set(heads))


@pytest.mark.parametrize("code", available_languages())
def test_heads_differ_in_every_language(full: Written, tmp_path: Path, code: str) -> None:
    export(replace(full.picture, language=Language(code)), "workbook", tmp_path / "spoken.xlsx")
    for sheet in load_workbook(tmp_path / "spoken.xlsx").worksheets:
        for table in sheet.tables.values():
            heads = [str(column.name).casefold() for column in table.tableColumns]
            assert len(heads) == len(set(heads)), f"{code}, {sheet.title}"


def test_every_sheet_prints_one_page_wide(any_workbook: Written) -> None:
    for sheet in any_workbook.book().worksheets:
        if sheet.sheet_state == "visible":
            setup = sheet.page_setup
            assert (str(setup.paperSize), setup.orientation, setup.fitToWidth) == ("9", "landscape", 1)
            assert sheet.freeze_panes
            assert sheet.title == "Summary" or sheet.print_title_rows == "$4:$4"


def test_no_text_of_a_user_becomes_a_formula(tmp_path: Path) -> None:
    book = write(tmp_path, hostile_records()).book()
    ours = re.compile(r"=(IFERROR|IF|COUNTIFS|SUM)\(")
    formulas = [cell for cell in cells(book) if cell.data_type == "f"]
    assert {cell.parent.title for cell in formulas} == {"Summary", "Answers"}
    assert all(ours.match(str(cell.value)) for cell in formulas)
    risky = [cell for cell in cells(book) if cell.data_type == "s" and str(cell.value)[:1] in "=+-@"]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    assert not [cell for cell in cells(book) if cell.data_type == "e"]


def test_rows_fit_their_texts_as_far_as_excel_allows_and_begin_at_the_top(tmp_path: Path) -> None:
    sheet = write(tmp_path, hostile_records()).book()["Answers"]
    comments = column_of(sheet, "Comment")
    heights = {row: sheet.row_dimensions[row].height for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert all(24 <= height <= 409 for height in heights.values())
    long = next(row for row in heights if len(str(sheet.cell(row, comments).value)) > 20_000)
    assert (heights[long], sheet.cell(long, comments).alignment.vertical) == (409, "top")


def test_links_lead_only_to_the_web_or_into_the_workbook(tmp_path: Path) -> None:
    targets = [cell.hyperlink for cell in cells(write(tmp_path, hostile_records()).book()) if cell.hyperlink]
    assert targets
    assert all(link.location or re.match("https?://", str(link.target)) for link in targets)


def test_every_jump_lands_on_its_row(tmp_path: Path) -> None:
    odd = [replace(record, cci="[20'21]: " + "x" * 40) if isinstance(record, Programme) else record
           for record in full_records()]  # fmt: skip
    book = write(tmp_path, tuple(odd)).book()
    jumps = [cell for cell in cells(book) if cell.hyperlink and cell.hyperlink.location]
    assert len(jumps) == 14
    for cell in jumps:
        title, _, target = str(cell.hyperlink.location).rpartition("!")  # type: ignore[union-attr]
        landed = book[title[1:-1].replace("''", "'")][target]
        number = str(book["Summary"].cell(cell.row, 1).value)
        assert str(landed.value) == f"{number}.1" or landed.offset(column=4).value.startswith(f"{number}. ")


def test_sheets_of_programmes_with_the_same_name_are_kept_apart(tmp_path: Path) -> None:
    names = write(tmp_path, hostile_records(), what="table12").book().sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_table_12_alone_is_the_same_under_both_profiles(tmp_path: Path) -> None:
    texts = []
    for profile in Profile:
        folder = tmp_path / profile.value
        folder.mkdir()
        book = write(folder, full_records(), profile, "table12").book()
        texts.append([cell.value for cell in cells(book) if "Check code" not in str(cell.value)])
    assert texts[0] == texts[1]


def test_table_12_begins_with_the_eight_columns_of_the_regulation(tmp_path: Path) -> None:
    sheet = write(tmp_path, full_records(), Profile.OUTGOING, "table12").book().worksheets[0]
    assert tuple(cell.value for cell in sheet[4])[:8] == official_heads(Language())
    assert [sheet.cell(row, 6).value for row in range(5, 12)] == ["Y", "Y", "\u2013", "Y", "Y", "N", "Y"]
    assert sheet["D5"].value == "No"
    assert (sheet["I5"].value, sheet["J5"].value) == (143, 245)


def test_a_text_over_its_limit_is_marked_and_whole(tmp_path: Path) -> None:
    long = Fulfilment("analysis", Decision.YES, justification="x" * 1_046)
    sheet = write(tmp_path, (*empty_records(), long), what="table12").book().worksheets[0]
    assert sheet["H5"].value == "x" * 1_046
    assert sheet["K5"].value == "Justification: 46 characters too many"
    assert sheet["H5"].fill.fgColor.rgb != sheet["H6"].fill.fgColor.rgb


def test_equal_pictures_give_equal_bytes(full: Written, tmp_path: Path) -> None:
    export(full.picture, "workbook", tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == full.path.read_bytes()


def test_the_times_in_the_file_are_those_of_the_report(full: Written) -> None:
    properties = full.book().properties
    assert (properties.created, properties.modified) == (NOW, NOW)
    with ZipFile(full.path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 16, 15, 42, 0)}


def test_the_chart_says_its_numbers_in_words(full: Written) -> None:
    assert b"2 Responsible body: 4.1." in full.parts()["xl/drawings/drawing1.xml"]


def test_progress_names_every_sheet_and_ends_complete(full: Written, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def tell(done: int, total: int, step: str = "") -> None:
        told.append((done, total, step))

    export(full.picture, "workbook", tmp_path / "told.xlsx", tell)
    assert [step for *_, step in told][:7] == INTERNAL_SHEETS
    assert [done for done, *_ in told] == list(range(len(told)))
    assert told[-1][:2] == (8, 8)


@pytest.mark.parametrize("stop_at", [0, 3, 7])
def test_a_cancelled_export_leaves_the_old_file(full: Written, tmp_path: Path, stop_at: int) -> None:
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(b"old")

    def stop(done: int, total: int, step: str = "") -> None:
        if done == stop_at:
            raise CancelledError(f"{step}, {done} of {total}")

    with pytest.raises(CancelledError):
        export(full.picture, "workbook", path, stop)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("what", ["workbook", "table12"])
@pytest.mark.parametrize("keep", [0.0, 0.5, 0.98])
def test_half_a_file_is_noticed(full: Written, tmp_path: Path, what: str, keep: float) -> None:
    content = full.path.read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(ValueError, match=r"half\.xlsx"):
        format_of(what, ".xlsx").check(path)


def test_words_come_from_the_language_of_the_report(full: Written, tmp_path: Path) -> None:
    @dataclass(frozen=True, slots=True)
    class Shouting(Language):
        def text(self, message: str, **values: object) -> str:
            return Language.text(self, message.upper(), **{name.upper(): value for name, value in values.items()})

    export(replace(full.picture, language=Shouting()), "workbook", tmp_path / "loud.xlsx")
    book = load_workbook(tmp_path / "loud.xlsx")
    assert book.sheetnames[0] == "SUMMARY"
    heads = [cell.value for cell in book["ANSWERS"][4]]
    assert heads == [str(head).upper() for head in heads]

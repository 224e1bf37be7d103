"""Every report keeps PDF/UA-1 and PDF/A-3a and carries its data; a report that is spoilt is found out."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from s3desk.domain.profile import Profile
from s3desk.formats.names import file_name
from s3desk.formats.registry import export
from s3desk.queries.picture import ReportPicture
from tests.unit.formats.pdf_standards import elements, faults, of_kind

ALL = [f"{kind} {which}" for kind in ("full", "empty", "hostile") for which in ("outgoing", "internal", "german")]


@pytest.mark.parametrize("name", ALL)
def test_every_report_keeps_both_standards(name: str, files: dict[str, Path]) -> None:
    assert faults(files[name]) == []


@pytest.mark.parametrize("name", ALL)
def test_every_table_12_keeps_both_standards(name: str, tables: dict[str, Path]) -> None:
    assert faults(tables[name]) == []


@pytest.fixture
def good(files: dict[str, Path]) -> pikepdf.Pdf:
    return pikepdf.open(files["full internal"])


def faults_of(pdf: pikepdf.Pdf) -> list[str]:
    written = io.BytesIO()
    pdf.save(written)
    return faults(written.getvalue())


def test_a_report_that_is_only_written_again_is_still_good(good: pikepdf.Pdf) -> None:
    assert faults_of(good) == []


def no_alternative(pdf: pikepdf.Pdf) -> None:
    del of_kind(pdf, "Figure")[0].Alt


def skipped_heading_level(pdf: pikepdf.Pdf) -> None:
    of_kind(pdf, "H2")[0].S = pikepdf.Name.H4


def untagged_text(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.contents_add(b"BT /F1 9 Tf 100 100 Td (x) Tj ET")


def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.FontDescriptor.FontFile2


def swapped_parents(pdf: pikepdf.Pdf) -> None:
    listed = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    first, last = listed[0], listed[len(listed) - 1]
    listed[0], listed[len(listed) - 1] = last, first


def link_without_words(pdf: pikepdf.Pdf) -> None:
    note = next(note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link")
    del note.Contents


def link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    note = next(note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link")
    del note.StructParent


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_title_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def head_outside_its_row(pdf: pikepdf.Pdf) -> None:
    of_kind(pdf, "TR")[0].S = pikepdf.Name.P


def attachment_without_relation(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0].AFRelationship


def head_without_scope(pdf: pikepdf.Pdf) -> None:
    del of_kind(pdf, "TH")[0].A


def list_without_items(pdf: pikepdf.Pdf) -> None:
    of_kind(pdf, "LI")[0].S = pikepdf.Name.P


def unknown_kind(pdf: pikepdf.Pdf) -> None:
    of_kind(pdf, "P")[0].S = pikepdf.Name.Paragraph


def content_of_nothing(pdf: pikepdf.Pdf) -> None:
    of_kind(pdf, "P")[0].K = pikepdf.Array([])


def attachment_without_kind(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0].EF.F.Subtype


def attachment_of_nothing(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF


def signature_without_words(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].TU


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_letters_behind_the_shapes(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].Resources.Font.values())).ToUnicode


def order_of_the_page(pdf: pikepdf.Pdf) -> None:
    next(page for page in pdf.pages if page.get("/Annots")).Tabs = pikepdf.Name.R


SPOILT = (
    no_alternative,
    skipped_heading_level,
    untagged_text,
    font_not_embedded,
    swapped_parents,
    link_without_words,
    link_outside_the_tree,
    no_language,
    no_title_shown,
    no_output_intent,
    no_metadata,
    no_tree,
    head_outside_its_row,
    attachment_without_relation,
    head_without_scope,
    list_without_items,
    unknown_kind,
    content_of_nothing,
    attachment_without_kind,
    attachment_of_nothing,
    signature_without_words,
    script,
    not_marked,
    no_letters_behind_the_shapes,
    order_of_the_page,
)


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_report_is_found_out(spoil: Callable[[pikepdf.Pdf], None], good: pikepdf.Pdf) -> None:
    spoil(good)
    assert faults_of(good)


@pytest.mark.parametrize("name", ["full outgoing", "full internal", "hostile outgoing"])
def test_a_report_carries_workbook_and_data_as_they_are_exported_alone(
    name: str, files: dict[str, Path], pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    picture = pictures[name]
    carried = {}
    for what, suffix, relation in (("workbook", ".xlsx", "/Data"), ("data", ".json", "/Source")):
        alone = tmp_path / file_name(picture, what, suffix)
        export(picture, what, alone)
        carried[alone.name] = (alone.read_bytes(), relation)
    with pikepdf.open(files[name]) as pdf:
        relations = {str(file.UF): str(file.AFRelationship) for file in pdf.Root.AF}
        found = {key: (pdf.attachments[key].get_file().read_bytes(), relations[key]) for key in pdf.attachments}
    assert found == carried


def test_the_data_can_be_left_out(pictures: dict[str, ReportPicture], tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    export(replace(pictures["full outgoing"], carries_data=False), "report", path)
    with pikepdf.open(path) as pdf:
        assert not pdf.attachments
    assert faults(path) == []


def test_table_12_carries_nothing(tables: dict[str, Path]) -> None:
    with pikepdf.open(tables["full internal"]) as pdf:
        assert not pdf.attachments


def test_the_metadata_name_title_language_and_check_code(
    files: dict[str, Path], pictures: dict[str, ReportPicture]
) -> None:
    picture = pictures["full german"]
    with pikepdf.open(files["full german"]) as pdf, pdf.open_metadata() as metadata:
        assert str(metadata["dc:title"]).endswith("Valdoria")
        assert metadata["dc:language"] == {"de"}
        assert metadata["pdf:Keywords"] == picture.check_code
        assert metadata["dc:identifier"] == f"sha256:{picture.digest}"
        assert str(pdf.docinfo.Title) == metadata["dc:title"]


def test_a_figure_says_its_numbers(files: dict[str, Path], pictures: dict[str, ReportPicture]) -> None:
    language = pictures["full internal"].language
    with pikepdf.open(files["full internal"]) as pdf:
        wheel = next(str(figure.Alt) for figure in of_kind(pdf, "Figure") if "Criterion 7" in str(figure.Alt))
    for part in pictures["full internal"].criteria:
        if part.score is not None and part.score.average is not None:
            assert language.decimal(part.score.average) in wheel


def test_a_passage_in_another_language_says_so(files: dict[str, Path]) -> None:
    with pikepdf.open(files["full outgoing"]) as pdf:
        languages = {str(element.Lang) for element in elements(pdf.Root.StructTreeRoot) if "/Lang" in element}
        assert "it" in languages
        assert str(pdf.Root.Lang) == "en"


def test_pages_are_labelled_with_the_numbers_that_are_printed(files: dict[str, Path]) -> None:
    with pikepdf.open(files["full internal"]) as pdf:
        labels = [str(pikepdf.Page(page).label) for page in pdf.pages]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]


def test_the_sign_off_page_has_an_empty_field_for_a_signature(files: dict[str, Path]) -> None:
    with pikepdf.open(files["full outgoing"]) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.FT), str(field.TU)) == ("/Sig", "Signature")
        assert "/V" not in field
        assert field.objgen in [note.objgen for note in pdf.pages[-1].Annots]


def test_contents_are_one_entry_for_each_bookmark(files: dict[str, Path]) -> None:
    with pikepdf.open(files["full internal"]) as pdf, pdf.open_outline() as outline:
        assert len(of_kind(pdf, "TOC")) == 1
        assert len(of_kind(pdf, "TOCI")) == len(list(outline.root)) - 1


def test_a_table_on_several_pages_is_one_table(files: dict[str, Path], pictures: dict[str, ReportPicture]) -> None:
    evidence = pictures["full internal"].evidence
    with pikepdf.open(files["full internal"]) as pdf:
        rows = [len(list(table.K)) for table in of_kind(pdf, "Table")]
        assert len(evidence) + 1 in rows
        heads = [element for element in of_kind(pdf, "TH") if element.A[0].Scope == "/Column"]
        assert all(element.P.P.K[0].objgen == element.P.objgen for element in heads)


def test_lead_cells_of_table_12_reach_over_all_criteria(tables: dict[str, Path]) -> None:
    with pikepdf.open(tables["full outgoing"]) as pdf:
        for table in of_kind(pdf, "Table"):
            spans = [int(cell.A[0].RowSpan) for cell in elements(table) if "/A" in cell and "/RowSpan" in cell.A[0]]
            assert spans == [7] * 4


def read_aloud(path: Path) -> str:
    """The text as a screen reader gets it: what stands between quotation marks in poppler's tree."""
    run = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True, text=True)
    lines = [line.strip() for line in run.stdout.splitlines()]
    return " ".join(" ".join(line[1:-1] for line in lines if line.startswith('"')).split())


@pytest.mark.needs_poppler
@pytest.mark.parametrize("name", ["full outgoing", "full internal", "full german"])
def test_a_screen_reader_reads_the_parts_in_order_and_every_word(
    name: str, files: dict[str, Path], pictures: dict[str, ReportPicture]
) -> None:
    picture, text = pictures[name], read_aloud(files[name])
    at = text.index(picture.head.decision_asked[:20])
    for part in picture.criteria:
        for said in (part.official, part.justification.text, part.references.text):
            at = text.index(" ".join(said.split()), at)
        for question in part.questions:
            assert " ".join(question.comment.split()) in text
    for document in picture.evidence:
        at = text.index(document.title, at)
    assert picture.profile is Profile.INTERNAL or "Table 12: Enabling conditions" in text


@pytest.mark.needs_poppler
def test_lines_that_the_officer_ended_stay_apart(files: dict[str, Path]) -> None:
    text = read_aloud(files["hostile internal"])
    assert "line one line two tab" in text
    assert "oneline" not in text


def test_the_halves_of_a_divided_row_share_their_elements(files: dict[str, Path]) -> None:
    with pikepdf.open(files["hostile outgoing"]) as pdf:
        long_cells = [
            text for cell in of_kind(pdf, "TD") for text in (cell, *elements(cell)) if len(pages_of(text)) > 3
        ]
        assert long_cells
        rows = [list(table.K) for table in of_kind(pdf, "Table")]
        assert all(len(set(map(len_of_row, table[1:]))) <= 2 for table in rows)


def pages_of(element: pikepdf.Dictionary) -> set[Any]:
    kids: Any = element.K
    return {kid.Pg.objgen for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid}


def len_of_row(row: pikepdf.Object) -> int:
    cells: Any = row.get("/K", [])
    return len(cells)

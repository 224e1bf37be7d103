"""The note alone, as Word document and as PDF: read back by other programs, equal in words, private in what it says."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from s3desk.formats.registry import export
from s3desk.queries.note import NotePicture, note
from s3desk.queries.picture import ReportPicture
from tests.hostile import HOSTILE_TEXTS
from tests.unit.formats.pdf_standards import faults

ALL = [f"{kind} {which}" for kind in ("full", "empty", "hostile") for which in ("outgoing", "internal", "german")]
SUFFIXES = (".docx", ".pdf")


@pytest.fixture(scope="session")
def notes(pictures: dict[str, ReportPicture], folder: Path) -> dict[str, Path]:
    """Every note in both forms, by the name of its picture with the ending."""
    written = {}
    for name, picture in pictures.items():
        for suffix in SUFFIXES:
            path = written[name + suffix] = folder / f"{name.replace(' ', '-')}-note{suffix}"
            export(picture, "note", path)
    return written


def lines_of(document: Document) -> list[str]:
    """Paragraphs and cells in reading order."""
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return found


def said(shown: NotePicture) -> Iterator[str]:
    """What a note says, in its order."""
    yield shown.title
    yield shown.about
    yield from [line.text for line in shown.official] or [shown.no_official]
    yield shown.purpose
    yield shown.summary.text
    for line in shown.criteria:
        yield from (line.title, line.document, line.fulfilled)
    for section in shown.sections:
        yield section.title
        yield from [line.text for line in section.items] or [section.nothing]
    yield shown.decision_asked
    yield f"{shown.prepared} {shown.code}."


def in_order(wanted: list[str], text: str) -> None:
    at = 0
    for words in wanted:
        at = text.index(words, at) + len(words)


@pytest.mark.parametrize("name", ["full outgoing", "full internal", "full german", "empty outgoing"])
def test_both_forms_say_the_same_in_the_same_order(
    name: str, notes: dict[str, Path], pictures: dict[str, ReportPicture]
) -> None:
    wanted = [" ".join(words.split()) for words in said(note(pictures[name]))]
    word = " ".join(" ".join(lines_of(docx.Document(str(notes[name + ".docx"])))).split())
    in_order(wanted, word)
    pages = [page.extract_text().split("\n") for page in PdfReader(notes[name + ".pdf"]).pages]
    printed = "".join("".join(line for page in pages for line in page).split())
    missing = [words for words in wanted if "".join(words.split()) not in printed]
    assert missing == []


@pytest.mark.parametrize("name", ["full outgoing", "full internal", "empty internal"])
def test_the_note_is_two_pages_at_most(name: str, notes: dict[str, Path]) -> None:
    assert len(PdfReader(notes[name + ".pdf"]).pages) <= 2


@pytest.mark.parametrize("name", ALL)
def test_every_pdf_note_keeps_both_standards(name: str, notes: dict[str, Path]) -> None:
    assert faults(notes[name + ".pdf"]) == []


def test_word_knows_titles_headings_lists_and_the_head_of_the_table(notes: dict[str, Path]) -> None:
    document = docx.Document(str(notes["full outgoing.docx"]))
    styles = {line.text: line.style.name for line in document.paragraphs if line.style is not None}
    assert styles["Note on enabling condition 1.1"] == "Title"
    headings = ["Official status", "Purpose", "The seven criteria", "What has changed since November 2025", "Risks"]
    headings += ["Actions", "Decision asked"]
    assert [text for text, style in styles.items() if style == "Heading 1"] == headings
    assert styles["Criterion 3 (Monitoring) is not decided yet."] == "List Bullet"
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Table Grid"
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True] + [False] * 7
    assert [cell.text for cell in table.rows[3].cells] == [
        "3", "Monitoring and evaluation", "Monitoring report 2025", "Not decided",
    ]  # fmt: skip


def test_word_knows_language_and_properties(notes: dict[str, Path], pictures: dict[str, ReportPicture]) -> None:
    picture = pictures["full german"]
    document = docx.Document(str(notes["full german.docx"]))
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"de"}
    properties = document.core_properties
    assert (properties.language, properties.keywords) == ("de", picture.check_code)
    assert properties.title.endswith("Valdoria")
    assert properties.author == picture.head.authority
    assert properties.created == properties.modified == picture.head.made_at.replace(tzinfo=properties.created.tzinfo)


@pytest.mark.parametrize("name", ["full internal", "hostile outgoing"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_picture_gives_the_same_note(
    name: str, suffix: str, notes: dict[str, Path], pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    path = tmp_path / f"again{suffix}"
    export(pictures[name], "note", path)
    assert path.read_bytes() == notes[name + suffix].read_bytes()


def test_times_inside_the_word_file_are_those_of_the_picture(
    notes: dict[str, Path], pictures: dict[str, ReportPicture]
) -> None:
    moment = pictures["full outgoing"].head.made_at.timetuple()[:6]
    with ZipFile(notes["full outgoing.docx"]) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {moment}
        assert not [name for name in parts.namelist() if "thumbnail" in name]


@pytest.mark.parametrize("which", ["outgoing", "internal"])
def test_hostile_texts_stay_text_in_word(which: str, notes: dict[str, Path]) -> None:
    document = docx.Document(str(notes[f"hostile {which}.docx"]))
    text = "\n".join(lines_of(document))
    for hostile in HOSTILE_TEXTS[:6]:
        assert hostile in text
    body = document.element.body
    for tag in ("w:hyperlink", "w:fldSimple", "w:instrText", "w:fldChar", "w:object"):
        assert not list(body.iter(qn(tag)))
    assert len(document.tables[0].rows) == 8


@pytest.mark.parametrize("damage", ["cut", "empty", "other"])
def test_a_damaged_word_file_is_noticed(damage: str, notes: dict[str, Path], tmp_path: Path) -> None:
    from s3desk.formats.docx.note import FORMAT

    content = notes["full outgoing.docx"].read_bytes()
    path = tmp_path / "damaged.docx"
    path.write_bytes({"cut": content[:-2000], "empty": b"", "other": b"%PDF-1.7"}[damage])
    with pytest.raises(ValueError, match=r"damaged\.docx"):
        FORMAT.check(path)


@pytest.mark.slow
@pytest.mark.needs_libreoffice
def test_libreoffice_reads_the_word_files(notes: dict[str, Path], tmp_path: Path) -> None:
    names = ["full outgoing", "full internal", "empty outgoing", "hostile internal"]
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    sent = [str(notes[name + ".docx"]) for name in names]
    convert = [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *sent]
    subprocess.run(convert, check=True, capture_output=True, timeout=110)
    for name in names:
        pages = PdfReader(tmp_path / notes[name + ".docx"].with_suffix(".pdf").name).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert "Note on enabling condition 1.1" in text
        assert "Decision asked" in text
        assert len(pages) <= 2 or "hostile" in name
    assert "&<b>{name}</b>&amp;{0}%s" in text

"""A house template gives the note its styles; what is no template is refused with a sentence."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from s3desk.basics.errors import KnownError
from s3desk.formats.docx import template
from s3desk.formats.docx.note import NoteDocx
from s3desk.formats.registry import write
from s3desk.queries.picture import ReportPicture

_RELATION = (
    b'<Relationship Id="rId900" TargetMode="External" Target="file:///C:/Users/QHOUSE/Normal.dotm" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A template as an office has it: own look, a head, a text of its own, and without most of Word's styles."""
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(31)
    document.sections[0].header.paragraphs[0].text = "Region of Valdoria"
    document.add_paragraph("QHOUSE old letter")
    for name in ("List Bullet", "Title", "Table Grid", "Strong"):
        document.styles[name].delete()
    path = tmp_path / "house.docx"
    document.save(str(path))
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> None:
    """The file with its parts changed, and with more of them."""
    content = path.read_bytes()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, part in (more or {}).items():
            target.writestr(name, part)


def test_the_note_takes_the_styles_and_heads_of_the_house(
    house: Path, pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    path = tmp_path / "note.docx"
    write(NoteDocx(template.read(house)), pictures["full outgoing"], path)
    document = docx.Document(str(path))
    texts = [line.text for line in document.paragraphs]
    assert texts[0] == "Note on enabling condition 1.1"
    assert "QHOUSE old letter" not in texts
    assert document.sections[0].header.paragraphs[0].text == "Region of Valdoria"
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert document.core_properties.title == "Note on enabling condition 1.1: Valdoria"


def test_styles_that_the_house_lacks_are_added_and_work(
    house: Path, pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    def without_numbering(name: str, content: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return b"".join(part for part in _relations(content) if b"/numbering" not in part)
        return content

    rewritten(house, without_numbering)
    path = tmp_path / "note.docx"
    write(NoteDocx(template.read(house)), pictures["full outgoing"], path)
    document = docx.Document(str(path))
    bullet = document.styles["List Bullet"]
    assert bullet.type is WD_STYLE_TYPE.PARAGRAPH
    wanted = str(bullet.element.pPr.numPr.numId.val)
    numbering = document.part.numbering_part.element
    (listed,) = [one for one in numbering.findall(qn("w:num")) if one.get(qn("w:numId")) == wanted]
    kinds = {one.get(qn("w:abstractNumId")) for one in numbering.findall(qn("w:abstractNum"))}
    assert listed.find(qn("w:abstractNumId")).get(qn("w:val")) in kinds
    assert {line.style.name for line in document.paragraphs if line.style} >= {"Title", "Heading 1", "List Bullet"}


def _relations(content: bytes) -> list[bytes]:
    """The relations with what stands around them, each a piece of its own."""
    return [part if number == 0 else b"<Relationship " + part.removeprefix(b" ")
            for number, part in enumerate(content.replace(b"</Relationships>", b"").split(b"<Relationship "))
            ] + [b"</Relationships>"]  # fmt: skip


def test_a_word_template_file_is_taken_too(house: Path, pictures: dict[str, ReportPicture], tmp_path: Path) -> None:
    rewritten(house, lambda _name, content: content.replace(b"document.main+xml", b"template.main+xml"))
    path = tmp_path / "note.docx"
    write(NoteDocx(template.read(house.rename(tmp_path / "house.dotx"))), pictures["empty outgoing"], path)
    assert docx.Document(str(path)).paragraphs[0].text == "Note on enabling condition 1.1"


def test_the_place_of_the_template_does_not_leave_with_the_note(
    house: Path, pictures: dict[str, ReportPicture], tmp_path: Path
) -> None:
    head = b'<?xml version="1.0" encoding="UTF-8"?>'
    space = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'

    def attached(name: str, content: bytes) -> bytes:
        if name == "word/settings.xml":
            namespace = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            return content.replace(b"</w:settings>", b'<w:attachedTemplate %s r:id="rId900"/></w:settings>' % namespace)
        return content

    rewritten(house, attached, {"word/_rels/settings.xml.rels": head + space + _RELATION + b"</Relationships>"})
    assert b"QHOUSE/Normal" in ZipFile(house).read("word/_rels/settings.xml.rels")
    path = tmp_path / "note.docx"
    write(NoteDocx(template.read(house)), pictures["full outgoing"], path)
    with ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if b"QHOUSE" in parts.read(name)]
        assert b"attachedTemplate" not in parts.read("word/settings.xml")


def big(path: Path) -> None:
    path.write_bytes(b"\0" * 20_000_001)


def bomb(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for number in range(11):
            target.writestr(f"word/{number}.xml", b"\0" * 10_000_000)


def many(path: Path) -> None:
    with ZipFile(path, "w") as target:
        for number in range(2_001):
            target.writestr(f"word/{number}.xml", b"")


def entities(path: Path) -> None:
    docx.Document().save(str(path))
    declared = b'<!DOCTYPE w [<!ENTITY a "x">]><w:document'
    rewritten(path, lambda _name, content: content.replace(b"<w:document", declared, 1))


def macros(path: Path) -> None:
    docx.Document().save(str(path))
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    rewritten(path, lambda _name, content: content.replace(plain, kind))


def broken(path: Path) -> None:
    docx.Document().save(str(path))
    rewritten(path, lambda name, content: content[:100] if name == "word/document.xml" else content)


def workbook(path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(path)


def letter(path: Path) -> None:
    path.write_text("Dear colleague", encoding="utf-8")


def empty(path: Path) -> None:
    path.touch()


def hollow(path: Path) -> None:
    ZipFile(path, "w").close()


WRONG: dict[Callable[[Path], None], str] = {
    big: "larger than 20 MB",
    bomb: "unpacks to more than 100 MB",
    many: "unpacks to more than 100 MB",
    entities: "declares a document type of its own",
    macros: "not a Word document without macros",
    broken: "not a Word document",
    workbook: "not a Word document",
    letter: "not a Word document",
    empty: "not a Word document",
    hollow: "not a Word document",
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("make", WRONG, ids=lambda make: make.__name__)
def test_what_is_no_template_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    make(path)
    with pytest.raises(KnownError, match=WRONG[make]) as refusal:
        template.read(path)
    assert "house.docx cannot be used as a template" in str(refusal.value)
    assert refusal.value.hint


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="was not found"):
        template.read(tmp_path / "none.docx")
    with pytest.raises(KnownError, match="cannot be read"):
        template.read(tmp_path)

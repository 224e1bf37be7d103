"""The package for accessible PDF alone: small documents drawn by hand, read again, and kept by both standards."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element as Node

import pikepdf
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from s3desk.formats.pdf import fonts
from s3desk.formats.pdf.tagged import (
    Attachment,
    ContentsElements,
    Element,
    ListElements,
    Metadata,
    TableElements,
    TaggedCanvas,
)
from s3desk.formats.pdf.tagged.metadata import xmp
from s3desk.formats.pdf.tagged.objects import string
from tests.unit.formats.pdf_standards import elements, faults, of_kind

METADATA = Metadata("Letter", "en", datetime(2026, 1, 15, 9, 30), identifier="sha256:0")
Draw = Callable[[TaggedCanvas], None]


def drawn(draw: Draw, metadata: Metadata = METADATA) -> bytes:
    fonts.register()
    written = io.BytesIO()
    canvas = TaggedCanvas(written, initialFontName=fonts.REGULAR, invariant=1, pageCompression=1)
    canvas.describe(metadata)
    say(canvas, Element("H1"), "Heading", 780)
    draw(canvas)
    canvas.save()
    return written.getvalue()


def say(canvas: TaggedCanvas, element: Element, text: str, y: float = 700) -> None:
    with canvas.marked(element):
        canvas.setFont(fonts.REGULAR, 10)
        canvas.drawString(72, y, text)


def tree_of(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(element.S)[1:] for element in elements(pdf.Root.StructTreeRoot)]


def two_pages_of_one_text(canvas: TaggedCanvas) -> None:
    text = Element("P")
    say(canvas, text, "The text goes")
    canvas.showPage()
    say(canvas, text, "on here.")


def items(canvas: TaggedCanvas) -> None:
    group = ListElements()
    for number, word in enumerate(("one", "two")):
        label, body = group.item()
        say(canvas, label, "\u2022", 700 - 20 * number)
        say(canvas, body, word, 690 - 20 * number)


def rows(canvas: TaggedCanvas) -> None:
    table = TableElements(2)
    for column, word in enumerate(("Name", "Place", "Size")):
        say(canvas, table.head(column), word, 700 - column)
    say(canvas, table.lead(0), "Valdoria", 680)
    for row in range(2):
        for column in (1, 2):
            say(canvas, table.cell(row, column), "x", 680 - 20 * row)


def contents(canvas: TaggedCanvas) -> None:
    canvas.bookmarkHorizontal("there", 0, 780)
    entry = ContentsElements().entry()
    say(canvas, entry, "Heading 1")
    canvas.link(entry, (72, 695, 130, 710), "Heading", bookmark="there")


def web_link(canvas: TaggedCanvas) -> None:
    link = Element("Link", Element("P"))
    say(canvas, link, "the page")
    canvas.link(link, (72, 695, 130, 710), "The page of Valdoria", url="https://valdoria.example/\u00e4 (1)?q=a&b=\\")


def signature(canvas: TaggedCanvas) -> None:
    canvas.signature_field(Element("Form"), (72, 500, 300, 600), "Signature", "Sign here")


def artifacts_only(canvas: TaggedCanvas) -> None:
    with canvas.artifact("Pagination"):
        canvas.line(0, 0, 100, 100)
        say(canvas, Element("P"), "repeated head")
        with canvas.within(Element("Table")), canvas.artifact():
            web_link(canvas)
            signature(canvas)


DRAWINGS = (two_pages_of_one_text, items, rows, contents, web_link, signature, artifacts_only)


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
def test_what_is_drawn_keeps_both_standards_and_its_bytes(draw: Draw) -> None:
    content = drawn(draw)
    assert faults(content) == []
    assert drawn(draw) == content


@pytest.mark.parametrize(
    ("draw", "kinds"),
    [
        (two_pages_of_one_text, "P"),
        (items, "L LI Lbl LBody LI Lbl LBody"),
        (rows, "Table TR TH TH TH TR TD TD TD TR TD TD"),
        (contents, "TOC TOCI Reference Link"),
        (web_link, "P Link"),
        (signature, "Form"),
        (artifacts_only, ""),
    ],
)
def test_the_tree_has_what_was_drawn_in_its_order(draw: Draw, kinds: str) -> None:
    assert tree_of(drawn(draw)) == ["Document", "H1", *kinds.split()]


def test_a_text_on_two_pages_is_one_element() -> None:
    with pikepdf.open(io.BytesIO(drawn(two_pages_of_one_text))) as pdf:
        (text,) = of_kind(pdf, "P")
        first, second = text.K
        assert first == 1
        assert second.Pg.objgen == pdf.pages[1].objgen


def test_an_element_without_content_is_left_out_but_an_empty_cell_stays() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.within(Element("Div")):
            pass
        table = TableElements(1)
        say(canvas, table.row_head(0, 0), "Name")
        table.cell(0, 1)

    assert tree_of(drawn(draw)) == ["Document", "H1", "Table", "TR", "TH", "TD"]


def test_an_element_joins_what_is_open_when_it_is_first_used() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.within(Element("Sect")):
            say(canvas, Element("Span", Element("P")), "inside")
        say(canvas, Element("P"), "outside")

    assert tree_of(drawn(draw)) == ["Document", "H1", "Sect", "P", "Span", "P"]


def test_a_web_address_is_written_in_ascii() -> None:
    with pikepdf.open(io.BytesIO(drawn(web_link))) as pdf:
        (note,) = pdf.pages[0].Annots
        assert str(note.A.URI) == "https://valdoria.example/%C3%A4%20(1)?q=a&b=%5C"
        assert str(note.Contents) == "The page of Valdoria"


def test_marked_content_does_not_stand_in_other_marked_content() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.marked(Element("P")):
            say(canvas, Element("Span"), "inside")

    with pytest.raises(AssertionError):
        drawn(draw)


def test_a_document_must_be_described() -> None:
    with pytest.raises(AssertionError):
        TaggedCanvas(io.BytesIO()).save()


def test_attachments_come_back_with_their_names() -> None:
    attached = {"b (1).json": b"{}", "\u00e4.txt": b"", "a.bin": bytes(range(256)) * 9}

    def draw(canvas: TaggedCanvas) -> None:
        for name, content in attached.items():
            canvas.attach(Attachment(name, content, "application/octet-stream", "A file", "Data"))

    content = drawn(draw)
    assert faults(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} == attached


def test_a_document_with_many_letters_keeps_both_standards() -> None:
    letters = "".join(map(chr, sorted(fonts.register())))[:2000].split("\n")

    def draw(canvas: TaggedCanvas) -> None:
        for at, line in enumerate(letters):
            say(canvas, Element("P"), "".join(letter for letter in line if letter.isprintable()), 700 - 10 * at)

    assert faults(drawn(draw)) == []


@given(st.text(), st.text())
def test_any_title_comes_back_from_the_metadata(title: str, keywords: str) -> None:
    root: Node = fromstring(xmp(Metadata(title, "en", METADATA.moment, keywords=keywords)))
    names = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "pdf": "http://ns.adobe.com/pdf/1.3/"}
    assert root.findtext(".//rdf:Alt/rdf:li", namespaces=names) == in_xml(title)
    assert root.findtext(".//pdf:Keywords", namespaces=names) == in_xml(keywords)


def in_xml(text: str) -> str:
    """A text as XML can hold it: without control letters, with one kind of line end."""
    kept = "".join(letter for letter in text if letter in "\t\n\r" or letter >= " ")
    kept = "".join(letter for letter in kept if not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff")
    return kept.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_a_string(text: str) -> None:
    assert str(pikepdf.Object.parse(string(text).encode("ascii"))) == text


def test_a_moment_with_a_zone_keeps_it() -> None:
    assert Metadata("x", "en", datetime(2026, 1, 15, tzinfo=UTC)).pdf_date == "D:20260115000000+00'00'"

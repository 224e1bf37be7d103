"""The styles that the note uses: those of the house template, and ours where it has none."""

from __future__ import annotations

from copy import deepcopy

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from s3desk.figures.palette import tokens

TITLE, HEADING, BULLET, STRONG, GRID = "Title", "Heading 1", "List Bullet", "Strong", "Table Grid"
CELL = "S3 Desk Cell"
"""The text of table cells: ours, because Word has no such style."""

_FONT = "Calibri"


def own_document() -> Document:
    """An empty A4 document in our own look."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    _look(document, "Normal", 10.5, "text", after=4)
    _look(document, TITLE, 21, "text", after=2)
    _look(document, HEADING, 12.5, "accent", before=10, after=3)
    _look(document, "Footer", 8.5, "muted", after=0)
    _without_border(_paragraph_style(document, TITLE))
    _rule(document)
    return document


def complete(document: Document, language: str) -> None:
    """Give the document every style that the note uses, and its language."""
    source = docx.Document()
    for name in (TITLE, HEADING, BULLET, STRONG, GRID):
        if name not in document.styles:
            _take_over(document, source.styles[name])
    if CELL not in document.styles:
        cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(cell, ParagraphStyle)
        cell.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        cell.font.size = Pt(9.5)
        cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    _speak(document, language)


def _look(document: Document, name: str, size: float, ink: str, *, after: float, before: float = 0) -> None:
    style = _paragraph_style(document, name)
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(tokens().color(ink).removeprefix("#"))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.08


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _without_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _rule(document: Document) -> None:
    """Tables with thin lines between rows and none between columns."""
    (borders,) = document.styles[GRID].element.iter(qn("w:tblBorders"))
    for border in borders:
        across = border.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        border.set(qn("w:val"), "single" if across else "nil")
        border.set(qn("w:color"), tokens().color("control").removeprefix("#"))


def _take_over(document: Document, style: BaseStyle) -> None:
    """Copy one of Word's own styles into a template that has never used it."""
    element = deepcopy(style.element)
    for tag in ("w:basedOn", "w:next", "w:link"):
        for reference in element.findall(qn(tag)):
            element.remove(reference)
    document.styles.element.append(element)
    added = document.styles[style.name or ""]
    if isinstance(added, ParagraphStyle):
        added.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if style.name == BULLET:
        element.pPr.numPr.numId.val = _new_bullets(document)


def _new_bullets(document: Document) -> int:
    """The number of a new list definition with bullets."""
    numbering = _numbering(document)
    abstract = 1 + max(
        (int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))), default=0
    )
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    numbering.insert(numbering.index(first) if first is not None else len(numbering), definition)
    return int(numbering.add_num(abstract).numId)


def _numbering(document: Document):  # type: ignore[no-untyped-def] # python-docx gives its elements no types
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RT.NUMBERING:
            return relation.target_part.element
    made = parse_xml(f"<w:numbering {nsdecls('w')}/>")
    added = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, made, part.package)
    part.relate_to(added, RT.NUMBERING)
    return made


def _speak(document: Document, language: str) -> None:
    """Say the language of all text that names no other: the defaults, and the style that all others build on."""
    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    properties = document.styles.element.findall(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if default is not None:
        properties.append(default.element.get_or_add_rPr())
    for one in properties:
        for said in one.findall(qn("w:lang")):
            one.remove(said)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), language)
        one.append(spoken)

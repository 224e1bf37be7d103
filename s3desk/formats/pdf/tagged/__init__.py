"""Accessible, archivable PDF (PDF/UA-1 and PDF/A-3a in one file) with open-source reportlab and nothing else.

Draw on a `TaggedCanvas`. Whatever is drawn is either content of an `Element` of the structure tree or an artifact:

    canvas = TaggedCanvas("letter.pdf", initialFontName="NotoSans")
    canvas.describe(Metadata(title="Letter", language="en", moment=datetime(2026, 1, 15)))
    with canvas.marked(Element("H1")):
        canvas.drawString(72, 720, "Letter")
    with canvas.artifact("Pagination"):
        canvas.drawString(72, 30, "1")
    canvas.save()

An element joins the tree under the element that is open when it is first used. A text, list or table that goes on
over pages is one element used on each of them. Only fonts that can be embedded may be used. Nothing here knows
anything about the documents that are drawn, and nothing in reportlab is changed for others in the same process.
"""

from s3desk.formats.pdf.tagged.attachments import Attachment
from s3desk.formats.pdf.tagged.canvas import TaggedCanvas
from s3desk.formats.pdf.tagged.groups import ContentsElements, ListElements, TableElements
from s3desk.formats.pdf.tagged.metadata import Metadata
from s3desk.formats.pdf.tagged.structure import Element

__all__ = [
    "Attachment",
    "ContentsElements",
    "Element",
    "ListElements",
    "Metadata",
    "TableElements",
    "TaggedCanvas",
]

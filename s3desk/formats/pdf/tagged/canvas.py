"""A reportlab canvas whose drawings are content of a structure tree, or artifacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from s3desk.formats.pdf.tagged.attachments import Attachment, embed
from s3desk.formats.pdf.tagged.color import output_intents
from s3desk.formats.pdf.tagged.mending import mend
from s3desk.formats.pdf.tagged.metadata import Metadata, xmp
from s3desk.formats.pdf.tagged.objects import stream
from s3desk.formats.pdf.tagged.structure import Annotation, Content, Element
from s3desk.formats.pdf.tagged.tree import TaggedPage, write_tree

Area = tuple[float, float, float, float]
"""Left, bottom, right and top in the coordinates of the moment."""

_PRINTED = 4
_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"


class TaggedCanvas(Canvas):
    """Draw between `with canvas.marked(element)` or `with canvas.artifact()`; `within` opens an element for others."""

    _doc: Any
    _code: list[str]
    _absRect: Callable[[Area, int], tuple[float, ...]]  # noqa: N815 - a name of reportlab
    _bookmarkReference: Callable[[str], Any]  # noqa: N815 - a name of reportlab
    _addAnnotation: Callable[[PDFDictionary], None]  # noqa: N815 - a name of reportlab

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "pdfVersion": (1, 7)})
        self._root = Element("Document")
        self._open = [self._root]
        self._marking = self._in_artifact = False
        self._contents: list[Element] = []
        self._tagged_pages: list[TaggedPage] = []
        self._attachments: list[Attachment] = []
        self._metadata: Metadata | None = None

    @property
    def language(self) -> str:
        """The language of the document."""
        return self._metadata.language if self._metadata else ""

    def describe(self, metadata: Metadata) -> None:
        """Say what the document is; must be called before it is saved."""
        self._metadata = metadata
        self.setTitle(metadata.title)
        self.setAuthor(metadata.author)
        self.setSubject(metadata.subject)
        self.setKeywords(metadata.keywords)
        self.setCreator(metadata.program)
        self.setProducer(metadata.program)
        self.setDateFormatter(lambda *_: metadata.pdf_date)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.Lang = PDFString(metadata.language)
        self._doc.updateSignature(metadata.identifier)

    def attach(self, attachment: Attachment) -> None:
        """Let a file travel inside the document."""
        self._attachments.append(attachment)

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Elements that are used here for the first time become parts of this one."""
        if self._in_artifact:
            yield
            return
        self._adopt(element)
        self._open.append(element)
        yield
        self._open.pop()

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn here is content of the element."""
        if self._in_artifact:
            yield
            return
        self._adopt(element)
        content = Content(self.getPageNumber() - 1, len(self._contents))
        element.kids.append(content)
        self._contents.append(element)
        self._begin(f"/{element.kind} <</MCID {content.number}>> BDC")
        yield
        self._end()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn here means nothing: lines, grounds, and with the kind "Pagination" heads and feet."""
        if self._in_artifact:
            yield
            return
        self._in_artifact = True
        self._begin(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        yield
        self._end()
        self._in_artifact = False

    def link(self, element: Element, area: Area, words: str, *, url: str = "", bookmark: str = "") -> None:
        """Let an area lead to a web address or a bookmark. The element is of kind "Link"; `words` say where to."""
        target = (
            {"A": PDFDictionary({"S": "/URI", "URI": PDFString(quote(url, safe=_IN_ADDRESSES))})}
            if url
            else {"Dest": self._bookmarkReference(bookmark)}
        )
        self._annotate(element, "Link", area, {"Border": "[0 0 0]", "Contents": PDFString(words), **target})

    def signature_field(self, element: Element, area: Area, name: str, words: str) -> None:
        """An empty field for one signature in the document. The element is of kind "Form"; `words` say what for."""
        left, bottom, right, top = area
        box = PDFArray([0, 0, right - left, top - bottom])
        nothing = stream({"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": PDFDictionary()}, b" ")
        entries = {"FT": "/Sig", "T": PDFString(name), "TU": PDFString(words), "AP": PDFDictionary({"N": nothing})}
        field = self._annotate(element, "Widget", area, entries)
        if field is not None:
            self._doc.Catalog.AcroForm = PDFDictionary({"Fields": PDFArray([self._doc.Reference(field)])})

    def area_on_page(self, area: Area) -> Area:
        """An area of the coordinates of the moment in those of the page."""
        left, bottom, right, top = self._absRect(area, 1)
        return left, bottom, right, top

    def showPage(self) -> None:  # noqa: N802 - a name of reportlab
        """End the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._tagged_pages), "/S"
        self._tagged_pages.append(TaggedPage(page, self._contents))
        self._contents = []

    def save(self) -> None:
        """Write the document."""
        if self._code:
            self.showPage()
        assert self._metadata is not None, "a document must be described"
        document, catalog = self._doc, self._doc.Catalog
        catalog.__NoDefault__ = catalog.__Refs__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = write_tree(document, self._root, self._tagged_pages)
        catalog.Metadata = stream({"Type": "/Metadata", "Subtype": "/XML"}, xmp(self._metadata), compress=False)
        catalog.OutputIntents = output_intents(document)
        if self._attachments:
            embed(document, self._attachments, self._metadata.pdf_date)
        mend(document)
        super().save()

    def _adopt(self, element: Element) -> None:
        top = element.top
        if top is not self._root:
            top.join(self._open[-1])

    def _begin(self, mark: str) -> None:
        assert not self._marking, "marked content must not stand in other marked content"
        self._marking = True
        self._code.append(mark)

    def _end(self) -> None:
        self._code.append("EMC")
        self._marking = False

    def _annotate(self, element: Element, kind: str, area: Area, entries: dict[str, Any]) -> PDFDictionary | None:
        if self._in_artifact:
            return None
        self._adopt(element)
        rect = PDFArray(self.area_on_page(area))
        note = PDFDictionary({"Type": "/Annot", "Subtype": f"/{kind}", "Rect": rect, "F": _PRINTED, **entries})
        element.kids.append(Annotation(self.getPageNumber() - 1, note))
        self._addAnnotation(note)
        return note

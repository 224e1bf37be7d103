"""Writes the structure tree into a document, with the table that leads from content back to its element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from reportlab.pdfbase.pdfdoc import PDFPage

from s3desk.formats.pdf.tagged.objects import Document, Written, reference, string
from s3desk.formats.pdf.tagged.structure import Annotation, Content, Element, all_of


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page, and the element of each piece of marked content on it, by number."""

    page: PDFPage
    contents: Sequence[Element]


def write_tree(document: Document, root: Element, pages: Sequence[TaggedPage]) -> Written:
    """Add the tree to the document; returns its root. Links and fields get their numbers here."""
    return _Writer(document, root, pages).write()


class _Writer:
    """Gives every element its object number first, so that texts can name each other."""

    def __init__(self, document: Document, root: Element, pages: Sequence[TaggedPage]) -> None:
        self._document, self._root, self._pages = document, root, pages
        self._page_names = [reference(document, page.page) for page in pages]
        self._objects = {element: Written() for element in all_of(root)}
        self._names = {element: reference(document, thing) for element, thing in self._objects.items()}
        self._annotated: list[Element] = []

    def write(self) -> Written:
        """All elements, the root and the parent tree."""
        tree = Written()
        above = reference(self._document, tree)
        for element, thing in self._objects.items():
            parent = above if element.parent is None else self._names[element.parent]
            thing.text = f"<<{' '.join(self._entries(element, parent))}>>"
        keys = len(self._pages) + len(self._annotated)
        parents = reference(self._document, Written(f"<</Nums [{' '.join(self._numbers())}]>>"))
        tree.text = (
            f"<</Type /StructTreeRoot /K {self._names[self._root]} /ParentTree {parents} /ParentTreeNextKey {keys}>>"
        )
        return tree

    def _entries(self, element: Element, parent: str) -> Iterator[str]:
        yield f"/Type /StructElem /S /{element.kind} /P {parent}"
        for name, text in (("Lang", element.language), ("Alt", element.alternative), ("ActualText", element.spoken)):
            if text:
                yield f"/{name} {string(text)}"
        if element.attributes:
            yield f"/A [{' '.join(f'<<{attribute}>>' for attribute in element.attributes)}]"
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            yield f"/Pg {self._page_names[home]}"
        yield f"/K [{' '.join(self._kids(element, home))}]"

    def _kids(self, element: Element, home: int | None) -> Iterator[str]:
        for kid in element.kids:
            match kid:
                case Element():
                    if kid in self._names:
                        yield self._names[kid]
                case Content():
                    if kid.page == home:
                        yield str(kid.number)
                    else:
                        yield f"<</Type /MCR /Pg {self._page_names[kid.page]} /MCID {kid.number}>>"
                case Annotation():
                    yield self._annotation(element, kid)

    def _annotation(self, element: Element, kid: Annotation) -> str:
        kid.dictionary["StructParent"] = len(self._pages) + len(self._annotated)
        self._annotated.append(element)
        name = reference(self._document, kid.dictionary)
        return f"<</Type /OBJR /Obj {name} /Pg {self._page_names[kid.page]}>>"

    def _numbers(self) -> Iterator[str]:
        """The parent tree: for each page the elements of its content, then the element of each annotation."""
        keys = count()
        for page in self._pages:
            yield f"{next(keys)} [{' '.join(self._names[element] for element in page.contents)}]"
        for element in self._annotated:
            yield f"{next(keys)} {self._names[element]}"

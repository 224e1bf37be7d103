"""PDF objects written by hand, where reportlab has none of its own."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream, PDFZCompress

Document = Any
"""reportlab's PDFDocument; its types are not described well enough to be checked."""


class Written(PDFObject):
    """An object whose text is ready, or is set before the document is saved."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Document) -> bytes:  # noqa: ARG002 - reportlab calls it
        """The text as bytes."""
        return self.text.encode("ascii")


def reference(document: Document, thing: PDFObject) -> str:
    """How other objects name this one; it becomes part of the document."""
    return bytes(document.Reference(thing).format(document)).decode("ascii")


def string(text: str) -> str:
    """A text string."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def stream(entries: dict[str, object], content: bytes, *, compress: bool = True) -> PDFStream:
    """A stream with the entries of its dictionary."""
    return PDFStream(PDFDictionary(entries), content, [PDFZCompress] if compress else None)

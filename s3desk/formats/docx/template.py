"""The house template of an authority: read with care, because it comes from outside, and emptied of its text."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from s3desk.basics.errors import KnownError

_LARGEST_FILE = 20_000_000
_LARGEST_CONTENT = 100_000_000
_MOST_PARTS = 2_000
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"


def read(path: Path) -> bytes:
    """A Word document (.docx) or template (.dotx) as the bytes of a document.

    Raises `KnownError` that says why a file is not used.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _refused(path, "it is larger than 20 MB")
        content = _as_document(path)
        opened(content)
    except FileNotFoundError:
        raise KnownError("{name} was not found.", "Check the name and the folder.", name=path.name) from None
    except OSError as reason:
        raise KnownError("{name} cannot be read.", "Check that you may open it.", name=path.name) from reason
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as reason:
        raise _refused(path, "it is not a Word document") from reason
    except (OpcError, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError) as reason:
        raise _refused(path, "it is not a Word document without macros") from reason
    return content


def opened(content: bytes) -> Document:
    """The template as a new document: styles, page, heads and feet stay, its text and traces of its origin go."""
    document = docx.Document(io.BytesIO(content))
    body = document.element.body
    for element in [child for child in body if child.tag != qn("w:sectPr")]:
        body.remove(element)
    _forget_origin(document)
    return document


def _forget_origin(document: Document) -> None:
    """The path of the template's own template names a computer and a person; Word would also look there."""
    settings = document.part._settings_part  # noqa: SLF001 - its public face hides the relations
    for element in settings.element.findall(qn("w:attachedTemplate")):
        settings.element.remove(element)
    for key in [key for key, one in settings.rels.items() if one.reltype.endswith("/attachedTemplate")]:
        del settings.rels[key]


def _as_document(path: Path) -> bytes:
    """The file with the type of a document: Word keeps templates under another one."""
    made = io.BytesIO()
    with ZipFile(path) as source, ZipFile(made, "w") as target:
        for entry in _entries(source, path):
            content = source.read(entry)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise _refused(path, "it declares a document type of its own")
            if entry.filename == "[Content_Types].xml":
                content = content.replace(_TEMPLATE, _DOCUMENT)
            target.writestr(entry.filename, content, ZIP_DEFLATED)
    return made.getvalue()


def _entries(source: ZipFile, path: Path) -> Iterator[ZipInfo]:
    """The parts, when they are few and small enough; no part is ever read beyond the size it declares."""
    entries = source.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_CONTENT:
        raise _refused(path, "it unpacks to more than 100 MB")
    yield from entries


def _refused(path: Path, reason: str) -> KnownError:
    return KnownError(
        "{name} cannot be used as a template: {reason}. Nothing was written.",
        "Save it in Word as a document (.docx) or template (.dotx) and try again.",
        name=path.name,
        reason=reason,
    )

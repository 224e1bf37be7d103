"""Turns a Word document into a file: its properties come from the picture, and equal content gives equal bytes."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError

from s3desk.formats.xml_text import xml_text
from s3desk.queries.picture import ReportPicture

_LONGEST_PROPERTY = 255
_PROGRAM = re.compile(rb"<Application>[^<]*</Application>")


def save(document: Document, path: Path, picture: ReportPicture, title: str, comment: str) -> None:
    """Write the document; all times in it are the picture's."""
    _describe(document, picture, title, comment)
    _forget_preview(document)
    parts = io.BytesIO()
    document.save(parts)
    moment = picture.head.made_at.timetuple()[:6]
    with ZipFile(parts) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/app.xml":
                content = _PROGRAM.sub(b"<Application>S3 Desk</Application>", content)
            target.writestr(ZipInfo(name, moment), content, ZIP_DEFLATED)


def check(path: Path) -> None:
    """Open a written document again. Raises ValueError when it is not whole."""
    try:
        document = docx.Document(str(path))
    except (BadZipFile, KeyError, OpcError) as reason:
        raise ValueError(f"{path.name} is not a whole Word document") from reason
    if not document.paragraphs:
        raise ValueError(f"{path.name} has lost its text")


def _describe(document: Document, picture: ReportPicture, title: str, comment: str) -> None:
    head, properties = picture.head, document.core_properties
    properties.title = _property(f"{title}: {head.territory or head.authority}")
    properties.author = _property(head.authority)
    properties.subject = _property(head.condition_title)
    properties.keywords = picture.check_code
    properties.comments = _property(comment)
    properties.last_modified_by = "S3 Desk"
    properties.language = picture.language.code
    properties.created = properties.modified = head.made_at
    properties.category = properties.content_status = properties.identifier = properties.version = ""
    properties.revision = 1


def _property(text: str) -> str:
    return " ".join(xml_text(text).split())[:_LONGEST_PROPERTY]


def _forget_preview(document: Document) -> None:
    """The small picture of the first page would show the template's."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RT.THUMBNAIL]:
        del relations[key]

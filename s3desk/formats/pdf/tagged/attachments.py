"""Files that travel inside a document, each with what it is to the document."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from s3desk.formats.pdf.tagged.objects import Document, Written, reference, stream, string


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file: `relation` tells whether the document was made from it ("Source") or shows what is in it ("Data").

    `compress` is of no use for files that are compressed already, such as PDF, JPEG and those of an office.
    """

    name: str
    content: bytes
    media_type: str
    description: str
    relation: Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"] = "Unspecified"
    compress: bool = True


def embed(document: Document, attachments: Sequence[Attachment], pdf_date: str) -> None:
    """Add the files to the document, in the list of attachments and as files that belong to the whole of it."""
    names = [(attachment.name, _file(document, attachment, pdf_date)) for attachment in attachments]
    listed = " ".join(f"{string(name)} {file}" for name, file in sorted(names))
    document.Catalog.Names = Written(f"<</EmbeddedFiles <</Names [{listed}]>>>>")
    document.Catalog.AF = Written(f"[{' '.join(file for _, file in names)}]")


def _file(document: Document, attachment: Attachment, pdf_date: str) -> str:
    name = string(attachment.name)
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest().upper()
    params = f"<</Size {len(attachment.content)} /CheckSum <{checksum}> /ModDate ({pdf_date})>>"
    entries: dict[str, object] = {
        "Type": "/EmbeddedFile",
        "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
        "Params": params,
    }
    content = reference(document, stream(entries, attachment.content, compress=attachment.compress))
    return reference(
        document,
        Written(
            f"<</Type /Filespec /F {name} /UF {name} /Desc {string(attachment.description)}"
            f" /AFRelationship /{attachment.relation} /EF <</F {content} /UF {content}>>>>"
        ),
    )

"""All that can be read out of a file that leaves: its bytes, whatever is packed in them, and its words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pikepdf
import pypdfium2


def everything_in(path: Path) -> str:
    """Everything in a file or folder, without white space; the names of files and parts are in it too."""
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    parts = (part for file in files for part in (file.name.encode(), *_unpacked(file.read_bytes(), file.suffix)))
    return "".join(b"".join(parts).decode("utf-8", "replace").split())


def _unpacked(content: bytes, suffix: str = "") -> Iterator[bytes]:
    yield content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _unpacked(packed.read(name))
    elif content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    elif suffix == ".eml":
        for part in message_from_bytes(content, policy=policy.default).walk():
            if not part.is_multipart():
                payload = part.get_payload(decode=True)
                assert isinstance(payload, bytes)
                yield from _unpacked(payload)


def _of_pdf(content: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                yield one.unparse()
                if one.get("/Subtype") != "/Image":
                    yield from _unpacked(one.read_bytes())
            else:
                yield one.unparse(resolved=True)
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_range().encode()

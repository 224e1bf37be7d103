"""Whether the file of a document is copied into the assessment or stays where it is: what we propose."""

from __future__ import annotations

import re
from pathlib import Path

from s3desk.domain.records import Storage

LARGE = 5 * 1024 * 1024
"""From this size on a link is proposed, so that the assessment can still be mailed."""

_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


def ending(file_name: str) -> str:
    """The ending of a file's name in small letters, such as ".pdf"; "" where it is none that programs go by."""
    found = Path(file_name).suffix.lower()
    return found if _ENDING.fullmatch(found) else ""


def proposed_storage(size: int, link: str) -> Storage:
    """A copy, unless the document is public anyway or large."""
    return Storage.LINKED_FILE if link.strip() or size > LARGE else Storage.COPY

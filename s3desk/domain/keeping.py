"""Whether the file of a document is copied into the assessment or stays where it is: what we propose."""

from __future__ import annotations

from s3desk.domain.records import Storage

LARGE = 5 * 1024 * 1024
"""From this size on a link is proposed, so that the assessment can still be mailed."""


def proposed_storage(size: int, link: str) -> Storage:
    """A copy, unless the document is public anyway or large."""
    return Storage.LINKED_FILE if link.strip() or size > LARGE else Storage.COPY

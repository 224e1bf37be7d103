"""The one way in which an output is written: beside its target, checked, then moved into its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from s3desk.basics.drafts import drafted
from s3desk.basics.errors import KnownError


def place(path: Path, write: Callable[[Path], object], check: Callable[[Path], None]) -> None:
    """Write to `path`, replacing what was there only when the new file is complete.

    Raises `KnownError` when the file cannot be written; whatever `write` raises leaves the old file, too.
    """
    try:
        with drafted(path) as draft:
            write(draft)
            check(draft)
    except OSError as reason:
        raise KnownError(
            "{name} could not be written. A file that was there before is unchanged.",
            "Close the file if it is open in another program, check the free space, or choose another folder.",
            name=path.name,
        ) from reason

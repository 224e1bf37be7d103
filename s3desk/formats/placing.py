"""The one way in which a file is written: beside its target, checked, then moved into its place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from s3desk.basics.errors import KnownError


def place(path: Path, write: Callable[[Path], None], check: Callable[[Path], None]) -> None:
    """Write to `path`, replacing what was there only when the new file is complete.

    Raises `KnownError` when the file cannot be written; whatever `write` raises leaves the old file, too.
    """
    draft = path.with_name(f"~{path.name}.part")
    try:
        write(draft)
        check(draft)
        draft.replace(path)
    except OSError as reason:
        raise KnownError(
            "{name} could not be written. A file that was there before is unchanged.",
            "Close the file if it is open in another program, check the free space, or choose another folder.",
            name=path.name,
        ) from reason
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)

"""The one way in which a file is replaced: written beside its place, then moved into it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def drafted(target: Path) -> Iterator[Path]:
    """A place beside the target. What is written there is the target when the block ends well, and gone otherwise.

    Until then, and after any exception, what was at the target stays as it was.
    """
    draft = target.with_name(f"~{target.name}.part")
    try:
        draft.unlink(missing_ok=True)
        yield draft
        draft.replace(target)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
